import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differences, runUndisturbed } from "../support/disturbed-run.ts";
import { openFleet } from "../support/fleet.ts";
import { samplesFolder } from "../support/run-program.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";

describe.runIf(hasTemporal)("a run on Temporal", () => {
  let temporal: TemporalServer;
  beforeAll(async () => {
    temporal = await startTemporal();
  });
  afterAll(() => temporal[Symbol.asyncDispose]());

  it("does what a run in one process does", { timeout: 120_000 }, async () => {
    const reference = await runUndisturbed(samplesFolder);
    await using fleet = await openFleet(temporal, samplesFolder);
    await fleet.addWorker();
    const ended = await fleet.apply().ended;
    expect(ended).toMatchObject({ code: 0 });
    expect(differences(reference, await fleet.outcome())).toEqual([]);
  });
});
