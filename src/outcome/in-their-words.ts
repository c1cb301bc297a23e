/** Problems of a row whose file was mapped, told by the headers and cells of that file: what a person finds there, and what may be written there. */

import { isError } from "../model/issue.ts";
import { type MappedColumn, positionOf } from "../model/mapped-columns.ts";
import type { Problem, RowOutcome } from "../model/run-report.ts";
import type { SheetFile } from "../model/sheet.ts";
import { shorten } from "../model/shorten.ts";
import { languages } from "../model/words/language.ts";
import { say, type Text, text, verbatim } from "../model/words/text.ts";
import { textOfCell } from "../sheets/cells/check-cell.ts";
import { pathOf } from "../sheets/mapping/mistakes.ts";
import { cellUnder, viewOf } from "../sheets/mapping/view.ts";
import { sheets } from "../sheets/sheets.ts";

/** A row of a file as it was, where no mapping was used. */
export function inTheirWords(outcome: RowOutcome, file: SheetFile): RowOutcome {
  if (!file.mapping || outcome.problems.length === 0) return outcome;
  return { ...outcome, problems: outcome.problems.map((problem) => inWordsOf(file, outcome.cells, problem)) };
}

/** `cells`: those of the row. `column` stays ours. */
export function inWordsOf(file: SheetFile, cells: readonly string[], problem: Problem): Problem {
  const { mapping } = file;
  const { column, message } = problem;
  if (!mapping || column === undefined || isTold(message)) return problem;
  const mapped = mapping.columns.find((each) => each.column === column);
  if (mapped?.constant !== undefined) {
    const { repair: _repair, ...rest } = problem;
    const path = pathOf(mapping.path, ["constants", column]);
    return { ...rest, message: text("value_of_mapping", { message, mapping: mapping.name, path }) };
  }
  const position = positionOf(file, column);
  if (position < 0 || !viewOf(file).columns.includes(column)) return problem;
  const told = mapped ? ofMadeColumn(file, cells, problem, mapped) : ofPlainColumn(file, problem, position);
  return once(told, problem);
}

/** What was told before, by a run whose words these are. */
function isTold({ says }: Text): boolean {
  return (
    says === "in_column_of_file" ||
    says === "in_cell_of_file" ||
    says === "value_of_mapping" ||
    says === "value_of_profile"
  );
}

/** The cell is the column's, under another name. */
function ofPlainColumn({ header }: SheetFile, problem: Problem, position: number): Problem {
  const name = header[position] ?? "";
  if (name === problem.column) return problem;
  return { ...problem, message: text("in_column_of_file", { message: problem.message, headers: [name] }) };
}

function ofMadeColumn(file: SheetFile, cells: readonly string[], problem: Problem, mapped: MappedColumn): Problem {
  const { repair, value: _ours, ...rest } = problem;
  const { message } = problem;
  const sources = mapped.from.map((at) => ({ header: file.header[at] ?? "", cell: textOfCell(cells[at] ?? "") }));
  const filled = sources.filter(({ cell }) => cell !== "");
  const value = filled.map(({ cell }) => cell).join(" | ");
  const shown = filled.map(({ header, cell }) => ({ header, cell: shorten(cell) }));
  const hint = hintOf(file, problem, mapped, value);
  const isAsItIs = sources.length === 1 && value === cellUnder(file, cells, mapped.column);
  return {
    ...rest,
    ...(value === "" ? {} : { value: shorten(value) }),
    ...(hint ? { hint } : {}),
    ...(repair !== undefined && isMadeBy(file, cells, mapped, repair) ? { repair } : {}),
    message:
      shown.length === 0 || isAsItIs
        ? text("in_column_of_file", { message, headers: sources.map(({ header }) => header) })
        : text("in_cell_of_file", { message, cells: shown }),
  };
}

/** A value of a choice may be mapped for all rows. */
function hintOf(
  { mapping, sheet }: SheetFile,
  { hint, ...problem }: Problem,
  mapped: MappedColumn,
  value: string,
): Text | undefined {
  const isChoice = mapped.values !== undefined || sheets[sheet].columns[mapped.column]?.type.values !== undefined;
  const isOne = mapped.split === undefined && mapped.join === undefined && mapped.prefix === undefined;
  if (!mapping || !isError(problem) || !isChoice || !isOne || value === "") return hint;
  const path = pathOf(mapping.path, ["values", mapped.column]);
  return text("or_map_value", { value: shorten(value), mapping: mapping.name, path, ...(hint ? { hint } : {}) });
}

/** Does the column become the repair when it is written into the cell, and no other column another? */
function isMadeBy(file: SheetFile, cells: readonly string[], { column, from }: MappedColumn, repair: string): boolean {
  const [position, ...others] = from;
  if (position === undefined || others.length > 0) return false;
  const { columns, read } = viewOf(file);
  const [before, after] = [read(cells), read(cells.with(position, repair))];
  return columns.every((name, index) =>
    name === column ? after[index] === repair : name === undefined || after[index] === before[index],
  );
}

/** A message that came back with the row of a workbook may say it already, in the language of that run. */
function once(told: Problem, before: Problem): Problem {
  if (before.message.says !== "verbatim") return told;
  const without = { ...told.message, values: { ...told.message.values, message: verbatim("") } };
  const isSaid = languages.some((language) => say(before.message, language).includes(say(without, language).trim()));
  return isSaid ? { ...told, message: before.message } : told;
}
