/** The folder failed/: what a person corrects and feeds back. Keeps aside what somebody changed there since it was written. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { RowStatus } from "../model/outcome.ts";
import type { RowOutcome } from "../model/run-report.ts";
import { type SheetFile, sheetNames } from "../model/sheet.ts";
import { type CsvFile, openCsvFile } from "./csv-file.ts";
import { numbered, tellSecondName } from "./draft-file.ts";
import { delimiterOf, isToCorrect, nameFailedFiles } from "./failed-rows.ts";

/** A file of failed/, and the label of the input file whose rows it holds. */
export type FailedFile = {
  readonly file: string;
  readonly path: string;
  readonly rows: number;
  readonly sha256: string;
};

export type FailedFolder = {
  /** Takes the row if it is to be corrected. Opens nothing before the first of a file. */
  add(row: RowOutcome): Promise<void>;
  /**
   * Replaces what stood in the folder. `known`: the digests of what we wrote there before. A file of another content is
   * somebody's work: it moves to `edited-<name>`, which no run takes for a sheet.
   */
  publish(known: ReadonlySet<string>): Promise<PublishedFolder>;
  discard(): Promise<void>;
};

/** `notices`, for people: which file was moved aside or stands under a second name. */
export type PublishedFolder = { readonly files: readonly FailedFile[]; readonly notices: readonly string[] };

type OpenFile = { readonly file: string; readonly name: string; readonly csv: CsvFile; rows: number };

/** `files`: the input files of the run; a row of any other file is left out. `selects`: the statuses whose rows it takes. */
export function openFailedFolder(
  folder: string,
  files: readonly SheetFile[],
  selects: (status: RowStatus) => boolean = isToCorrect,
): FailedFolder {
  const names = nameFailedFiles(files);
  const opened = new Map<string, OpenFile>();
  const open = async (file: SheetFile): Promise<OpenFile> => {
    const name = names.get(file.file) ?? `${file.sheet}.csv`;
    const csv = await openCsvFile(join(folder, name), file.header, delimiterOf(file));
    const fresh = { file: file.file, name, csv, rows: 0 };
    opened.set(file.file, fresh);
    return fresh;
  };
  return {
    add: async (row) => {
      const file = selects(row.status) && files.find(({ file }) => file === row.at.file);
      if (!file) return;
      const target = opened.get(file.file) ?? (await open(file));
      await target.csv.add(row.cells);
      target.rows++;
    },
    publish: async (known) => {
      const notices = await clear(folder, known);
      const files: FailedFile[] = [];
      for (const { file, name, csv, rows } of opened.values()) {
        const written = await csv.publish();
        files.push({ file, rows, ...written });
        notices.push(...tellSecondName(name, written.path));
      }
      return { files, notices };
    },
    discard: async () => {
      for (const { csv } of opened.values()) await csv.discard();
    },
  };
}

/** Removes our files of an earlier writing, moves changed ones aside. Returns what to tell of it. */
async function clear(folder: string, known: ReadonlySet<string>): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const notices: string[] = [];
  for (const name of names.filter(isSheetFile)) {
    const path = join(folder, name);
    if (known.has(await digest(path))) await rm(path).catch(leaveHeld);
    else notices.push(await moveAside(folder, name, names));
  }
  return notices;
}

function isSheetFile(name: string): boolean {
  return name.endsWith(".csv") && sheetNames.some((sheet) => name === `${sheet}.csv` || name.startsWith(`${sheet}-`));
}

async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function moveAside(folder: string, name: string, names: readonly string[]): Promise<string> {
  let aside = `edited-${name}`;
  for (let count = 2; names.includes(aside); count++) aside = numbered(`edited-${name}`, count);
  await rename(join(folder, name), join(folder, aside)).catch(leaveHeld);
  return `failed/${name} was changed since it was written: kept as failed/${aside}.`;
}

/** A file that another program holds stays; the new one gets a second name beside it. */
function leaveHeld(): void {}
