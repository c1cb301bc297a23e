/** What a person wrote over a file: cells, rows that they cleared, rows that they added. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { readAll, sourceOf } from "../reading.ts";

const lines = [
  "customer,email,first_name,last_name,package,extension",
  "C1,ann@example.com,Ann,Visser,webex_calling,4001",
  "C1,bob@example.com,Bob,Vos,webex_calling,4002,too many",
];

async function read(corrections: Readonly<Record<number, Readonly<Record<number, string>>>>) {
  const path = join(await makeTemporaryFolder(), "users.csv");
  await writeFile(path, `${lines.join("\n")}\n`);
  const rows = Object.entries(corrections).map(
    ([row, cells]) =>
      [Number(row), new Map(Object.entries(cells).map(([position, text]) => [Number(position), text]))] as const,
  );
  const { rows: read, count } = await readAll(sourceOf(path), {
    corrections: new Map([["users.csv", new Map(rows)]]),
  });
  return { count, rows: read.map(({ at, cells, checked }) => [at.row, cells.join(), checked.issues.length]) };
}

it("rows below the last are added in their order, checked as all others", async () => {
  const eva = { 0: "C1", 1: "eva@example.com", 2: "Eva", 3: "Mol", 4: "webex_calling", 5: "4004" };
  expect(await read({ 2: { 2: "Anna" }, 6: eva, 5: { 1: "no address" } })).toEqual({
    count: 4,
    rows: [
      [2, "C1,ann@example.com,Anna,Visser,webex_calling,4001", 0],
      [3, expect.stringMatching(/^C1,bob/), 1],
      [5, ",no address,,,,", expect.any(Number)],
      [6, "C1,eva@example.com,Eva,Mol,webex_calling,4004", 0],
    ],
  });
});

it("a row of which every cell was cleared is gone, with what was wrong with it", async () => {
  const blank = { 0: "", 1: "", 2: "", 3: "", 4: "", 5: "", 6: "" };
  expect(await read({ 3: blank, 9: { 0: " " } })).toMatchObject({ count: 1 });
});
