/** Sheets as people have them, and what damage makes of their bytes. The same for the same random numbers. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Random } from "../../src/model/ports.ts";
import { type SheetName, sheetNames } from "../../src/model/sheet.ts";
import { unzip, zip } from "./zip-files.ts";

export type SheetBytes = {
  readonly sheet: SheetName;
  readonly ending: string;
  readonly bytes: Buffer;
  /** Of a workbook that is an archive: its files, which are damaged before they are packed as well. */
  readonly files?: ReadonlyMap<string, Buffer>;
};

const fixtures = "test/fixtures";

/** The batch has no profiles. */
export const sheetsOfOneBatch = sheetNames.filter((sheet) => sheet !== "profiles");

const read = (path: string) => readFileSync(join(fixtures, path));

/** One batch in UTF-8, UTF-16, Windows-1252, compressed, and as workbooks of each kind that LibreOffice and Excel wrote. */
export async function readOriginals(): Promise<readonly SheetBytes[]> {
  const texts = sheetsOfOneBatch.flatMap((sheet) => {
    const text = read(`one-batch/${sheet}.csv`).toString();
    return [
      { sheet, ending: "csv", bytes: Buffer.from(text) },
      { sheet, ending: "csv", bytes: Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`) },
      { sheet, ending: "csv", bytes: Buffer.from(`\ufeff${text.replaceAll(",", "\t")}`, "utf16le") },
      { sheet, ending: "csv", bytes: read(`one-batch/libreoffice/${sheet}.csv`) },
      { sheet, ending: "csv.gz", bytes: gzipSync(text) },
    ];
  });
  const paths = [
    "one-batch/libreoffice/batch.xlsx",
    "sheets/workbooks/excel.xlsx",
    "spreadsheets/ods-in-folder/in/users.ods",
    "spreadsheets/xlsm-in-folder/in/users.xlsm",
    "spreadsheets/real-xls-in-folder/in/users.xls",
  ];
  const workbooks = paths.map(async (path): Promise<SheetBytes> => {
    const [bytes, ending] = [read(path), path.split(".").at(-1) ?? ""];
    const files = ending === "xls" ? {} : { files: await unzip(join(fixtures, path)) };
    return { sheet: "users", ending, bytes, ...files };
  });
  return [...texts, ...texts, ...(await Promise.all(workbooks))];
}

export function pick<T>(random: Random, from: readonly [T, ...T[]] | readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

/** What text files stumble over. */
const tokens: readonly Buffer[] = [
  ...['"', '""', ",", ";", "\t", "|", "\r", "\n", "\r\n", "\n\n\n", "\0", "\u2028", "\u00a0", "\u200b", "\ufeff"],
  ...[
    "sep=;\n",
    "=1+1",
    "'",
    "+",
    "3.12E+10",
    "😀",
    "́",
    "\u001a",
    "PK\u0003\u0004",
    "users",
    "email",
    '",\n"',
    ",,,,,,,,,,,,",
  ],
].map((token) => Buffer.from(token));
const bytesOnly = [[0xff], [0xfe, 0xff], [0xff, 0xfe], [0xd8, 0x00], [0x00, 0xd8], [0xc3], [0xf0, 0x9f], [0x80, 0x81]];

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const mutations: readonly Mutation[] = [
  (bytes, random) => insert(bytes, random, pick(random, tokens)),
  (bytes, random) => insert(bytes, random, pick(random, tokens)),
  (bytes, random) => insert(bytes, random, Buffer.from(pick(random, bytesOnly))),
  (bytes, random) => insert(bytes, random, Buffer.alloc(1 + Math.floor(random() * 40_000), pick(random, tokens))),
  (bytes, random) => insert(bytes, random, rangeOf(bytes, random)),
  (bytes, random, other) => insert(bytes, random, rangeOf(other, random)),
  (bytes, random) => without(bytes, random, 1 + Math.floor(random() * 8)),
  (bytes, random) => without(bytes, random, Math.floor(random() * bytes.length)),
  (bytes, random) => bytes.subarray(0, placeIn(bytes, random)),
  (bytes, random) => change(bytes, random, (byte) => byte ^ (1 << Math.floor(random() * 8))),
  (bytes, random) => change(bytes, random, () => Math.floor(random() * 256)),
];

/** Damages a file in one to three places; every other workbook within one of the files that it packs. */
export function mutate({ bytes, files }: SheetBytes, random: Random, other: Buffer): Buffer {
  if (!files || random() < 0.5) return damage(bytes, random, other);
  const name = pick(random, [...files.keys()]);
  return zip(new Map(files).set(name, damage(files.get(name) ?? Buffer.alloc(0), random, other)));
}

function damage(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let mutated = bytes;
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) {
    mutated = pick(random, mutations)(mutated, random, other);
  }
  return mutated;
}

function placeIn(bytes: Buffer, random: Random): number {
  return Math.floor(random() * (bytes.length + 1));
}

function rangeOf(bytes: Buffer, random: Random): Buffer {
  const start = placeIn(bytes, random);
  return bytes.subarray(start, start + Math.floor(random() * 2_000));
}

function insert(bytes: Buffer, random: Random, piece: Buffer): Buffer {
  const at = placeIn(bytes, random);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function without(bytes: Buffer, random: Random, length: number): Buffer {
  const at = placeIn(bytes, random);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
}

function change(bytes: Buffer, random: Random, replace: (byte: number) => number): Buffer {
  const changed = Buffer.from(bytes);
  const at = placeIn(bytes, random);
  if (at < changed.length) changed[at] = replace(changed[at] ?? 0);
  return changed;
}
