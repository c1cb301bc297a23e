/** What a result file is: tables, which are CSV files and worksheets, and outputs, which are files of whatever kind. Writes nothing. */

import type { ReportSource, RowOutcome } from "../../model/run-report.ts";
import type { Language } from "../../model/words/language.ts";
import type { Text } from "../../model/words/text.ts";
import type { Summary } from "../summary.ts";
import type { FailedFile, FailedLocation } from "./failed-rows.ts";
import type { Tone } from "./workbook-styles.ts";

/** The cells of a line, in the order of the table's columns. */
export type Cells = readonly string[];

/** A table of a run: a worksheet of results.xlsx and, but for `isWorksheetOnly`, a CSV file. */
export type Table = {
  /** Of the worksheet; blanks in it are underscores in the name of the CSV file. */
  readonly name: string;
  readonly columns: Cells;
  readonly isWorksheetOnly?: true;
  /** The colours of a line in the worksheet, by the index of the cell. */
  toneOf(cells: Cells): (index: number) => Tone;
  /** Under which label the screen names the CSV file at the end of a run; without it, it does not. */
  readonly screenLabel?: ScreenLabel;
  /** `language`: of the sentences in its cells. */
  start(source: ReportSource, language: Language): TableLines;
};

/** The lines of one run. */
export type TableLines = {
  /** Ahead of those of the rows. */
  before?(): Iterable<Cells>;
  /** Rows come in input order. `location`: where the row stands in failed/, if it is to be corrected. */
  linesOf(row: RowOutcome, location: FailedLocation | undefined): Iterable<Cells>;
  /** Behind those of the rows. */
  after?(): Iterable<Cells>;
};

/** `shown`: the labels of the files before it. */
export type ScreenLabel = (run: Summary, shown: readonly FileLabel[]) => FileLabel | undefined;

/** What the screen calls a file at the end of a run. */
export type FileLabel = "label_results" | "label_as_csv" | "label_errors" | "label_look";

/** A file that a run leaves behind. */
export type Output = {
  /** Within the folder of the results. */
  readonly name: string;
  readonly screenLabel?: ScreenLabel;
  /** It tells of the other files: it is published when they are. */
  readonly isLast?: true;
  /** Undefined where this run has no such file. Throws UserError where it cannot be written. */
  open(path: string, source: ReportSource, options: OutputOptions): Promise<OutputWriter | undefined>;
};

export type OutputOptions = {
  /** Between the cells of CSV files. */
  readonly csvDelimiter: string;
  /** False: no workbooks, where nobody will open them. */
  readonly hasWorkbooks: boolean;
  /** Of the sentences in the file. */
  readonly language: Language;
};

export type OutputWriter = {
  /** What takes the lines of each table that the file holds. */
  readonly tables?: ReadonlyMap<Table, (cells: Cells) => Promise<void>>;
  /** Rows come in input order. */
  add?(row: RowOutcome): void;
  /** Moves the file to its place, and tells that place. `written`: the files before it. */
  publish(run: Summary, written: PublishedFiles): Promise<string>;
  /** For people: what the file does not hold. */
  notices?(): readonly Text[];
  /** Leaves nothing behind. */
  discard(): Promise<void>;
};

export type PublishedFiles = {
  /** The summary in the language of the run. */
  readonly told: Summary;
  readonly paths: readonly string[];
  readonly failed: readonly FailedFile[];
};

/** `by_customer.csv` of the table `by customer`. */
export function csvNameOf({ name }: Table): string {
  return `${name.replaceAll(" ", "_")}.csv`;
}

/** Of lines with one cell that says how the row stands: that cell, in its colour. */
export function toneByColumn(columns: Cells, column: string): Table["toneOf"] {
  const toned = columns.indexOf(column);
  return (cells) => {
    const tone = toneOfWord(cells[toned]);
    return (index) => (index === toned ? tone : "plain");
  };
}

export function toneOfWord(word: string | undefined): Tone {
  return tones.get(word ?? "") ?? "plain";
}

const tones: ReadonlyMap<string, Tone> = new Map<string, Tone>([
  ["succeeded", "good"],
  ["pending", "caution"],
  ["failed", "bad"],
  ["blocked", "caution"],
  ["invalid", "bad"],
  ["not_attempted", "quiet"],
  ["error", "bad"],
  ["warning", "caution"],
  ["create", "good"],
  ["update", "caution"],
  ["delete", "bad"],
  ["refused", "bad"],
]);
