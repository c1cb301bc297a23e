import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/simulator/random.ts";
import {
  differences,
  type Outcome,
  readOutcome,
  runUndisturbed,
  setScene,
  smallBatch,
  untilRequests,
} from "../support/disturbed-run.ts";
import { type MemoryDisk, mountMemory } from "../support/mount-memory.ts";
import { portion, soakTimeoutMs, struckTooSeldom } from "../support/soak.ts";

/** Takes all the room that there is. */
async function fill(path: string): Promise<void> {
  const file = await open(path, "w");
  try {
    for (const size of [1_048_576, 65_536, 4_096, 1]) while (await wrote(file, size));
  } finally {
    await file.close();
  }
}

async function wrote(file: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  return file.write(Buffer.alloc(size)).then(
    ({ bytesWritten }) => bytesWritten > 0,
    () => false,
  );
}

const seed = 8;
const slow = { latencyMs: 100 };
/** In the middle of it, or when all is done but the result files. */
const words =
  /(had to stop: the disk is full|cannot be written: ENOSPC).* Nothing is lost: .*\. Make room .*then: wholesale-import resume \d{8}-\d{6}-\w{4} --state /i;

/** Fills the disk when the target has had so many requests, and frees it again. What is not as it should be. */
async function fillAfter(requests: number, disk: MemoryDisk, reference: Outcome): Promise<readonly string[]> {
  await using scene = await setScene(smallBatch, slow);
  const state = join(disk.path, "state");
  const filler = join(disk.path, "filler");
  const running = scene.start(["apply", smallBatch, "--base-url", scene.webex.baseUrl, "--state", state]);
  await untilRequests(scene, running, requests);
  await fill(filler);
  const stopped = await running.ended;
  const stillFull = await scene.start(["resume", "--state", state]).ended;
  await rm(filler);
  const resumed = await scene.start(["resume", "--state", state]).ended;
  const wrong = [
    ...(stopped.code === 2 && words.test(stopped.err) ? [] : [`stopped with ${stopped.code}: ${stopped.err}`]),
    ...(stillFull.code === 2 && stillFull.err.includes("Make room on") ? [] : [`still full: ${stillFull.err}`]),
    ...(resumed.code === 0 ? [] : [`resumed with ${resumed.code}: ${resumed.err}`]),
    ...differences(reference, await readOutcome(scene, state), 10),
  ];
  await rm(state, { recursive: true });
  return wrong.map((what) => `full after ${requests} requests: ${what}`);
}

describe("a run whose disk is full in the middle of it", () => {
  it(
    "stops and says what to do, stops again while there is no room, and continues when there is",
    async () => {
      const disk = await mountMemory("5m");
      if (!disk) return;
      const random = seededRandom(seed);
      const moments = portion(Array.from({ length: 20 }, () => Math.round(2 + random() * 20)));
      const reference = await runUndisturbed(smallBatch, slow);
      const wrong: string[] = [];
      for (const requests of moments) wrong.push(...(await fillAfter(requests, disk, reference)));
      console.log(`seed ${seed}: the disk filled up ${moments.length} times`);
      expect(struckTooSeldom({ "full disks": moments.length }, { "full disks": 2 })).toEqual([]);
      expect(wrong).toEqual([]);
    },
    soakTimeoutMs,
  );
});
