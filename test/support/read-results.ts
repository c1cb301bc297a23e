/** Reads result files as tests ask for them. */
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { readResultsCsv } from "../../src/report/files/results-csv.ts";

/** Every line of a results.csv. */
export async function readResults(path: string) {
  const lines = [];
  for await (const line of readResultsCsv(createReadStream(path))) lines.push(line);
  return lines;
}

/** Every line of an errors.csv, by column. */
export async function readErrors(path: string): Promise<readonly Record<string, string>[]> {
  return parse(await readFile(path), { bom: true, columns: true }) as Record<string, string>[]; // columns: true gives these
}

/** The folder of the only, or newest, run of a state folder. */
export async function newestRun(state: string): Promise<string> {
  const ids = (await readdir(join(state, "runs"))).toSorted();
  return join(state, "runs", ids.at(-1) ?? "");
}

/** The folder of the run that a program's screen names. */
export function runNamedBy({ err }: { readonly err: string }, state: string): string {
  const id = /^(?:.* · )?run (\d{8}-\d{6}-[a-z0-9]{4})$/m.exec(err)?.[1];
  if (!id) throw new Error(`no run id on the screen:\n${err}`);
  return join(state, "runs", id);
}

/** How often each value stands in a list. */
export function countBy<T>(lines: readonly T[], labelOf: (line: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of lines) counts[labelOf(line)] = (counts[labelOf(line)] ?? 0) + 1;
  return counts;
}
