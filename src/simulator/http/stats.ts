/** Counts what came in: per route and outcome, at most at once, and creates for things that existed. */
import type { CreatedKind } from "../refusal.ts";
import type { Route } from "./routing.ts";

export type StatsReport = {
  /** Per "METHOD /route": how many of each status, or of a fault that left no status (`reset`, `timeout`, `lost`). */
  readonly requests: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly total: number;
  /** Requests that change something, also those refused. */
  readonly writes: number;
  readonly reads: number;
  readonly mostInFlight: number;
  /** Creates sent for a thing that existed. */
  readonly duplicateCreates: number;
  readonly duplicateCreatesByKind: Readonly<Record<string, number>>;
};

export type Stats = {
  enter(): void;
  leave(): void;
  /** `route` undefined: no such path. */
  count(route: Route | undefined, outcome: string): void;
  countDuplicate(kind: CreatedKind): void;
  report(): StatsReport;
  reset(): void;
};

export function createStats(): Stats {
  let requests = new Map<string, Map<string, number>>();
  let duplicates = new Map<string, number>();
  let totals = { total: 0, writes: 0, reads: 0, mostInFlight: 0 };
  let inFlight = 0;
  return {
    enter() {
      inFlight += 1;
      totals.mostInFlight = Math.max(totals.mostInFlight, inFlight);
    },
    leave() {
      inFlight -= 1;
    },
    count(route, outcome) {
      const key = route ? `${route.method} ${route.path}` : "unknown path";
      const outcomes = requests.get(key) ?? new Map<string, number>();
      requests.set(key, increase(outcomes, outcome));
      totals.total += 1;
      const isQuestion = route?.questionStatus !== undefined && outcome === String(route.questionStatus);
      if (route?.effect === "write" && !isQuestion) totals.writes += 1;
      if (route?.effect === "read" || isQuestion) totals.reads += 1;
    },
    countDuplicate: (kind) => void increase(duplicates, kind),
    report: () => ({
      requests: Object.fromEntries([...requests].map(([key, outcomes]) => [key, Object.fromEntries(outcomes)])),
      ...totals,
      duplicateCreates: [...duplicates.values()].reduce((sum, count) => sum + count, 0),
      duplicateCreatesByKind: Object.fromEntries(duplicates),
    }),
    reset() {
      requests = new Map();
      duplicates = new Map();
      totals = { total: 0, writes: 0, reads: 0, mostInFlight: inFlight };
    },
  };
}

function increase(counts: Map<string, number>, key: string): Map<string, number> {
  return counts.set(key, (counts.get(key) ?? 0) + 1);
}
