/** People who go to another location on Temporal: jobs at Webex, numbers that follow, and the same end as with the engine of one process. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differences, movingBatch, runBefore, runUndisturbed, smallBatch } from "../support/disturbed-run.ts";
import { openFleet } from "../support/fleet.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";

const flags = ["--accept-impacts", "--allow-outage"];

describe.runIf(hasTemporal)("users who go to another location, on Temporal", () => {
  let temporal: TemporalServer;
  beforeAll(async () => {
    temporal = await startTemporal();
  });
  afterAll(() => temporal[Symbol.asyncDispose]());

  it("are moved as by the engine of one process", { timeout: soakTimeoutMs }, async () => {
    await using before = await runBefore(smallBatch);
    const reference = await runUndisturbed(movingBatch, {}, { before, flags });
    await using fleet = await openFleet(temporal, movingBatch, {}, undefined, before);
    await fleet.addWorker();
    expect(await fleet.apply(...flags).ended).toMatchObject({ code: 0 });
    expect(differences(reference, await fleet.outcome())).toEqual([]);
  });
});
