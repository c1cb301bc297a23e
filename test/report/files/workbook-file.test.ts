/** A workbook that we write gives every text back to our own reader; `test/office` has what a spreadsheet program makes of it. */
import { stat } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { worksheetName } from "../../../src/report/files/workbook-text.ts";
import { partOf } from "../../support/workbooks.ts";
import { readBook, temptingRows, writeBook } from "../../support/written-book.ts";

describe("a workbook", () => {
  it("gives every text back as it was", async () => {
    const header = ["customer", "email", "extension"];
    expect(await readBook(await writeBook(header, temptingRows))).toEqual([header, ...temptingRows]);
  });

  it("reads back whatever a cell can contain", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("\r", "\r\n", "\0", "\u0001", "\uFFFE", "_x000D_", "_x005F_x000D_", "\u007f", "\u0085"),
    );
    const cells = fc.array(fc.tuple(fc.constant("x"), text, fc.constant("y")), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(cells, async (temptingRows) => {
        expect((await readBook(await writeBook(["a", "b", "c"], temptingRows))).slice(1)).toEqual(temptingRows);
      }),
      { numRuns: 12 },
    );
  });

  it("cuts a text that is too long for a cell, and says so in the cell", async () => {
    const [, [text = ""] = []] = await readBook(await writeBook(["a"], [["x".repeat(40_000)]]));
    expect(text).toHaveLength(32_767);
    expect(text).toMatch(/… \[32767\/40000\]$/);
  });

  it("is private, and leaves no other file", async () => {
    const path = await writeBook(["a"], [["x"]]);
    expect(((await stat(path)).mode & 0o777).toString(8)).toBe("600");
  });

  it("has text cells, a frozen header, a filter, and no formula", async () => {
    const path = await writeBook(["a", "b"], [["=1+1", "+31201234567"]]);
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
