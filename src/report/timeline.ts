/** How many rows were finished over time, and how often Webex rate limited requests, in at most about two hundred steps, however long the run was. */
import type { RowOutcome } from "../model/run-report.ts";

export type Timeline = {
  /** ISO 8601, UTC: when the first step begins; absent when no row has an end. */
  readonly startedAt?: string;
  /** Seconds. */
  readonly stepSeconds: number;
  /** Rows per step. */
  readonly rows: readonly number[];
  /** Answers "come back later" per step. */
  readonly throttled: readonly number[];
};

const mostSteps = 240;

type Counts = { rows: number; throttled: number };

/** Memory stays bounded: steps become twice as long when there are too many. */
export function startTimeline() {
  let stepSeconds = 1;
  let steps = new Map<number, Counts>();

  const count = (time: string, what: keyof Counts) => {
    const step = Math.floor(Date.parse(time) / 1000 / stepSeconds);
    const counts = steps.get(step) ?? { rows: 0, throttled: 0 };
    counts[what] += 1;
    steps.set(step, counts);
    if (steps.size > mostSteps) widen();
  };
  const widen = () => {
    stepSeconds *= 2;
    const wider = new Map<number, Counts>();
    for (const [step, { rows, throttled }] of steps) {
      const known = wider.get(Math.floor(step / 2)) ?? { rows: 0, throttled: 0 };
      wider.set(Math.floor(step / 2), { rows: known.rows + rows, throttled: known.throttled + throttled });
    }
    steps = wider;
  };
  const span = () => {
    const times = [...steps.keys()];
    return { first: Math.min(...times), length: Math.max(...times) - Math.min(...times) + 1 };
  };

  return {
    add({ finishedAt, throttledAt = [] }: RowOutcome): void {
      if (finishedAt) count(finishedAt, "rows");
      for (const time of throttledAt) count(time, "throttled");
    },
    finish(): Timeline {
      if (steps.size === 0) return { stepSeconds, rows: [], throttled: [] };
      while (span().length > mostSteps) widen();
      const { first, length } = span();
      const of = (what: keyof Counts) => Array.from({ length }, (_, index) => steps.get(first + index)?.[what] ?? 0);
      const startedAt = new Date(first * stepSeconds * 1000).toISOString();
      return { startedAt, stepSeconds, rows: of("rows"), throttled: of("throttled") };
    },
  };
}
