/** The folder failed/: what a person corrects and feeds back. Keeps aside what somebody changed there since it was written. */

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { RowStatus } from "../../model/outcome.ts";
import { refusedColumn } from "../../model/refused-cells.ts";
import type { ReadFile, RowOutcome } from "../../model/run-report.ts";
import { correctionWorkbook, reasonColumns, type SheetFile, sheetNames } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { type Text, text } from "../../model/words/text.ts";
import { type CsvFile, openCsvFile } from "./csv-file.ts";
import { numbered, tellSecondName } from "./draft-file.ts";
import { writeFailedMapping } from "./failed-mapping.ts";
import type { FailedLocation } from "./failed-rows.ts";
import { delimiterOf, explainRow, type FailedFile, isToCorrect, nameFailedFiles } from "./failed-rows.ts";
import { openWorkbook, type Workbook, type Worksheet } from "./workbook-file.ts";
import { worksheetName } from "./workbook-text.ts";

/** What the folder needs of a row. */
export type FailedRow = Pick<RowOutcome, "at" | "cells" | "problems" | "status">;

export type FailedFolder = {
  /** Takes the row if it is to be corrected, and says where it stands. Opens nothing before the first of a file. */
  add(row: FailedRow): Promise<FailedLocation | undefined>;
  /**
   * Replaces what stood in the folder. `known`: the digests of what we wrote there before. A file of another content is
   * somebody's work: it moves to `edited-<name>`, which no run takes for a sheet.
   */
  publish(known: ReadonlySet<string>): Promise<PublishedFolder>;
  discard(): Promise<void>;
};

/** `notices`, for people: which file was moved aside, was left out or stands under a second name. */
export type PublishedFolder = { readonly files: readonly FailedFile[]; readonly notices: readonly Text[] };

export type FailedOptions = {
  /** The statuses whose rows it takes; default: those to be corrected. */
  readonly selects?: (status: RowStatus) => boolean;
  /** Two more columns in the CSV files too: what is wrong with the row, and what to do. */
  readonly hasReasons?: boolean;
  /** False: CSV files alone, for us and not for people. */
  readonly hasWorkbook?: boolean;
  /** Of what is wrong and what to do. */
  readonly language: Language;
};

type OpenFile = {
  readonly file: string;
  readonly name: string;
  readonly csv?: CsvFile;
  readonly worksheet?: Worksheet & { readonly name: string };
  rows: number;
};

/** `files`: the input files of the run; a row of any other file is left out. */
export function openFailedFolder(
  folder: string,
  files: readonly ReadFile[],
  { selects = isToCorrect, hasReasons = false, hasWorkbook = true, language }: FailedOptions,
): FailedFolder {
  const names = nameFailedFiles(files);
  const isInCsv = hasWorkbook ? csvChoice(files) : () => true;
  const worksheetNames = new Set<string>();
  const opened = new Map<string, OpenFile>();
  let workbook: Workbook | undefined;

  const openWorksheetOf = async (file: ReadFile, name: string) => {
    workbook ??= await openWorkbook(join(folder, correctionWorkbook));
    const worksheet = worksheetName(name.replace(/\.csv$/, ""), worksheetNames);
    const header = [...file.header, ...reasonColumns, ...refusedColumnOf(file)];
    const hidden = file.isOfWorkbook ? header.length - 1 : undefined;
    return { ...(await workbook.open({ name: worksheet, header, hidden })), name: worksheet };
  };
  const open = async (file: ReadFile): Promise<OpenFile> => {
    const name = names.get(file.file) ?? `${file.sheet}.csv`;
    const header = [...file.header, ...(hasReasons ? reasonColumns : []), ...refusedColumnOf(file)];
    const style = { delimiter: delimiterOf(file) };
    const fresh = {
      file: file.file,
      name,
      ...(isInCsv(file) ? { csv: await openCsvFile(join(folder, name), header, style) } : {}),
      ...(hasWorkbook ? { worksheet: await openWorksheetOf(file, name) } : {}),
      rows: 0,
    };
    opened.set(file.file, fresh);
    return fresh;
  };
  const publishCsv = async ({ file, name, csv, rows }: OpenFile) => {
    const written = csv && (await csv.publish());
    const reasons = hasReasons ? { hasReasons } : {};
    return written
      ? { failed: { file, rows, ...written, ...reasons }, notices: tellSecondName(name, written.path) }
      : undefined;
  };
  const write = async (row: FailedRow, file: ReadFile): Promise<FailedLocation> => {
    const target = opened.get(file.file) ?? (await open(file));
    const { cells, refused, toneOf } = explainRow(row, file, language);
    const explained = file.isOfWorkbook ? [...cells, refused] : cells;
    await target.csv?.add(hasReasons ? explained : csvCells(row, file, refused));
    if (workbook && workbook.size() < mostWorkbookBytes) await target.worksheet?.add(explained, toneOf);
    target.rows++;
    const written = target.csv ? target.name : `${correctionWorkbook}[${target.worksheet?.name}]`;
    return { file: `failed/${written}`, row: target.rows + 1 };
  };
  const profiles = waitingProfiles();
  return {
    add: async (row) => {
      const isSelected = selects(row.status);
      if (!isSelected && row.at.sheet !== "profiles") return undefined;
      const file = files.find(({ file }) => file === row.at.file);
      if (!file) return undefined;
      if (!isSelected && profiles.keep(row, file)) return undefined;
      for (const kept of profiles.release()) await write(kept.row, kept.file);
      const location = await write(row, file);
      return isSelected ? location : undefined;
    },
    publish: async (known) => {
      const notices = await clear(folder, known);
      const published: FailedFile[] = [];
      const isTooLarge = workbook !== undefined && workbook.size() >= mostWorkbookBytes;
      if (workbook && !isTooLarge) {
        const rows = [...opened.values()].reduce((sum, file) => sum + file.rows, 0);
        const path = await workbook.publish();
        published.push({ file: correctionWorkbook, path, rows, sha256: await digestOf(path) });
        notices.push(...tellSecondName(correctionWorkbook, path));
      }
      if (isTooLarge) {
        await workbook?.discard();
        notices.push(text("workbook_left_out", { name: `failed/${correctionWorkbook}` }));
      }
      for (const file of opened.values()) {
        const written = await publishCsv(file);
        if (written) published.push(written.failed);
        notices.push(...(written?.notices ?? []));
      }
      if (opened.size > 0) await writeFailedMapping(folder, files, correctionWorkbook);
      return { files: published, notices };
    },
    discard: async () => {
      await workbook?.discard();
      for (const { csv } of opened.values()) await csv?.discard();
    },
  };
}

type KeptProfile = { readonly row: FailedRow; readonly file: ReadFile };

/** Profiles are right, and stand beside the rows that use them: they wait until there is one. */
function waitingProfiles() {
  let kept: KeptProfile[] | undefined = [];
  return {
    /** False: there is one already. */
    keep: (row: FailedRow, file: ReadFile): boolean => kept !== undefined && kept.push({ row, file }) > 0,
    release(): readonly KeptProfile[] {
      const released = kept ?? [];
      kept = undefined;
      return released;
    },
  };
}

function refusedColumnOf({ isOfWorkbook }: SheetFile): readonly string[] {
  return isOfWorkbook ? [refusedColumn] : [];
}

/** The cells as they were read. One too many stands behind our column: it is still one too many when the file comes back. */
function csvCells({ cells }: FailedRow, { isOfWorkbook, header }: SheetFile, refused: string): readonly string[] {
  if (!isOfWorkbook) return cells;
  return [...header.map((_, index) => cells[index] ?? ""), refused, ...cells.slice(header.length)];
}

/** What a workbook may have, unpacked, to be read again. */
const mostWorkbookBytes = 60 * 1024 ** 2;

/** So many rows of workbooks fit into one again, whatever is wrong with them. */
const mostRowsWithoutCsv = 20_000;

/** Which files are written as CSV: those that were text, and all where the workbooks have too many rows for one. */
function csvChoice(files: readonly ReadFile[]): (file: ReadFile) => boolean {
  const inWorkbooks = files.filter((file) => !isText(file)).reduce((sum, { rows }) => sum + rows, 0);
  return (file) => isText(file) || inWorkbooks > mostRowsWithoutCsv;
}

function isText({ delimiter }: SheetFile): boolean {
  return delimiter !== undefined;
}

/** Removes our files of an earlier writing, moves changed ones aside. Returns what to tell of it. */
async function clear(folder: string, known: ReadonlySet<string>): Promise<Text[]> {
  const names = await readdir(folder).catch(() => []);
  const notices: Text[] = [];
  for (const name of names.filter(isSheetFile)) {
    const path = join(folder, name);
    if (known.has(await digestOf(path))) await rm(path).catch(leaveHeld);
    else notices.push(await moveAside(folder, name, names));
  }
  return notices;
}

function isSheetFile(name: string): boolean {
  const isCsv =
    name.endsWith(".csv") && sheetNames.some((sheet) => name === `${sheet}.csv` || name.startsWith(`${sheet}-`));
  return isCsv || name === correctionWorkbook;
}

/** SHA-256 of a file. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function moveAside(folder: string, name: string, names: readonly string[]): Promise<Text> {
  let aside = `edited-${name}`;
  for (let count = 2; names.includes(aside); count++) aside = numbered(`edited-${name}`, count);
  await rename(join(folder, name), join(folder, aside)).catch(leaveHeld);
  return text("kept_aside", { name: `failed/${name}`, aside: `failed/${aside}` });
}

/** A file that another program holds stays; the new one gets a second name beside it. */
function leaveHeld(): void {}
