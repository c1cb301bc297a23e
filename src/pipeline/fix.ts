/** Writes the certain repairs into the rows of failed/: what our checks know to write, and what a spreadsheet program took. Sends nothing. */

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isError } from "../model/issue.ts";
import { issueCodes } from "../model/issue-codes.ts";
import { positionOf } from "../model/mapped-columns.ts";
import type { Problem, RowOutcome } from "../model/run-report.ts";
import { formatAddress, type RowAddress } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import type { Language } from "../model/words/language.ts";
import { inEnglish, text } from "../model/words/text.ts";
import { customerOf, type FailedFileNow, type FailedRowNow, readFailedNow } from "../outcome/failed-rows-now.ts";
import { inWordsOf } from "../outcome/in-their-words.ts";
import { problemOf } from "../outcome/row-problems.ts";
import { isTaken } from "../outcome/taken-cells.ts";
import { startErrorGroups } from "../report/error-groups.ts";
import { digestOf, openFailedFolder } from "../report/files/failed-folder.ts";
import { readKnownFiles, summaryName, withFailedFiles } from "../report/files/summary-json.ts";
import type { FixedCell, Fixes } from "../report/screen/fix-text.ts";
import { readRunFacts } from "../run/facts.ts";
import { findRun, openRun } from "../run/folder.ts";
import { rowChecker } from "../sheets/cells/check-row.ts";
import type { RowFillers } from "../sheets/cells/fill-blanks.ts";
import { nearest } from "../sheets/cells/nearest.ts";
import { viewOf } from "../sheets/mapping/view.ts";
import { type FailedForm, findFailedForm } from "../staging/failed-form.ts";
import { profilesOf } from "../staging/profiles.ts";

export type FixRequest = {
  /** Default: the newest. */
  readonly runId?: string | undefined;
  readonly stateFolder: string;
  /** Only what this code is about; default: all. */
  readonly code?: string | undefined;
  /** Of what is left to a person. */
  readonly language: Language;
  /** Asked with what would be written, if there is anything; false: nothing is written. */
  confirm(fixes: Fixes): Promise<boolean>;
};

export type Fixed = Fixes & {
  /** Files that were written; none where nothing was. */
  readonly written: readonly string[];
};

/** In the place of a code, for what a program took: our checks need not have seen it. */
export const takenCode = "taken_by_spreadsheet";

/** Throws UserError for a code that there is not, and where both forms of failed/ were edited. */
export async function fix({ runId, stateFolder, code, language, confirm }: FixRequest): Promise<Fixed> {
  checkCode(code);
  const folder = await findRun(stateFolder, runId);
  using runFile = openRun(folder);
  const { undoOf, copies, options } = readRunFacts(runFile);
  const form: FailedForm = undoOf
    ? { folder: folder.path, inputs: [], edited: [] }
    : await findFailedForm(folder.path, copies);
  if (form.inputs.length === 0) throw nothingToFix(folder.runId);
  const files = await readFailedNow(runFile, folder.path, form);
  const profiles = profilesOf(runFile);
  const repaired = files.map((file) => repairFile(file, code, profiles));
  const fixes = {
    runId: folder.runId,
    cells: repaired.flatMap(({ fixed }) => fixed),
    ...countLeft(repaired, language),
  };
  if (fixes.cells.length === 0 || !(await confirm(fixes))) return { ...fixes, written: [] };
  return { ...fixes, written: await rewrite(folder.path, form, repaired, runFile.files.all(), options.language) };
}

type RepairedRow = {
  /** With what stands against it now; at its place in the input of the run. */
  readonly outcome: RowOutcome;
  /** Its place in failed/. */
  readonly now: RowAddress;
  /** A spreadsheet program took something of it, and it was not asked to give that back. */
  readonly isTaken: boolean;
};
type RepairedFile = { readonly fixed: readonly FixedCell[]; readonly rows: readonly RepairedRow[] };

function repairFile(now: FailedFileNow, code: string | undefined, profiles: RowFillers): RepairedFile {
  const { file, name, isEdited } = now;
  const view = viewOf(file);
  const check = rowChecker(file.sheet, file.columns, file.header, profiles.of(file.sheet, view.columns), view);
  const at = (row: number) => ({ sheet: file.sheet, file: file.file, row });
  const problemsOf = (cells: readonly string[], row: number) =>
    check(cells, at(row)).issues.map((issue) => inWordsOf(file, cells, problemOf(issue)));
  const added = (row: FailedRowNow) =>
    ({
      at: at(row.row),
      customer: customerOf(row, file),
      key: "",
      action: "create",
      status: "invalid",
      attempts: 0,
    }) as const;
  const fixed: FixedCell[] = [];
  const rows = now.rows.map((row): RepairedRow => {
    const cells = [...row.cells];
    const change = (index: number, text: string, why: string) => {
      fixed.push({
        file: name,
        row: row.row,
        column: file.header[index] ?? "",
        code: why,
        before: cells[index] ?? "",
        after: text,
      });
      cells[index] = text;
    };
    if (isEdited && isAsked(takenCode, code)) giveBack(row, cells, change);
    for (const { column, code: why, repair } of knownRepairs(row, cells, now))
      if (repair !== undefined && isAsked(why, code)) change(locationOf(column, now), repair, why);
    repairByChecks(cells, row.row, now, code, problemsOf, change);
    const problems = distinct([...problemsOf(cells, row.row), ...lasting(row, cells, now)]);
    return {
      outcome: { ...(row.was ?? added(row)), cells, problems },
      now: { sheet: file.sheet, file: name, row: row.row },
      isTaken: isEdited && takenFrom(row, cells).length > 0,
    };
  });
  return { fixed: joinChanges(fixed), rows };
}

type Change = (index: number, text: string, code: string) => void;

/** What a program took from the cells as we wrote them. */
function giveBack(row: FailedRowNow, cells: readonly string[], change: Change): void {
  for (const [index, cell] of takenFrom(row, cells)) change(index, cell, takenCode);
}

function takenFrom({ was }: FailedRowNow, cells: readonly string[]): readonly (readonly [number, string])[] {
  return [...(was?.cells ?? []).entries()].filter(([index, cell]) => isTaken(cell, cells[index] ?? ""));
}

/** Of the checks across rows, for cells that nobody has changed. */
function knownRepairs(row: FailedRowNow, cells: readonly string[], now: FailedFileNow): readonly Problem[] {
  return (row.was?.problems ?? []).filter((problem) => {
    const location = locationOf(problem.column, now);
    return problem.repair !== undefined && location >= 0 && cells[location] === row.was?.cells[location];
  });
}

/** A repair may uncover another fault of the same cell; some undo nothing, and are not tried again. */
const mostRounds = 4;

function repairByChecks(
  cells: readonly string[],
  row: number,
  now: FailedFileNow,
  code: string | undefined,
  problemsOf: (cells: readonly string[], row: number) => readonly Problem[],
  change: Change,
): void {
  for (let round = 0; round < mostRounds; round += 1) {
    const done = new Set<number>();
    for (const { column, code: why, repair } of problemsOf(cells, row)) {
      const location = locationOf(column, now);
      if (
        repair === undefined ||
        location < 0 ||
        done.has(location) ||
        cells[location] === repair ||
        !isAsked(why, code)
      )
        continue;
      done.add(location);
      change(location, repair, why);
    }
    if (done.size === 0) return;
  }
}

function locationOf(column: string | undefined, { file }: FailedFileNow): number {
  return column === undefined ? -1 : positionOf(file, column);
}

function isAsked(why: string, code: string | undefined): boolean {
  return code === undefined || code === why;
}

/** What stood against the row in the run, and that its own checks do not see: of cells that are as they were, or of none. */
function lasting({ was }: FailedRowNow, cells: readonly string[], now: FailedFileNow): readonly Problem[] {
  return (was?.problems ?? []).filter(({ column, code }) => {
    const location = locationOf(column, now);
    return code !== "wrong_cell_count" && (location < 0 || cells[location] === was?.cells[location]);
  });
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const byText = new Map(
    problems.map((problem) => [`${problem.code} ${problem.column} ${inEnglish(problem.message)}`, problem]),
  );
  return [...byText.values()];
}

/** A cell that was changed in several steps, told as one. */
function joinChanges(fixed: readonly FixedCell[]): readonly FixedCell[] {
  const byCell = new Map<string, FixedCell>();
  for (const cell of fixed) {
    const key = `${cell.row} ${cell.column}`;
    const first = byCell.get(key);
    byCell.set(key, first ? { ...first, after: cell.after } : cell);
  }
  return [...byCell.values()].filter(({ before, after }) => before !== after);
}

/** What is left to a person, what other codes can repair, and of which causes; files come in the order of the sheets. */
function countLeft(
  files: readonly RepairedFile[],
  language: Language,
): Pick<Fixes, "remaining" | "rowsLeft" | "rowsRepairable"> {
  const groups = startErrorGroups(language);
  const locations = new Map<string, RowAddress>();
  const left = new Set<string>();
  let rowsRepairable = 0;
  const rows = files.flatMap((file) => file.rows);
  for (const { outcome, now } of rows) locations.set(formatAddress(outcome.at), now);
  for (const { outcome, now, isTaken } of rows) {
    const errors = outcome.problems.filter(isError);
    const { blockedBy } = outcome;
    const root = blockedBy && locations.get(formatAddress(blockedBy));
    const waits = blockedBy !== undefined && (root === undefined || left.has(formatAddress(root)));
    const byHand = errors.filter(({ code, repair }) => repair === undefined && (code !== "blocked" || waits));
    if (byHand.length > 0) {
      left.add(formatAddress(now));
      const { blockedBy: _, ...rest } = outcome;
      groups.add({ ...rest, at: now, problems: byHand, ...(root ? { blockedBy: root } : {}) });
    } else if (isTaken || errors.some(({ repair }) => repair !== undefined)) rowsRepairable += 1;
  }
  return { remaining: groups.list(), rowsLeft: left.size, rowsRepairable };
}

/**
 * Both forms again, of one content, in the run's folder and where they were edited; the digests are written down, so that none
 * passes for edited. Returns the paths in the run's folder.
 */
async function rewrite(
  runFolder: string,
  form: FailedForm,
  repaired: readonly RepairedFile[],
  files: Parameters<typeof openFailedFolder>[1],
  language: Language,
): Promise<readonly string[]> {
  if (form.folder !== runFolder) await rewriteIn(form.folder, form.edited, repaired, files, language);
  return rewriteIn(runFolder, form.folder === runFolder ? form.edited : [], repaired, files, language);
}

async function rewriteIn(
  resultsFolder: string,
  edited: readonly string[],
  repaired: readonly RepairedFile[],
  files: Parameters<typeof openFailedFolder>[1],
  language: Language,
): Promise<readonly string[]> {
  const folder = join(resultsFolder, "failed");
  const summary = join(resultsFolder, summaryName);
  const before = await readKnownFiles(summary);
  const ours = new Set(before.map(({ sha256 }) => sha256));
  for (const name of edited) ours.add(await digestOf(join(resultsFolder, name)));
  const written = openFailedFolder(folder, files, {
    hasReasons: before.some(({ hasReasons }) => hasReasons === true),
    language,
  });
  for (const { rows } of repaired) for (const { outcome } of rows) await written.add(outcome);
  const published = await written.publish(ours);
  await writeFile(summary, await withFailedFiles(summary, published.files), { mode: 0o600 });
  return published.files.map(({ path }) => path);
}

function checkCode(code: string | undefined): void {
  if (code === undefined || code === takenCode || Object.hasOwn(issueCodes, code)) return;
  const [near] = nearest(code, [takenCode, ...Object.keys(issueCodes)]);
  throw new UserError(
    "unknown_code",
    text("no_repair_for_code", { code }),
    near ? text("did_you_mean_code", { near }) : text("all_codes"),
  );
}

function nothingToFix(runId: string): UserError {
  return new UserError("nothing_to_fix", text("no_rows_to_fix", { runId }), text("name_other_run_to_fix"));
}
