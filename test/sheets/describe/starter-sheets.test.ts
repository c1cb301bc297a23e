import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeStarterSheets } from "../../../src/sheets/describe/starter-sheets.ts";
import { findInputs } from "../../../src/sheets/read/find-inputs.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { readAll } from "../reading.ts";

it("starter sheets are right as they are written", async () => {
  const folder = join(await makeTemporaryFolder(), "new");
  const { written } = await writeStarterSheets(folder);
  expect(written).toHaveLength(5);
  const { sources } = await findInputs([folder], {});
  const readings = await Promise.all(sources.map((source) => readAll(source)));
  expect(
    readings.map(({ count, fileIssues, rows }) => [count, fileIssues, rows.flatMap(({ checked }) => checked.issues)]),
  ).toEqual([1, 1, 1, 1, 1].map((count) => [count, [], []]));
});

it("starter sheets are never written over a file", async () => {
  const folder = await makeTemporaryFolder();
  const own = join(folder, "users.csv");
  await writeFile(own, "mine");
  const { written, kept } = await writeStarterSheets(folder);
  expect(kept).toEqual([own]);
  expect(written).toHaveLength(4);
  expect(await readFile(own, "utf8")).toBe("mine");
});
