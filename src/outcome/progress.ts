/** Counts results while a run goes on, and tells now and then how far it is and what holds it back. */

import type { Governor } from "../engine/governor.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { notStarted } from "../model/journal-entry.ts";
import type { AttemptResult } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import type { Clock } from "../model/ports.ts";
import type { Emit, RunCause, RunEvent } from "../model/run-event.ts";
import { formatAddress, type RowAddress, sheetNames } from "../model/sheet.ts";
import { bounds } from "../model/words/bound-words.ts";
import { text } from "../model/words/text.ts";
import { startCauses as startCausesOfRows } from "../report/causes.ts";
import type { ErrorGroup } from "../report/error-groups.ts";
import { startCustomersProgress } from "./customer-progress.ts";
import { problemsOfStep } from "./row-problems.ts";
import { startRowsProgress } from "./row-progress.ts";

export type Progress = {
  onResult(operation: Operation, result: AttemptResult): void;
  onWaiting(operations: number): void;
  /** Tells the last state; what held the run back most of the time. */
  finish(): Bound | undefined;
};

type ProgressDeps = {
  readonly clock: Clock;
  readonly governor: Governor;
  readonly emit: Emit;
  /** Requests that may be in flight. */
  readonly concurrency: number;
};

type Bound = Extract<RunEvent, { type: "progress" }>["bound"];

const everyMs = 200;

export function startProgress(runFile: RunFile, { clock, governor, emit, concurrency }: ProgressDeps): Progress {
  const totals = runFile.operations.countOpenRows();
  const rows = startRowsProgress(runFile, totals);
  const customers = startCustomersProgress(totals);
  const causes = startCauses();
  const startedMs = clock.monotonic();
  const speed = startSpeed(sum(totals.map(({ done }) => done)), startedMs);
  let waiting = 0;
  let toldMs = startedMs;
  const times = new Map<Bound, number>();

  const bound = (): Bound => {
    if (governor.cooldownMs() > 0 || governor.waiting() > 0) return bounds.rateLimit;
    if (governor.inFlight() * 2 >= concurrency) return bounds.latency;
    return waiting > 0 ? bounds.provisioning : bounds.dependencies;
  };
  const tell = () => {
    toldMs = clock.monotonic();
    const boundNow = bound();
    times.set(boundNow, (times.get(boundNow) ?? 0) + 1);
    for (const [unit, blocked] of rows.countBlocked()) customers.setBlocked(unit, blocked);
    const sheets = rows.sheets();
    const of = (what: "done" | "of" | "failed" | "blocked") => sum(sheetNames.map((sheet) => sheets[sheet][what]));
    const [done, all, failed] = [of("done"), of("of"), of("failed")];
    emit({
      type: "progress",
      sheets,
      failed,
      waiting,
      elapsedSeconds: Math.round((toldMs - startedMs) / 1000),
      bound: boundNow,
      ...speed.at(done - of("blocked"), all - done, toldMs),
    });
    const changed = customers.changed();
    if (changed.length > 0) emit({ type: "customers", customers: changed });
    const found = causes.changed();
    if (found) emit({ type: "causes", causes: found });
  };
  return {
    onResult(operation, result) {
      const end = rows.count(operation, result);
      if (end) customers.count(end);
      if (end?.isFailed) causes.add(runFile.rows.address(operation.row), operation, result);
      if (clock.monotonic() - toldMs >= everyMs) tell();
    },
    onWaiting(operations) {
      waiting = operations;
      if (clock.monotonic() - toldMs >= everyMs) tell();
    },
    finish() {
      const [most] = [...times].sort((a, b) => b[1] - a[1]);
      tell();
      return most?.[0];
    },
  };
}

/** At most so many are told. */
const causesTold = 8;

/** Why rows fail, as it goes on. */
function startCauses() {
  const causes = startCausesOfRows();
  let hasNew = false;
  return {
    add(at: RowAddress, operation: Operation, result: AttemptResult): void {
      const state = { ...notStarted, kind: "settled", result } as const;
      const problems = problemsOfStep({ operation, state, entries: [] });
      causes.add({ at, cells: [], customer: "", key: "", action: "none", status: "failed", problems, attempts: 1 });
      hasNew = true;
    },
    /** The most frequent ones; undefined when nothing was added since this was asked last. */
    changed(): readonly RunCause[] | undefined {
      if (!hasNew) return undefined;
      hasNew = false;
      const { en, nl } = causes.list();
      return en.slice(0, causesTold).map((cause) =>
        toRunCause(
          cause,
          nl.find((other) => isOfSameRows(cause, other)),
        ),
      );
    },
  };
}

/** Messages of one code are told apart by their words: in each language it is the group that began with the same row. */
function isOfSameRows(one: ErrorGroup, other: ErrorGroup): boolean {
  const [first, itsFirst] = [one.first[0], other.first[0]];
  if (!first || !itsFirst || one.code !== other.code || one.column !== other.column) return false;
  return formatAddress(first) === formatAddress(itsFirst);
}

function toRunCause({ code, message, hint, rows }: ErrorGroup, dutch: ErrorGroup | undefined): RunCause {
  return {
    code,
    message: text("either", { en: message, nl: dutch?.message ?? message }),
    ...(hint ? { hint: text("either", { en: hint, nl: dutch?.hint ?? hint }) } : {}),
    rows,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

// How fast rows get done, and how long the rest takes at that rate

export type Speed = {
  readonly perSecond: number;
  /** Absent where too few rows were done lately to tell. */
  readonly secondsLeft?: number;
};

/** Over which the speed is taken: what was before says little of what is to come. */
const speedOverMs = 30_000;

/** From fewer than so many rows, days or minutes may come out. */
const fewestRows = 10;

/** `doneBefore`: rows that were done when it starts. `at`: with the rows that are done now, and those still to do. */
export function startSpeed(doneBefore: number, startedMs: number) {
  const seen = [{ done: doneBefore, atMs: startedMs }];
  return {
    at(done: number, left: number, nowMs: number): Speed {
      while (seen[1] && nowMs - seen[1].atMs >= speedOverMs) seen.shift();
      const since = seen[0] ?? { done, atMs: nowMs };
      seen.push({ done, atMs: nowMs });
      const rows = done - since.done;
      const perSecond = rows / Math.max(0.001, (nowMs - since.atMs) / 1000);
      if (rows === 0 || rows < Math.min(fewestRows, left)) return { perSecond };
      return { perSecond, secondsLeft: Math.ceil(left / perSecond) };
    },
  };
}
