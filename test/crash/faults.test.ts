import { describe, expect, it } from "vitest";
import { parseFault } from "../../src/simulator/faults.ts";
import {
  differences,
  goOn,
  type Outcome,
  readOutcome,
  runUndisturbed,
  setScene,
  smallBatch,
  stateFolderOf,
} from "../support/disturbed-run.ts";
import { addUp, isSoak, runEach, soakTimeoutMs } from "../support/soak.ts";

const faults = ["lost:0.05", "reset:0.05", "503:0.10", "garbage:0.02"].map((what) => parseFault(`* *=${what}`));

async function runWithFaults(seed: number, reference: Outcome) {
  await using scene = await setScene(smallBatch, { seed, faults, rateLimitPerSecond: 50 });
  const first = await scene.apply().ended;
  const way = first.code === 0 ? { resumes: 0, last: first } : await goOn(scene);
  const found = await readOutcome(scene, stateFolderOf(scene));
  const wrong = [
    ...differences(reference, found, Number.POSITIVE_INFINITY),
    ...(way.last.code === 0 ? [] : [way.last.err]),
  ];
  return {
    wrong: wrong.map((what) => `seed ${seed}: ${what}`),
    counts: {
      runs: 1,
      "stopped and resumed": way.resumes,
      "writes repeated": found.writes - reference.writes,
      duplicates: found.duplicates,
    },
  };
}

describe("a run against a target that loses answers, breaks connections, is overloaded and talks nonsense", () => {
  it("ends with every row done once", { timeout: soakTimeoutMs }, async () => {
    const reference = await runUndisturbed(smallBatch);
    const seeds = Array.from({ length: isSoak ? 50 : 5 }, (_, index) => index + 1);
    const ends = await runEach(seeds, (seed) => runWithFaults(seed, reference));
    console.log(`${ends.length} seeds:`, JSON.stringify(addUp(ends.map(({ counts }) => counts))));
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
