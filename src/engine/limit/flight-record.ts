/** What passed, by how many were in flight with it: what tells a limit on requests in flight from one on their rate. */
import type { Ticket } from "../../model/ports.ts";

export type FlightRecord = {
  passed(ticket: Ticket, nowMs: number): void;
  /** Passes of this cycle whose calls had at least so many in flight with them. */
  passedWithAtLeast(inFlight: number): number;
  /** Most calls in flight with one that passed in this cycle. */
  widest(): number;
  /** A call passed that had left before anything was refused. */
  passedFirst(ticket: Ticket, nowMs: number): void;
  /** So many were in flight together and passed, before anything was refused. */
  passedTogether(): number;
  /** Something was refused, and a new cycle begins. */
  beginCycle(): void;
};

/** Of the passes before the first refusal, the last ones are looked at. */
const firstPassesKept = 200;

export function createFlightRecord(): FlightRecord {
  let byInFlight: number[] = [];
  let firstPasses: { readonly sentAtMs: number; readonly answeredAtMs: number }[] = [];
  return {
    passed({ inFlight }) {
      byInFlight[inFlight] = (byInFlight[inFlight] ?? 0) + 1;
    },
    passedWithAtLeast: (inFlight) => byInFlight.reduce((sum, count, index) => sum + (index >= inFlight ? count : 0), 0),
    widest: () => byInFlight.length - 1,
    passedFirst({ sentAtMs }, answeredAtMs) {
      firstPasses.push({ sentAtMs, answeredAtMs });
      if (firstPasses.length > 2 * firstPassesKept) firstPasses = firstPasses.slice(-firstPassesKept);
    },
    passedTogether() {
      const at = (ms: number) =>
        firstPasses.filter(({ sentAtMs, answeredAtMs }) => sentAtMs <= ms && ms < answeredAtMs).length;
      return Math.max(0, ...firstPasses.map(({ sentAtMs }) => at(sentAtMs)));
    },
    beginCycle() {
      byInFlight = [];
    },
  };
}
