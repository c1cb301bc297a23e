/** The shipped workbook is what the columns and the data say: a change of them needs a new one. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { packageFacts } from "../../src/model/packages.ts";
import { type SheetName, sheetNames } from "../../src/model/sheet.ts";
import { say } from "../../src/model/words/text.ts";
import { countryCodes } from "../../src/sheets/data/countries.ts";
import { timeZoneNamed } from "../../src/sheets/data/time-zones.ts";
import { type ColumnFacts, columnsOf } from "../../src/sheets/describe/describe-columns.ts";
import { writeStarterWorkbook } from "../../src/sheets/describe/starter-sheets.ts";
import { findInputs } from "../../src/sheets/read/find-inputs.ts";
import { letterOf, type ReadWorksheet, readStarterWorkbook } from "../support/starter-workbook.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { readAll } from "./reading.ts";

const resolution = "make it again: npm run build && python3 .ci/make-starter-workbook.py (see CONTRIBUTING.md)";

describe("the starter workbook", () => {
  it("is read without a word, with the row that the columns give as an example", async () => {
    const folder = join(await makeTemporaryFolder(), "new");
    const { written } = await writeStarterWorkbook(folder);
    expect(written).toEqual([join(folder, "batch.xlsx")]);
    const { sources } = await findInputs([folder], {});
    const readings = await Promise.all(sources.map((source) => readAll(source)));
    for (const [at, sheet] of sheetNames.entries()) {
      const columns = columnsOf(sheet);
      expect(readings[at]?.file?.header, resolution).toEqual(columns.map(({ name }) => name));
      expect(
        readings[at]?.rows.map(({ cells }) => cells),
        resolution,
      ).toEqual([columns.map(({ example }) => example)]);
      expect(readings[at]?.fileIssues).toEqual([]);
      expect(readings[at]?.rows.flatMap(({ checked }) => checked.issues)).toEqual([]);
    }
  });

  it("is never written over a file", async () => {
    const folder = await makeTemporaryFolder();
    await writeStarterWorkbook(folder);
    const before = await readFile(join(folder, "batch.xlsx"));
    expect(await writeStarterWorkbook(folder)).toEqual({ written: [], kept: [join(folder, "batch.xlsx")] });
    expect(await readFile(join(folder, "batch.xlsx"))).toEqual(before);
  });
});

describe("the starter workbook helps to fill it in:", () => {
  const expectedComment = ({ description }: ColumnFacts) => expect.stringContaining(say(description, "en"));

  it.each(sheetNames)("each header of %s says what goes in", async (sheet) => {
    const { comments } = worksheetOf(sheet);
    const expected = columnsOf(sheet).map((column, at) => [letterOf(at), expectedComment(column)]);
    expect([...comments], resolution).toEqual(expected);
  });

  it.each(sheetNames)("columns of %s with known values have a drop-down of them", (sheet) => {
    const { dropDowns } = worksheetOf(sheet);
    const withChoices = columnsOf(sheet).flatMap((column, at) => (column.choices ? [{ ...column, at }] : []));
    expect([...dropDowns.keys()], resolution).toEqual(withChoices.map(({ at }) => letterOf(at)));
    for (const { at, name, choices = [], isList } of withChoices) {
      const { offers, takesOthers } = dropDowns.get(letterOf(at)) ?? {};
      expect(takesOthers, name).toBe(isList);
      if (!name.endsWith("timezone")) expect(offers, `${name}: ${resolution}`).toEqual(choices);
    }
  });

  it("countries, packages and time zones are those of the data", () => {
    const offersOf = (sheet: SheetName, column: string) => {
      const at = columnsOf(sheet).findIndex(({ name }) => name === column);
      return worksheetOf(sheet).dropDowns.get(letterOf(at))?.offers ?? [];
    };
    expect(offersOf("locations", "country"), resolution).toEqual([...countryCodes]);
    expect(offersOf("customers", "packages"), resolution).toEqual(packageFacts.map(({ code }) => code));
    const zones = offersOf("locations", "timezone"); // each version of Node has a list of its own
    expect(zones.length).toBeGreaterThan(400);
    expect(zones.filter((zone) => timeZoneNamed(zone) === undefined)).toEqual([]);
  });

  it.each(sheetNames)("all cells of %s are texts, and its header stays in sight", (sheet) => {
    const { formats, isHeaderFrozen } = worksheetOf(sheet);
    const textFormat = "49"; // the one that spreadsheets show as @
    expect([...formats.values()]).toEqual(columnsOf(sheet).map(() => textFormat));
    expect(isHeaderFrozen).toBe(true);
  });
});

let worksheets: ReadonlyMap<SheetName, ReadWorksheet> = new Map();

beforeAll(async () => {
  worksheets = await readStarterWorkbook();
});

function worksheetOf(sheet: SheetName): ReadWorksheet {
  const found = worksheets.get(sheet);
  if (!found) throw new Error(`the workbook has no worksheet ${sheet}`);
  return found;
}
