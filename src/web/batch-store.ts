/** Batches of the page on disk: uploaded files under generated names, what is known about them, and the edits. Reads no sheets. */
import { createWriteStream } from "node:fs";
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { isStoredText, type Text, text, verbatim } from "../model/words/text.ts";
import { replaceFile } from "../storage/files.ts";
import { addStep, type EditHistory, type EditStep, noEdits, redoStep, stepSchema, undoStep } from "./edits.ts";

/** Why something is not read, and the way in. */
const saidSchema = z.union([z.string().transform(verbatim), z.custom<Text>(isStoredText)]);
const unreadSchema = z.object({ message: saidSchema, hint: saidSchema });

const partSchema = z.object({
  /** Absent for a file that is one sheet. */
  worksheet: z.string().exactOptional(),
  /** Absent: not to be read. */
  sheet: z.enum(sheetNames).exactOptional(),
  /** Which it seems to hold, by its header; holds while there is no `sheet`. */
  guess: z.enum(sheetNames).exactOptional(),
  /** Why it was not taken for a sheet; holds while there is no `sheet`. */
  unread: unreadSchema.exactOptional(),
});

const fileSchema = z.object({
  number: z.number(),
  /** As people know it. */
  name: z.string(),
  /** As it lies in the batch's folder; empty where nothing of it is kept. */
  own: z.string().regex(/^(?:\d+\.[a-z.]+|mapping\.json)?$/),
  bytes: z.number(),
  /** In which a person says that it is written. */
  encoding: z.string().exactOptional(),
  parts: z.array(partSchema),
  /** It says how the others are read, and is no sheet itself. */
  isMapping: z.literal(true).exactOptional(),
  /** Of a kind that is not read: nothing of it is kept. */
  unread: unreadSchema.exactOptional(),
});

const foundSchema = z.object({
  customers: z.object({ count: z.number(), names: z.array(z.string()).readonly() }),
  rows: z.number(),
  toCorrect: z.number(),
});

const batchSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  createdAt: z.string(),
  /** As a person has called it. */
  name: z.string().exactOptional(),
  /** As it was last checked. */
  found: foundSchema.exactOptional(),
  files: z.array(fileSchema),
  /** The newest run that was started with it. */
  runId: z.string().exactOptional(),
  /** The run whose refused rows these are, to be corrected. */
  corrects: z.string().exactOptional(),
  /** They are those of this customer alone. */
  customer: z.string().exactOptional(),
});

export type StoredBatch = z.infer<typeof batchSchema>;
export type StoredFile = z.infer<typeof fileSchema>;
export type StoredUnread = z.infer<typeof unreadSchema>;

const lineSchema = z.union([z.enum(["undo", "redo"]), stepSchema]);

type EditLine = z.infer<typeof lineSchema>;

export type BatchStore = ReturnType<typeof batchStore>;

export function batchStore(stateFolder: string) {
  const root = resolve(stateFolder, "uploads");
  const folderOf = (id: string) => join(root, id);
  const write = async (batch: StoredBatch): Promise<void> => {
    replaceFile(join(folderOf(batch.id), "batch.json"), JSON.stringify(batch, null, 2));
  };
  return {
    folderOf,
    write,
    async create(
      id: string,
      createdAt: string,
      correction: Pick<StoredBatch, "corrects" | "customer">,
    ): Promise<StoredBatch> {
      await mkdir(folderOf(id), { recursive: true, mode: 0o700 });
      const batch: StoredBatch = { v: 1, id, createdAt, files: [], ...correction };
      await write(batch);
      return batch;
    },
    /** Newest first; those that cannot be read are left out. */
    async list(): Promise<readonly StoredBatch[]> {
      const ids = await readdir(root).catch(() => []);
      const batches = await Promise.all(ids.map((id) => readBatch(folderOf(id))));
      return batches.filter((batch) => batch !== undefined).sort((a, b) => (a.id < b.id ? 1 : -1));
    },
    remove: (id: string): Promise<void> => rm(folderOf(id), { recursive: true, force: true, maxRetries: 5 }),
    /** Throws a UserError, and leaves nothing, when more than `limit` bytes come. Returns their number. */
    saveUpload: (id: string, own: string, content: Readable, limit: number): Promise<number> =>
      saveUpload(join(folderOf(id), own), content, limit),
    removeUpload: (id: string, own: string): Promise<void> => rm(join(folderOf(id), own), { force: true }),
    readEdits: (id: string): Promise<EditHistory> => readEdits(join(folderOf(id), "edits.ndjson")),
    addEdit: (id: string, line: EditStep | "undo" | "redo"): Promise<void> =>
      appendFile(join(folderOf(id), "edits.ndjson"), `${JSON.stringify(line)}\n`, { mode: 0o600 }),
    replaceEdits: (id: string, { steps }: EditHistory): Promise<void> =>
      writeFile(join(folderOf(id), "edits.ndjson"), steps.map((step) => `${JSON.stringify(step)}\n`).join(""), {
        mode: 0o600,
      }),
  };
}

async function readBatch(folder: string): Promise<StoredBatch | undefined> {
  try {
    return batchSchema.parse(JSON.parse(await readFile(join(folder, "batch.json"), "utf8")));
  } catch {
    return undefined;
  }
}

/** A line that was cut off by the end of the process is left out. Throws a UserError for one that is damaged: without it other cells would be applied. */
async function readEdits(path: string): Promise<EditHistory> {
  const lines = await readFile(path, "utf8").catch(() => "");
  let history = noEdits;
  for (const [index, line] of lines.split("\n").slice(0, -1).entries()) {
    const read = readLine(line);
    if (read === undefined)
      throw new UserError(
        "damaged_batch",
        text("batch_edits_damaged", { path, line: index + 1 }),
        text("upload_batch_again"),
      );
    history = read === "undo" ? undoStep(history) : read === "redo" ? redoStep(history) : addStep(history, read);
  }
  return history;
}

function readLine(line: string): EditLine | undefined {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

async function saveUpload(path: string, content: Readable, limit: number): Promise<number> {
  let bytes = 0;
  const counter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      done(bytes > limit ? uploadTooLarge(limit) : null, piece);
    },
  });
  try {
    await pipeline(content, counter, createWriteStream(path, { mode: 0o600 }));
    return bytes;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

export function uploadTooLarge(limit: number): UserError {
  const mebibytes = Math.round(limit / 1024 ** 2);
  return new UserError("upload_too_large", text("upload_too_large", { mebibytes }), text("split_upload"));
}
