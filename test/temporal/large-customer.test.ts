import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFleet } from "../support/fleet.ts";
import { fleetBatch } from "../support/fleet-batch.ts";
import { isSoak, soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

/** Temporal warns of a history of 10 240 events or 10 MB, and ends it at 51 200 or 50 MB. */
const warned = { events: 10_240, bytes: 10 * 1024 * 1024 };

type Size = { readonly id: string; readonly events: number; readonly bytes: number };

async function historySizes(address: string): Promise<readonly Size[]> {
  const connection = await Connection.connect({ address });
  const sizes: Size[] = [];
  for await (const { workflowId, historyLength, historySize = 0 } of new Client({ connection }).workflow.list())
    sizes.push({ id: workflowId, events: historyLength, bytes: historySize });
  await connection.close();
  return sizes;
}

/** Its users need them: they come before. */
const locations = isSoak ? 1_000 : 410;

describe.runIf(hasTemporal)("a customer on Temporal", () => {
  let temporal: TemporalServer;
  beforeAll(async () => {
    temporal = await startTemporal();
  });
  afterAll(() => temporal[Symbol.asyncDispose]());

  it.each(isSoak ? [20, 20_000] : [410])(
    "of %i users keeps its histories small",
    { timeout: soakTimeoutMs },
    async (users) => {
      await using fleet = await openFleet(temporal, await fleetBatch(1, users));
      await fleet.addWorker("--concurrency", "40");
      const before = new Set((await historySizes(temporal.address)).map(({ id }) => id));
      const ended = await fleet.apply("--per-customer", "40").ended;
      expect(ended).toMatchObject({ code: 0 });
      const { rows, duplicates } = await fleet.outcome();
      const sizes = (await historySizes(temporal.address)).filter(({ id }) => !before.has(id));
      const most = {
        events: Math.max(...sizes.map((one) => one.events)),
        bytes: Math.max(...sizes.map((one) => one.bytes)),
      };
      const total = sizes.reduce((sum, one) => sum + one.events, 0);
      console.log(`${users} users: ${sizes.length} workflows, ${total} events; the largest:`, JSON.stringify(most));
      expect({ duplicates, done: rows.filter((row) => row.endsWith("succeeded")).length }).toEqual({
        duplicates: 0,
        done: users + 2,
      });
      expect(sizes.some(({ id }) => id.includes("/part-"))).toBe(users > 400);
      expect(most.events).toBeLessThan(warned.events);
      expect(most.bytes).toBeLessThan(warned.bytes);
    },
  );

  it(`of ${locations} locations is divided too`, { timeout: soakTimeoutMs }, async () => {
    const path = await writeBatch(await makeTemporaryFolder(), "batch", {
      templates: [{}],
      customers: [{}],
      locations: Array.from({ length: locations }, () => ({})),
      users: Array.from({ length: 20 }, (_, index) => ({ location: `Branch ${locations - index}` })),
    });
    await using fleet = await openFleet(temporal, path);
    await fleet.addWorker("--concurrency", "40");
    const before = new Set((await historySizes(temporal.address)).map(({ id }) => id));
    expect(await fleet.apply("--per-customer", "40").ended).toMatchObject({ code: 0 });
    const { rows, duplicates } = await fleet.outcome();
    const sizes = (await historySizes(temporal.address)).filter(({ id }) => !before.has(id));
    const bytes = Math.max(...sizes.map((one) => one.bytes));
    console.log(`${locations} locations: ${sizes.length} workflows; the largest has ${bytes} bytes of history`);
    expect({ duplicates, done: rows.filter((row) => row.endsWith("succeeded")).length }).toEqual({
      duplicates: 0,
      done: locations + 22,
    });
    expect(sizes.filter(({ id }) => id.includes("/part-")).length).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(warned.bytes);
  });
});
