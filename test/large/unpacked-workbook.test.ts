import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listLeft } from "../support/nights.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { textRow, writeWorkbook } from "../support/workbook-builder.ts";

const header = textRow(1, ["customer", "email", "first_name", "last_name", "package"]);
const rowOf = (row: number) => textRow(row, ["C-1", `user${row}@acme.example`, "Ann", "Vos", "webex_meetings"]);

/** Rows that unpack to about so many MiB; the archive itself is small. */
function rowsOf(mebibytes: number): string {
  const blanks = `<!--${" ".repeat(2 ** 20 - 7)}-->`;
  return header + rowOf(2) + blanks.repeat(mebibytes);
}

describe("a workbook that unpacks to much", () => {
  async function setUp(): Promise<string> {
    const folder = await makeTemporaryFolder();
    await writeWorkbook(join(folder, "users.xlsx"), [{ name: "users", rows: rowsOf(66) }]);
    return folder;
  }

  it("is refused beyond 64 MiB, and read with --max-unpacked", { timeout: 60_000 }, async () => {
    const folder = await setUp();
    const refused = await runHere(["validate", "users.xlsx"], folder);
    expect([refused.code, refused.out]).toEqual([1, expect.stringMatching(/larger than 64 MiB.*--max-unpacked/s)]);
    const read = await runHere(["validate", "users.xlsx", "--max-unpacked", "80"], folder);
    expect([read.code, read.out]).toEqual([0, expect.stringContaining("1 of 1 user good")]);
  });

  it("is refused by a nightly run too, which then applies the next batch", { timeout: 120_000 }, async () => {
    const folder = await setUp();
    const { baseUrl } = await simulateWebex();
    const inbox = join(folder, "inbox");
    await mkdir(join(inbox, "a-large"), { recursive: true });
    await mkdir(join(inbox, "b-small"));
    await copyFile(join(folder, "users.xlsx"), join(inbox, "a-large", "users.xlsx"));
    await copyFile(join(samplesFolder, "templates.csv"), join(inbox, "b-small", "templates.csv"));
    for (const name of await readdir(inbox)) await writeFile(join(inbox, name, ".ready"), "");
    const to = ["--inbox", "inbox", "--target", "simulator", "--base-url", baseUrl];
    await runHere(["schedule", "--once", ...to], folder);
    const left = Object.entries(await listLeft(inbox));
    expect(left.map(([place]) => place.replace(/\d+ /, "")).sort()).toEqual(["done/b-small", "failed/a-large"]);
  });
});
