/** Reads the batch into the run file: every row with its cells, what it means in the batch, and all that is wrong with it. No network. */

import { readdir } from "node:fs/promises";
import type { FileId } from "../journal/run-file/file-table.ts";
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { isError } from "../model/issue.ts";
import { foldName } from "../model/names.ts";
import type { RememberedTemplates } from "../model/ports.ts";
import type { CheckCounts, Emit } from "../model/run-event.ts";
import type { SheetName } from "../model/sheet.ts";
import { correctionWorkbook, sheetNames } from "../model/sheet.ts";
import type { Text } from "../model/words/text.ts";
import { openRun } from "../run/folder.ts";
import type { BatchInput } from "../run/options.ts";
import { withSection } from "../sheets/mapping/choose-section.ts";
import { loadMapping } from "../sheets/mapping/load-mapping.ts";
import type { Mapping } from "../sheets/mapping/mapping-file.ts";
import { refuseUnknownFiles } from "../sheets/read/encoding-choices.ts";
import { type FoundInputs, findInputs } from "../sheets/read/find-inputs.ts";
import type { RowObjects } from "../sheets/read/read-objects.ts";
import { type CheckedRow, type ReadOptions, readSheet } from "../sheets/read/read-sheet.ts";
import type { ReadLimits, SourceFile } from "../sheets/read/source-file.ts";
import { checkUnique, checkWholeBatch } from "./batch-rules.ts";
import type { ChosenForms, FilesOfSheets } from "./failed-form.ts";
import { type LinkingFor, type RowLinker, rowLinker } from "./link-rows.ts";
import { stageParentRows } from "./parent-rows.ts";
import { profilesOf } from "./profiles.ts";

export type StagedBatch = {
  readonly counts: CheckCounts;
  /** Files that could not be read as a sheet; `apply` writes nothing to the target then. */
  readonly refusedFiles: readonly string[];
  /** Files and worksheets that look like tables and are no part of the batch. */
  readonly unreadFiles: readonly string[];
};

/** `notes`, for people: which of two forms of the same rows is read. */
export type FoundBatch = FoundInputs & { readonly notes?: readonly Text[] };

/**
 * The files of the batch. Throws UserError when there is nothing to read, an option names a file that is not there, or a
 * folder has the same rows in two forms and both were edited, and the signal's reason.
 */
export async function findBatch(
  { inputs = [], sheets = {}, rows = {}, names, unread = [], reading = {}, usualMapping, ...given }: BatchInput,
  stop?: AbortSignal,
): Promise<FoundBatch> {
  const mapping = given.mapping === undefined ? undefined : await loadMapping(given.mapping);
  const ofProgram = sheetNames.flatMap((sheet) => sourceOfRows(sheet, rows[sheet], mapping ?? usualMapping));
  const hasFiles = inputs.length > 0 || Object.keys(sheets).length > 0;
  if (ofProgram.length > 0 && !hasFiles) return { sources: ofProgram, issues: unread };
  const { leftOut, sheets: beside, notes } = await formsIn(inputs, reading.limits);
  const found = await findInputs(inputs, {
    sheetOverrides: joinSheets(sheets, beside),
    leftOut,
    ...(names ? { names } : {}),
    ...(mapping ? { mapping } : {}),
    ...(usualMapping ? { usualMapping } : {}),
    ...(reading.limits ? { limits: reading.limits } : {}),
    ...(stop ? { signal: stop } : {}),
  });
  const unopened = found.issues.filter(isError).map(({ at }) => at.file);
  refuseUnknownFiles(reading, found.sources, unopened);
  return { sources: [...found.sources, ...ofProgram], issues: [...found.issues, ...unread], notes };
}

/** A folder failed/ has its rows in two forms. Of other folders nothing is left out, and what tells the forms apart is not loaded. */
async function formsIn(inputs: readonly string[], limits: ReadLimits | undefined): Promise<ChosenForms> {
  const names = await Promise.all(inputs.map((input) => readdir(input).catch(() => [])));
  const [stem = ""] = correctionWorkbook.split(".");
  const mayHoldBoth = names.flat().some((name) => name.startsWith(stem) && name.endsWith(".xlsx"));
  if (!mayHoldBoth) return { leftOut: new Set(), sheets: {}, notes: [] };
  const { chooseForms } = await import("./failed-form.ts");
  return chooseForms(inputs, limits);
}

function joinSheets(told: FilesOfSheets, others: FilesOfSheets): FilesOfSheets {
  return Object.fromEntries(
    sheetNames.flatMap((sheet) => {
      const files = [...(told[sheet] ?? []), ...(others[sheet] ?? [])];
      return files.length > 0 ? [[sheet, files]] : [];
    }),
  );
}

/** Labelled with the name of the sheet: `users:2` is the first of its rows. */
function sourceOfRows(
  sheet: SheetName,
  rows: RowObjects | undefined,
  mapping: Mapping | undefined,
): readonly SourceFile[] {
  return rows ? [withSection({ sheet, file: sheet, path: sheet, rows }, mapping)] : [];
}

/** In the place of the id of a file that could not be opened. */
const noFile: FileId = 0;

/** Throws the signal's reason when a person stops it. */
export async function stageBatch(
  runFile: RunFile,
  { sources, issues, notes = [] }: FoundBatch,
  input: BatchInput,
  remembered: RememberedTemplates,
  emit: Emit,
  stop: AbortSignal,
  linkingFor: LinkingFor,
): Promise<StagedBatch> {
  for (const note of notes) emit({ type: "note", text: note });
  for (const issue of issues) runFile.rows.addIssue(undefined, noFile, issue);
  if (issues.length > 0) emit({ type: "issues", issues });
  const linker = rowLinker(runFile, remembered, linkingFor);
  const reading = { ...input.reading, signal: stop, profiles: profilesOf(runFile) };
  const refusedFiles: string[] = issues.filter(isError).map(({ at }) => at.file);
  using parent = input.parent && openRun(input.parent.folder);
  const leftOf = parent && input.parent?.rowsLeft(parent);
  for (const sheet of sheetNames) {
    const left = leftOf?.(sheet) ?? [];
    if (parent && sheet !== "profiles") stageParentRows(runFile, linker, parent, sheet, left);
    for (const source of sources.filter((each) => each.sheet === sheet)) {
      const isRefused = await stageFile(runFile, linker, source, reading, emit, stop);
      if (isRefused) refusedFiles.push(source.file);
    }
    if (parent && sheet === "profiles") stageParentRows(runFile, linker, parent, sheet, withoutOwn(runFile, left));
    runFile.together(() => checkUnique(runFile, sheet));
  }
  runFile.finishStaging();
  runFile.units.setAside(runFile.rows.contextSpans());
  runFile.together(() => {
    linker.finish();
    checkWholeBatch(runFile);
  });
  const counts = countChecks(runFile);
  emit({ type: "checked", counts });
  const unreadFiles = issues.filter(({ code }) => code === "file_not_read").map(({ at }) => at.file);
  return { counts, refusedFiles, unreadFiles };
}

/** A profile that came with the rows to retry is in the place of that of the run before. */
function withoutOwn(runFile: RunFile, left: Iterable<StoredRow>): readonly StoredRow[] {
  const own = new Set([...runFile.rows.ofProfiles()].map(({ key }) => foldName(key)));
  return [...left].filter(({ key }) => !own.has(foldName(key)));
}

async function stageFile(
  runFile: RunFile,
  linker: RowLinker,
  source: SourceFile,
  reading: ReadOptions,
  emit: Emit,
  stop: AbortSignal,
): Promise<boolean> {
  let file: FileId | undefined;
  let rows = 0;
  let isRefused = false;
  for await (const event of readSheet(source, reading)) {
    stop.throwIfAborted();
    if (event.kind === "header") file = runFile.files.add(event.file);
    if (event.kind === "issues") {
      for (const issue of event.issues) runFile.rows.addIssue(undefined, file ?? noFile, issue);
      emit({ type: "issues", issues: event.issues });
    }
    if (event.kind === "rows" && file !== undefined) {
      const id = file;
      runFile.together(() => stageRows(runFile, linker, source.sheet, id, event.rows));
      rows += event.rows.length;
      emit({ type: "reading", file: source.file, rows });
    }
    if (event.kind === "end") isRefused = event.refused;
  }
  if (file !== undefined) {
    runFile.files.setRowCount(file, rows);
    emit({ type: "read", file: runFile.files.of(file), isRefused });
  }
  return isRefused;
}

function stageRows(
  runFile: RunFile,
  linker: RowLinker,
  sheet: SheetName,
  file: FileId,
  rows: readonly CheckedRow[],
): void {
  const first = runFile.rows.nextId();
  runFile.rows.stage(
    file,
    sheet,
    rows.map((row, index) => linker.link(sheet, row, first + index)),
  );
}

function countChecks(runFile: RunFile): CheckCounts {
  const { verdicts, warnings } = runFile.rows.count();
  const sum = (wanted: (verdict: string) => boolean) =>
    verdicts.filter(({ verdict }) => wanted(verdict)).reduce((total, { rows }) => total + rows, 0);
  return {
    rows: sum(() => true),
    invalid: sum((verdict) => verdict === "invalid"),
    blocked: sum((verdict) => verdict === "blocked"),
    warnings,
  };
}
