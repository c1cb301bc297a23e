/** Spreadsheets as people really have them: each folder is a batch with one trouble, and what must come of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { type SheetName, sheetNames } from "../../src/model/sheet.ts";
import { UserError } from "../../src/model/user-error.ts";
import { readAll, sourceOf } from "../sheets/reading.ts";
import { validateBatch } from "../support/validated-batch.ts";

const folder = "test/fixtures/spreadsheets";

/** A line that errors.csv must have. What is left out may be anything; a `row` of "" is the file as a whole. */
type Line = {
  readonly file?: string;
  readonly row?: string;
  readonly column?: string;
  readonly severity?: "error" | "warning";
  readonly code?: string;
  /** Texts of its message or its hint. */
  readonly says?: readonly string[];
};

type Expected = {
  /** As given to `validate`, relative to the folder `in`. */
  readonly arguments: readonly string[];
  /** As given to `--sheet`. */
  readonly sheets?: Partial<Record<SheetName, readonly string[]>>;
  /** How many rows of each sheet are neither invalid nor blocked. */
  readonly good?: Readonly<Record<SheetName, number>>;
  readonly said: readonly Line[];
  /** Codes that must not be there. */
  readonly notCodes?: readonly string[];
  /** Texts that no message or hint may hold. */
  readonly notSaid?: readonly string[];
  /** How many columns a file of failed/ has, beside those that say why. */
  readonly failedColumns?: Readonly<Record<string, number>>;
};

type Told = Readonly<Record<"file" | "row" | "column" | "severity" | "code" | "message" | "hint", string>>;

const cases = readdirSync(folder);

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(folder, name, "expect.json"), "utf8")) as Expected; // written for this test
}

/** What came of a case: every line of errors.csv, and how many rows of each sheet are good. */
async function resultOf(name: string, expected: Expected) {
  const input = (path: string) => join(folder, name, "in", path);
  const sheets = Object.fromEntries(
    Object.entries(expected.sheets ?? {}).map(([sheet, paths]) => [sheet, paths.map(input)]),
  );
  try {
    const { errors, results, out } = await validateBatch(expected.arguments.map(input), {}, sheets);
    const told = parse(errors, { bom: true, columns: true }) as Told[]; // the columns of errors.csv
    const good = Object.fromEntries(
      sheetNames.map((sheet) => [
        sheet,
        results.filter((row) => row.sheet === sheet && row.status === "not_attempted").length,
      ]),
    );
    return { told, good, out };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [file = ""] = /[\w.]+\.\w+/.exec(error.message) ?? [];
    const { code, message, hint = "" } = error;
    return { told: [{ file, row: "", column: "", severity: "error", code, message, hint }], good: {}, out: "" };
  }
}

function isSaid({ says = [], ...fields }: Line, told: readonly Told[]): boolean {
  return told.some(
    (line) =>
      Object.entries(fields).every(([name, value]) => line[name as keyof Told] === value) && // a Line has no other fields
      says.every((text) => `${line.message}\n${line.hint}`.includes(text)),
  );
}

/** `file`: `users.csv`, or `correct.xlsx[users]` for a worksheet. */
async function columnsOfFailed(out: string, file: string): Promise<number> {
  const [, workbook, worksheet] = /^(.*\.xlsx)\[(.*)\]$/.exec(file) ?? [];
  const read = await readAll(sourceOf(join(out, "failed", workbook ?? file), "users", worksheet));
  return read.file?.header.length ?? 0;
}

describe("spreadsheets as people have them", () => {
  it.each(cases)("%s", async (name) => {
    const expected = expectedOf(name);
    const { told, good, out } = await resultOf(name, expected);
    const missing = expected.said.filter((line) => !isSaid(line, told));
    expect(missing, JSON.stringify(told, null, 1)).toEqual([]);
    if (expected.good) expect(good, JSON.stringify(told, null, 1)).toMatchObject(expected.good);
    expect(told.filter(({ code }) => expected.notCodes?.includes(code))).toEqual([]);
    const isBanned = ({ message, hint }: Told) =>
      (expected.notSaid ?? []).some((text) => `${message}\n${hint}`.includes(text));
    expect(told.filter(isBanned)).toEqual([]);
    for (const [file, columns] of Object.entries(expected.failedColumns ?? {})) {
      expect(await columnsOfFailed(out, file), file).toBe(columns);
    }
  });
});
