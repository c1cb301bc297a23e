/** What failed/ keeps of people's spreadsheets: fed back untouched, it has the same cells and the same errors. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { SheetName } from "../../src/model/sheet.ts";
import { UserError } from "../../src/model/user-error.ts";
import { findInputs } from "../../src/sheets/read/find-inputs.ts";
import { readAll } from "../sheets/reading.ts";
import { validateBatch } from "../support/validated-batch.ts";

const folder = "test/fixtures/spreadsheets";

type Case = {
  readonly arguments: readonly string[];
  readonly sheets?: Partial<Record<SheetName, readonly string[]>>;
};

type Told = Readonly<
  Record<"sheet" | "file" | "row" | "column" | "severity" | "code" | "value" | "failed_file" | "failed_row", string>
>;

/** Of a case: what `validate` is given. */
function inputsOf(name: string) {
  const expected = JSON.parse(readFileSync(join(folder, name, "expect.json"), "utf8")) as Case; // written for the tests
  const path = (each: string) => join(folder, name, "in", each);
  const sheets = Object.entries(expected.sheets ?? {}).map(([sheet, paths]) => [sheet, paths.map(path)]);
  return {
    inputs: expected.arguments.map(path),
    sheets: Object.fromEntries(sheets) as Partial<Record<SheetName, readonly string[]>>, // the same names
  };
}

type Checked = Awaited<ReturnType<typeof validateBatch>>;

/** Undefined where the batch cannot be read at all. */
async function checkCase(name: string): Promise<Checked | undefined> {
  const { inputs, sheets } = inputsOf(name);
  return validateBatch(inputs, {}, sheets).catch((error: unknown) => {
    if (error instanceof UserError) return undefined;
    throw error;
  });
}

function toldOfRows({ errors }: Pick<Checked, "errors">): readonly Told[] {
  const told = parse(errors, { bom: true, columns: true }) as readonly Told[]; // the columns of errors.csv
  return told.filter(({ row }) => row !== "");
}

/** What a row says of others, which failed/ does not hold, and of how its line was written, which it does not repeat. */
const notOfCells =
  /^(?:blocked|unknown_|duplicate_|extension_lost_zero|wrong_cell_count|stray_quote|cell_outside_table)/;

function cellTold({ sheet, column, code, value }: Told): string {
  return `${sheet} ${column} ${code} ${value}`;
}

/** The cells of rows by file and row, without blank ones at their ends. */
async function cellsIn(inputs: readonly string[], sheets: Partial<Record<SheetName, readonly string[]>> = {}) {
  const { sources } = await findInputs(inputs, { sheetOverrides: sheets });
  const cells = new Map<string, string>();
  for (const source of sources) {
    const { rows } = await readAll(source);
    for (const row of rows) cells.set(`${source.file}:${row.at.row}`, row.cells.join("\0").replace(/\0+$/, ""));
  }
  return cells;
}

const cases = readdirSync(folder);

describe("failed/, fed back untouched", () => {
  it.each(cases)("%s", async (name) => {
    const first = await checkCase(name);
    const refused = (first ? toldOfRows(first) : []).filter(
      ({ severity, failed_file }) => severity === "error" && failed_file !== "",
    );
    if (!first || refused.length === 0) return;
    const files = readdirSync(join(first.out, "failed")).map((file) => join(first.out, "failed", file));
    const csv = files.filter((file) => file.endsWith(".csv"));
    const workbook = files.filter((file) => file.endsWith(".xlsx"));
    const { inputs, sheets } = inputsOf(name);
    const [before, after] = [await cellsIn(inputs, sheets), await cellsIn(files)];
    for (const { file, row, failed_file, failed_row } of refused.filter(({ code }) => code !== "cell_outside_table")) {
      const place = `${failed_file.replace("failed/", "")}:${failed_row}`;
      expect(after.get(place), `${file}:${row} at ${place}`).toBe(before.get(`${file}:${row}`));
    }
    const isWhole = csv.length > 0 && refused.every(({ failed_file }) => failed_file.endsWith(".csv"));
    const forms = [...(isWhole ? [csv] : []), ...(csv.length > 0 && !isWhole ? [[...csv, ...workbook]] : [workbook])];
    for (const form of forms) {
      const again = await validateBatch(form);
      const isLineKept = form === csv || refused.every(({ code }) => code !== "wrong_cell_count");
      const told = toldOfRows(again)
        .filter(({ severity }) => severity === "error")
        .map(cellTold);
      const expected = refused.filter(({ code }) => !notOfCells.test(code)).map(cellTold);
      if (isLineKept) expect(told, form.join()).toEqual(expect.arrayContaining(expected));
    }
  });
});
