/** Rules that need all rows of the batch: what must not stand twice, sums, and what falls with an invalid row. Asks the run file; holds no rows. */

import type { UniqueKind } from "../journal/run-file/fingerprint-table.ts";
import type { SharedNumbers } from "../journal/run-file/number-table.ts";
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { isSameName } from "../model/names.ts";
import { countNumbers, firstNumbers, toE164 } from "../model/number-ranges.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import { formatAddress, type SheetName } from "../model/sheet.ts";
import { type TextKey, text } from "../model/words/text.ts";
import { textOfCell } from "../sheets/cells/check-cell.ts";
import { cellUnder } from "../sheets/mapping/view.ts";
import { addProblem } from "./issue-at.ts";
import { type RowReader, rowReader } from "./row-reader.ts";
import { nameForId, templateNameTest } from "./template-reference.ts";
import { uniqueValuesOf } from "./unique-values.ts";

/** Sentences about a value that stands twice. */
const repeated = {
  templateName: "template_name_repeated",
  profile: "profile_repeated",
  externalId: "external_id_repeated",
  adminEmail: "admin_email_repeated",
  locationName: "location_name_repeated",
  email: "email_repeated",
  phoneNumber: "phone_number_repeated",
  extension: "extension_repeated",
} as const satisfies Readonly<Record<string, TextKey>>;

type UniqueRule = {
  readonly sheet: SheetName;
  readonly by: UniqueKind;
  readonly column: string;
  readonly says: keyof typeof repeated;
};

const uniqueRules: readonly UniqueRule[] = [
  { sheet: "templates", by: "match", column: "template_name", says: "templateName" },
  { sheet: "profiles", by: "match", column: "profile", says: "profile" },
  { sheet: "customers", by: "match", column: "external_id", says: "externalId" },
  { sheet: "customers", by: "second", column: "admin_email", says: "adminEmail" },
  { sheet: "locations", by: "match", column: "name", says: "locationName" },
  { sheet: "users", by: "match", column: "email", says: "email" },
  { sheet: "users", by: "second", column: "phone_number", says: "phoneNumber" },
  { sheet: "users", by: "third", column: "extension", says: "extension" },
];

/** What stands twice among the rows of a sheet, or in it and in one before it. */
export function checkUnique(runFile: RunFile, sheet: SheetName): void {
  const read = rowReader(runFile);
  for (const rule of uniqueRules.filter((each) => each.sheet === sheet)) {
    for (const rows of runFile.rows.alike(sheet, rule.by)) {
      for (const same of groupByValue(runFile, read, rule, rows)) refuseDuplicates(runFile, rule, same);
    }
  }
  if (sheet === "templates") checkProvisioningIds(runFile, read);
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
      message: text(repeated[rule.says], { value: textOfCell(value), ...others(id) }),
      hint: text("keep_one_row"),
    });
  }
}

function cellOf(runFile: RunFile, row: StoredRow, column: string): string {
  return cellUnder(runFile.files.of(row.file), row.cells, column) ?? row.key;
}

/** A template's ID that is the name of another template; its own name is refused with the row itself. */
function checkProvisioningIds(runFile: RunFile, read: RowReader): void {
  const isName = templateNameTest(runFile);
  for (const row of runFile.rows.ofTemplates()) {
    const { name, provisioningId } = read(row, "templates").value;
    if (!provisioningId || !isName(provisioningId) || isSameName(provisioningId, name ?? "")) continue;
    runFile.rows.withdrawIssues(row.id, "suspicious_provisioning_id");
    runFile.rows.addIssue(row.id, row.file, nameForId(provisioningId, runFile.rows.addressOfRow(row)));
  }
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
      message: text("named_like_head_office", { row: formatAddress(runFile.rows.address(customer)) }),
      hint: text("delete_or_rename_location"),
    });
  }
}

/** A Webex identity belongs to one organization. */
function checkAdministrators(runFile: RunFile, read: RowReader): void {
  for (const { row: id, others } of runFile.rows.alikeAcross(["users", "match"], ["customers", "second"])) {
    const row = runFile.rows.row(id);
    if (read(row, "users").value.action === "remove") continue;
    const email = uniqueValueOf(read, row, "match");
    for (const other of others.map(runFile.rows.row)) {
      if (row.unit === null || other.unit === row.unit || uniqueValueOf(read, other, "second") !== email) continue;
      addProblem(runFile, row, "error", {
        code: "email_of_other_customer",
        column: "email",
        value: row.key,
        message: text("administrator_of_other_customer", {
          email: row.key,
          row: formatAddress(runFile.rows.addressOfRow(other)),
        }),
        hint: text("use_other_address"),
      });
    }
  }
}

/** V15: no more users than the customer's limit. */
function checkLimits(runFile: RunFile): void {
  const read = rowReader(runFile);
  for (const { unit, row: id, package: code, limit } of runFile.rows.overdrawnLimits()) {
    const users = usersWith(runFile, read, unit, code);
    if (users.length <= limit) continue;
    const isDone = runFile.rows.isContext(id);
    for (const row of isDone ? users : [runFile.rows.row(id)]) {
      addProblem(runFile, row, "error", {
        code: "limit_below_assigned",
        column: isDone ? "package" : "package_limits",
        value: isDone ? code : `${code}=${limit}`,
        message: text("limit_exceeded", { code, limit, users: users.length }),
        hint: isDone
          ? text("raise_limit_first", { code, users: users.length, row: formatAddress(runFile.rows.address(id)) })
          : text("raise_limit", { code, users: users.length }),
      });
    }
  }
}

/** Users of the customer who get the package, in rows that are not refused. */
function usersWith(runFile: RunFile, read: RowReader, unit: UnitId, code: string): readonly StoredRow[] {
  const users: StoredRow[] = [];
  for (const row of runFile.rows.ofUnit(unit, "users")) {
    if (row.verdict === "invalid") continue;
    const { package: base, addons = [] } = read(row, "users").value;
    if (base === code || addons.some((addon) => addon === code)) users.push(row);
  }
  return users;
}

/** Numbers of the same rows are told together: two locations may share a whole range. */
function checkNumbersOnce(runFile: RunFile): void {
  const groups = new Map<string, SharedNumbers[]>();
  for (const shared of runFile.rows.sharedNumbers()) {
    const key = shared.rows.join();
    const group = groups.get(key);
    if (group) group.push(shared);
    else groups.set(key, [shared]);
  }
  for (const group of groups.values()) refuseNumbers(runFile, group);
}

/** `shared`: numbers of the same rows. */
function refuseNumbers(runFile: RunFile, shared: readonly SharedNumbers[]): void {
  const rows = shared[0]?.rows ?? [];
  const others = othersOf(runFile, rows);
  const count = countNumbers(shared);
  const first = firstNumbers(shared, 6).map(toE164);
  const some = first.slice(0, othersNamed);
  for (const id of rows) {
    const row = runFile.rows.row(id);
    addProblem(runFile, row, "error", {
      code: "duplicate_number",
      column: row.sheet === "customers" ? "hq_phone_numbers" : "phone_numbers",
      value: first[0] ?? "",
      message:
        count === 1
          ? text("number_of_other_location", { number: first[0] ?? "", ...others(id) })
          : text("numbers_of_other_location", { count, first: some, ...others(id) }),
      hint: text("number_at_one_location"),
    });
  }
}

/** How many of the others a message names. */
const othersNamed = 5;

type OtherRows = { readonly rows: readonly string[]; readonly more: number };

/** The rows beside one: the first few by their addresses, and how many more there are. */
function othersOf(runFile: RunFile, rows: readonly RowId[]): (id: RowId) => OtherRows {
  const first = rows.slice(0, othersNamed + 1).map((id) => ({ id, at: formatAddress(runFile.rows.address(id)) }));
  return (id) => {
    const others = first.filter((other) => other.id !== id).slice(0, othersNamed);
    return { rows: others.map(({ at }) => at), more: rows.length - 1 - others.length };
  };
}
