/** Whether nightly imports are running: an overdue start while nothing runs means that they are not. */
import type { Clock } from "../model/ports.ts";
import type { NightMetrics } from "./metrics.ts";
import type { Health } from "./metrics-server.ts";

/** A start may be late by this much: a clock may be set, a machine may sleep. */
const toleranceMs = 10 * 60_000;

/** Figures that also tell how the nights do. */
export function watchHealth(metrics: NightMetrics, clock: Clock): { readonly metrics: NightMetrics; health(): Health } {
  let isRunning = false;
  let nextMs = Number.POSITIVE_INFINITY;
  let nextDriftMs = Number.POSITIVE_INFINITY;
  return {
    metrics: {
      ...metrics,
      nightStarted(nowMs) {
        isRunning = true;
        metrics.nightStarted(nowMs);
      },
      nightEnded(nowMs) {
        isRunning = false;
        nextMs = Number.POSITIVE_INFINITY;
        metrics.nightEnded(nowMs);
      },
      nextStart(atMs) {
        nextMs = atMs;
        metrics.nextStart(atMs);
      },
      driftStarted(nowMs) {
        isRunning = true;
        metrics.driftStarted(nowMs);
      },
      driftEnded(nowMs) {
        isRunning = false;
        nextDriftMs = Number.POSITIVE_INFINITY;
        metrics.driftEnded(nowMs);
      },
      nextDrift(atMs) {
        nextDriftMs = atMs;
        metrics.nextDrift(atMs);
      },
    },
    health() {
      if (isRunning) return { isHealthy: true, state: "running" };
      const isLate = clock.now() - Math.min(nextMs, nextDriftMs) > toleranceMs;
      return { isHealthy: !isLate, state: isLate ? "late" : "waiting" };
    },
  };
}
