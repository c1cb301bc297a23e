/** What `failed/` keeps of damaged cells: each as it was, and refused for the same reasons when it is given back. */
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { validateBatch } from "../support/validated-batch.ts";

const folder = "test/fixtures/rules";
const cases = readdirSync(folder).filter((name) => /^s(?:6[3-8]|7[0-7])-/.test(name));

const rowsOf = (text: string) => parse(text, { bom: true }) as readonly (readonly string[])[]; // no columns were named

async function rowsOfFile(path: string): Promise<readonly (readonly string[])[]> {
  return rowsOf(await readFile(path, "utf8"));
}

/** Column and code of every error that is the row's own, with how often each was found. */
function errorsOf(text: string): readonly string[] {
  const [header = [], ...rows] = rowsOf(text);
  const at = (row: readonly string[], name: string) => row[header.indexOf(name)];
  return rows
    .filter((row) => at(row, "severity") === "error" && at(row, "code") !== "blocked")
    .map((row) => `${at(row, "sheet")} ${at(row, "column")} ${at(row, "code")} ${at(row, "value")}`)
    .sort();
}

it.each(cases)("%s", async (name) => {
  const first = await validateBatch([join(folder, name)]);
  const files = readdirSync(join(first.out, "failed")).filter((file) => file.endsWith(".csv"));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const written = await rowsOfFile(join(folder, name, file));
    for (const row of await rowsOfFile(join(first.out, "failed", file))) expect(written).toContainEqual(row);
  }
  const given = files.map((file) => join(first.out, "failed", file));
  const templates = join(folder, name, "templates.csv");
  const again = await validateBatch(files.includes("templates.csv") ? given : [templates, ...given]);
  const cellErrors = (text: string) => errorsOf(text).filter((error) => !/unknown_|extension_lost_zero/.test(error));
  expect(cellErrors(again.errors)).toEqual(cellErrors(first.errors));
});
