/** One batch of the page: its files, the meaning of their headers, its edits, check and plan. Used by `batch-routes.ts`. */

import { join } from "node:path";
import type { Issue } from "../model/issue.ts";
import type { SavedPlan } from "../model/plan-line.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import type { WrittenSection } from "../model/written-mapping.ts";
import { rowsLeft } from "../outcome/parent-rows.ts";
import { findRun } from "../run/folder.ts";
import type { BatchInput } from "../run/options.ts";
import { previewSheet, type SheetPreview } from "../sheets/read/preview-sheet.ts";
import type { ReadOptions } from "../sheets/read/read-sheet.ts";
import type { SourceFile } from "../sheets/read/source-file.ts";
import { findBatch } from "../staging/stage-batch.ts";
import type { BatchFound, MatchedRowsReply, MatchReply } from "./api-types.ts";
import { type BatchCheck, batchCheck, type Checked } from "./batch-check.ts";
import { type BatchEdits, batchEdits, type InTurn } from "./batch-edits.ts";
import { type BatchFiles, batchFiles, noSuchBatch } from "./batch-files.ts";
import { batchRefusals } from "./batch-refusals.ts";
import type { BatchStore, StoredBatch, StoredUnread } from "./batch-store.ts";
import { matchedRows, matchingOf } from "./column-matching.ts";
import { correctionsOf, type EditHistory } from "./edits.ts";
import type { HeaderMemory } from "./header-memory.ts";
import { type KeptRows, keptRows } from "./kept-rows.ts";
import type { PageWorld } from "./page-world.ts";
import { customersNamed } from "./run-list.ts";

export type PreviewedPart = SheetPreview & { readonly file: string; readonly sheet: SheetName };

export type Batch = Omit<BatchEdits, "history" | "dropFile"> &
  BatchFiles & {
    readonly id: string;
    readonly stored: () => StoredBatch;
    readonly check: BatchCheck;
    readonly edits: () => EditHistory;
    /** What its filters have found. */
    readonly kept: KeptRows;
    /** What the pipeline reads; undefined when no file has a sheet. */
    input(): BatchInput | undefined;
    /** The header and first rows of each sheet, and how it was read. */
    previews(): Promise<readonly PreviewedPart[]>;
    /** The columns of one file, for a person who matches them; undefined: there is no such sheet. */
    matching(file: string): Promise<MatchReply | undefined>;
    /** Its first rows as they would be read by this. */
    matched(file: string, section: WrittenSection): Promise<MatchedRowsReply | undefined>;
    /** The plan of the batch as it is now; undefined when it changed since. */
    plan(): SavedPlan | undefined;
    setPlan(plan: SavedPlan, version: number): void;
    setRun(runId: string): Promise<void>;
    /** Blank: none of its own. */
    setName(name: string): Promise<void>;
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
  const folder = store.folderOf(id);
  let stored = before;
  let planned: { readonly plan: SavedPlan; readonly version: number } | undefined;
  let isClosed = false;
  let turns: Promise<unknown> = Promise.resolve();
  const inTurn: InTurn = (change) => {
    const done = turns.then(() => {
      if (isClosed) throw noSuchBatch();
      return change();
    });
    turns = done.catch(() => undefined);
    return done;
  };

  const edits = await batchEdits(id, { store, inTurn, changed: () => check.restart() });
  const reading = (): ReadOptions => ({
    headerChoices: memory.find,
    corrections: correctionsOf(edits.history().steps),
    limits: { csvBytes: world.uploads.csv, workbookBytes: world.uploads.workbook },
    encodings: encodingsOf(stored),
  });
  const sources = async () => {
    const now = input();
    return now ? (await findBatch(now)).sources : [];
  };
  const { corrects } = before;
  const parent = corrects && (await findRun(world.stateFolder, corrects).catch(() => undefined));
  const input = () => {
    const found = inputOf(stored, folder, reading());
    return found && parent ? { ...found, parent: { folder: parent, rowsLeft } } : found;
  };
  const refusals = batchRefusals(parent || undefined, world);
  const write = async (next: StoredBatch) => {
    await store.write(next);
    stored = next;
  };
  const noteFound = (checked: Checked) =>
    inTurn(() => write({ ...stored, found: foundIn(checked) })).catch(() => undefined); // for lists alone
  const check = batchCheck(folder, input, refusals.all, noteFound, world);
  const files = await batchFiles(before, {
    ...{ store, memory, world, inTurn, reading },
    isClosed: () => isClosed,
    stored: () => stored,
    async save(next) {
      await write(next);
      check.restart();
    },
    dropEdits: edits.dropFile,
  });
  check.restart();

  return {
    id,
    stored: () => stored,
    check,
    edits: edits.history,
    edit: edits.edit,
    undo: edits.undo,
    redo: edits.redo,
    kept: keptRows(),
    input,
    ...files,
    async matching(file) {
      const source = (await sources()).find((each) => each.file === file);
      return source && matchingOf(source, reading());
    },
    async matched(file, section) {
      const source = (await sources()).find((each) => each.file === file);
      return source && matchedRows(source, reading(), section);
    },
    async previews() {
      const read = async (source: SourceFile) => {
        const preview = await previewSheet(source, reading());
        return { ...preview, file: source.file, sheet: source.sheet };
      };
      return Promise.all((await sources()).map(read));
    },
    plan: () => (planned?.version === check.version() ? planned.plan : undefined),
    setPlan(plan, version) {
      planned = { plan, version };
      const checked = check.checked();
      const isKnown = refusals.setPlan(plan, checked?.version === version ? checked.rows : undefined);
      if (isKnown && version === check.version()) check.renew();
    },
    setRun: (runId) => inTurn(() => write({ ...stored, runId })),
    setName: (name) =>
      inTurn(() => {
        const { name: _, ...unnamed } = stored;
        return write(name === "" ? unnamed : { ...unnamed, name });
      }),
    async close() {
      isClosed = true;
      await turns;
      await check.close();
    },
  };
}

function foundIn({ summary: { total }, customers }: Checked): BatchFound {
  const { invalid, failed, blocked } = total.statuses;
  const names = customers.slice(0, customersNamed).map(({ customer, name }) => name ?? customer);
  return { customers: { count: customers.length, names }, rows: total.rows, toCorrect: invalid + failed + blocked };
}

/** By the name of the file: the encoding that a person chose. */
function encodingsOf({ files }: StoredBatch): Readonly<Record<string, string>> {
  return Object.fromEntries(files.flatMap(({ name, encoding }) => (encoding === undefined ? [] : [[name, encoding]])));
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
