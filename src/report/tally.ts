/** Counts and times of rows, one by one, in constant memory. Knows nothing of causes or files. */
import type { RowAction, RowStatus } from "../model/outcome.ts";
import type { RowOutcome } from "../model/run-report.ts";

/** Of all rows, or of those of a sheet. */
export type Counts = {
  readonly rows: number;
  readonly statuses: Readonly<Record<RowStatus, number>>;
  readonly actions: Readonly<Record<RowAction, number>>;
  readonly rowsWithWarnings: number;
  /** Unchanged rows that Webex was not asked about: they are what was last applied. */
  readonly notAskedAbout: number;
  /** Requests sent for the rows, look-ups not counted. */
  readonly attempts: number;
  /** ISO 8601, UTC: the first start and the last end of a row; absent when nothing was sent. */
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** Milliseconds from start to end of a row, over the rows that tell theirs. */
  readonly meanMs?: number;
  readonly longestMs?: number;
};

export type Tally = {
  add(row: RowOutcome): void;
  /** So many rows that are good, and of which nothing was sent: not yet, or for good where they are as they should be. */
  addGood(rows: number, status?: "not_attempted" | "unchanged"): void;
  counts(): Counts;
};

/** Nothing counted yet. */
export function startTally(): Tally {
  const statuses = { succeeded: 0, unchanged: 0, pending: 0, failed: 0, blocked: 0, invalid: 0, not_attempted: 0 };
  const actions = { create: 0, update: 0, none: 0, delete: 0 };
  const sums = { rows: 0, rowsWithWarnings: 0, notAskedAbout: 0, attempts: 0 };
  const times = startTimes();
  return {
    add: (row) => {
      sums.rows++;
      statuses[row.status]++;
      actions[row.action]++;
      if (row.problems.some((problem) => problem.severity === "warning")) sums.rowsWithWarnings++;
      if (row.lastAppliedAt) sums.notAskedAbout++;
      sums.attempts += row.attempts;
      times.add(row);
    },
    addGood: (rows, status = "not_attempted") => {
      sums.rows += rows;
      statuses[status] += rows;
      actions.none += rows;
    },
    counts: () => ({ ...sums, statuses: { ...statuses }, actions: { ...actions }, ...times.span() }),
  };
}

function startTimes() {
  let startedAt: string | undefined;
  let finishedAt: string | undefined;
  let timedRows = 0;
  let totalMs = 0;
  let longestMs = 0;
  return {
    add: (row: RowOutcome) => {
      if (row.startedAt && !(startedAt && startedAt < row.startedAt)) startedAt = row.startedAt;
      if (row.finishedAt && !(finishedAt && finishedAt > row.finishedAt)) finishedAt = row.finishedAt;
      if (row.durationMs === undefined) return;
      timedRows++;
      totalMs += row.durationMs;
      longestMs = Math.max(longestMs, row.durationMs);
    },
    span: () => ({
      ...(startedAt && { startedAt }),
      ...(finishedAt && { finishedAt }),
      ...(timedRows > 0 && { meanMs: Math.round(totalMs / timedRows), longestMs }),
    }),
  };
}
