/** Finds where source reads the environment, the clock or randomness by itself instead of being given them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { partOf } from "./floors.ts";

/** The wiring and the entry of the command may. */
const readers: ReadonlySet<string> = new Set(["runtime", "config", "main", "system-clock", "system-random"]);

const hidden =
  /\bprocess\.(?:env|cwd\(|argv)|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(|\brandom(?:UUID|Bytes|Int)\(/;

/** `file:line` of each such place in the `.ts` files below `root`, in name order. */
export async function findHiddenInputs(root: string): Promise<readonly string[]> {
  const names = await readdir(root, { recursive: true });
  const files = names.map((name) => name.replaceAll("\\", "/")).filter((name) => name.endsWith(".ts"));
  const places = await Promise.all(
    files.filter((file) => !readers.has(partOf(file))).map((file) => placesIn(root, file)),
  );
  return places.flat().sort();
}

async function placesIn(root: string, file: string): Promise<string[]> {
  const lines = (await readFile(join(root, file), "utf8")).split("\n");
  return lines.flatMap((line, index) =>
    hidden.test(line.replace(/^\s*(\/\/|\/?\*).*/, "")) ? [`${file}:${index + 1}`] : [],
  );
}
