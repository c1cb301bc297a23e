/** A workbook, by what its first bytes and its parts say it is -> its worksheets, and the rows of one as a person sees them. */
import { open, stat } from "node:fs/promises";
import { type Text, text } from "../../model/words/text.ts";
import { type FileKind, kindOfFile } from "./file-kind.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { OpenSheet } from "./file-rows.ts";
import { regularFileFacts, tooLarge } from "./read-bytes.ts";
import { emptyFile } from "./read-csv.ts";
import { openOds } from "./read-ods.ts";
import { openXls } from "./read-xls.ts";
import { openXlsx, partName } from "./read-xlsx.ts";
import type { Workbook, WorkbookOptions } from "./workbook.ts";
import { attributeOf, readWholeXml, XmlDamaged } from "./xml-parts.ts";
import { listZip, ZipDamaged, type ZipEntry } from "./zip.ts";

const moreHint = text("split_workbook_or_raise_limit");

const mostWorksheets = 50;

async function openAnew(path: string, options: WorkbookOptions): Promise<Workbook> {
  return refusing(path, async () => {
    const workbook = await openByKind(path, options);
    if (workbook.unpackedBytes > options.limit) throw tooLarge(path, options.limit, moreHint);
    if (workbook.worksheets.length > mostWorksheets) throw tooManyWorksheets(path, workbook.worksheets.length);
    return { ...workbook, open: (name, signal) => openRefusing(path, workbook, name, signal) };
  });
}

async function openRefusing(
  path: string,
  workbook: Workbook,
  name: string,
  signal: AbortSignal | undefined,
): Promise<OpenSheet> {
  const sheet = await refusing(path, () => workbook.open(name, signal));
  return { ...sheet, pieces: refusingPieces(path, sheet.pieces) };
}

/** Throws a FileRefusal where there is no such worksheet, or it cannot be read. */
export async function openWorksheet(path: string, worksheet: string, options: WorkbookOptions): Promise<OpenSheet> {
  const workbook = await openWorkbook(path, options);
  if (!workbook.worksheets.some(({ name }) => name === worksheet)) {
    const worksheets = workbook.worksheets.map(({ name }) => `"${name}"`);
    const message = text("worksheet_missing", { file: path, worksheet });
    throw new FileRefusal("missing_file", message, text("worksheets_are", { worksheets }));
  }
  return workbook.open(worksheet, options.signal);
}

/** The cells of the first row with a value; undefined without any. Throws a FileRefusal. */
export async function readFirstRow(
  workbook: Workbook,
  worksheet: string,
  { signal }: WorkbookOptions,
): Promise<readonly string[] | undefined> {
  for await (const [first] of (await workbook.open(worksheet, signal)).pieces) if (first) return first.cells;
  return undefined;
}

type Known = { readonly path: string; readonly version: string; readonly workbook: Workbook };

/** The workbook that was opened last: its worksheets are looked at and read one after the other, and share its texts. */
let lastOpened: Known | undefined;

/** Throws a FileRefusal, and the reason of the signal. */
export async function openWorkbook(path: string, options: WorkbookOptions): Promise<Workbook> {
  const facts = await stat(path).catch(() => undefined);
  const version = `${facts?.ino} ${facts?.size} ${facts?.mtimeMs} ${options.limit}`;
  if (lastOpened?.path === path && lastOpened.version === version) return lastOpened.workbook;
  lastOpened = undefined;
  const workbook = await openAnew(path, options);
  lastOpened = { path, version, workbook };
  return workbook;
}

async function openByKind(path: string, options: WorkbookOptions): Promise<Workbook> {
  const { size } = await regularFileFacts(path);
  if (size === 0) throw emptyFile(path);
  const kind = await kindOf(path);
  if (kind === "compound") return openXls(path, size, options);
  if (kind !== "zip") throw notAWorkbook(path, kind);
  const entries = await listZip(path);
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), within(path, entry, options.limit)]));
  if (parts.has("content.xml")) return openOds(parts, options);
  return openXlsx(parts, await mainPartOf(path, parts), options);
}

function within(path: string, entry: ZipEntry, limit: number): ZipEntry {
  if (entry.size <= limit) return entry;
  return {
    ...entry,
    unpack() {
      throw tooLarge(path, limit, moreHint);
    },
  };
}

async function kindOf(path: string): Promise<FileKind | undefined> {
  await using file = await open(path);
  const start = Buffer.alloc(1024);
  const { bytesRead } = await file.read(start, 0, start.length, 0);
  return kindOfFile(start.subarray(0, bytesRead));
}

async function mainPartOf(path: string, parts: ReadonlyMap<string, ZipEntry>): Promise<string> {
  if (parts.has("xl/workbook.bin")) {
    throw notThisKind(path, text("a_binary_workbook"), text("save_as_xlsx"));
  }
  if ([...parts.keys()].some((name) => name.startsWith("index/") && name.endsWith(".iwa"))) {
    throw notThisKind(path, text("a_numbers_document"), text("export_as_xlsx_or_csv"));
  }
  let main = "";
  const relations = parts.get("_rels/.rels");
  if (relations) {
    await readWholeXml(relations.unpack(), {
      open(name, attributes) {
        const isMain = name === "Relationship" && attributes.Type?.endsWith("/officeDocument");
        if (isMain) main = partName("", attributeOf(attributes, "Target") ?? "");
      },
    });
  }
  const found = [main, "xl/workbook.xml"].find((name) => parts.has(name));
  if (found !== undefined) return found;
  throw notThisKind(path, text("an_archive_without_workbook"), text("unpack_first"));
}

function notThisKind(path: string, what: Text, hint: Text): FileRefusal {
  return new FileRefusal("not_a_workbook", text("not_a_workbook", { file: path, what }), hint);
}

function notAWorkbook(path: string, kind: FileKind | undefined): FileRefusal {
  if (kind === "html") return notThisKind(path, text("a_web_page"), text("open_and_save_as_xlsx_or_csv"));
  if (kind === "xml") return notThisKind(path, text("an_xml_file"), text("open_and_save_as_xlsx"));
  return new FileRefusal("damaged_workbook", text("no_workbook", { file: path }), text("save_as_xlsx_or_name_csv"));
}

function tooManyWorksheets(path: string, count: number): FileRefusal {
  return new FileRefusal(
    "too_many_worksheets",
    text("too_many_worksheets", { file: path, count, most: mostWorksheets }),
    text("split_workbook"),
  );
}

async function refusing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(path, error);
  }
}

async function* refusingPieces<T>(path: string, pieces: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pieces;
  } catch (error) {
    throw refusalOf(path, error);
  }
}

function refusalOf(path: string, error: unknown): unknown {
  if (!(error instanceof ZipDamaged) && !(error instanceof XmlDamaged)) return error;
  return new FileRefusal(
    "damaged_workbook",
    text("workbook_damaged", { file: path, why: error.why }),
    text("open_and_save_again"),
  );
}
