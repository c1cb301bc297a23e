/** The files of a batch: uploaded, taken away, and what a person says of them: which sheet one holds, and how it is written. */

import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { SheetName } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { type WrittenSection, writeMapping } from "../model/written-mapping.ts";
import { parseMapping } from "../sheets/mapping/mapping-file.ts";
import { previewSheet } from "../sheets/read/preview-sheet.ts";
import type { ReadOptions } from "../sheets/read/read-sheet.ts";
import { replaceFile } from "../storage/files.ts";
import type { InTurn } from "./batch-edits.ts";
import { isMappingName, readUploaded, storedMapping, withSheetsOf } from "./batch-mapping.ts";
import type { BatchStore, StoredBatch, StoredFile } from "./batch-store.ts";
import { withSectionFor } from "./column-matching.ts";
import type { HeaderMemory } from "./header-memory.ts";
import type { PageWorld } from "./page-world.ts";
import { ownName, shownName } from "./upload-names.ts";
import { lookInto, unreadUpload } from "./uploaded-parts.ts";

export type BatchFiles = {
  addFile(name: string, content: Readable): Promise<void>;
  removeFile(number: number): Promise<void>;
  /** Which sheet a file or one of its worksheets holds; undefined: none. */
  setSheet(number: number, worksheet: string | undefined, sheet: SheetName | undefined): Promise<void>;
  /** In which the file is written; undefined: as it seems to be. */
  setEncoding(number: number, encoding: string | undefined): Promise<void>;
  /** How one file or worksheet becomes a sheet, in the mapping of the batch. Throws a UserError that says what is wrong with it. */
  setSection(file: string, sheet: SheetName, section: WrittenSection): Promise<void>;
};

type Around = {
  readonly store: BatchStore;
  readonly memory: HeaderMemory;
  readonly world: PageWorld;
  readonly inTurn: InTurn;
  readonly isClosed: () => boolean;
  readonly stored: () => StoredBatch;
  /** Writes the batch as it is now. In a turn. */
  readonly save: (next: StoredBatch) => Promise<void>;
  readonly dropEdits: (file: StoredFile) => Promise<void>;
  readonly reading: () => ReadOptions;
};

export async function batchFiles(
  before: StoredBatch,
  { store, memory, world, inTurn, isClosed, stored, save, dropEdits, reading }: Around,
): Promise<BatchFiles> {
  const { id } = before;
  const folder = store.folderOf(id);
  // uploads may arrive side by side: each has a number of its own from its first byte on
  let lastNumber = Math.max(0, ...before.files.map((file) => file.number));
  const drop = async (file: StoredFile) => {
    if (file.own !== "") await store.removeUpload(id, file.own);
    await dropEdits(file);
  };
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
        const others = stored().files.filter((each) => !each.isMapping);
        const file: StoredFile = { number, name, own: storedMapping, bytes, parts: [], isMapping: true };
        await save({ ...stored(), files: [...withSheetsOf(others, read), file] });
      });
    } finally {
      await store.removeUpload(id, draft);
    }
  };

  return {
    async addFile(givenName, content) {
      const name = shownName(givenName);
      const number = lastNumber + 1;
      const own = ownName(number, name);
      lastNumber = number;
      const add = (file: StoredFile) =>
        inTurn(async () => {
          const same = stored().files.find((each) => each.name === name);
          if (same) await drop(same);
          const files = [...stored().files.filter((each) => each !== same), file];
          await save({ ...stored(), files: mapping ? withSheetsOf(files, mapping) : files });
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
        throw isClosed() ? noSuchBatch() : error;
      }
    },
    setSection: (file, sheet, section) =>
      inTurn(async () => {
        const written = writeMapping(withSectionFor(mapping, file, sheet, section));
        const before = stored().files.find((each) => each.isMapping);
        const name = before?.name ?? storedMapping;
        const read = parseMapping(written, name);
        replaceFile(join(folder, storedMapping), written);
        mapping = read;
        if (!before) lastNumber += 1;
        const bytes = Buffer.byteLength(written);
        const own: StoredFile = {
          number: before?.number ?? lastNumber,
          name,
          own: storedMapping,
          bytes,
          parts: [],
          isMapping: true,
        };
        await save({ ...stored(), files: [...stored().files.filter((each) => each !== before), own] });
      }),
    removeFile: (number) =>
      inTurn(async () => {
        const file = fileOf(stored(), number);
        await drop(file);
        if (file.isMapping) mapping = undefined;
        await save({ ...stored(), files: stored().files.filter((each) => each !== file) });
      }),
    setSheet: (number, worksheet, sheet) =>
      inTurn(async () => {
        const file = fileOf(stored(), number);
        if (sheet) await rememberSheet(file, worksheet, sheet, { folder, reading: reading(), memory });
        const parts = file.parts.map((part) =>
          part.worksheet === worksheet ? { ...withoutSheet(part), ...(sheet ? { sheet } : {}) } : part,
        );
        await save({ ...stored(), files: stored().files.map((each) => (each === file ? { ...file, parts } : each)) });
      }),
    setEncoding: (number, encoding) =>
      inTurn(async () => {
        const file = fileOf(stored(), number);
        const { encoding: _, ...rest } = file;
        const next = encoding === undefined ? rest : { ...rest, encoding };
        await save({ ...stored(), files: stored().files.map((each) => (each === file ? next : each)) });
      }),
  };
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

function withoutSheet({ sheet: _, ...part }: StoredFile["parts"][number]) {
  return part;
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
