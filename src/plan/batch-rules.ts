/** Rules that need all rows of the batch: what must not stand twice, sums, and what falls with an invalid row. Asks the run file; holds no rows. */

import type { StoredRow, UniqueColumn } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
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
  for (const row of rows) {
    const others = rows.filter((other) => other.id !== row.id).map((other) => runFile.rows.addressOfRow(other));
    const value = cellOf(runFile, row, rule.column);
    addError(runFile, row, {
      code: "duplicate_key",
      column: rule.column,
      value,
      message: `The ${rule.what} ${value} stands in ${others.length === 1 ? "another row too" : `${others.length} other rows too`}: ${listSome(others.map(formatAddress))}.`,
      hint: "Keep one of these rows, or give each a value of its own.",
    });
  }
}

/** A number belongs to one location. */
function checkNumbersOnce(runFile: RunFile): void {
  for (const { number, rows } of runFile.rows.duplicateNumbers()) {
    for (const id of rows) {
      const row = runFile.rows.row(id);
      const others = rows.filter((other) => other !== id).map((other) => formatAddress(runFile.rows.address(other)));
      addError(runFile, row, {
        code: "duplicate_number",
        column: row.sheet === "customers" ? "hq_phone_numbers" : "phone_numbers",
        value: number,
        message:
          others.length > 0
            ? `The number ${number} is given to another location too: ${listSome(others)}.`
            : `The number ${number} stands twice in this cell.`,
        hint: "A number belongs to one location: remove it from the others.",
      });
    }
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

function listSome(addresses: readonly string[]): string {
  const shown = addresses.slice(0, 5).join(", ");
  return addresses.length > 5 ? `${shown} and ${addresses.length - 5} more` : shown;
}
