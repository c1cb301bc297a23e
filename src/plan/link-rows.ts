/** Gives each checked row its place in the batch: the customer, template and location that it means, and what it must not share with others. Rules that need all rows come later (`batch-rules.ts`). */

import type { NewRow } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { Issue } from "../model/issue.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import type { RememberedTemplates } from "../model/ports.ts";
import type { Draft, SheetRecords } from "../model/records.ts";
import { formatAddress, type RowAddress, type SheetName } from "../model/sheet.ts";
import type { CheckedRow } from "../sheets/read-sheet.ts";
import { type CustomerContext, customerContexts } from "./customer-contexts.ts";
import { digitsOf, foldLoosely, foldName } from "./fold.ts";
import { errorAt } from "./issue-at.ts";
import { type LinkedCustomer, linkCustomer } from "./link-customer-reference.ts";
import { rowReader } from "./row-reader.ts";
import { checkCustomerTemplate } from "./template-reference.ts";
import { checkUserAgainstCustomer } from "./user-rules.ts";

/** A row on its way into the run file, with what must be written beside it once it has an id. */
export type LinkedRow = {
  readonly row: NewRow;
  /** Numbers that this row gives to its location. */
  readonly numbers: readonly string[];
  /** A customers row becomes a unit of its own. */
  readonly draft?: Draft<SheetRecords["customers"]>;
};

export type RowLinker = { link(sheet: SheetName, row: CheckedRow): LinkedRow };

/** Rows must come in the order templates, customers, locations, users; those before are in the run file already. */
export function rowLinker(runFile: RunFile, remembered: RememberedTemplates): RowLinker {
  const customersOnly = customerContexts(runFile);
  const contexts = customerContexts(runFile);
  const read = rowReader(runFile);
  const linkReference = referenceLinker(runFile);
  const withIssues = (row: CheckedRow, issues: readonly Issue[]) => [...row.checked.issues, ...issues];

  const linkers: { [S in SheetName]: (row: CheckedRow, draft: Draft<SheetRecords[S]>) => LinkedRow } = {
    templates: (row, draft) => ({
      row: { ...base(row), key: draft.name ?? "", match: draft.name, issues: row.checked.issues },
      numbers: [],
    }),
    customers: (row, draft) => {
      const template = checkCustomerTemplate(runFile, read, remembered, draft, row.at);
      return {
        row: {
          ...base(row),
          key: draft.externalId ?? draft.name ?? "",
          match: draft.externalId,
          second: draft.adminEmail,
          parent: template.row,
          issues: withIssues(row, template.issues),
        },
        numbers: draft.headOffice?.phoneNumbers ?? [],
        draft,
      };
    },
    locations: (row, draft) => {
      const { unit, issues } = linkReference(draft.customer, row.at);
      const match = unit !== undefined && draft.name ? `${unit}/${foldName(draft.name)}` : undefined;
      const named = unit === undefined ? [] : checkBranchName(runFile, customersOnly.get(unit), draft.name, row.at);
      const linked = {
        ...base(row),
        key: draft.name ?? "",
        match,
        unit,
        issues: withIssues(row, [...issues, ...named]),
      };
      return { row: linked, numbers: draft.phoneNumbers ?? [] };
    },
    users: (row, draft) => {
      const { unit, issues } = linkReference(draft.customer, row.at);
      const found =
        unit === undefined ? undefined : checkUserAgainstCustomer(runFile, contexts.get(unit), draft, row.at);
      return {
        row: {
          ...base(row),
          key: draft.email ?? "",
          match: draft.email,
          unit,
          parent: found?.place,
          second: draft.phoneNumber,
          third: extensionMatch(unit, draft, found?.place),
          package: draft.package,
          addons: draft.addons,
          issues: withIssues(row, [...issues, ...(found?.issues ?? [])]),
        },
        numbers: [],
      };
    },
  };
  return {
    // the draft of a row is that of the sheet it was checked for
    link: (sheet, row) => linkers[sheet](row, row.checked.value as never),
  };
}

function base(row: CheckedRow) {
  return { row: row.at.row, cells: row.cells };
}

/** How many references stay in memory. Rows of one customer mostly stand together. */
const referencesKept = 1_000;

function referenceLinker(runFile: RunFile) {
  const known = new Map<string, LinkedCustomer>();
  return (reference: string | undefined, at: RowAddress): LinkedCustomer => {
    if (!reference) return { issues: [] };
    const before = known.get(reference);
    if (before) return before;
    const linked = linkCustomer(runFile, reference, at);
    if (linked.unit === undefined) return linked;
    if (known.size >= referencesKept) known.clear();
    known.set(reference, { unit: linked.unit, issues: [] });
    return linked;
  };
}

/** An extension is unique within its location. */
function extensionMatch(unit: UnitId | undefined, draft: Draft<SheetRecords["users"]>, place: RowId | undefined) {
  if (unit === undefined || !draft.extension) return undefined;
  return `${unit}/${place ?? foldName(draft.location ?? "")}/${draft.extension}`;
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

/** A branch must not bear the name of its customer's head office. */
function checkBranchName(runFile: RunFile, customer: CustomerContext, name: string | undefined, at: RowAddress) {
  const place = name ? customer.places.get(foldName(name)) : undefined;
  if (!place?.isHeadOffice) return [];
  return [
    errorAt(at, {
      code: "duplicate_key",
      column: "name",
      value: name,
      message: `The head office of this customer (${formatAddress(runFile.rows.address(place.row))}) has the same name.`,
      hint: "Remove this row if it is the head office, or name the branch otherwise.",
    }),
  ];
}
