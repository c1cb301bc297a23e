/** Figures of the nights for Prometheus: counts and times, never a name, a key or an id. Serves nothing itself. */
import type { RowStatus } from "../model/outcome.ts";
import type { RequestRecord } from "../model/ports.ts";
import type { Notice } from "./notice.ts";

export type NightMetrics = {
  nightStarted(nowMs: number): void;
  nightEnded(nowMs: number): void;
  /** Milliseconds since the epoch. */
  nextStart(atMs: number): void;
  driftStarted(nowMs: number): void;
  driftEnded(nowMs: number): void;
  /** How a comparison has ended, and how much it has found. */
  driftTold(outcome: Notice["outcome"], differences: number | undefined): void;
  /** Milliseconds since the epoch. */
  nextDrift(atMs: number): void;
  batchEnded(outcome: Notice["outcome"], durationMs: number): void;
  rowsSeen(statuses: Readonly<Record<RowStatus, number>>): void;
  requestSeen(record: RequestRecord): void;
  noticeSent(name: string, isSent: boolean): void;
};

export type ServedMetrics = NightMetrics & {
  readonly contentType: string;
  /** The text that Prometheus reads. */
  read(): Promise<string>;
};

export const noMetrics: NightMetrics = {
  nightStarted() {},
  nightEnded() {},
  nextStart() {},
  driftStarted() {},
  driftEnded() {},
  driftTold() {},
  nextDrift() {},
  batchEnded() {},
  rowsSeen() {},
  requestSeen() {},
  noticeSent() {},
};

/** A registry of its own, with the figures of the process beside ours. */
export async function openMetrics(): Promise<ServedMetrics> {
  const { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } = await import("prom-client");
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name: `wholesale_import_${name}`, help, registers });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `wholesale_import_${name}`, help, labelNames, registers });
  const running = gauge("night_running", "1 while a night is under way");
  const lastStart = gauge("last_night_start_timestamp_seconds", "When the last night began");
  const lastEnd = gauge("last_night_end_timestamp_seconds", "When the last night ended");
  const next = gauge("next_night_start_timestamp_seconds", "When the next night begins");
  const drifting = gauge("drift_running", "1 while Webex is compared with what was last applied");
  const lastDriftStart = gauge("last_drift_start_timestamp_seconds", "When the last comparison began");
  const lastDriftEnd = gauge("last_drift_end_timestamp_seconds", "When the last comparison ended");
  const nextDrift = gauge("next_drift_start_timestamp_seconds", "When the next comparison begins");
  const differences = gauge("drift_differences", "Differences that the last comparison found");
  const drifts = counter("drifts_total", "Comparisons by outcome", ["outcome"]);
  const nights = counter("nights_total", "Nights that ended", []);
  const batches = counter("batches_total", "Batches by outcome", ["outcome"]);
  const rows = counter("rows_total", "Rows by what became of them", ["status"]);
  const notices = counter("notices_total", "Notices by where they go and whether they were taken", [
    "notice",
    "result",
  ]);
  const requests = counter("requests_total", "Requests to the target", ["method", "route", "status"]);
  const durations = new Histogram({
    name: "wholesale_import_batch_duration_seconds",
    help: "How long the run of a batch took",
    buckets: [1, 10, 60, 300, 900, 3_600, 4 * 3_600, 12 * 3_600],
    registers,
  });
  const latencies = new Histogram({
    name: "wholesale_import_request_duration_seconds",
    help: "How long the target took to answer",
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
    registers,
  });
  return {
    contentType: registry.contentType,
    read: () => registry.metrics(),
    nightStarted(nowMs) {
      running.set(1);
      lastStart.set(nowMs / 1_000);
    },
    nightEnded(nowMs) {
      running.set(0);
      lastEnd.set(nowMs / 1_000);
      nights.inc();
    },
    nextStart: (atMs) => next.set(atMs / 1_000),
    driftStarted(nowMs) {
      drifting.set(1);
      lastDriftStart.set(nowMs / 1_000);
    },
    driftEnded(nowMs) {
      drifting.set(0);
      lastDriftEnd.set(nowMs / 1_000);
    },
    driftTold(outcome, found) {
      drifts.inc({ outcome });
      if (found !== undefined) differences.set(found);
    },
    nextDrift: (atMs) => nextDrift.set(atMs / 1_000),
    batchEnded(outcome, durationMs) {
      batches.inc({ outcome });
      durations.observe(durationMs / 1_000);
    },
    rowsSeen(statuses) {
      for (const [status, count] of Object.entries(statuses)) rows.inc({ status }, count);
    },
    requestSeen({ method, route, status, durationMs }) {
      requests.inc({ method, route, status: status === undefined ? "none" : String(status) });
      latencies.observe(durationMs / 1_000);
    },
    noticeSent: (notice, isSent) => notices.inc({ notice, result: isSent ? "sent" : "failed" }),
  };
}
