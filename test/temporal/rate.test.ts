import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { untilRequests } from "../support/disturbed-run.ts";
import { openFleet } from "../support/fleet.ts";
import { fleetBatch } from "../support/fleet-batch.ts";
import { type Exchange, recordBetween } from "../support/recording-proxy.ts";
import { addUp, isSoak, soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";

describe.runIf(hasTemporal)("the rate of a fleet", () => {
  let temporal: TemporalServer;
  beforeAll(async () => {
    temporal = await startTemporal();
  });
  afterAll(() => temporal[Symbol.asyncDispose]());

  it("is the rate given to its workers, for all of them together", { timeout: soakTimeoutMs }, async () => {
    const perSecond = 8;
    let requests: readonly Exchange[] = [];
    const recorded = async (origin: string) => {
      const { exchanges, baseUrl } = await recordBetween(origin);
      requests = exchanges;
      return baseUrl;
    };
    await using fleet = await openFleet(temporal, await fleetBatch(4, 10), {}, recorded);
    await Promise.all([1, 2, 3].map(() => fleet.addWorker("--rate", String(perSecond))));
    const ended = await fleet.apply("--per-customer", "20", "--rate", "500").ended;
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining("workers have their own: worker --rate") });
    const writes = requests.filter(({ method }) => method !== "GET").map(({ atMs }) => atMs);
    const spanMs = Math.max(...writes) - Math.min(...writes);
    const measured = (writes.length - 1) / (spanMs / 1_000);
    console.log(`${writes.length} writes by three workers: ${measured.toFixed(1)} a second, cap ${perSecond}`);
    // a second's worth may come at once at the beginning
    expect(writes.length - 2 * perSecond).toBeLessThanOrEqual(perSecond * (spanMs / 1_000));
  });

  it("is found by three workers that were not given it", { timeout: soakTimeoutMs }, async () => {
    const perSecond = 50;
    const [customers, users] = isSoak ? [60, 50] : [10, 20];
    await using fleet = await openFleet(temporal, await fleetBatch(customers, users), {
      rateLimitPerSecond: perSecond,
      latencyMs: 50,
    });
    await Promise.all([fleet.addWorker(), fleet.addWorker(), fleet.addWorker()]);
    const run = fleet.apply();
    await untilRequests(fleet.scene, run, 100);
    await fleet.scene.webex.forgetStats();
    const startMs = performance.now();
    expect(await run.ended).toMatchObject({ code: 0 });
    const seconds = (performance.now() - startMs) / 1_000;
    const { rows, duplicates } = await fleet.outcome();
    const { total, requests } = await fleet.scene.webex.stats();
    const { 429: throttled = 0 } = addUp(Object.values(requests));
    const answered = total - throttled;
    const least = answered / perSecond;
    console.log(
      `three workers, limit ${perSecond}/s untold: ${answered} calls after the first 100,`,
      `${((1_000 * throttled) / answered).toFixed(1)} answers 429 in 1 000 calls,`,
      `T* ${least.toFixed(1)} s, T ${seconds.toFixed(1)} s, T*/T ${(least / seconds).toFixed(3)}`,
    );
    expect(rows.filter((row) => row.endsWith("succeeded"))).toHaveLength(customers + customers * users + 1);
    expect(duplicates).toBe(0);
  });
});
