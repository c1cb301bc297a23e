/** V13: a phone number belongs to one location of the whole batch. */

import type { SharedNumbers } from "../journal/number-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import { countNumbers, firstNumbers, toE164 } from "../model/number-ranges.ts";
import { addProblem } from "./issue-at.ts";
import { listSome, othersOf } from "./other-rows.ts";

/** Numbers of the same rows are told together: two locations may share a whole range. */
export function checkNumbersOnce(runFile: RunFile): void {
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
  const subject = count === 1 ? `The number ${first[0]} is` : `${count} numbers (${listSome(first, count)}) are`;
  for (const id of rows) {
    const row = runFile.rows.row(id);
    addProblem(runFile, row, "error", {
      code: "duplicate_number",
      column: row.sheet === "customers" ? "hq_phone_numbers" : "phone_numbers",
      value: first[0] ?? "",
      message: `${subject} given to another location too: ${others(id)}.`,
      hint: "A number belongs to one location: remove it from the others.",
    });
  }
}
