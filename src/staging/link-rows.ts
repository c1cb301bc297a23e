/** Gives each checked row its place in the batch: the customer, template and location that it means, and what it must not share with others. Rules that need all rows come later (`batch-rules.ts`). */

import type { Drawn } from "../journal/run-file/limit-table.ts";
import type { NewRow } from "../journal/run-file/row-table.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { type Issue, isError } from "../model/issue.ts";
import { foldName } from "../model/names.ts";
import type { RowId } from "../model/plan.ts";
import type { RememberedTemplates } from "../model/ports.ts";
import type { Draft, SheetRecords } from "../model/records.ts";
import type { RowAddress, SheetName } from "../model/sheet.ts";
import { isMisread } from "../sheets/cells/check-row.ts";
import { tellFilled } from "../sheets/cells/fill-blanks.ts";
import { digitsOf, foldLoosely } from "../sheets/cells/fold.ts";
import type { CheckedRow } from "../sheets/read/read-sheet.ts";
import { type CustomerContext, customerContexts } from "./customer-contexts.ts";
import { checkDaysOfCustomer, checkDaysOfPlace } from "./day-rules.ts";
import { extensionLengths } from "./extension-lengths.ts";
import { knownCustomer, type LinkedCustomer, linkCustomer } from "./link-customer-reference.ts";
import { checkLocationAgainstCustomer } from "./location-rules.ts";
import { rowReader } from "./row-reader.ts";
import { templateLinker } from "./template-reference.ts";
import { uniqueValuesOf } from "./unique-values.ts";
import { checkLine, checkUserAgainstCustomer } from "./user-rules.ts";

/** `id`: the one that the row will have in the run file. */
export type RowLinker = {
  link(sheet: SheetName, row: CheckedRow, id: RowId): NewRow;
  /** What only shows when all rows are linked. */
  finish(): void;
};

/** `asksTarget`: Webex is asked before a reference is refused that the batch only nearly has. `nowMs`: since the epoch. */
export type LinkingFor = { readonly asksTarget: boolean; readonly nowMs: number };

type Linkers = { readonly [S in SheetName]: (row: CheckedRow, draft: Draft<SheetRecords[S]>, id: RowId) => NewRow };

/** Rows must come in the order templates, profiles, customers, locations, users; those of sheets before are in the run file already. */
export function rowLinker(
  runFile: RunFile,
  remembered: RememberedTemplates,
  { asksTarget, nowMs }: LinkingFor,
): RowLinker {
  const contexts = customerContexts(runFile);
  const linkTemplate = templateLinker(runFile, rowReader(runFile), remembered);
  const extensions = extensionLengths();
  const linkReference = referenceLinker(runFile, asksTarget);

  /** Of a row whose cells may have shifted, the customer counts when the batch holds it, and nothing is said of it. */
  function linkUnit({ at, checked }: CheckedRow, customer: string | undefined): LinkedCustomer {
    return isMisread(checked) ? knownCustomer(runFile, customer) : linkReference(customer, at);
  }

  /** A number that is refused is not a blank one. */
  function lineOf({ at, checked }: CheckedRow, draft: Draft<SheetRecords["users"]>, customer?: CustomerContext) {
    const isRefused = (issue: Issue) =>
      isError(issue) && (issue.column === "phone_number" || issue.column === "extension");
    if (isMisread(checked) || checked.issues.some(isRefused)) return none;
    return checkLine(draft, at, customer?.row !== undefined, asksTarget);
  }

  const linkers: Linkers = {
    templates: (row, draft) => ({
      row: row.at.row,
      cells: row.cells,
      issues: row.checked.issues,
      key: draft.name ?? repairOf(row, "template_name") ?? "",
      unique: isMisread(row.checked) ? {} : uniqueValuesOf("templates", draft, {}),
    }),
    profiles: (row, draft) => ({
      row: row.at.row,
      cells: row.cells,
      issues: row.checked.issues,
      key: draft.name ?? "",
      unique: isMisread(row.checked) ? {} : uniqueValuesOf("profiles", draft, {}),
    }),
    customers(row, draft, id) {
      const template = linkTemplate(draft, row.at);
      const unit = runFile.units.add(unitOfCustomer(id, draft, repairOf(row, "external_id")));
      const numbers = draft.headOffice?.phoneNumbers ?? [];
      contexts.addCustomer(unit, id, { value: draft, issues: row.checked.issues }, numbers);
      return {
        row: row.at.row,
        cells: row.cells,
        issues: issuesOf(
          template.issues.some(isNameForId) ? withoutDoubt(row) : row,
          template.issues,
          checkDaysOfCustomer(draft, row.at, nowMs),
        ),
        key: draft.externalId ?? draft.name ?? "",
        unit,
        parent: template.row,
        unique: isMisread(row.checked) ? {} : uniqueValuesOf("customers", draft, { unit }),
        numbers,
      };
    },
    locations(row, draft, id) {
      const { unit, issues } = linkUnit(row, draft.customer);
      const numbers = draft.phoneNumbers ?? [];
      if (unit !== undefined)
        contexts.addBranch(unit, id, { ...draft, name: draft.name ?? repairOf(row, "name") }, numbers);
      const packages = unit === undefined || isMisread(row.checked) ? [] : contexts.packagesOf(unit);
      return {
        row: row.at.row,
        cells: row.cells,
        issues: issuesOf(row, issues, [
          ...checkLocationAgainstCustomer(packages, draft, row.at),
          ...checkDaysOfPlace(draft, row.at, nowMs),
        ]),
        key: draft.name ?? "",
        unit,
        unique: isMisread(row.checked) ? {} : uniqueValuesOf("locations", draft, { unit }),
        numbers,
      };
    },
    users(row, draft, id) {
      const { unit, issues } = linkUnit(row, draft.customer);
      const customer = unit === undefined || isMisread(row.checked) ? undefined : contexts.get(unit);
      const isToCheck = customer !== undefined && !customer.isKeyAlone;
      const found = isToCheck && checkUserAgainstCustomer(runFile, customer, draft, row.at, asksTarget);
      const parent = found ? found.location : undefined;
      if (parent !== undefined && draft.extension) extensions.add(parent, id, draft.extension);
      return {
        row: row.at.row,
        cells: row.cells,
        issues: issuesOf(row, [...lineOf(row, draft, customer), ...issues], found ? found.issues : none),
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
    link(sheet, row, id) {
      const linked = linkers[sheet](row, row.checked.value as never, id);
      const { taken, issues } = row.checked;
      if (!taken) return linked;
      const isNew = (issue: Issue) => !issues.includes(issue);
      const told = [
        ...linked.issues.filter((issue) => !isNew(issue)),
        ...tellFilled(linked.issues.filter(isNew), taken),
      ];
      return { ...linked, issues: told, blockedBy: taken.blockedBy };
    },
    finish: () => extensions.check(runFile),
  };
}

const none: readonly Issue[] = [];

function issuesOf({ checked }: CheckedRow, linked: readonly Issue[], more = none): readonly Issue[] {
  return linked.length === 0 && more.length === 0 ? checked.issues : [...checked.issues, ...linked, ...more];
}

function isNameForId({ code }: Issue): boolean {
  return code === "provisioning_id_is_name";
}

function withoutDoubt<R extends CheckedRow>(row: R): R {
  const { checked } = row;
  return {
    ...row,
    checked: { ...checked, issues: checked.issues.filter(({ code }) => code !== "suspicious_provisioning_id") },
  };
}

/** What a key that was refused should have been: rows that name it so wait for its row. Undefined where that is not certain. */
function repairOf({ checked }: CheckedRow, column: string): string | undefined {
  return checked.issues.find((issue) => issue.column === column && issue.severity === "error")?.repair;
}

const noDraws: readonly Drawn[] = [];

/** The packages of a user that the customer's row limits. */
function drawsOf({ limits }: CustomerContext, { package: base, addons = [] }: Draft<SheetRecords["users"]>) {
  if (limits.size === 0) return noDraws;
  if (addons.length === 0) {
    const draw = base === undefined ? undefined : limits.get(base);
    return draw === undefined ? noDraws : [draw];
  }
  const codes = base === undefined ? addons : [base, ...addons];
  return codes.map((code) => limits.get(code)).filter((draw) => draw !== undefined);
}

/** How many references stay in memory. */
const referencesKept = 50_000;

function referenceLinker(runFile: RunFile, asksTarget: boolean) {
  const known = new Map<string, LinkedCustomer>();
  let last: { readonly reference: string; readonly linked: LinkedCustomer } | undefined;

  function find(reference: string, at: RowAddress): LinkedCustomer {
    const before = known.get(reference);
    if (before) return before;
    const linked = linkCustomer(runFile, reference, at, asksTarget);
    if (linked.unit === undefined) return linked;
    if (known.size >= referencesKept) known.clear();
    known.set(copyOf(reference), { unit: linked.unit, issues: none });
    return linked;
  }

  return (reference: string | undefined, at: RowAddress): LinkedCustomer => {
    if (!reference) return { issues: none };
    if (reference === last?.reference) return last.linked;
    const linked = find(reference, at);
    last = linked.issues.length === 0 ? { reference, linked } : undefined;
    return linked;
  };
}

/** A text cut out of a file keeps the whole piece in memory that it was cut from; a copy does not. */
function copyOf(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

/** What a reference to this customer is compared with. `repairedId`: what an id that was refused should have been. */
export function unitOfCustomer(row: RowId, draft: Draft<SheetRecords["customers"]>, repairedId?: string) {
  const externalMatch = draft.externalId ?? repairedId;
  const reference = draft.externalId ?? draft.name ?? "";
  return {
    row,
    reference,
    fold: foldLoosely(reference),
    digits: digitsOf(reference),
    ...(externalMatch ? { externalMatch } : {}),
    ...(draft.name ? { nameMatch: foldName(draft.name), nameFold: foldLoosely(draft.name) } : {}),
  };
}
