import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFault } from "../../src/simulator/faults.ts";
import { differences, runUndisturbed } from "../support/disturbed-run.ts";
import { openFleet } from "../support/fleet.ts";
import { fleetBatch } from "../support/fleet-batch.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";

/** How often a workflow has made room for a new one. */
async function countContinued(address: string): Promise<number> {
  const connection = await Connection.connect({ address });
  const { count } = await new Client({ connection }).workflow.count("ExecutionStatus = 'ContinuedAsNew'");
  await connection.close();
  return count;
}

/** A customer that Webex works on for so long is asked about in many a history. */
const provisioningTimeMs = 12_000;

describe.runIf(hasTemporal)("a history that has grown enough", () => {
  let temporal: TemporalServer;
  beforeAll(async () => {
    temporal = await startTemporal({ "limit.historyCount.suggestContinueAsNew": 20 });
  });
  afterAll(() => temporal[Symbol.asyncDispose]());

  it("continues in a new one, and nothing is lost or done twice", { timeout: soakTimeoutMs }, async () => {
    const batch = await fleetBatch(3, 40);
    const faults = ["lost:0.05", "503:0.10"].map((what) => parseFault(`* *=${what}`));
    const reference = await runUndisturbed(batch);
    await using fleet = await openFleet(temporal, batch, { faults, seed: 1, provisioningTimeMs });
    await fleet.addWorker();
    expect(await fleet.apply().ended).toMatchObject({ code: 0 });
    const continued = await countContinued(temporal.address);
    const found = await fleet.outcome();
    console.log(`${found.rows.length} rows, ${continued} histories continued, ${found.duplicates} duplicates`);
    expect(continued).toBeGreaterThan(10);
    expect(differences(reference, found, Number.POSITIVE_INFINITY)).toEqual([]);
  });

  it("does so in a part of a large customer", { timeout: soakTimeoutMs }, async () => {
    const batch = await fleetBatch(1, 410);
    const reference = await runUndisturbed(batch);
    await using fleet = await openFleet(temporal, batch);
    await fleet.addWorker("--concurrency", "20");
    const before = await countContinued(temporal.address);
    expect(await fleet.apply("--per-customer", "20").ended).toMatchObject({ code: 0 });
    expect((await countContinued(temporal.address)) - before).toBeGreaterThan(5);
    expect(differences(reference, await fleet.outcome())).toEqual([]);
  });
});
