/** Tells, in a message about a row, of the other rows that have a part in it: the first few, and how many more. */
import type { RunFile } from "../journal/run-file.ts";
import type { RowId } from "../model/plan.ts";
import { formatAddress } from "../model/sheet.ts";

/** How many of the others a message names. */
const othersNamed = 5;

/** Tells of the rows beside one: the first few by their addresses, and how many more there are. */
export function othersOf(runFile: RunFile, rows: readonly RowId[]): (id: RowId) => string {
  const first = rows.slice(0, othersNamed + 1).map((id) => ({ id, at: formatAddress(runFile.rows.address(id)) }));
  return (id) =>
    listSome(
      first.filter((other) => other.id !== id).map(({ at }) => at),
      rows.length - 1,
    );
}

/** `all`: how many there are, when not all of them are given. */
export function listSome(texts: readonly string[], all = texts.length): string {
  const shown = texts.slice(0, othersNamed);
  return all > shown.length ? `${shown.join(", ")} and ${all - shown.length} more` : shown.join(", ");
}
