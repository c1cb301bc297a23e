import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/simulator/random.ts";
import { type Outcome, recover, runUndisturbed, setScene, untilRequests } from "../support/disturbed-run.ts";
import { samplesFolder } from "../support/run-program.ts";
import { addUp, portion, runEach, soakTimeoutMs } from "../support/soak.ts";

const seed = 20_261_122;

/** Before the first request after so many milliseconds, else when the target has had so many requests. */
type Moment = { readonly ms: number } | { readonly requests: number };

/** One in eleven while the batch is read and planned, where the target has nothing to do yet. */
function moments(count: number, requests: number): readonly Moment[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) =>
    index % 11 === 0 ? { ms: Math.round(random() * 1_000) } : { requests: Math.round(random() * requests) },
  );
}

async function killAt(moment: Moment, reference: Outcome) {
  await using scene = await setScene(samplesFolder);
  const running = scene.apply();
  await ("ms" in moment ? pause(moment.ms) : untilRequests(scene, running, moment.requests));
  running.child.kill("SIGKILL");
  const killed = await running.ended;
  const { wrong, counts } = await recover(scene, `killed at ${JSON.stringify(moment)}`, reference);
  return { wrong, counts: { killed: killed.code === null ? 1 : 0, ...counts } };
}

describe("a run that is killed at a random moment", () => {
  it("does everything once when it is resumed", { timeout: soakTimeoutMs }, async () => {
    const reference = await runUndisturbed(samplesFolder);
    const times = portion(moments(200, reference.requests));
    const ends = await runEach(times, (moment) => killAt(moment, reference));
    const counts = JSON.stringify(addUp(ends.map((end) => end.counts)));
    console.log(`seed ${seed}, ${ends.length} runs of ${reference.requests} requests:`, counts);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
