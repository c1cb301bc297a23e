/** How a person matched the columns of a file, remembered for the next file with the same header. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { foldName } from "../model/names.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import type { HeaderChoices } from "../sheets/read/match-header.ts";
import { replaceFile } from "../storage/files.ts";

const memorySchema = z.object({
  v: z.literal(1),
  headers: z.array(
    z.object({
      sheet: z.enum(sheetNames),
      header: z.array(z.string()),
      choices: z.record(z.string(), z.string()),
    }),
  ),
});

type Remembered = z.infer<typeof memorySchema>["headers"][number];

export type HeaderMemory = {
  find(sheet: SheetName, header: readonly string[]): HeaderChoices;
  /** The sheet that a person last chose for a file with this header. */
  sheetOf(header: readonly string[]): SheetName | undefined;
  remember(sheet: SheetName, header: readonly string[], choices: HeaderChoices): void;
};

/** A file that cannot be understood counts as empty: it is a convenience. */
export async function openHeaderMemory(stateFolder: string): Promise<HeaderMemory> {
  const path = join(stateFolder, "headers.json");
  const known = new Map((await read(path)).map((each) => [nameOf(each.sheet, each.header), each]));
  return {
    find: (sheet, header) => known.get(nameOf(sheet, header))?.choices ?? {},
    sheetOf: (header) =>
      [...known.keys()].reverse().flatMap((name) => (isOf(name, header) ? (known.get(name) ?? []) : []))[0]?.sheet,
    remember(sheet, header, choices) {
      const name = nameOf(sheet, header);
      known.delete(name);
      known.set(name, { sheet, header: [...header], choices: { ...choices } });
      for (const oldest of [...known.keys()].slice(0, -mostHeaders)) known.delete(oldest);
      replaceFile(path, JSON.stringify({ v: 1, headers: [...known.values()] }, null, 2));
    },
  };
}

/** The newest are kept. */
const mostHeaders = 200;

async function read(path: string): Promise<readonly Remembered[]> {
  try {
    return memorySchema.parse(JSON.parse(await readFile(path, "utf8"))).headers;
  } catch {
    return [];
  }
}

function isOf(name: string, header: readonly string[]): boolean {
  return sheetNames.some((sheet) => name === nameOf(sheet, header));
}

function nameOf(sheet: SheetName, header: readonly string[]): string {
  return JSON.stringify([sheet, ...header.map(foldName)]);
}
