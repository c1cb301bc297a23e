/** Reads the batch into the run file: every row with its cells, what it means in the batch, and all that is wrong with it. No network. */

import type { FileId } from "../journal/file-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import { isError } from "../model/issue.ts";
import type { RememberedTemplates } from "../model/ports.ts";
import type { CheckCounts, Emit } from "../model/run-event.ts";
import type { SheetName } from "../model/sheet.ts";
import { sheetNames } from "../model/sheet.ts";
import { checkUnique, checkWholeBatch } from "../plan/batch-rules.ts";
import { type RowLinker, rowLinker } from "../plan/link-rows.ts";
import { type FoundInputs, findInputs } from "../sheets/find-inputs.ts";
import { type CheckedRow, type ReadOptions, readSheet } from "../sheets/read-sheet.ts";
import type { SourceFile } from "../sheets/source-file.ts";

export type BatchInput = {
  readonly inputs: readonly string[];
  readonly sheets?: Partial<Record<SheetName, readonly string[]>>;
  /** By path: the names under which people know files that lie under others. */
  readonly names?: ReadonlyMap<string, string>;
  readonly reading?: ReadOptions;
};

export type StagedBatch = {
  readonly counts: CheckCounts;
  /** Files that could not be read as a sheet; `apply` writes nothing to the target then. */
  readonly refusedFiles: readonly string[];
};

/** The files of the batch. Throws UserError when there is nothing to read. */
export function findBatch({ inputs, sheets = {}, names, reading: { limits } = {} }: BatchInput): Promise<FoundInputs> {
  return findInputs(inputs, { sheetOverrides: sheets, ...(names ? { names } : {}), ...(limits ? { limits } : {}) });
}

/** In the place of the id of a file that could not be opened. */
const noFile: FileId = 0;

/** Throws the signal's reason when a person stops it. */
export async function stageBatch(
  runFile: RunFile,
  { sources, issues }: FoundInputs,
  input: BatchInput,
  remembered: RememberedTemplates,
  emit: Emit,
  stop: AbortSignal,
): Promise<StagedBatch> {
  for (const issue of issues) runFile.rows.addIssue(undefined, noFile, issue);
  if (issues.length > 0) emit({ type: "issues", issues });
  const linker = rowLinker(runFile, remembered);
  const refusedFiles: string[] = issues.filter(isError).map(({ at }) => at.file);
  for (const sheet of sheetNames) {
    for (const source of sources.filter((each) => each.sheet === sheet)) {
      const isRefused = await stageFile(runFile, linker, source, input.reading ?? {}, emit, stop);
      if (isRefused) refusedFiles.push(source.file);
    }
    runFile.together(() => checkUnique(runFile, sheet));
  }
  runFile.finishStaging();
  runFile.together(() => checkWholeBatch(runFile));
  const counts = countChecks(runFile);
  emit({ type: "checked", counts });
  return { counts, refusedFiles };
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
    if (event.kind === "header") file = runFile.rows.addFile(event.file);
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
    runFile.rows.setRowCount(file, rows);
    emit({ type: "read", file: runFile.rows.fileOf(file), isRefused });
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
