import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differences, type Outcome, runUndisturbed, untilRequests } from "../support/disturbed-run.ts";
import { openFleet } from "../support/fleet.ts";
import { fleetBatch } from "../support/fleet-batch.ts";
import { countBy } from "../support/read-results.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";

type Handle = ReturnType<Client["workflow"]["getHandle"]>;

/** What a person does at Temporal's own page: with one workflow that is under way, or with all that a query shows. */
async function atThePage(address: string, act: (handle: Handle) => Promise<unknown>, most: number): Promise<number> {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  const query = 'WorkflowId STARTS_WITH "wholesale-import/" AND ExecutionStatus = "Running"';
  const shown: string[] = [];
  while (shown.length === 0) for await (const { workflowId } of workflow.list({ query })) shown.push(workflowId);
  const chosen = shown.slice(0, most);
  await Promise.all(chosen.map((id) => act(workflow.getHandle(id)).catch(() => undefined))); // one may have ended since
  await connection.close();
  return chosen.length;
}

const slow = { latencyMs: 40 };
const cancel = (handle: Handle) => handle.cancel();
const terminate = (handle: Handle) => handle.terminate("for a test");

describe.runIf(hasTemporal)("a run that is stopped at Temporal's page", () => {
  let temporal: TemporalServer;
  let folder: string;
  let path: string;
  let reference: Outcome;
  beforeAll(async () => {
    temporal = await startTemporal();
    folder = await mkdtemp(join(tmpdir(), "wholesale-import-"));
    path = await fleetBatch(6, 8, folder);
    reference = await runUndisturbed(path, slow);
  }, soakTimeoutMs);
  afterAll(async () => {
    await temporal[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    { what: "one workflow cancelled", act: cancel, most: 1, inDoubt: 0 },
    { what: "all workflows cancelled", act: cancel, most: 1_000, inDoubt: 0 },
    { what: "all workflows terminated", act: terminate, most: 1_000, inDoubt: 20 },
  ])("keeps what was settled, and is taken up by resume: $what", { timeout: soakTimeoutMs }, async (one) => {
    await using fleet = await openFleet(temporal, path, slow);
    await fleet.addWorker();
    const run = fleet.apply();
    await untilRequests(fleet.scene, run, Math.round(reference.requests * 0.5));
    const stopped = await atThePage(temporal.address, one.act, one.most);
    const { code, err } = await run.ended;
    expect({ code, err }).toEqual({ code: 130, err: expect.stringContaining("it was cancelled in Temporal") });
    const { rows } = await fleet.outcome();
    const statuses = countBy(rows, (row) => row.split(" ").at(-1) ?? "");
    console.log(`${one.what} (${stopped}):`, JSON.stringify(statuses));
    // what was begun and not ended is pending: a customer that is made, its head office not yet read
    const { succeeded = 0, pending = 0, not_attempted: notAttempted = 0, ...others } = statuses;
    expect(others).toEqual({});
    expect([succeeded > 0, pending + notAttempted > 0]).toEqual([true, true]);
    expect(rows).toHaveLength(reference.rows.length);
    expect(await fleet.resume().ended).toMatchObject({ code: 0 });
    expect(differences(reference, await fleet.outcome(), one.inDoubt)).toEqual([]);
  });
});
