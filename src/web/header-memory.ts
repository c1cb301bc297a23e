/** What a person said that the headers of a file mean, remembered for the next file with the same header. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import type { HeaderChoices } from "../sheets/match-header.ts";

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
  remember(sheet: SheetName, header: readonly string[], choices: HeaderChoices): Promise<void>;
};

/** A file that cannot be understood counts as empty: it is a convenience. */
export async function openHeaderMemory(stateFolder: string): Promise<HeaderMemory> {
  const path = join(stateFolder, "headers.json");
  const known = new Map((await read(path)).map((each) => [nameOf(each.sheet, each.header), each]));
  return {
    find: (sheet, header) => known.get(nameOf(sheet, header))?.choices ?? {},
    async remember(sheet, header, choices) {
      known.set(nameOf(sheet, header), { sheet, header: [...header], choices: { ...choices } });
      const text = JSON.stringify({ v: 1, headers: [...known.values()] }, null, 2);
      await writeFile(`${path}.part`, text, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
  };
}

async function read(path: string): Promise<readonly Remembered[]> {
  try {
    return memorySchema.parse(JSON.parse(await readFile(path, "utf8"))).headers;
  } catch {
    return [];
  }
}

function nameOf(sheet: SheetName, header: readonly string[]): string {
  return JSON.stringify([sheet, ...header.map((cell) => cell.trim().toLowerCase())]);
}
