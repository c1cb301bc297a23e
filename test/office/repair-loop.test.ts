/** Refused rows on their way through a person's spreadsheet program and back. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasNoSpreadsheet, saveAgain } from "../support/libreoffice.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { applyWithMistakes } from "../support/refused-users.ts";
import { runHere } from "../support/run-here.ts";
import { editBook } from "../support/workbooks.ts";

async function newestResults(folder: string) {
  return readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
}

describe.skipIf(hasNoSpreadsheet)("refused rows in LibreOffice", () => {
  it("come back from the workbook with every cell", { timeout: 120_000 }, async () => {
    const { folder, run } = await applyWithMistakes();
    const book = join(run, "failed", "correct.xlsx");
    await editBook(book, [
      ["users", "G2", "+31207000002"],
      ["users", "F3", ""],
    ]);
    await saveAgain(book);
    const retried = await runHere(["retry"], folder);
    expect(retried.err).toContain("read from failed/correct.xlsx, which you edited");
    expect(retried.code, retried.out).toBe(0);
    const results = await newestResults(folder);
    expect(results.map(({ key, status }) => `${key} ${status}`)).toEqual([
      "b@acme.example.com succeeded",
      "c@acme.example.com succeeded",
    ]);
  });

  it("lose cells as CSV, of which each is named, and fix gives them back", { timeout: 120_000 }, async () => {
    const { folder, run } = await applyWithMistakes();
    const csv = join(run, "failed", "users.csv");
    const before = await readFile(csv, "utf8");
    await saveAgain(csv);
    const retried = await runHere(["retry"], folder);
    expect(retried.code).toBe(2);
    expect(retried.err).toContain('failed/users.csv:3 phone_number was "+31207000003", is "31207000003"');
    expect(retried.err).toContain('failed/users.csv:3 extension was "0403", is "403"');
    expect(retried.err).toContain("Nothing was sent.");

    const fixed = await runHere(["fix", "--yes"], folder);
    expect(fixed.code, fixed.err).toBe(0);
    expect(fixed.out).toContain('failed/users.csv:3 extension  "403" -> "0403"');
    expect(await readFile(csv, "utf8")).toBe(before.replace(",31207000002", ",+31207000002"));
  });
});
