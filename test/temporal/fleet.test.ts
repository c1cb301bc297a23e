import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFault } from "../../src/simulator/faults.ts";
import { differences, runUndisturbed, smallBatch, stateFolderOf, untilRequests } from "../support/disturbed-run.ts";
import { type Fleet, openFleet } from "../support/fleet.ts";
import { fleetBatch } from "../support/fleet-batch.ts";
import type { Running } from "../support/run-program.ts";
import { addUp, isSoak, soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";

const timeout = soakTimeoutMs;

const slow = { latencyMs: 20 };

/** A hundred customers of twenty users, or few of few; and what a run in one process makes of them. */
async function openBatch() {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-"));
  const path = await (isSoak ? fleetBatch(100, 20, folder) : fleetBatch(6, 5, folder));
  return { folder, path, reference: await runUndisturbed(path, slow) };
}

async function kill({ child, ended }: Running, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  child.kill(signal);
  await ended;
}

/** Waits until the target has had this share of the requests that the undisturbed run took. */
async function untilShare({ scene }: Fleet, running: Running, requests: number, share: number): Promise<void> {
  await untilRequests(scene, running, Math.round(requests * share));
}

describe.runIf(hasTemporal)("a run on Temporal", () => {
  let temporal: TemporalServer;
  let batch: Awaited<ReturnType<typeof openBatch>>;
  beforeAll(async () => {
    temporal = await startTemporal();
    batch = await openBatch();
  }, timeout);
  afterAll(async () => {
    await temporal[Symbol.asyncDispose]();
    await rm(batch.folder, { recursive: true, force: true });
  });

  it("does what a run in one process does", { timeout }, async () => {
    const reference = await runUndisturbed(smallBatch);
    await using fleet = await openFleet(temporal, smallBatch);
    await fleet.addWorker();
    const ended = await fleet.apply().ended;
    expect(ended).toMatchObject({ code: 0 });
    expect(differences(reference, await fleet.outcome())).toEqual([]);
  });

  it("loses and doubles nothing when workers are killed and the server goes away for a while", {
    timeout,
  }, async () => {
    const { path, reference } = batch;
    await using fleet = await openFleet(temporal, path, slow);
    const [first, second] = await Promise.all([fleet.addWorker(), fleet.addWorker()]);
    const run = fleet.apply();
    await untilShare(fleet, run, reference.requests, 0.3);
    await kill(first);
    await untilShare(fleet, run, reference.requests, 0.5);
    await Promise.all([kill(second), fleet.addWorker()]);
    await untilShare(fleet, run, reference.requests, 0.7);
    await temporal.restart();
    expect(await run.ended).toMatchObject({ code: 0 });
    const found = await fleet.outcome();
    console.log(`${found.rows.length} rows, ${found.requests} requests, ${reference.requests} undisturbed,`);
    console.log(`${found.writes - reference.writes} writes repeated, ${found.duplicates} duplicates`);
    expect(differences(reference, found, 20)).toEqual([]);
  });

  it("continues from a copy of the state folder when the process that started it was killed", { timeout }, async () => {
    const { path, reference } = batch;
    await using fleet = await openFleet(temporal, path, slow);
    await fleet.addWorker();
    const run = fleet.apply();
    await untilShare(fleet, run, reference.requests, 0.4);
    await kill(run);
    const copy = join(fleet.scene.folder, "copy");
    await cp(stateFolderOf(fleet.scene), copy, { recursive: true });
    const ended = await fleet.resume(copy).ended;
    expect(ended).toMatchObject({ code: 0 });
    expect(differences(reference, await fleet.outcome(copy))).toEqual([]);
  });

  it("keeps what was settled when it is interrupted, and does the rest when it is resumed", { timeout }, async () => {
    const { path, reference } = batch;
    await using fleet = await openFleet(temporal, path, slow);
    await fleet.addWorker();
    const run = fleet.apply();
    await untilShare(fleet, run, reference.requests, 0.5);
    run.child.kill("SIGINT");
    expect(await run.ended).toMatchObject({ code: 130 });
    const { rows } = await fleet.outcome();
    const left = rows.filter((row) => row.endsWith("not_attempted"));
    expect(left.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.endsWith("succeeded")).length).toBeGreaterThan(0);
    expect(await fleet.resume().ended).toMatchObject({ code: 0 });
    expect(differences(reference, await fleet.outcome())).toEqual([]);
  });

  it("that retries what Webex refused does those rows, and no other", { timeout }, async () => {
    const reference = await runUndisturbed(smallBatch);
    const faults = [parseFault("POST /wholesale/subscribers=400:2x")];
    await using fleet = await openFleet(temporal, smallBatch, { faults });
    await fleet.addWorker();
    expect(await fleet.apply().ended).toMatchObject({ code: 1 });
    expect(await fleet.retry().ended).toMatchObject({ code: 0 });
    const found = await fleet.outcome();
    expect(found.rows).toHaveLength(2);
    expect(found.rows.every((row) => /^users\.csv:\d+ .* create succeeded$/.test(row))).toBe(true);
    expect(found.state).toEqual(reference.state);
    expect([found.duplicates, found.writes]).toEqual([0, reference.writes + 2]);
  });

  it("ends with every row done once at a target that loses answers and is overloaded", { timeout }, async () => {
    const faults = ["lost:0.05", "reset:0.05", "503:0.10"].map((what) => parseFault(`* *=${what}`));
    const path = isSoak ? await fleetBatch(20, 10) : batch.path;
    const reference = isSoak ? await runUndisturbed(path) : batch.reference;
    const counts: Record<string, number>[] = [];
    for (let seed = 1; seed <= (isSoak ? 10 : 1); seed += 1) {
      await using fleet = await openFleet(temporal, path, { seed, faults });
      await Promise.all([fleet.addWorker(), fleet.addWorker(), fleet.addWorker()]);
      const ended = await fleet.apply().ended;
      const found = await fleet.outcome();
      const { requests } = await fleet.scene.webex.stats();
      const { lost = 0, reset = 0, 503: unavailable = 0 } = addUp(Object.values(requests));
      counts.push({ requests: found.requests, lost, reset, 503: unavailable, duplicates: found.duplicates });
      console.log(`seed ${seed} on three workers:`, JSON.stringify(counts.at(-1)));
      expect(differences(reference, found, Number.POSITIVE_INFINITY)).toEqual([]);
      expect(ended).toMatchObject({ code: 0 });
    }
    console.log(`${counts.length} seeds on three workers:`, JSON.stringify(addUp(counts)));
  });
});
