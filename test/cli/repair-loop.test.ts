/** Refused rows on their way through a person's spreadsheet program and back. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasNoSpreadsheet, saveAgain } from "../support/libreoffice.ts";
import { writeLostPlus } from "../support/lost-plus.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { editBook } from "../support/workbooks.ts";

/** The second has lost its +; the third names a location that there is not, and has what a spreadsheet takes. */
const users = [
  ["a@acme.example.com", "An", "One", "+31207000001", "4001"],
  ["b@acme.example.com", "Bo", "Two", "31207000002", "4002"],
  ["c@acme.example.com", "Cy", "Three", "+31207000003", "0403"],
];

async function applyWithMistakes(): Promise<{ readonly folder: string; readonly run: string }> {
  const folder = await makeTemporaryFolder();
  await writeLostPlus(folder, users, "c@acme.example.com");
  const applied = await runHere(["apply", "."], folder);
  expect(applied.code, applied.err).toBe(1);
  return { folder, run: await newestRun(join(folder, ".wholesale-import")) };
}

async function newestResults(folder: string) {
  return readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
}

describe("fix", () => {
  it("shows each cell before and after, and writes nothing when it cannot ask", async () => {
    const { folder, run } = await applyWithMistakes();
    const before = await readFile(join(run, "failed", "users.csv"), "utf8");
    const asked = await runHere(["fix"], folder);
    expect(asked.code).toBe(2);
    expect(asked.out).toContain('failed/users.csv:2 phone_number  "31207000002" -> "+31207000002"');
    expect(asked.err).toContain("add --yes");
    expect(await readFile(join(run, "failed", "users.csv"), "utf8")).toBe(before);
  });

  it("writes both forms, says what is left, and neither form passes for edited", async () => {
    const { folder, run } = await applyWithMistakes();
    const fixed = await runHere(["fix", "--code", "phone_lost_plus", "--yes"], folder);
    expect(fixed.code, fixed.err).toBe(0);
    expect(fixed.out).toContain("1 row left to correct by hand");
    expect(fixed.out).toContain("[unknown_location]");
    expect(await readFile(join(run, "failed", "users.csv"), "utf8")).toContain("+31207000002");

    const retried = await runHere(["retry"], folder);
    expect(retried.err).not.toContain("edited");
    expect(retried.code).toBe(1);
    const results = await newestResults(folder);
    expect(results.map(({ key, status }) => `${key} ${status}`)).toEqual([
      "b@acme.example.com succeeded",
      "c@acme.example.com invalid",
    ]);
  });

  it("leaves to a person only what no repair is known for, and counts what repairs of other codes put right", async () => {
    const folder = await makeTemporaryFolder();
    await runHere(["apply", join(samplesFolder, "with-mistakes")], folder);
    const refused = (await newestResults(folder)).filter(({ status }) => /invalid|blocked|failed/.test(status ?? ""));

    const one = await runHere(["fix", "--code", "phone_lost_plus", "--yes"], folder);
    expect(one.out).toContain("1 row can be repaired for other causes: wholesale-import fix");
    expect(one.out).not.toContain("[non_breaking_space]");
    // a row that waits for a refused one is counted, and told of where that one stands
    expect(one.out).toMatch(/failed.customers\.csv:2 · name \(invalid; blocks 2 rows\)/);
    expect(one.out).not.toContain("[blocked]");

    const all = await runHere(["fix", "--yes"], folder);
    expect(all.out).not.toContain("for other causes");
    expect(refused).toHaveLength(31);
    expect(all.out).toContain("28 rows left to correct by hand");
  });

  it("knows its codes", async () => {
    const { folder } = await applyWithMistakes();
    const unknown = await runHere(["fix", "--code", "phone_lost_pluss", "--yes"], folder);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("Did you mean phone_lost_plus?");
    const other = await runHere(["fix", "--code", "duplicate_key", "--yes"], folder);
    expect(other.code).toBe(0);
    expect(other.out).toContain("no cell has a certain repair");
  });
});

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
