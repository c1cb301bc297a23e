/** Which rows a person must correct, what they are told about each, and the names of the files in failed/ that hold them. Does no file work. */

import { isError } from "../../model/issue.ts";
import { positionOf } from "../../model/mapped-columns.ts";
import type { RowStatus } from "../../model/outcome.ts";
import { writeRefusedCells } from "../../model/refused-cells.ts";
import type { RowOutcome } from "../../model/run-report.ts";
import { delimiters, type SheetFile } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { say } from "../../model/words/text.ts";
import { toCsv } from "../../storage/csv-text.ts";
import type { Tone } from "./workbook-styles.ts";

/** Where a row stands in the folder failed/. */
export type FailedLocation = {
  /** Relative to the folder of the results: `failed/users.csv`, `failed/correct.xlsx[users]`. */
  readonly file: string;
  /** As a spreadsheet shows it. */
  readonly row: number;
};

/** A file of failed/, and the label of the input file whose rows it holds; of the workbook, its own name. */
export type FailedFile = {
  readonly file: string;
  readonly path: string;
  readonly rows: number;
  readonly sha256: string;
  /** It has the two columns of reasons, though it is CSV. */
  readonly hasReasons?: true | undefined;
};

const statusesToCorrect: ReadonlySet<RowStatus> = new Set(["invalid", "failed", "blocked"]);

/** Does a row of this status stand in failed/? One that waits for Webex, alone or behind its parent, does not. */
export function isToCorrect(status: RowStatus): boolean {
  return statusesToCorrect.has(status);
}

/**
 * File names in failed/ by label of the input file, each of which is found as its sheet again: `users.csv`, or
 * `users-<name>.csv` where the sheet had several files. No two differ in case alone.
 */
export function nameFailedFiles(files: readonly SheetFile[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(files.map((file) => [file.file, takeName(stemOf(file, files), taken)]));
}

function stemOf(file: SheetFile, files: readonly SheetFile[]): string {
  const isOnlyOne = files.every((other) => other === file || other.sheet !== file.sheet);
  const name = isOnlyOne ? "" : nameWithin(file);
  return name === "" ? file.sheet : `${file.sheet}-${name}`;
}

/** What tells the file from others of its sheet: `north` of `in/users-north.csv.gz`, `batch` of `batch.xlsx[users]`. */
function nameWithin(file: SheetFile): string {
  const words = file.file
    .normalize("NFC")
    .replace(/\.(csv|tsv|xlsx)(\.gz)?(?=$|\[)/i, "")
    .split(/[^\p{L}\p{M}\p{N}_]+/u)
    .filter((word) => word !== "");
  const rest = words.filter((word) => word.toLowerCase() !== file.sheet);
  return rest.join("-").slice(0, 100);
}

function takeName(stem: string, taken: Set<string>): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? `${stem}.csv` : `${stem}-${count}.csv`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** The character between cells in the file of failed/: that of the input file, comma for a worksheet. */
export function delimiterOf(file: SheetFile): string {
  return delimiters.get(file.delimiter ?? "comma") ?? ",";
}

export type ExplainedRow = {
  /** A cell for each header, then those of `reasonColumns`. */
  readonly cells: readonly string[];
  /** What stands in `refusedColumn`, where the file has it. */
  readonly refused: string;
  readonly toneOf: (index: number) => Tone;
};

/**
 * The row with what is wrong and what to do behind its cells. A row of more or fewer cells than headers stands as it was
 * written in its first cell: laid out under the headers it would be another row, and could pass for a right one.
 */
export function explainRow(
  { cells, problems }: Pick<RowOutcome, "cells" | "problems">,
  file: SheetFile,
  language: Language,
): ExplainedRow {
  const width = file.header.length;
  const isWhole = cells.length === width || file.delimiter === undefined;
  const line = isWhole
    ? cells.slice(0, width)
    : [toCsv([cells], { delimiter: delimiterOf(file) }).replace(/\r\n$/, "")];
  const padded = Array.from({ length: width }, (_, index) => line[index] ?? "");
  const errors = problems.filter(isError);
  const tones = new Map<number, Tone>();
  for (const { column, severity } of problems.toReversed())
    tones.set(column === undefined ? width : positionOf(file, column), severity === "error" ? "bad" : "caution");
  if (!isWhole) tones.set(0, "bad");
  return {
    refused: isWhole ? writeRefusedCells(errors, (column) => padded[positionOf(file, column)] ?? "", language) : "",
    cells: [
      ...padded,
      joinOnce(errors.map(({ message }) => say(message, language))),
      joinOnce(errors.flatMap(({ hint }) => (hint ? [say(hint, language)] : []))),
    ],
    toneOf: (index) => tones.get(index) ?? "plain",
  };
}

function joinOnce(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ""))].join(" | ");
}
