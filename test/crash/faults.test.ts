import { describe, expect, it } from "vitest";
import { parseFault } from "../../src/simulator/faults.ts";
import {
  differences,
  type Outcome,
  readOutcome,
  runUndisturbed,
  type Scene,
  setScene,
  stateFolderOf,
} from "../support/disturbed-run.ts";
import { projectFolder, startScript } from "../support/run-program.ts";
import { addUp, isSoak, runEach, soakTimeoutMs, struckTooSeldom } from "../support/soak.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

const script = `${projectFolder}test/support/impatient-program.mjs`;
const faults = ["lost:0.05", "reset:0.05", "503:0.10", "garbage:0.02"].map((what) => parseFault(`* *=${what}`));

/** 3 customers and 6 branches with PSTN and numbers, 45 users: more requests than a second allows. */
async function moderateBatch(): Promise<string> {
  const pstn = "Simulated Carrier";
  const numbersOf = (place: number) => ({
    pstn,
    phone_numbers: `+3120123${place}00-+3120123${place}09`,
    main_number: `+3120123${place}00`,
  });
  const customers = [0, 1, 2].map((index) => {
    const cells = Object.entries(numbersOf(20 + index)).map(([column, cell]) => [`hq_${column}`, cell]);
    return { hq_name: `Office ${index + 1}`, ...Object.fromEntries(cells) };
  });
  const locations = Array.from({ length: 6 }, (_, index) => ({
    customer: `C${(index % 3) + 1}`,
    ...numbersOf(10 + index),
  }));
  const users = Array.from({ length: 45 }, (_, index) => ({
    customer: `C${(index % 3) + 1}`,
    location: `Branch ${(index % 6) + 1}`,
    ...(index < 6 ? { phone_number: `+3120123${10 + index}05`, roles: "user_admin" } : {}),
  }));
  return writeBatch(await makeTemporaryFolder(), "batch", { templates: [{}], customers, locations, users });
}

/** Until it ends by itself; how often it had to be resumed. */
async function runToItsEnd(
  scene: Scene,
): Promise<{ readonly resumes: number; readonly code: number | null; readonly err: string }> {
  const state = stateFolderOf(scene);
  let last = await startScript(script, ["apply", scene.batch, scene.webex.baseUrl, state], scene.folder).ended;
  let resumes = 0;
  for (; last.code === 2 && resumes < 20; resumes += 1)
    last = await startScript(script, ["resume", state], scene.folder).ended;
  return { ...last, resumes };
}

async function runWithFaults(seed: number, batch: string, reference: Outcome) {
  await using scene = await setScene(batch, { seed, faults, rateLimitPerSecond: 50 });
  const { code, err, resumes } = await runToItsEnd(scene);
  const found = await readOutcome(scene, stateFolderOf(scene));
  const { requests } = await scene.webex.stats();
  const struck = addUp(Object.values(requests));
  const wrong = [...differences(reference, found, Number.POSITIVE_INFINITY), ...(code === 0 ? [] : [`${code} ${err}`])];
  return {
    wrong: wrong.map((what) => `seed ${seed}: ${what}`),
    counts: {
      requests: found.requests,
      ...Object.fromEntries(["lost", "reset", "503", "garbage", "429"].map((what) => [what, struck[what] ?? 0])),
      resumed: resumes,
      "writes beyond the plan": found.writes - reference.writes,
      duplicates: found.duplicates,
    },
  };
}

describe("a run against a target that loses answers, breaks connections, is overloaded and talks nonsense", () => {
  it("ends with every row done once", { timeout: soakTimeoutMs }, async () => {
    const batch = await moderateBatch();
    const reference = await runUndisturbed(batch);
    const seeds = Array.from({ length: isSoak ? 50 : 3 }, (_, index) => index + 1);
    const ends = await runEach(seeds, (seed) => runWithFaults(seed, batch, reference));
    const counts = addUp(ends.map((end) => end.counts));
    console.log(`${ends.length} seeds:`, JSON.stringify(counts));
    const faultsOfEach = { lost: 5, reset: 5, "503": 10, garbage: 1, "429": 1 };
    const least = Object.entries(faultsOfEach).map(
      ([fault, times]) => [fault, Math.ceil((times * ends.length) / 2)] as const,
    );
    expect(struckTooSeldom(counts, Object.fromEntries(least))).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
