import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { textRow, writeWorkbook } from "../support/workbook-builder.ts";

const header = textRow(1, ["customer", "email", "first_name", "last_name", "package"]);
const rowOf = (row: number) => textRow(row, ["C-1", `user${row}@acme.example`, "Ann", "Vos", "webex_meetings"]);

it("a workbook of more than 50 worksheets is refused, with what to do", async () => {
  const folder = await makeTemporaryFolder();
  const sheets = Array.from({ length: 51 }, (_, at) => ({ name: `users ${at}`, rows: header + rowOf(at + 2) }));
  await writeWorkbook(join(folder, "users.xlsx"), sheets);
  const { code, out } = await runHere(["validate", "users.xlsx"], folder);
  expect([code, out]).toEqual([1, expect.stringMatching(/has 51 worksheets; at most 50 are read/)]);
});

describe("a sheet that is named by hand", () => {
  it("is asked for where standard input alone is given", async () => {
    const { code, err } = await runHere(["validate", "-"], await makeTemporaryFolder());
    expect([code, err]).toEqual([2, expect.stringContaining("--sheet users=-")]);
  });

  it("may be one worksheet of a workbook, but no hidden one", async () => {
    const folder = await makeTemporaryFolder();
    await writeWorkbook(join(folder, "people.xlsx"), [
      { name: "NL", rows: header + rowOf(2) },
      { name: "old", rows: header + rowOf(2), state: "hidden" },
    ]);
    const read = await runHere(["validate", "--sheet", "users=people.xlsx[nl]"], folder);
    expect([read.code, read.out]).toEqual([0, expect.stringContaining("1 of 1 user good")]);
    const hidden = await runHere(["validate", "--sheet", "users=people.xlsx[old]"], folder);
    expect([hidden.code, hidden.out]).toEqual([1, expect.stringContaining("hidden worksheets are never imported")]);
  });
});
