/** A workbook that we write gives every text back out of a real spreadsheet program. */
import { readFile, stat } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { drawPages, hasNoSpreadsheet, saveAgain } from "../support/libreoffice.ts";
import { readBook, temptingRows, writeBook } from "../support/written-book.ts";

describe.skipIf(hasNoSpreadsheet)("a workbook in LibreOffice", () => {
  it("loses no cell when it is opened and saved", async () => {
    const header = ["customer", "email", "extension"];
    const path = await writeBook(header, temptingRows);
    const before = await readFile(path);
    await saveAgain(path);
    expect(before.equals(await readFile(path))).toBe(false);
    expect(await readBook(path)).toEqual([header, ...temptingRows]);
  }, 60_000);

  it("can be seen", async () => {
    const [picture = ""] = await drawPages(await writeBook(["a"], [["+31201234567"]]), 1);
    expect((await stat(picture)).size).toBeGreaterThan(1000);
  }, 60_000);
});
