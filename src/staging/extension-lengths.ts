/** Extensions that a spreadsheet shortened: the one of a location that has fewer digits than all the others. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { RowId } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import { textOfCell } from "../sheets/cells/check-cell.ts";
import { textOfHint, writeAsText } from "../sheets/cells/repair.ts";
import { cellUnder } from "../sheets/mapping/view.ts";
import { addProblem } from "./issue-at.ts";

type Lengths = {
  count: number;
  /** Of the shortest: its digits, its row, and how many are as short. */
  shortest: number;
  row: RowId;
  asShort: number;
  /** Of the others. */
  next: number;
  longest: number;
  /** One begins with 0: no program took zeros away here. */
  hasZero: boolean;
};

export type ExtensionLengths = {
  /** `place`: the row of the location. */
  add(location: RowId, row: RowId, extension: string): void;
  /** Once all users are staged. */
  check(runFile: RunFile): void;
};

/** With fewer extensions, a short one is no exception. */
const fewest = 3;

export function extensionLengths(): ExtensionLengths {
  const locations = new Map<RowId, Lengths>();
  return {
    add(location, row, extension) {
      const { length } = extension;
      const hasZero = extension.startsWith("0");
      const known = locations.get(location);
      if (!known) {
        locations.set(location, { count: 1, shortest: length, row, asShort: 1, next: 0, longest: length, hasZero });
        return;
      }
      known.count += 1;
      known.hasZero ||= hasZero;
      known.longest = Math.max(known.longest, length);
      if (length < known.shortest) Object.assign(known, { shortest: length, row, asShort: 1, next: known.shortest });
      else if (length === known.shortest) known.asShort += 1;
      else known.next = known.next === 0 ? length : Math.min(known.next, length);
    },
    check(runFile) {
      for (const lengths of locations.values()) {
        if (lengths.count >= fewest && lengths.asShort === 1 && !lengths.hasZero) refuse(runFile, lengths);
      }
    },
  };
}

function refuse(runFile: RunFile, { row: id, shortest, next, longest }: Lengths): void {
  const row = runFile.rows.row(id);
  const value = cellUnder(runFile.files.of(row.file), row.cells, "extension") ?? "";
  const whole = writeAsText(textOfCell(value).padStart(next, "0"));
  const isSure = next === longest;
  addProblem(runFile, row, "error", {
    code: "extension_lost_zero",
    column: "extension",
    value,
    message: text("extension_shorter_than_others", { digits: shortest, others: next, isLeast: !isSure }),
    hint: isSure ? textOfHint(whole) : text("write_in_full"),
    ...(isSure ? { repair: whole.write } : {}),
  });
}
