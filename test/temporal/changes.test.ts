/** Every change, move and removal of the days after the first on Temporal: the same end as with the engine of one process, also when a worker is killed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowingAll, writeAllChanges } from "../support/all-changes.ts";
import { differences, runBefore, runUndisturbed, untilRequests } from "../support/disturbed-run.ts";
import { openFleet } from "../support/fleet.ts";
import { portion, soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

/** Requests after which a worker is killed: while it plans nothing any more, and there is still much to do. */
const moments = Array.from({ length: 20 }, (_, index) => 45 + index * 4);

describe.runIf(hasTemporal)("every operation of the days after the first, on Temporal", () => {
  let temporal: TemporalServer;
  beforeAll(async () => {
    temporal = await startTemporal();
  });
  afterAll(() => temporal[Symbol.asyncDispose]());

  it("comes to the same end as in one process", { timeout: soakTimeoutMs }, async () => {
    const { before: first, changes } = await writeAllChanges(await makeTemporaryFolder());
    await using before = await runBefore(first);
    const reference = await runUndisturbed(changes, {}, { before, flags: allowingAll });
    await using fleet = await openFleet(temporal, changes, {}, undefined, before);
    await fleet.addWorker();
    expect(await fleet.apply(...allowingAll).ended).toMatchObject({ code: 0 });
    expect(differences(reference, await fleet.outcome())).toEqual([]);
  });

  it("comes to the same end when a worker is killed and another one goes on", { timeout: soakTimeoutMs }, async () => {
    const { before: first, changes } = await writeAllChanges(await makeTemporaryFolder());
    await using before = await runBefore(first);
    const reference = await runUndisturbed(changes, {}, { before, flags: allowingAll });
    const wrong: string[] = [];
    for (const requests of portion(moments)) {
      await using fleet = await openFleet(temporal, changes, { latencyMs: 20 }, undefined, before);
      const worker = await fleet.addWorker();
      const running = fleet.apply(...allowingAll);
      await untilRequests(fleet.scene, running, requests);
      worker.child.kill("SIGKILL");
      await worker.ended;
      await fleet.addWorker();
      const { code, err } = await running.ended;
      const found = differences(reference, await fleet.outcome(), 10);
      wrong.push(...[...found, ...(code === 0 ? [] : [err])].map((what) => `killed at ${requests}: ${what}`));
    }
    console.log(`${portion(moments).length} runs, a worker killed in each`);
    expect(wrong).toEqual([]);
  });
});
