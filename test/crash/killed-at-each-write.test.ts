import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import {
  countInDoubt,
  differences,
  goOn,
  type Outcome,
  readOutcome,
  runUndisturbed,
  setScene,
  smallBatch,
  stateFolderOf,
} from "../support/disturbed-run.ts";
import { projectFolder } from "../support/run-program.ts";
import { addUp, portion, runEach, soakTimeoutMs } from "../support/soak.ts";

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
  const stateFolder = stateFolderOf(scene);
  const killed = await scene.apply(watching(order)).ended;
  const inDoubt = await countInDoubt(stateFolder);
  const way = await goOn(scene);
  const found = await readOutcome(scene, stateFolder);
  const wrong = [...differences(reference, found, inDoubt), ...(way.last.code === 0 ? [] : [way.last.err])];
  return {
    wrong: wrong.map((what) => `killed ${order} write: ${what}`),
    counts: {
      killed: killed.code === null ? 1 : 0,
      resumed: way.resumes,
      "applied anew": way.applies,
      "in doubt": inDoubt,
      "writes repeated": found.writes - reference.writes,
      duplicates: found.duplicates,
    },
  };
}

describe("a run that is killed at a write of its journal", () => {
  it("does everything once when it is resumed", { timeout: soakTimeoutMs }, async () => {
    const reference = await runUndisturbed(smallBatch);
    const writes = await countWrites();
    const orders = Array.from({ length: writes }, (_, index) => [`${index + 1} before`, `${index + 1} after`]).flat();
    const ends = await runEach(portion(orders), (order) => killAt(order, reference));
    console.log(`${writes} writes, ${ends.length} runs:`, JSON.stringify(addUp(ends.map(({ counts }) => counts))));
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
