import { existsSync } from "node:fs";
import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/simulator/random.ts";
import {
  type Outcome,
  recover,
  runUndisturbed,
  setScene,
  smallBatch,
  stateFolderOf,
  untilRequests,
} from "../support/disturbed-run.ts";
import { newestRun } from "../support/read-results.ts";
import type { Running } from "../support/run-program.ts";
import { addUp, most, portion, runEach, soakTimeoutMs, struckTooSeldom } from "../support/soak.ts";
import { buildSyncedOnly, type SyncedOnly } from "../support/synced-only.ts";
import { until } from "../support/until.ts";

const seed = 5;
const slow = { latencyMs: 5 };

/** What is there after the cut, from the strictest view on. */
const ways = ["only what had been synced", "all but the shared memory", "the whole folder"] as const;

type Cut = { readonly requests: number; readonly way: (typeof ways)[number] };

const cuts: readonly Cut[] = (() => {
  const random = seededRandom(seed);
  return Array.from({ length: 60 }, (_, index) => ({
    requests: 1 + Math.round(random() * 49),
    way: ways[index % 3] ?? ways[0],
  }));
})();

/** Stopping takes the system a moment. */
async function standsStill({ child }: Running): Promise<void> {
  child.kill("SIGSTOP");
  const status = `/proc/${child.pid}/stat`;
  if (!existsSync(status)) return;
  await until(async () => child.exitCode !== null || /\) [TZ] /.test(await readFile(status, "utf8")));
}

/** Lets the power fail when the target has had so many requests, and goes on with what remains, elsewhere. */
async function cutPower({ requests, way }: Cut, syncedOnly: SyncedOnly | undefined, reference: Outcome) {
  await using scene = await setScene(smallBatch, slow);
  const synced = join(scene.folder, "synced");
  const elsewhere = join(scene.folder, "elsewhere");
  await mkdir(synced);
  const isStrict = way === "only what had been synced" && syncedOnly !== undefined;
  const running = scene.apply(isStrict ? syncedOnly(synced) : {});
  await untilRequests(scene, running, requests);
  try {
    await standsStill(running);
    const remains = isStrict ? synced : await newestRun(stateFolderOf(scene));
    const filter = (path: string) => way === "the whole folder" || !/-shm$|\.db.*\.\d+$/.test(path);
    await cp(remains, join(elsewhere, "runs", "20261122-020007-k3f9"), { recursive: true, filter });
  } finally {
    running.child.kill("SIGKILL");
  }
  const { code } = await running.ended;
  const { wrong, counts } = await recover(scene, `${way} after ${requests} requests`, reference, {
    stateFolder: elsewhere,
    isRunFileAlone: isStrict,
  });
  return { wrong, counts: { [way]: 1, cut: code === null ? 1 : 0, ...counts } };
}

describe("a run that loses its power", () => {
  it("ends well from what remains of its folder", { timeout: soakTimeoutMs }, async () => {
    const syncedOnly = await buildSyncedOnly();
    const reference = await runUndisturbed(smallBatch, slow);
    const ends = await runEach(portion(cuts), (cut) => cutPower(cut, syncedOnly, reference));
    const counts = addUp(ends.map((end) => end.counts));
    console.log(`seed ${seed}, ${ends.length} runs:`, JSON.stringify(counts));
    const eachWay = Object.fromEntries(ways.map((way) => [way, 1]));
    expect(struckTooSeldom(counts, { ...eachWay, cut: most(ends.length) })).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
