/** What a process is for: a signal while a large workbook is read, and rows on standard input. */
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startProgram } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { textRow, writeWorkbook } from "../support/workbook-builder.ts";

const header = textRow(1, ["customer", "email", "first_name", "last_name", "package"]);
const rowOf = (row: number) => textRow(row, ["C-1", `user${row}@acme.example`, "Ann", "Vos", "webex_meetings"]);

const manyRows = header + Array.from({ length: 120_000 }, (_, at) => rowOf(at + 2)).join("");

describe("while a large workbook is read", () => {
  async function setUp(): Promise<string> {
    const folder = await makeTemporaryFolder();
    await mkdir(join(folder, "batch"));
    await writeWorkbook(join(folder, "batch", "users.xlsx"), [{ name: "users", rows: manyRows }]);
    return folder;
  }

  it("one Ctrl-C ends the program", { timeout: 60_000 }, async () => {
    const folder = await setUp();
    const scratch = join(folder, "scratch");
    await mkdir(scratch);
    const running = startProgram(["validate", "batch"], folder, { TMPDIR: scratch });
    await until(async () => (await readdir(scratch)).length > 0); // it stages the rows there
    running.child.kill("SIGINT");
    const { code, err } = await running.ended;
    expect([code, err]).toEqual([130, expect.not.stringContaining("bug")]);
  });

  it("so does one before anything is reported about its rows", { timeout: 60_000 }, async () => {
    const folder = await setUp();
    const running = startProgram(["validate", "batch"], folder);
    await until(() => running.err().includes("validate"));
    running.child.kill("SIGINT");
    expect((await running.ended).code).toBe(130);
  });
});

it("a sheet that is named by hand may be standard input, alone", async () => {
  const sheet = "customer,email,first_name,last_name,package\nC-1,ann@acme.example,Ann,Vos,webex_meetings\n";
  const folder = await makeTemporaryFolder();
  const typed = startProgram(["validate", "--sheet", "users=-"], folder, {}, sheet);
  const { code, out, err } = await typed.ended;
  expect([code, out + err]).toEqual([0, expect.stringMatching(/standard input +1 user/)]);
  expect(out).toContain("1 of 1 user good");
});
