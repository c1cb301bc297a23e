/** Writes the result files of a run in one reading of its rows. Does not decide what becomes of a row, nor what a file holds. */

import { join } from "node:path";
import { isOfSheets, type ReportSource } from "../../model/run-report.ts";
import type { Language } from "../../model/words/language.ts";
import type { Text } from "../../model/words/text.ts";
import { type Summary, startSummary } from "../summary.ts";
import { tellSecondName } from "./draft-file.ts";
import { type FailedFolder, openFailedFolder } from "./failed-folder.ts";
import type { FailedFile } from "./failed-rows.ts";
import type { Cells, FileLabel, Output, OutputWriter, Table } from "./output.ts";
import { outputs, tables } from "./outputs.ts";
import { readKnownDigests, summaryName } from "./summary-json.ts";

export type ResultOptions = {
  /** Between the cells of the CSV files but for those of failed/; default: comma. */
  readonly csvDelimiter?: string;
  /** Two more columns in the CSV files of failed/: what is wrong with the row, and what to do. */
  readonly hasReasons?: boolean;
  /** False: no workbooks, where nobody will open them. */
  readonly hasWorkbooks?: boolean;
  /** In which people are told what is wrong; default: that of the run. */
  readonly language?: Language;
};

export type WrittenReports = {
  /** Those outside of failed/, in the order in which a person is told of them. */
  readonly files: readonly WrittenFile[];
  /** What a person corrects and feeds back, the workbook first; empty when every row is good. */
  readonly failed: readonly FailedFile[];
  /** For people: which file stands under a second name or was moved aside, and why. */
  readonly notices: readonly Text[];
  /** What summary.json tells, in English. */
  readonly run: Summary;
  /** The same in the language of the files. */
  readonly told: Summary;
};

export type WrittenFile = {
  /** `results.csv`, also where the file had to take another name. */
  readonly name: string;
  readonly path: string;
  /** Under which the screen names it; absent where it does not. */
  readonly label?: FileLabel;
};

/** Of the files for people and programs, in the order in which they are told. */
export function pathsOf({ files, failed }: WrittenReports): readonly string[] {
  const forPeople = files.filter(({ name }) => name !== summaryName);
  const forPrograms = files.filter(({ name }) => name === summaryName);
  return [...forPeople, ...failed, ...forPrograms].map(({ path }) => path);
}

/**
 * Writes the outputs of the list, and failed/ (but for an undo: there is nothing to correct), into the folder, which is made
 * (0700) when missing; files are 0600. Rows stream through: memory does not grow with them. Nothing is replaced before all is
 * written. Throws a `UserError` where it cannot write. Rules: spec of results.
 */
export async function writeReports(
  source: ReportSource,
  folder: string,
  options: ResultOptions = {},
): Promise<WrittenReports> {
  const language = options.language ?? source.facts().language ?? "en";
  const failed = openFailed(source, folder, options, language);
  const opened: OpenOutput[] = [];
  try {
    for (const output of outputs) opened.push(...(await openOutput(output, source, folder, options, language)));
    const summaries = await fill(opened, failed, source, language);
    return await publish(opened, failed, folder, summaries);
  } catch (error) {
    for (const { discard } of [...opened.map(({ writer }) => writer), failed]) await discard();
    throw error;
  }
}

type OpenOutput = { readonly output: Output; readonly writer: OutputWriter };

async function openOutput(
  output: Output,
  source: ReportSource,
  folder: string,
  { csvDelimiter = ",", hasWorkbooks = true }: ResultOptions,
  language: Language,
): Promise<readonly OpenOutput[]> {
  const writer = await output.open(join(folder, output.name), source, { csvDelimiter, hasWorkbooks, language });
  return writer ? [{ output, writer }] : [];
}

function openFailed(
  source: ReportSource,
  folder: string,
  { hasReasons = false, hasWorkbooks = true }: ResultOptions,
  language: Language,
): FailedFolder {
  const { command, files } = source.facts();
  return openFailedFolder(join(folder, "failed"), isOfSheets(command) ? files : [], {
    hasReasons,
    hasWorkbook: hasWorkbooks,
    language,
  });
}

type Summaries = Pick<WrittenReports, "run" | "told">;

async function fill(
  opened: readonly OpenOutput[],
  failed: FailedFolder,
  source: ReportSource,
  language: Language,
): Promise<Summaries> {
  const summary = startSummary(source.facts(), source.fileIssues(), "en");
  const told = language === "en" ? undefined : startSummary(source.facts(), source.fileIssues(), language);
  const writers = opened.map(({ writer }) => writer);
  const growing = tables.flatMap((table) => grow(table, writers, source, language));
  for (const { lines, add } of growing) await addAll(add, lines.before?.() ?? []);
  for (const row of source.rows()) {
    const location = await failed.add(row);
    for (const { lines, add } of growing) await addAll(add, lines.linesOf(row, location));
    for (const writer of writers) writer.add?.(row);
    summary.add(row);
    told?.add(row);
  }
  for (const { lines, add } of growing) await addAll(add, lines.after?.() ?? []);
  const run = summary.finish();
  return { run, told: told?.finish() ?? run };
}

/** None of a table that no file holds. */
function grow(table: Table, writers: readonly OutputWriter[], source: ReportSource, language: Language) {
  const add = writers.flatMap((writer) => writer.tables?.get(table) ?? []);
  return add.length > 0 ? [{ lines: table.start(source, language), add }] : [];
}

async function addAll(add: readonly ((cells: Cells) => Promise<void>)[], lines: Iterable<Cells>): Promise<void> {
  for (const cells of lines) for (const addTo of add) await addTo(cells);
}

async function publish(
  opened: readonly OpenOutput[],
  failedFolder: FailedFolder,
  folder: string,
  { run, told }: Summaries,
): Promise<WrittenReports> {
  const { files: failed, notices } = await failedFolder.publish(await readKnownDigests(join(folder, summaryName)));
  const ofFiles = opened.flatMap(({ writer }) => writer.notices?.() ?? []);
  const written: PublishedOutput[] = [];
  const inOrder = [...opened.filter(({ output }) => !output.isLast), ...opened.filter(({ output }) => output.isLast)];
  for (const { output, writer } of inOrder)
    written.push({ output, path: await writer.publish(run, { paths: written.map(({ path }) => path), failed, told }) });
  const files = labelFiles(
    outputs.flatMap((output) => written.filter((each) => each.output === output)),
    run,
  );
  const secondNames = files.flatMap(({ name, path }) => tellSecondName(name, path));
  return { files, failed, run, told, notices: [...notices, ...ofFiles, ...secondNames] };
}

type PublishedOutput = { readonly output: Output; readonly path: string };

function labelFiles(written: readonly PublishedOutput[], run: Summary): readonly WrittenFile[] {
  const shown: FileLabel[] = [];
  return written.map(({ output: { name, screenLabel }, path }) => {
    const label = screenLabel?.(run, shown);
    if (label === undefined) return { name, path };
    shown.push(label);
    return { name, path, label };
  });
}
