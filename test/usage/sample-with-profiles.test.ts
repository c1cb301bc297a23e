/** The sample batch written out, and written anew with profiles and `next`: fewer cells, and the same customers. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { sheetNames } from "../../src/model/sheet.ts";
import { comparableState } from "../support/comparable-state.ts";
import { operator } from "../support/operator.ts";

async function filledCells(folder: string): Promise<number> {
  const contents = await Promise.all(
    sheetNames.map((sheet) => readFile(join(folder, `${sheet}.csv`), "utf8").catch(() => "")),
  );
  const rows = contents.flatMap((content) => (parse(content, { bom: true }) as string[][]).slice(1));
  return rows.flat().filter((cell) => cell !== "").length;
}

it("the sample with profiles has fewer cells, and makes the same", async () => {
  const [before, after] = [await filledCells("samples"), await filledCells("samples/with-profiles")];
  const [one, other] = [await operator(), await operator()];
  const written = await one.apply("samples");
  const short = await other.apply("samples/with-profiles");
  expect([written.exitCode, short.exitCode]).toEqual([written.exitCode, written.exitCode]);
  expect(comparableState(await other.webex.state())).toEqual(comparableState(await one.webex.state()));
  console.log(`cells filled: ${before} written out, ${after} with profiles and next`);
  expect(after).toBeLessThan(before);
});
