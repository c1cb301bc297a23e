import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/simulator/random.ts";
import {
  type Outcome,
  recover,
  runUndisturbed,
  setScene,
  smallBatch,
  untilRequests,
} from "../support/disturbed-run.ts";
import { hurried } from "../support/hurried-program.ts";
import { samplesFolder } from "../support/run-program.ts";
import { addUp, most, portion, runEach, soakTimeoutMs, struckTooSeldom } from "../support/soak.ts";

const seed = 20_261_122;
/** 8 s of the program's time; its clock runs that many times as fast, so that its minute is over sooner. */
const haste = 5;
const lagMs = 8_000 / haste;

type Simulator = NonNullable<Parameters<typeof setScene>[1]>;

/** Before the first request after so many milliseconds, else when the target has had so many requests. */
type Moment = { readonly ms: number } | { readonly requests: number };

/** One in eleven while the batch is read and planned, where the target has nothing to do yet. */
function moments(count: number, requests: number): readonly Moment[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) =>
    index % 11 === 0 ? { ms: Math.round(random() * 1_000) } : { requests: Math.round(random() * requests) },
  );
}

/** `lagMs`: each list, single read and right is up to so far behind; the program has its own minute for that. */
async function killAt(moment: Moment, reference: Outcome, batch = samplesFolder, simulator: Simulator = {}) {
  const isLate = simulator.lagMs !== undefined;
  await using scene = await setScene(batch, simulator, { always: isLate ? hurried(haste) : {} });
  const running = scene.apply();
  await ("ms" in moment ? pause(moment.ms) : untilRequests(scene, running, moment.requests));
  running.child.kill("SIGKILL");
  const killed = await running.ended;
  const { wrong, counts } = await recover(scene, `killed at ${JSON.stringify(moment)}`, reference, { isLate });
  return { wrong, counts: { killed: killed.code === null ? 1 : 0, ...counts } };
}

describe("a run that is killed at a random moment", () => {
  it("does everything once when it is resumed", { timeout: soakTimeoutMs }, async () => {
    const reference = await runUndisturbed(samplesFolder);
    const times = portion(moments(200, reference.requests), { nth: 20 });
    const ends = await runEach(times, (moment) => killAt(moment, reference));
    const counts = { requests: reference.requests, ...addUp(ends.map((end) => end.counts)) };
    console.log(`seed ${seed}, ${ends.length} runs:`, JSON.stringify(counts));
    expect(struckTooSeldom(counts, { requests: 100, killed: most(ends.length) })).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});

describe("a run that is killed at a random moment, against a target that is up to 8 s behind with what it shows", () => {
  it("does everything once when it is resumed", { timeout: soakTimeoutMs }, async () => {
    const reference = await runUndisturbed(smallBatch);
    const late = portion(moments(20, reference.requests)).map((moment, index) => ({ moment, seed: seed + index }));
    const ends = await runEach(late, (each) => killAt(each.moment, reference, smallBatch, { seed: each.seed, lagMs }));
    const counts = { requests: reference.requests, ...addUp(ends.map((end) => end.counts)) };
    console.log(`seed ${seed}, ${ends.length} runs, 8 s behind:`, JSON.stringify(counts));
    expect(struckTooSeldom(counts, { killed: most(ends.length) })).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
