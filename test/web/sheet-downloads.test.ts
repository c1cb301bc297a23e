/** What the page gives back of an upload: nothing in it runs in a spreadsheet, and read again it is the same. */
import { expect, it } from "vitest";
import { unescapeCell } from "../../src/model/formula-signs.ts";
import { cellsThatRun } from "../support/formula-cells.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { serve } from "./served.ts";

const cells = [
  "=cmd|' /C calc'!A0",
  "x;=1+1;y",
  "-2",
  "@sum",
  "\0=1+1",
  "+1+cmd|' /C calc'!A0",
  "\u200b=1",
  "'=1",
  "'t Hart",
];

it("holds no cell that a spreadsheet of any country would run, headers included, and reads back equal", async () => {
  const page = await serve(await makeTemporaryFolder());
  const text = [
    `customer,email,first_name,last_name,package,=1+1,"a;=1"`,
    ...cells.map((cell, index) => `C1,u${index}@example.com,"${cell}","${cell}",webex_meetings,"${cell}",`),
  ].join("\n");
  const rowsOf = async (body: string) => {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const { id } = JSON.parse((await page.askAsPage("/api/batches", post)).body);
    await page.askAsPage(`/api/batches/${id}/files?name=users.csv`, { method: "PUT", body });
    await page.askAsPage(`/api/batches/${id}/settled`);
    const { rows } = JSON.parse((await page.askAsPage(`/api/batches/${id}/rows?sheet=users&from=0&count=100`)).body);
    const downloaded = (await page.askAsPage(`/api/batches/${id}/download/0`)).body;
    return { downloaded, cells: rows.map((row: { cells: readonly string[] }) => row.cells) };
  };
  const first = await rowsOf(text);
  expect(first.cells).toHaveLength(cells.length);
  expect(cellsThatRun(first.downloaded)).toEqual([]);
  const values = (rows: readonly (readonly string[])[]) => rows.map((row) => row.map(unescapeCell));
  const second = await rowsOf(first.downloaded);
  expect(values(second.cells)).toEqual(values(first.cells));
  expect(second.downloaded).toBe(first.downloaded);
});
