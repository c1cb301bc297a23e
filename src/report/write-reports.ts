/** Writes the result files of a run in one reading of its rows. Does not decide what becomes of a row, nor what the screen says. */
import { basename, join } from "node:path";
import type { ReportSource } from "../model/run-report.ts";
import { type CsvFile, openCsvFile } from "./csv-file.ts";
import { type Draft, openDraft, tellSecondName } from "./draft-file.ts";
import { errorColumns, toErrorCells, toErrorLines, toFileErrorLine } from "./errors-csv.ts";
import { type FailedFile, type FailedFolder, openFailedFolder } from "./failed-folder.ts";
import { type GrowingReportPage, readTemplate, startReportPage } from "./report-page.ts";
import { resultColumns, toResultCells, toResultLine } from "./results-csv.ts";
import { type Summary, startSummary } from "./summary.ts";
import { readKnownDigests, toSummaryJson } from "./summary-json.ts";

export type WrittenReports = {
  readonly results: string;
  readonly errors: string;
  readonly summary: string;
  /** report.html; absent where the page was not built. */
  readonly report?: string;
  /** What a person corrects and feeds back; empty when every row is good. */
  readonly failed: readonly FailedFile[];
  /** For people: which file stands under a second name or was moved aside, and why. */
  readonly notices: readonly string[];
  /** What summary.json tells. */
  readonly run: Summary;
};

/** Of the files for people and programs, in the order in which they are told. */
export function pathsOf({ results, errors, summary, failed }: WrittenReports): readonly string[] {
  return [results, errors, summary, ...failed.map(({ path }) => path)];
}

/**
 * Writes results.csv, errors.csv, failed/ (but for an undo: there is nothing to correct), report.html and summary.json
 * into the folder, which is made (0700) when missing; files are 0600. Rows stream through: memory does not grow with them. Nothing is replaced before all is written. Throws a
 * `UserError` where it cannot write. Rules: spec of results.
 */
export async function writeReports(source: ReportSource, folder: string): Promise<WrittenReports> {
  const drafts = await openDrafts(source, folder);
  try {
    const page = startReportPage();
    const run = await fill(drafts, source, page);
    return await publish(drafts, folder, run, (links) => writePage(folder, page, run, source, links));
  } catch (error) {
    await discard(drafts);
    throw error;
  }
}

type Drafts = {
  readonly results: CsvFile;
  readonly errors: CsvFile;
  readonly summary: Draft;
  readonly failed: FailedFolder;
};

async function openDrafts(source: ReportSource, folder: string): Promise<Drafts> {
  return {
    results: await openCsvFile(join(folder, "results.csv"), resultColumns),
    errors: await openCsvFile(join(folder, "errors.csv"), errorColumns),
    summary: await openDraft(join(folder, "summary.json")),
    failed: openFailedFolder(join(folder, "failed"), source.facts().command === "undo" ? [] : source.facts().files),
  };
}

async function fill(
  { results, errors, failed }: Drafts,
  source: ReportSource,
  page: GrowingReportPage,
): Promise<Summary> {
  const { runId } = source.facts();
  const summary = startSummary(source.facts(), source.fileIssues());
  for (const issue of source.fileIssues()) await errors.add(toErrorCells(toFileErrorLine(issue)));
  for (const row of source.rows()) {
    await results.add(toResultCells(toResultLine(runId, row)));
    for (const line of toErrorLines(row)) await errors.add(toErrorCells(line));
    await failed.add(row);
    summary.add(row);
    page.add(row);
  }
  return summary.finish();
}

async function publish(
  drafts: Drafts,
  folder: string,
  run: Summary,
  write: (links: readonly string[]) => Promise<string | undefined>,
): Promise<WrittenReports> {
  const failed = await drafts.failed.publish(await readKnownDigests(join(folder, "summary.json")));
  const results = (await drafts.results.publish()).path;
  const errors = (await drafts.errors.publish()).path;
  await drafts.summary.write(toSummaryJson(run, failed.files));
  const summary = await drafts.summary.publish();
  const corrections = failed.files.map(({ path }) => `failed/${basename(path)}`);
  const report = await write([basename(results), basename(errors), ...corrections]);
  const secondNames = [
    ...tellSecondName("results.csv", results),
    ...tellSecondName("errors.csv", errors),
    ...tellSecondName("summary.json", summary),
    ...(report ? tellSecondName("report.html", report) : []),
  ];
  const notices = [...failed.notices, ...secondNames];
  return { results, errors, summary, ...(report ? { report } : {}), failed: failed.files, notices, run };
}

async function writePage(
  folder: string,
  page: GrowingReportPage,
  run: Summary,
  source: ReportSource,
  links: readonly string[],
): Promise<string | undefined> {
  const template = await readTemplate();
  if (template === undefined) return undefined;
  const draft = await openDraft(join(folder, "report.html"));
  await draft.write(await page.finish(template, run, source.facts().files, links));
  return draft.publish();
}

async function discard({ results, errors, summary, failed }: Drafts): Promise<void> {
  for (const draft of [results, errors, summary, failed]) await draft.discard();
}
