/** One batch of the page: its files, what its headers mean, its edits, its check and its plan. What is asked of it is asked by `batch-routes.ts`. */
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { SavedPlan } from "../model/plan-line.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { type BatchInput, findBatch } from "../pipeline/stage-batch.ts";
import { sheetOfName } from "../sheets/find-inputs.ts";
import { previewSheet, type SheetPreview } from "../sheets/preview-sheet.ts";
import type { ReadOptions } from "../sheets/read-sheet.ts";
import { worksheetsOf } from "../sheets/read-workbook.ts";
import { type BatchCheck, batchCheck } from "./batch-check.ts";
import type { BatchStore, StoredBatch, StoredFile } from "./batch-store.ts";
import { correctionsOf, type EditStep, withoutFile } from "./edits.ts";
import type { HeaderMemory } from "./header-memory.ts";
import type { PageWorld } from "./page-world.ts";
import { ownName, shownName } from "./upload-names.ts";

export type PreviewedPart = SheetPreview & { readonly file: string; readonly sheet: SheetName };

export type Batch = {
  readonly id: string;
  readonly stored: () => StoredBatch;
  readonly check: BatchCheck;
  readonly steps: () => readonly EditStep[];
  /** What the pipeline reads; undefined when no file has a sheet. */
  input(): BatchInput | undefined;
  addFile(name: string, content: Readable): Promise<void>;
  removeFile(number: number): Promise<void>;
  /** Which sheet a file or one of its worksheets holds; undefined: none. */
  setSheet(number: number, worksheet: string | undefined, sheet: SheetName | undefined): Promise<void>;
  /** The header and first rows of each sheet, and how it was read. */
  previews(): Promise<readonly PreviewedPart[]>;
  edit(step: EditStep): Promise<void>;
  undo(): Promise<void>;
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
  let steps = await store.readSteps(id);
  let planned: { readonly plan: SavedPlan; readonly version: number } | undefined;
  const folder = store.folderOf(id);

  const reading = (): ReadOptions => ({
    headerChoices: memory.find,
    corrections: correctionsOf(steps),
    limits: { csvBytes: world.uploads.csv, workbookBytes: world.uploads.workbook },
  });
  const input = () => inputOf(stored, folder, reading());
  const check = batchCheck(folder, input, world);
  const save = async (next: StoredBatch) => {
    await store.write(next);
    stored = next;
    check.restart();
  };
  const drop = async (file: StoredFile) => {
    await store.removeUpload(id, file.own);
    steps = [file.name, ...file.parts.map(({ worksheet }) => `${file.name}[${worksheet}]`)].reduce(withoutFile, steps);
    await store.replaceSteps(id, steps);
  };
  check.restart();

  return {
    id,
    stored: () => stored,
    check,
    steps: () => steps,
    input,
    async addFile(givenName, content) {
      const name = shownName(givenName);
      const number = Math.max(0, ...stored.files.map((file) => file.number)) + 1;
      const own = ownName(number, name);
      if (!own) throw notASheet(name);
      const bytes = await store.saveUpload(id, own, content, world.uploads.file);
      const parts = await partsOf(join(folder, own), name, world.uploads.workbook);
      const same = stored.files.find((file) => file.name === name);
      if (same) await drop(same);
      await save({
        ...stored,
        files: [...stored.files.filter((file) => file !== same), { number, name, own, bytes, parts }],
      });
    },
    async removeFile(number) {
      const file = fileOf(stored, number);
      await drop(file);
      await save({ ...stored, files: stored.files.filter((each) => each !== file) });
    },
    async setSheet(number, worksheet, sheet) {
      const file = fileOf(stored, number);
      const parts = file.parts.map((part) => (part.worksheet === worksheet ? partOf(worksheet, sheet) : part));
      await save({ ...stored, files: stored.files.map((each) => (each === file ? { ...file, parts } : each)) });
    },
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
      if (step.length === 0) return;
      await store.addStep(id, step);
      steps = [...steps, step];
      check.restart();
    },
    async undo() {
      if (steps.length === 0) return;
      await store.addStep(id, "undo");
      steps = steps.slice(0, -1);
      check.restart();
    },
    plan: () => (planned?.version === check.version() ? planned.plan : undefined),
    setPlan(plan, version) {
      planned = { plan, version };
    },
    async setRun(runId) {
      stored = { ...stored, runId };
      await store.write(stored);
    },
    close: () => check.close(),
  };
}

/** Files in the order of their names, as in a folder. */
function inputOf({ files }: StoredBatch, folder: string, reading: ReadOptions): BatchInput | undefined {
  const sheets: { [S in SheetName]?: string[] } = {};
  const names = new Map<string, string>();
  for (const { name, own, parts } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, own);
    names.set(path, name);
    for (const { sheet, worksheet } of parts) {
      if (sheet) sheets[sheet] = [...(sheets[sheet] ?? []), worksheet === undefined ? path : `${path}[${worksheet}]`];
    }
  }
  const isEmpty = sheetNames.every((sheet) => sheets[sheet] === undefined);
  return isEmpty ? undefined : { inputs: [], sheets, names, reading };
}

/** A workbook that cannot be opened is one part: reading it says why. */
async function partsOf(path: string, name: string, limit: number): Promise<StoredFile["parts"]> {
  const sheetOfFile = sheetOfName(name);
  if (!path.endsWith(".xlsx")) return [sheetOfFile ? { sheet: sheetOfFile } : {}];
  const worksheets = await worksheetsOf(path, limit);
  if (!worksheets) return [{ sheet: sheetOfFile ?? "customers" }];
  const isNamed = worksheets.some((worksheet) => sheetOfName(worksheet) !== undefined);
  return worksheets.map((worksheet, index) =>
    partOf(worksheet, sheetOfName(worksheet) ?? (!isNamed && index === 0 ? sheetOfFile : undefined)),
  );
}

function partOf(worksheet: string | undefined, sheet: SheetName | undefined): StoredFile["parts"][number] {
  return { ...(worksheet === undefined ? {} : { worksheet }), ...(sheet ? { sheet } : {}) };
}

function fileOf({ files }: StoredBatch, number: number): StoredFile {
  const found = files.find((file) => file.number === number);
  if (found) return found;
  throw new UserError("no_such_file", "The batch has no such file any more.", "Load the page again.");
}

function notASheet(name: string): UserError {
  return new UserError(
    "not_a_sheet",
    `${name} is neither a text file with columns nor a workbook.`,
    "Upload .csv, .tsv, .csv.gz or .xlsx.",
  );
}
