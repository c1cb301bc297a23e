/** Files as other systems write them, with a mapping beside them. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { WrittenMapping } from "../../src/model/written-mapping.ts";

/** Writes the files, and `mapping.json` where there is one, into `<parent>/<name>`; gives its path. */
export async function writeMapped(
  parent: string,
  name: string,
  files: Readonly<Record<string, string>>,
  mapping?: WrittenMapping | string,
): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  const content = typeof mapping === "object" ? JSON.stringify(mapping, null, 2) : mapping;
  if (content !== undefined) await writeFile(join(folder, "mapping.json"), content);
  return folder;
}

/** Cells -> the text of a CSV file with semicolons, as a Dutch Excel writes it. */
export function semicolons(header: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => `${cells.join(";")}\r\n`).join("");
}
