/** The columns that are added behind those of a file, and ignored when it comes back. Two are for people; the third records what only the workbook knew about its cells. */
import { isUntouched, type RefusedCell, readRefusedCells, refusedColumn } from "../../model/refused-cells.ts";
import { reasonColumns } from "../../model/sheet.ts";
import { shorten } from "../../model/shorten.ts";
import { languages } from "../../model/words/language.ts";
import { say, text, verbatim } from "../../model/words/text.ts";
import { trimBlanks } from "../cells/check-cell.ts";
import type { Flaw, ReadRow } from "./file-rows.ts";

const names: ReadonlySet<string> = new Set([...reasonColumns, refusedColumn]);

export type OwnColumns = {
  /** The cells of the file itself. */
  remove(cells: readonly string[]): readonly string[];
  /** Were its rows in a workbook when they were refused? */
  readonly hasRefusedCells: boolean;
  /** A row without them. What was refused of its cells is refused again where the cell is as it was. `positionOf`: among those of the file itself, of the cell that a column comes from. */
  read(row: ReadRow, positionOf: (column: string) => number): ReadRow;
};

/** Undefined where the header has none of them. */
export function ownColumns(header: readonly string[]): OwnColumns | undefined {
  const locations = header.flatMap((cell, index) => (names.has(trimBlanks(cell)) ? [index] : []));
  if (locations.length === 0) return undefined;
  const remove = (cells: readonly string[]) => cells.filter((_, index) => !locations.includes(index));
  const refusedAt = header.findIndex((cell) => trimBlanks(cell) === refusedColumn);

  /** Where what is wrong with the format stands among the cells of the file itself. */
  function move(flaw: Flaw): readonly Flaw[] {
    const { position } = flaw;
    if (position === undefined) return [flaw];
    if (locations.includes(position)) return [];
    return [{ ...flaw, position: position - locations.filter((location) => location < position).length }];
  }

  return {
    remove,
    hasRefusedCells: refusedAt >= 0,
    read({ row, cells: all, flaws = [] }, positionOf) {
      const cells = remove(all);
      const told = flaws.flatMap(move);
      const again = readRefusedCells(all[refusedAt] ?? "").flatMap((refused) => {
        const position = positionOf(refused.column);
        const isTold = position < 0 || told.some((flaw) => flaw.position === position);
        return isTold || !isUntouched(refused, cells[position] ?? "") ? [] : [flawOf(refused, position)];
      });
      return told.length + again.length > 0 ? { row, cells, flaws: [...told, ...again] } : { row, cells };
    },
  };
}

function flawOf({ code, text: cell, message, hint = "", repair }: RefusedCell, position: number): Flaw {
  const way = verbatim(shortened(hint));
  const isTold = languages.some((language) => hint.endsWith(say(text("type_space_for_blank"), language)));
  return {
    code,
    severity: "error",
    message: verbatim(shortened(message)),
    hint: cell === "" && !isTold ? text("hint_or_space", { hint: way }) : way,
    position,
    ...(repair === undefined ? {} : { repair }),
  };
}

const longestText = 1000;

function shortened(said: string): string {
  return shorten(said, longestText);
}
