import parsePrometheus from "parse-prometheus-text-format";
import { describe, expect, it, onTestFinished } from "vitest";
import { watchHealth } from "../../src/schedule/health.ts";
import { openMetrics } from "../../src/schedule/metrics.ts";
import { serveMetrics } from "../../src/schedule/metrics-server.ts";
import { readStarts } from "../../src/schedule/starts.ts";
import { setNightScene } from "../support/nights.ts";
import { virtualClock } from "../support/virtual-clock.ts";

async function openServer(clock = virtualClock(0)) {
  const served = await openMetrics();
  const { metrics, health } = watchHealth(served, clock);
  const server = await serveMetrics("127.0.0.1:0", served, health);
  onTestFinished(() => server[Symbol.asyncDispose]());
  return { metrics, ask: (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init) };
}

/** Value by name and labels: `wholesale_import_rows_total{status="succeeded"}`. */
async function scrape(ask: (path: string) => Promise<Response>): Promise<ReadonlyMap<string, number>> {
  const families = parsePrometheus(await (await ask("/metrics")).text());
  const values = families.flatMap(({ name, metrics }) =>
    metrics.map(({ labels = {}, value }): [string, number] => {
      const told = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
      return [told.length > 0 ? `${name}{${told.join(",")}}` : name, Number(value)];
    }),
  );
  return new Map(values);
}

describe("the figures of the nights", () => {
  it("are read by a Prometheus parser, and count what happened", async () => {
    const { metrics, ask } = await openServer();
    const scene = await setNightScene("2026-11-22T12:00:00Z", { metrics });
    await scene.offer("good", { templates: [{}], customers: [{}], users: [{}, {}] });
    await scene.offer("repeated", { templates: [{}], customers: [{}], users: [{}, {}] });
    await scene.offer("wrong", { users: [{ email: "no address" }] });
    await scene.liveUntil("2026-11-23T12:00:00Z");
    const values = await scrape(ask);
    const figure = (name: string) => values.get(`wholesale_import_${name}`);
    expect(figure("nights_total")).toBe(1);
    expect(figure("night_running")).toBe(0);
    expect(figure('batches_total{outcome="done"}')).toBe(1);
    expect(figure('batches_total{outcome="repeated"}')).toBe(1);
    expect(figure('batches_total{outcome="failed"}')).toBe(1);
    expect(figure('rows_total{status="succeeded"}')).toBe(4);
    expect(figure('rows_total{status="invalid"}')).toBe(1);
    expect(figure("last_night_start_timestamp_seconds")).toBe(Date.parse("2026-11-23T01:00:00Z") / 1_000);
    expect(figure("next_night_start_timestamp_seconds")).toBe(Date.parse("2026-11-24T01:00:00Z") / 1_000);
    expect(values.get("process_start_time_seconds")).toBeGreaterThan(0);
  });

  it("count comparisons and what they found, beside the batches", async () => {
    const { metrics, ask } = await openServer();
    const driftStarts = await readStarts("0 6 * * *", "UTC", 0);
    const scene = await setNightScene("2026-11-22T12:00:00Z", { metrics, driftStarts });
    await scene.offer("good", { templates: [{}], customers: [{}], users: [{}] });
    await scene.liveUntil("2026-11-23T05:00:00Z");
    await scene.webex.act({ kind: "remove_customer", externalId: "C1", forMs: 0 });
    await scene.liveUntil("2026-11-23T12:00:00Z");
    const values = await scrape(ask);
    const figure = (name: string) => values.get(`wholesale_import_${name}`);
    expect(figure('drifts_total{outcome="differs"}')).toBe(1);
    expect(figure("drift_differences")).toBe(1);
    expect(figure("drift_running")).toBe(0);
    expect(figure('batches_total{outcome="done"}')).toBe(1);
    expect(figure("last_drift_start_timestamp_seconds")).toBe(Date.parse("2026-11-23T06:00:00Z") / 1_000);
    expect(figure("next_drift_start_timestamp_seconds")).toBe(Date.parse("2026-11-24T06:00:00Z") / 1_000);
  });

  it("count requests by route, and name nobody", async () => {
    const { metrics, ask } = await openServer();
    const route = "/wholesale/customers/{customerId}";
    metrics.requestSeen({ method: "GET", route, status: 200, durationMs: 80, trackingId: "T" });
    metrics.requestSeen({ method: "GET", route, durationMs: 60_000, failure: "unavailable" });
    const text = await (await ask("/metrics")).text();
    expect(text).toContain(`wholesale_import_requests_total{method="GET",route="${route}",status="200"} 1`);
    expect(text).toContain(`wholesale_import_requests_total{method="GET",route="${route}",status="none"} 1`);
    expect(text).not.toMatch(/@|trackingId/);
  });
});

describe("/healthz", () => {
  it("is well while nights come when they should, and ill when a start has passed and nothing runs", async () => {
    const clock = virtualClock(0);
    const { metrics, ask } = await openServer(clock);
    const health = async () => {
      const reply = await ask("/healthz");
      return [reply.status, await reply.json()];
    };
    metrics.nextStart(3_600_000);
    expect(await health()).toEqual([200, { isHealthy: true, state: "waiting" }]);
    await clock.advance(2 * 3_600_000);
    expect(await health()).toEqual([503, { isHealthy: false, state: "late" }]);
    metrics.nightStarted(clock.now());
    expect(await health()).toEqual([200, { isHealthy: true, state: "running" }]);
    metrics.nightEnded(clock.now());
    expect(await health()).toEqual([200, { isHealthy: true, state: "waiting" }]);
  });

  it("is all there is next to the metrics, and read-only", async () => {
    const { ask } = await openServer();
    for (const [path, init] of [["/"], ["/metrics/x"], ["/metrics", { method: "POST" }]] as const)
      expect((await ask(path, init)).status).toBe(404);
  });

  it.each(["nowhere", "127.0.0.1", "127.0.0.1:99999", ":"])("is not served at %s", async (address) => {
    const source = { contentType: "text/plain", read: async () => "" };
    await expect(serveMetrics(address, source, () => ({ isHealthy: true, state: "" }))).rejects.toThrow(
      /not an address/,
    );
  });
});
