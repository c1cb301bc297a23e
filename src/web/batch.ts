/** One batch of the page: its files, the meaning of their headers, its edits, check and plan. Used by `batch-routes.ts`. */

import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Issue } from "../model/issue.ts";
import type { SavedPlan } from "../model/plan-line.ts";
import type { Problem } from "../model/run-report.ts";
import { formatAddress, type SheetName, sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text, withValues } from "../model/words/text.ts";
import { rowsLeft } from "../outcome/parent-rows.ts";
import { openRunRows, type Refusals, type RowsView, refusalsOf, refusedRow } from "../pipeline/rows-view.ts";
import { findRun, type RunFolder } from "../run/folder.ts";
import type { BatchInput } from "../run/options.ts";
import { guessSheet } from "../sheets/read/guess-sheet.ts";
import { previewSheet, type SheetPreview } from "../sheets/read/preview-sheet.ts";
import type { ReadOptions } from "../sheets/read/read-sheet.ts";
import type { SourceFile } from "../sheets/read/source-file.ts";
import { type Unread, unreadByEnding, unreadByName, workbookEnding } from "../sheets/read/unread-files.ts";
import { lookIntoWorkbook } from "../sheets/read/worksheets.ts";
import { sheetOfName } from "../sheets/sheet-names.ts";
import { findBatch } from "../staging/stage-batch.ts";
import { type BatchCheck, batchCheck } from "./batch-check.ts";
import { isMappingName, readUploaded, storedMapping, withSheetsOf } from "./batch-mapping.ts";
import type { BatchStore, StoredBatch, StoredFile, StoredUnread } from "./batch-store.ts";
import { addStep, correctionsOf, type EditHistory, type EditStep, redoStep, undoStep, withoutFile } from "./edits.ts";
import type { HeaderMemory } from "./header-memory.ts";
import { type KeptRows, keptRows } from "./kept-rows.ts";
import type { PageWorld } from "./page-world.ts";
import { ownName, shownEndings, shownName } from "./upload-names.ts";

export type PreviewedPart = SheetPreview & { readonly file: string; readonly sheet: SheetName };

export type Batch = {
  readonly id: string;
  readonly stored: () => StoredBatch;
  readonly check: BatchCheck;
  readonly edits: () => EditHistory;
  /** What its filters have found. */
  readonly kept: KeptRows;
  /** What the pipeline reads; undefined when no file has a sheet. */
  input(): BatchInput | undefined;
  addFile(name: string, content: Readable): Promise<void>;
  removeFile(number: number): Promise<void>;
  /** Which sheet a file or one of its worksheets holds; undefined: none. */
  setSheet(number: number, worksheet: string | undefined, sheet: SheetName | undefined): Promise<void>;
  /** In which the file is written; undefined: as it seems to be. */
  setEncoding(number: number, encoding: string | undefined): Promise<void>;
  /** The header and first rows of each sheet, and how it was read. */
  previews(): Promise<readonly PreviewedPart[]>;
  edit(step: EditStep): Promise<void>;
  /** Resolves to what was taken back; undefined where nothing is left. */
  undo(): Promise<EditStep | undefined>;
  /** Resolves to what was done again; undefined where nothing was taken back. */
  redo(): Promise<EditStep | undefined>;
  /** The plan of the batch as it is now; undefined when it changed since. */
  plan(): SavedPlan | undefined;
  setPlan(plan: SavedPlan, version: number): void;
  setRun(runId: string): Promise<void>;
  close(): Promise<void>;
};

/** Starts to check it. */
export async function openBatch(
  before: StoredBatch,
  store: BatchStore,
  memory: HeaderMemory,
  world: PageWorld,
): Promise<Batch> {
  const { id } = before;
  let stored = before;
  let edits = await store.readEdits(id);
  let planned: { readonly plan: SavedPlan; readonly version: number } | undefined;
  const folder = store.folderOf(id);
  // uploads may arrive side by side: each has a number of its own from its first byte on
  let lastNumber = Math.max(0, ...before.files.map((file) => file.number));
  let isClosed = false;

  let turns: Promise<unknown> = Promise.resolve();
  /** One change at a time, in the order of asking; each sees what the one before has left. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const done = turns.then(() => {
      if (isClosed) throw noSuchBatch();
      return change();
    });
    turns = done.catch(() => undefined);
    return done;
  };

  const reading = (): ReadOptions => ({
    headerChoices: memory.find,
    corrections: correctionsOf(edits.steps),
    limits: { csvBytes: world.uploads.csv, workbookBytes: world.uploads.workbook },
    encodings: encodingsOf(stored),
  });
  const parent =
    before.corrects === undefined
      ? undefined
      : await findRun(world.stateFolder, before.corrects).catch(() => undefined);
  const input = () => {
    const found = inputOf(stored, folder, reading());
    return found && parent ? { ...found, parent: { folder: parent, rowsLeft } } : found;
  };
  let ofRun: Refusals | undefined;
  let ofPlan: Refusals = new Map();
  const refusals = async (): Promise<Refusals> => {
    ofRun ??= await refusedIn(parent, world);
    return new Map([...ofRun, ...ofPlan]);
  };
  const check = batchCheck(folder, input, refusals, world);
  const save = async (next: StoredBatch) => {
    await store.write(next);
    stored = next;
    check.restart();
  };
  const drop = async (file: StoredFile) => {
    if (file.own !== "") await store.removeUpload(id, file.own);
    edits = [file.name, ...file.parts.map(({ worksheet }) => `${file.name}[${worksheet}]`)].reduce(withoutFile, edits);
    await store.replaceEdits(id, edits);
  };
  const move = (
    line: "undo" | "redo",
    change: (before: EditHistory) => EditHistory,
    next: () => EditStep | undefined,
  ) =>
    inTurn(async () => {
      const step = next();
      if (!step) return undefined;
      await store.addEdit(id, line);
      edits = change(edits);
      check.restart();
      return step;
    });
  let mapping = before.files.some(({ isMapping }) => isMapping)
    ? await readUploaded(join(folder, storedMapping), storedMapping).catch(() => undefined)
    : undefined;
  /** In the place of one before. Kept under another name until it is known to be one. */
  const addMapping = async (name: string, number: number, content: Readable): Promise<void> => {
    const draft = `${number}.json`;
    try {
      const bytes = await store.saveUpload(id, draft, content, mostMappingBytes);
      const read = await readUploaded(join(folder, draft), name);
      await inTurn(async () => {
        await rename(join(folder, draft), join(folder, storedMapping));
        mapping = read;
        const others = stored.files.filter((each) => !each.isMapping);
        const file: StoredFile = { number, name, own: storedMapping, bytes, parts: [], isMapping: true };
        await save({ ...stored, files: [...withSheetsOf(others, read), file] });
      });
    } finally {
      await store.removeUpload(id, draft);
    }
  };
  check.restart();

  return {
    id,
    stored: () => stored,
    check,
    edits: () => edits,
    kept: keptRows(),
    input,
    async addFile(givenName, content) {
      const name = shownName(givenName);
      const number = lastNumber + 1;
      const own = ownName(number, name);
      lastNumber = number;
      const add = (file: StoredFile) =>
        inTurn(async () => {
          const same = stored.files.find((each) => each.name === name);
          if (same) await drop(same);
          const files = [...stored.files.filter((each) => each !== same), file];
          await save({ ...stored, files: mapping ? withSheetsOf(files, mapping) : files });
        });
      if (isMappingName(name)) return addMapping(name, number, content);
      if (!own) return add({ number, name, own: "", bytes: 0, parts: [], unread: unreadUpload(name) });
      try {
        const bytes = await store.saveUpload(id, own, content, world.uploads.file);
        const looked = await lookInto(join(folder, own), name, world.uploads.workbook, memory);
        if ("unread" in looked) await store.removeUpload(id, own);
        await add(
          "unread" in looked
            ? { number, name, own: "", bytes, parts: [], unread: looked.unread }
            : { number, name, own, bytes, parts: [...looked.parts] },
        );
      } catch (error) {
        await store.removeUpload(id, own);
        throw isClosed ? noSuchBatch() : error;
      }
    },
    removeFile: (number) =>
      inTurn(async () => {
        const file = fileOf(stored, number);
        await drop(file);
        if (file.isMapping) mapping = undefined;
        await save({ ...stored, files: stored.files.filter((each) => each !== file) });
      }),
    setSheet: (number, worksheet, sheet) =>
      inTurn(async () => {
        const file = fileOf(stored, number);
        if (sheet) await rememberSheet(file, worksheet, sheet, { folder, reading: reading(), memory });
        const parts = file.parts.map((part) =>
          part.worksheet === worksheet ? { ...withoutSheet(part), ...(sheet ? { sheet } : {}) } : part,
        );
        await save({ ...stored, files: stored.files.map((each) => (each === file ? { ...file, parts } : each)) });
      }),
    setEncoding: (number, encoding) =>
      inTurn(async () => {
        const file = fileOf(stored, number);
        const { encoding: _, ...rest } = file;
        const next = encoding === undefined ? rest : { ...rest, encoding };
        await save({ ...stored, files: stored.files.map((each) => (each === file ? next : each)) });
      }),
    async previews() {
      const now = input();
      if (!now) return [];
      const { sources } = await findBatch(now);
      const read = async (source: (typeof sources)[number]) => {
        const preview = await previewSheet(source, reading());
        return { ...preview, file: source.file, sheet: source.sheet };
      };
      return Promise.all(sources.map(read));
    },
    async edit(step) {
      if (step.cells.length === 0) return;
      await inTurn(async () => {
        await store.addEdit(id, step);
        edits = addStep(edits, step);
        check.restart();
      });
    },
    undo: () => move("undo", undoStep, () => edits.steps.at(-1)),
    redo: () => move("redo", redoStep, () => edits.undone.at(-1)),
    plan: () => (planned?.version === check.version() ? planned.plan : undefined),
    setPlan(plan, version) {
      planned = { plan, version };
      const before = ofPlan.size;
      const checked = check.checked();
      ofPlan = checked?.version === version ? refusedBy(plan, checked.rows) : new Map();
      if (before + ofPlan.size > 0 && version === check.version()) check.renew();
    },
    setRun: (runId) =>
      inTurn(async () => {
        await store.write({ ...stored, runId });
        stored = { ...stored, runId };
      }),
    async close() {
      isClosed = true;
      await turns;
      await check.close();
    },
  };
}

/** By the name of the file: where a person has said how it is written. */
function encodingsOf({ files }: StoredBatch): Readonly<Record<string, string>> {
  return Object.fromEntries(files.flatMap(({ name, encoding }) => (encoding === undefined ? [] : [[name, encoding]])));
}

type Remembering = { readonly folder: string; readonly reading: ReadOptions; readonly memory: HeaderMemory };

/** The next file with the same header is taken for the same sheet. */
async function rememberSheet(
  { name, own }: StoredFile,
  worksheet: string | undefined,
  sheet: SheetName,
  { folder, reading, memory }: Remembering,
): Promise<void> {
  const source = { sheet, file: name, path: join(folder, own), ...(worksheet === undefined ? {} : { worksheet }) };
  const { header } = await previewSheet(source, reading);
  if (header.length > 0) memory.remember(sheet, header, memory.find(sheet, header));
}

/** No person writes a larger one. */
const mostMappingBytes = 4 * 1024 ** 2;

/** What Webex refused of the rows that the batch is to correct. */
async function refusedIn(parent: RunFolder | undefined, { stateFolder }: PageWorld): Promise<Refusals> {
  if (!parent) return new Map();
  using rows = await openRunRows(parent.runId, stateFolder);
  return refusalsOf(rows);
}

/** What the plan refuses beside what the check does: what only the target could say. */
function refusedBy(plan: SavedPlan, rows: RowsView): Refusals {
  const refused = new Map(
    plan.rows.flatMap(({ at, action, code, reason, column, hint }) => {
      if (action !== "refused" || code === undefined || code === "blocked" || reason === undefined) return [];
      const problem = {
        severity: "error",
        code,
        message: reason,
        ...(column ? { column } : {}),
        ...(hint ? { hint } : {}),
      };
      return [[formatAddress(at), problem as Problem] as const]; // the severity is one of two
    }),
  );
  const refusals = new Map<string, readonly Problem[]>();
  if (refused.size === 0) return refusals;
  for (const { outcome } of rows.all()) {
    const problem = refused.get(formatAddress(outcome.at));
    if (problem) refusals.set(refusedRow(outcome.at.sheet, outcome.cells), [problem]);
  }
  return refusals;
}

/** Files in the order of their names, as in a folder. */
function inputOf({ files }: StoredBatch, folder: string, reading: ReadOptions): BatchInput | undefined {
  const sheets: { [S in SheetName]?: string[] } = {};
  const names = new Map<string, string>();
  const left: Issue[] = [];
  for (const { name, own, parts, unread } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (unread) left.push(issueOf(name, unread));
    if (own === "") continue;
    const path = join(folder, own);
    names.set(path, name);
    for (const { sheet, worksheet, unread } of parts) {
      if (!sheet && unread) left.push(issueOf(worksheet === undefined ? name : `${name}[${worksheet}]`, unread));
      if (sheet) sheets[sheet] = [...(sheets[sheet] ?? []), worksheet === undefined ? path : `${path}[${worksheet}]`];
    }
  }
  const isEmpty = sheetNames.every((sheet) => sheets[sheet] === undefined);
  return isEmpty ? undefined : { inputs: [], sheets, names, unread: left, reading };
}

function issueOf(file: string, { message, hint }: StoredUnread): Issue {
  return {
    code: "file_not_read",
    severity: "warning",
    at: { file, row: 0 },
    message,
    hint,
  };
}

type Looked = Pick<StoredFile, "parts"> | { readonly unread: StoredUnread };

/** A workbook that cannot be opened is one part: reading it says why. What is none but for its name is not kept. */
async function lookInto(path: string, name: string, limit: number, memory: HeaderMemory): Promise<Looked> {
  const sheetOfFile = sheetOfName(name);
  if (!workbookEnding.test(path)) {
    if (sheetOfFile) return { parts: [{ sheet: sheetOfFile }] };
    return { parts: [{ ...(await guessPart({ file: name, path }, memory)), unread: choosable(unreadByName(name)) }] };
  }
  const looked = await lookIntoWorkbook(path, limit);
  if ("refusal" in looked) {
    const { code, said, hint } = looked.refusal;
    if (code !== "not_a_workbook") return { parts: [{ sheet: sheetOfFile ?? "customers" }] };
    const shown = (each: Text) => withValues(each, (value) => value.replaceAll(path, name));
    return { unread: { message: shown(said), hint: shown(hint) } };
  }
  const { worksheets } = looked;
  const isNamed = worksheets.some(({ sheet }) => sheet !== undefined);
  const first = worksheets.find(({ isHidden, isFilled }) => !isHidden && isFilled);
  const parts: StoredFile["parts"] = [];
  for (const { name: worksheet, sheet, isHidden, isFilled, unread } of worksheets) {
    const byFile = !isNamed && worksheet === first?.name ? sheetOfFile : undefined;
    const known = sheet ?? byFile;
    const isOpen = known === undefined && isFilled && !isHidden;
    parts.push({
      ...partOf(worksheet, known),
      ...(isOpen ? await guessPart({ file: name, path, worksheet }, memory) : {}),
      ...(unread ? { unread: isHidden ? wordsOf(unread) : choosable(unread) } : {}),
    });
  }
  return { parts };
}

/** By its header: the sheet that a person chose for one like it, else a guess that a person has to confirm. */
async function guessPart(
  source: Omit<SourceFile, "sheet">,
  memory: HeaderMemory,
): Promise<Pick<StoredFile["parts"][number], "sheet" | "guess">> {
  const guessed = await guessSheet(source, { headerChoices: memory.find });
  if (!guessed) return {};
  const chosen = memory.sheetOf(guessed.header);
  return chosen ? { sheet: chosen } : { guess: guessed.sheet };
}

function partOf(worksheet: string | undefined, sheet: SheetName | undefined): StoredFile["parts"][number] {
  return { ...(worksheet === undefined ? {} : { worksheet }), ...(sheet ? { sheet } : {}) };
}

function withoutSheet({ sheet: _, ...part }: StoredFile["parts"][number]) {
  return part;
}

function wordsOf({ issue: { message, hint = text("choose_sheet_of_part") } }: Unread): StoredUnread {
  return { message, hint };
}

/** The page has a choice of sheets beside it. */
function choosable({ issue: { message } }: Unread): StoredUnread {
  return { message, hint: text("choose_sheet_of_part") };
}

function unreadUpload(name: string): StoredUnread {
  const known = unreadByEnding(name);
  if (known) return wordsOf(known);
  return { message: text("upload_of_no_kind"), hint: text("upload_these_kinds", { endings: shownEndings }) };
}

function fileOf({ files }: StoredBatch, number: number): StoredFile {
  const found = files.find((file) => file.number === number);
  if (found) return found;
  throw new UserError("no_such_file", text("file_gone"), text("reload_page"));
}

/** A batch that was removed, or never was. */
export function noSuchBatch(): UserError {
  return new UserError("no_such_batch", text("batch_gone"), text("start_new_batch"));
}
