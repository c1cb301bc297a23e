import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { expect, it } from "vitest";
import { runProgram } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const columns = ["customer", "email", "first_name", "last_name", "package", "location"];
const mostRows = 65_536;

it("a workbook of Excel 97-2003 with as many users as its format has rows is read", { timeout: 300_000 }, async () => {
  const folder = await makeTemporaryFolder();
  const rows = Array.from({ length: mostRows - 1 }, (_, at) => [
    ...["C-1", `user${at}@acme.example`, `Ann ${at}`, `Vos ${at}`, "webex_meetings", `Office ${at % 300}`],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([columns, ...rows], { dense: true }), "users");
  await writeFile(join(folder, "users.xls"), write(book, { bookType: "biff8", type: "buffer" }));
  const { code, out } = await runProgram(["validate", "users.xls"], folder);
  expect([code, out]).toEqual([0, expect.stringMatching(/65.535 of 65.535 users good/)]);
});
