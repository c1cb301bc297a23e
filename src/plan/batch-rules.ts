/** Rules that need all rows of the batch: what must not stand twice, sums, and what falls with an invalid row. Asks the run file; holds no rows. */

import type { UniqueKind } from "../journal/fingerprint-table.ts";
import type { StoredRow } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import { formatAddress, type SheetName } from "../model/sheet.ts";
import { addProblem } from "./issue-at.ts";
import { othersOf } from "./other-rows.ts";
import { type RowReader, rowReader } from "./row-reader.ts";
import { checkNumbersOnce } from "./shared-numbers.ts";
import { uniqueValuesOf } from "./unique-values.ts";

type UniqueRule = {
  readonly sheet: SheetName;
  readonly by: UniqueKind;
  readonly column: string;
  /** The value, as a message speaks of it. */
  readonly name: (value: string) => string;
};

const uniqueRules: readonly UniqueRule[] = [
  { sheet: "templates", by: "match", column: "template_name", name: (value) => `template name ${value}` },
  { sheet: "customers", by: "match", column: "external_id", name: (value) => `external id ${value}` },
  { sheet: "customers", by: "second", column: "admin_email", name: (value) => `admin e-mail ${value}` },
  { sheet: "locations", by: "match", column: "name", name: (value) => `name ${value} of this customer's location` },
  { sheet: "users", by: "match", column: "email", name: (value) => `e-mail ${value}` },
  { sheet: "users", by: "second", column: "phone_number", name: (value) => `phone number ${value}` },
  { sheet: "users", by: "third", column: "extension", name: (value) => `extension ${value} of this location` },
];

/** What stands twice among the rows of a sheet, or in it and in one before it. */
export function checkUnique(runFile: RunFile, sheet: SheetName): void {
  const read = rowReader(runFile);
  for (const rule of uniqueRules.filter((each) => each.sheet === sheet)) {
    for (const rows of runFile.rows.alike(sheet, rule.by)) {
      for (const same of groupByValue(runFile, read, rule, rows)) refuseDuplicates(runFile, rule, same);
    }
  }
  if (sheet === "locations") checkHeadOffices(runFile, read);
  if (sheet === "users") checkAdministrators(runFile, read);
}

/** The rules that are left when every row is staged; then blocks what depends on invalid rows. */
export function checkWholeBatch(runFile: RunFile): void {
  checkNumbersOnce(runFile);
  checkLimits(runFile);
  runFile.rows.blockDependents();
}

/** Of rows that are probably alike those that certainly are. */
function groupByValue(
  runFile: RunFile,
  read: RowReader,
  { by }: UniqueRule,
  rows: readonly RowId[],
): readonly (readonly RowId[])[] {
  const groups = new Map<string | undefined, RowId[]>();
  for (const id of rows) {
    const value = uniqueValueOf(read, runFile.rows.row(id), by);
    const group = groups.get(value);
    if (group) group.push(id);
    else groups.set(value, [id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function uniqueValueOf(read: RowReader, row: StoredRow, by: UniqueKind): string | undefined {
  return uniqueValuesOf(row.sheet, read(row, row.sheet).value, row)[by];
}

function refuseDuplicates(runFile: RunFile, rule: UniqueRule, rows: readonly RowId[]): void {
  const others = othersOf(runFile, rows);
  for (const id of rows) {
    const row = runFile.rows.row(id);
    const value = cellOf(runFile, row, rule.column);
    addProblem(runFile, row, "error", {
      code: "duplicate_key",
      column: rule.column,
      value,
      message: `The ${rule.name(value)} stands in ${rows.length === 2 ? "another row too" : `${rows.length - 1} other rows too`}: ${others(id)}.`,
      hint: "Keep one of these rows, or give each a value of its own.",
    });
  }
}

function cellOf(runFile: RunFile, row: StoredRow, column: string): string {
  return row.cells[runFile.rows.fileOf(row.file).columns.indexOf(column)] ?? row.key;
}

/** A branch must not bear the name of its customer's head office. */
function checkHeadOffices(runFile: RunFile, read: RowReader): void {
  for (const { row: id, others } of runFile.rows.alikeAcross(["locations", "match"], ["customers", "third"])) {
    const row = runFile.rows.row(id);
    const name = uniqueValueOf(read, row, "match");
    const customer = others.find((other) => uniqueValueOf(read, runFile.rows.row(other), "third") === name);
    if (customer === undefined) continue;
    addProblem(runFile, row, "error", {
      code: "duplicate_key",
      column: "name",
      value: row.key,
      message: `The head office of this customer (${formatAddress(runFile.rows.address(customer))}) has the same name.`,
      hint: "Remove this row if it is the head office, or name the branch otherwise.",
    });
  }
}

/** A Webex identity belongs to one organisation. */
function checkAdministrators(runFile: RunFile, read: RowReader): void {
  for (const { row: id, others } of runFile.rows.alikeAcross(["users", "match"], ["customers", "second"])) {
    const row = runFile.rows.row(id);
    const email = uniqueValueOf(read, row, "match");
    for (const other of others.map(runFile.rows.row)) {
      if (row.unit === null || other.unit === row.unit || uniqueValueOf(read, other, "second") !== email) continue;
      addProblem(runFile, row, "error", {
        code: "email_of_other_customer",
        column: "email",
        value: row.key,
        message: `${row.key} is the admin e-mail of another customer (${formatAddress(runFile.rows.addressOfRow(other))}), and a Webex identity belongs to one organisation.`,
        hint: "Use another address for this user, or for that customer's administrator.",
      });
    }
  }
}

/** V15: no more users than the customer's limit. */
function checkLimits(runFile: RunFile): void {
  const read = rowReader(runFile);
  for (const { unit, row: id, package: code, limit } of runFile.rows.overdrawnLimits()) {
    const users = countUsers(runFile, read, unit, code);
    if (users <= limit) continue;
    addProblem(runFile, runFile.rows.row(id), "error", {
      code: "limit_below_assigned",
      column: "package_limits",
      value: `${code}=${limit}`,
      message: `The limit for ${code} is ${limit}, and ${users} users of the batch have this package.`,
      hint: `Write ${code}=${users} or more, or take users out.`,
    });
  }
}

/** Users of the customer who get the package, in rows that are not refused. */
function countUsers(runFile: RunFile, read: RowReader, unit: UnitId, code: string): number {
  let count = 0;
  for (const row of runFile.rows.ofUnit(unit, "users")) {
    if (row.verdict === "invalid") continue;
    const { package: base, addons = [] } = read(row, "users").value;
    if (base === code || addons.some((addon) => addon === code)) count += 1;
  }
  return count;
}
