/** Gives each checked row its place in the batch: the customer, template and location that it means, and what it must not share with others. Rules that need all rows come later (`batch-rules.ts`). */

import type { Drawn } from "../journal/limit-table.ts";
import type { NewRow } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { Issue } from "../model/issue.ts";
import { rangesOf } from "../model/number-ranges.ts";
import type { RowId } from "../model/plan.ts";
import type { RememberedTemplates } from "../model/ports.ts";
import type { Draft, SheetRecords } from "../model/records.ts";
import type { RowAddress, SheetName } from "../model/sheet.ts";
import type { CheckedRow } from "../sheets/read-sheet.ts";
import { type CustomerContext, customerContexts } from "./customer-contexts.ts";
import { digitsOf, foldLoosely, foldName } from "./fold.ts";
import { type LinkedCustomer, linkCustomer } from "./link-customer-reference.ts";
import { checkLocationAgainstCustomer } from "./location-rules.ts";
import { rowReader } from "./row-reader.ts";
import { templateLinker } from "./template-reference.ts";
import { uniqueValuesOf } from "./unique-values.ts";
import { checkUserAgainstCustomer } from "./user-rules.ts";

/** `id`: the one that the row will have in the run file. */
export type RowLinker = { link(sheet: SheetName, row: CheckedRow, id: RowId): NewRow };

type Linkers = { readonly [S in SheetName]: (row: CheckedRow, draft: Draft<SheetRecords[S]>, id: RowId) => NewRow };

/** Rows must come in the order templates, customers, locations, users; those of sheets before are in the run file already. */
export function rowLinker(runFile: RunFile, remembered: RememberedTemplates): RowLinker {
  const contexts = customerContexts(runFile);
  const linkTemplate = templateLinker(runFile, rowReader(runFile), remembered);
  const linkReference = referenceLinker(runFile);

  const linkers: Linkers = {
    templates: (row, draft) => ({
      row: row.at.row,
      cells: row.cells,
      issues: row.checked.issues,
      key: draft.name ?? "",
      unique: uniqueValuesOf("templates", draft, {}),
    }),
    customers(row, draft, id) {
      const template = linkTemplate(draft, row.at);
      const unit = runFile.units.add(unitOfCustomer(id, draft));
      const numbers = rangesOf(draft.headOffice?.phoneNumbers ?? []);
      contexts.addCustomer(unit, id, draft, numbers);
      return {
        row: row.at.row,
        cells: row.cells,
        issues: issuesOf(row, template.issues),
        key: draft.externalId ?? draft.name ?? "",
        unit,
        parent: template.row,
        unique: uniqueValuesOf("customers", draft, { unit }),
        numbers,
      };
    },
    locations(row, draft, id) {
      const { unit, issues } = linkReference(draft.customer, row.at);
      const numbers = rangesOf(draft.phoneNumbers ?? []);
      if (unit !== undefined) contexts.addBranch(unit, id, draft, numbers);
      const packages = unit === undefined || isMisread(row) ? [] : contexts.packagesOf(unit);
      return {
        row: row.at.row,
        cells: row.cells,
        issues: issuesOf(row, issues, checkLocationAgainstCustomer(packages, draft, row.at)),
        key: draft.name ?? "",
        unit,
        unique: uniqueValuesOf("locations", draft, { unit }),
        numbers,
      };
    },
    users(row, draft) {
      const { unit, issues } = linkReference(draft.customer, row.at);
      const customer = unit === undefined ? undefined : contexts.get(unit);
      const found = customer && !isMisread(row) && checkUserAgainstCustomer(runFile, customer, draft, row.at);
      const parent = found ? found.place : undefined;
      return {
        row: row.at.row,
        cells: row.cells,
        issues: issuesOf(row, issues, found ? found.issues : none),
        key: draft.email ?? "",
        unit,
        parent,
        unique: uniqueValuesOf("users", draft, { unit, parent }),
        draws: customer ? drawsOf(customer, draft) : noDraws,
      };
    },
  };
  return {
    // the draft of a row is that of the sheet it was checked for
    link: (sheet, row, id) => linkers[sheet](row, row.checked.value as never, id),
  };
}

const none: readonly Issue[] = [];

function issuesOf({ checked }: CheckedRow, linked: readonly Issue[], more = none): readonly Issue[] {
  return linked.length === 0 && more.length === 0 ? checked.issues : [...checked.issues, ...linked, ...more];
}

/** With one cell too few or too many, a value may stand in the wrong column. */
function isMisread({ checked }: CheckedRow): boolean {
  return checked.issues.some(({ code }) => code === "wrong_cell_count");
}

const noDraws: readonly Drawn[] = [];

/** The packages of a user that the customer's row limits. */
function drawsOf({ limits }: CustomerContext, { package: base, addons = [] }: Draft<SheetRecords["users"]>) {
  if (limits.size === 0) return noDraws;
  const codes = base === undefined ? addons : [base, ...addons];
  return codes.map((code) => limits.get(code)).filter((draw) => draw !== undefined);
}

/** How many references stay in memory. */
const referencesKept = 50_000;

function referenceLinker(runFile: RunFile) {
  const known = new Map<string, LinkedCustomer>();
  return (reference: string | undefined, at: RowAddress): LinkedCustomer => {
    if (!reference) return { issues: none };
    const before = known.get(reference);
    if (before) return before;
    const linked = linkCustomer(runFile, reference, at);
    if (linked.unit === undefined) return linked;
    if (known.size >= referencesKept) known.clear();
    known.set(copyOf(reference), { unit: linked.unit, issues: none });
    return linked;
  };
}

/** A text cut out of a file keeps the whole piece in memory that it was cut from; a copy does not. */
function copyOf(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

/** What a reference to this customer is compared with. */
export function unitOfCustomer(row: RowId, draft: Draft<SheetRecords["customers"]>) {
  const reference = draft.externalId ?? draft.name ?? "";
  return {
    row,
    reference,
    fold: foldLoosely(reference),
    digits: digitsOf(reference),
    ...(draft.externalId ? { externalMatch: draft.externalId } : {}),
    ...(draft.name ? { nameMatch: foldName(draft.name), nameFold: foldLoosely(draft.name) } : {}),
  };
}
