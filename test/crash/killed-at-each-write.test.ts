import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type Outcome, recover, runUndisturbed, setScene, smallBatch } from "../support/disturbed-run.ts";
import { projectFolder } from "../support/run-program.ts";
import { addUp, most, portion, runEach, soakTimeoutMs, struckTooSeldom } from "../support/soak.ts";

const watch = `--import ${pathToFileURL(join(projectFolder, "test/support/watch-writes.mjs"))}`;
const watching = (order: string) => ({ NODE_OPTIONS: watch, WATCH_WRITES: order });

async function countWrites(): Promise<number> {
  await using scene = await setScene(smallBatch);
  const countFile = join(scene.folder, "writes");
  await scene.apply(watching(countFile)).ended;
  return Number(await readFile(countFile, "utf8"));
}

async function killAt(order: string, reference: Outcome) {
  await using scene = await setScene(smallBatch);
  const killed = await scene.apply(watching(order)).ended;
  const { wrong, counts } = await recover(scene, `killed ${order} write`, reference);
  return { wrong, counts: { killed: killed.code === null ? 1 : 0, ...counts } };
}

describe("a run that is killed at a write of its journal", () => {
  it("does everything once when it is resumed", { timeout: soakTimeoutMs }, async () => {
    const reference = await runUndisturbed(smallBatch);
    const writes = await countWrites();
    const orders = Array.from({ length: writes }, (_, index) => [`${index + 1} before`, `${index + 1} after`]).flat();
    const ends = await runEach(portion(orders), (order) => killAt(order, reference));
    const counts = { writes, ...addUp(ends.map((end) => end.counts)) };
    console.log(`${ends.length} runs:`, JSON.stringify(counts));
    expect(struckTooSeldom(counts, { writes: 30, killed: most(ends.length) })).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
