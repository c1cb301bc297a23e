/** Rules that need all rows of the batch: what must not stand twice, sums, and what falls with an invalid row. Asks the run file; holds no rows. */

import type { StoredRow, UniqueColumn } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { RowId } from "../model/plan.ts";
import { formatAddress, type SheetName } from "../model/sheet.ts";
import { errorAt } from "./issue-at.ts";
import { rowReader } from "./row-reader.ts";

type UniqueRule = {
  readonly sheet: SheetName;
  readonly by: UniqueColumn;
  readonly column: string;
  readonly what: string;
};

const uniqueRules: readonly UniqueRule[] = [
  { sheet: "templates", by: "match", column: "template_name", what: "template name" },
  { sheet: "customers", by: "match", column: "external_id", what: "external id" },
  { sheet: "customers", by: "second", column: "admin_email", what: "admin e-mail" },
  { sheet: "locations", by: "match", column: "name", what: "location name of this customer" },
  { sheet: "users", by: "match", column: "email", what: "e-mail" },
  { sheet: "users", by: "second", column: "phone_number", what: "phone number" },
  { sheet: "users", by: "third", column: "extension", what: "extension in this location" },
];

/** Rules of sheets that others refer to; before the sheets that refer to them are read. */
export function checkUnique(runFile: RunFile, sheet: SheetName): void {
  for (const rule of uniqueRules.filter((each) => each.sheet === sheet)) {
    for (const rows of runFile.rows.duplicates(sheet, rule.by)) refuseDuplicates(runFile, rule, rows);
  }
}

/** The rules that are left when every row is staged; then blocks what depends on invalid rows. */
export function checkWholeBatch(runFile: RunFile): void {
  checkNumbersOnce(runFile);
  checkAdministrators(runFile);
  checkLimits(runFile);
  runFile.rows.blockDependents();
}

function refuseDuplicates(runFile: RunFile, rule: UniqueRule, rows: readonly StoredRow[]): void {
  const others = othersOf(
    runFile,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const value = cellOf(runFile, row, rule.column);
    addError(runFile, row, {
      code: "duplicate_key",
      column: rule.column,
      value,
      message: `The ${rule.what} ${value} stands in ${rows.length === 2 ? "another row too" : `${rows.length - 1} other rows too`}: ${others(row.id)}.`,
      hint: "Keep one of these rows, or give each a value of its own.",
    });
  }
}

/** A number belongs to one location. Numbers of the same rows are told together: two locations may share a whole range. */
function checkNumbersOnce(runFile: RunFile): void {
  const shared = new Map<string, { readonly rows: readonly RowId[]; readonly numbers: string[] }>();
  for (const { number, rows } of runFile.rows.duplicateNumbers()) {
    const group = shared.get(rows.join()) ?? { rows, numbers: [] };
    group.numbers.push(number);
    shared.set(rows.join(), group);
  }
  for (const { rows, numbers } of shared.values()) refuseNumbers(runFile, rows, numbers);
}

function refuseNumbers(runFile: RunFile, rows: readonly RowId[], numbers: readonly string[]): void {
  const others = othersOf(runFile, rows);
  const [one = ""] = numbers;
  const [subject, is, stands] =
    numbers.length === 1
      ? [`The number ${one}`, "is", "stands"]
      : [`${numbers.length} numbers (${listSome(numbers)})`, "are", "stand"];
  for (const id of rows) {
    const row = runFile.rows.row(id);
    addError(runFile, row, {
      code: "duplicate_number",
      column: row.sheet === "customers" ? "hq_phone_numbers" : "phone_numbers",
      value: one,
      message:
        rows.length > 1
          ? `${subject} ${is} given to another location too: ${others(id)}.`
          : `${subject} ${stands} twice in this cell.`,
      hint: "A number belongs to one location: remove it from the others.",
    });
  }
}

/** A Webex identity belongs to one organisation. */
function checkAdministrators(runFile: RunFile): void {
  for (const { user, customer } of runFile.rows.usersWhoAdministerOthers()) {
    const row = runFile.rows.row(user);
    addError(runFile, row, {
      code: "email_of_other_customer",
      column: "email",
      value: row.key,
      message: `${row.key} is the admin e-mail of another customer (${formatAddress(runFile.rows.address(customer))}), and a Webex identity belongs to one organisation.`,
      hint: "Use another address for this user, or for that customer's administrator.",
    });
  }
}

/** V15: no more users than the customer's limit. */
function checkLimits(runFile: RunFile): void {
  const read = rowReader(runFile);
  for (const { row: id, package: code, users } of runFile.rows.countByPackage()) {
    const row = runFile.rows.row(id);
    const limit = read(row, "customers").value.packageLimits?.[code];
    if (limit === undefined || users <= limit) continue;
    addError(runFile, row, {
      code: "limit_below_assigned",
      column: "package_limits",
      value: `${code}=${limit}`,
      message: `The limit for ${code} is ${limit}, and ${users} users of the batch have this package.`,
      hint: `Write ${code}=${users} or more, or take users out.`,
    });
  }
}

function addError(runFile: RunFile, row: StoredRow, problem: Parameters<typeof errorAt>[1]): void {
  runFile.rows.addIssue(row.id, row.file, errorAt(runFile.rows.addressOfRow(row), problem));
}

function cellOf(runFile: RunFile, row: StoredRow, column: string): string {
  return row.cells[runFile.rows.fileOf(row.file).columns.indexOf(column)] ?? row.key;
}

/** How many of the others a message names. */
const othersNamed = 5;

/** Tells of the rows beside one: the first few by their addresses, and how many more there are. */
function othersOf(runFile: RunFile, rows: readonly RowId[]): (id: RowId) => string {
  const first = rows.slice(0, othersNamed + 1).map((id) => ({ id, at: formatAddress(runFile.rows.address(id)) }));
  return (id) =>
    listSome(
      first.filter((other) => other.id !== id).map(({ at }) => at),
      rows.length - 1,
    );
}

function listSome(texts: readonly string[], all = texts.length): string {
  const shown = texts.slice(0, othersNamed);
  return all > shown.length ? `${shown.join(", ")} and ${all - shown.length} more` : shown.join(", ");
}
