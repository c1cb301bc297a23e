/** A workbook that we write gives every text back: to our own reader, and out of a real spreadsheet program. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../../src/report/files/workbook-file.ts";
import { worksheetName } from "../../../src/report/files/workbook-text.ts";
import { openWorksheet } from "../../../src/sheets/read/read-workbook.ts";
import { drawPages, hasNoSpreadsheet, saveAgain } from "../../support/libreoffice.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { partOf } from "../../support/workbooks.ts";

type Rows = readonly (readonly string[])[];

async function write(header: readonly string[], rows: Rows): Promise<string> {
  const path = join(await makeTemporaryFolder(), "book.xlsx");
  const workbook = await openWorkbook(path);
  const worksheet = await workbook.open({ name: "users", header });
  for (const cells of rows) await worksheet.add(cells, (index) => (index === 0 ? "bad" : "plain"));
  return workbook.publish();
}

async function read(path: string): Promise<Rows> {
  const rows: (readonly string[])[] = [];
  const { pieces } = await openWorksheet(path, "users", { limit: 256 * 1024 ** 2 });
  for await (const piece of pieces) rows.push(...piece.map(({ cells }) => cells));
  return rows;
}

/** What a spreadsheet makes something else of when it can. */
const temptations = [
  ...[
    "+31201234567",
    "0012",
    "3-4",
    "1E5",
    "12345678901234567890",
    "1,5",
    "TRUE",
    "=1+1",
    "-2",
    "@x",
    "'t Hart",
    "'=1",
  ],
  ...[
    " leading",
    "trailing ",
    "two  blanks",
    "a\nb",
    "tab\there",
    "é ü ñ 日本 🙂",
    "<&>\"'",
    "_x0041_",
    "x".repeat(32_767),
  ],
  ...["#N/A", "2026-11-29", "10%", "€ 5", "\u00a0hard", "zero\u200bwidth"],
];
const rows = temptations.map((text, index) => [text, "x", String(index)]);

describe("a workbook", () => {
  it("gives every text back as it was", async () => {
    const header = ["customer", "email", "extension"];
    expect(await read(await write(header, rows))).toEqual([header, ...rows]);
  });

  it("reads back whatever a cell can contain", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("\r", "\r\n", "\0", "\u0001", "\uFFFE", "_x000D_", "_x005F_x000D_", "\u007f", "\u0085"),
    );
    const cells = fc.array(fc.tuple(fc.constant("x"), text, fc.constant("y")), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(cells, async (rows) => {
        expect((await read(await write(["a", "b", "c"], rows))).slice(1)).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });

  it("cuts a text that is too long for a cell, and says so in the cell", async () => {
    const [, [text = ""] = []] = await read(await write(["a"], [["x".repeat(40_000)]]));
    expect(text).toHaveLength(32_767);
    expect(text).toMatch(/… \[32767\/40000\]$/);
  });

  it("is private, and leaves no other file", async () => {
    const path = await write(["a"], [["x"]]);
    expect(((await stat(path)).mode & 0o777).toString(8)).toBe("600");
  });

  it("has text cells, a frozen header, a filter, and no formula", async () => {
    const path = await write(["a", "b"], [["=1+1", "+31201234567"]]);
    const xml = await partOf(path, "xl/worksheets/sheet1.xml");
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:B2"/>');
    expect(xml).not.toContain("<f>");
    expect(xml.match(/t="inlineStr"/g)).toHaveLength(4);
  });

  it("names worksheets as Excel can", () => {
    const taken = new Set<string>();
    expect(worksheetName("users-a/b:c[d]?*", taken)).toBe("users-a-b-c-d---");
    expect(worksheetName("x".repeat(40), taken)).toBe("x".repeat(31));
    expect(worksheetName("X".repeat(40), taken)).toBe(`${"X".repeat(29)} 2`);
  });
});

describe.skipIf(hasNoSpreadsheet)("a workbook in LibreOffice", () => {
  it("loses no cell when it is opened and saved", async () => {
    const header = ["customer", "email", "extension"];
    const path = await write(header, rows);
    const before = await readFile(path);
    await saveAgain(path);
    expect(before.equals(await readFile(path))).toBe(false);
    expect(await read(path)).toEqual([header, ...rows]);
  }, 60_000);

  it("can be seen", async () => {
    const [picture = ""] = await drawPages(await write(["a"], [["+31201234567"]]), 1);
    expect((await stat(picture)).size).toBeGreaterThan(1000);
  }, 60_000);
});
