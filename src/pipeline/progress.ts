/** Counts results while a run goes on, and tells now and then how far it is and what holds it back. */

import type { Governor } from "../engine/governor.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { AttemptResult } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import type { Clock } from "../model/ports.ts";
import type { Emit, RunEvent } from "../model/run-event.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import { startCustomersProgress } from "./customer-progress.ts";

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
  const open = sumBySheet(totals);
  const customers = startCustomersProgress(totals);
  const doneBefore = sum(totals.map(({ done }) => done));
  const startedMs = clock.now();
  let failed = 0;
  let waiting = 0;
  let toldMs = startedMs;
  const bounds = new Map<Bound, number>();

  const bound = (): Bound => {
    if (governor.cooldownMs() > 0 || governor.waiting() > 0) return "rate limit";
    if (governor.inFlight() * 2 >= concurrency) return "latency";
    return waiting > 0 ? "Webex provisioning" : "dependencies";
  };
  const tell = () => {
    toldMs = clock.now();
    const boundNow = bound();
    bounds.set(boundNow, (bounds.get(boundNow) ?? 0) + 1);
    const seconds = Math.max(0.001, (toldMs - startedMs) / 1000);
    const done = sum([...open.values()].map((each) => each.done));
    const all = sum([...open.values()].map((each) => each.of));
    const perSecond = (done - doneBefore) / seconds;
    const sheets = Object.fromEntries(
      sheetNames.map((sheet) => [sheet, { ...(open.get(sheet) ?? { done: 0, of: 0 }) }]),
    );
    const secondsLeft = perSecond > 0 ? { secondsLeft: Math.ceil((all - done) / perSecond) } : {};
    emit({
      type: "progress",
      sheets: sheets as Record<SheetName, { done: number; of: number }>, // made from all sheet names
      failed,
      waiting,
      perSecond,
      bound: boundNow,
      ...secondsLeft,
    });
    const changed = customers.changed();
    if (changed.length > 0) emit({ type: "customers", customers: changed });
  };
  return {
    onResult(operation, result) {
      if (result.status === "failed") failed += 1;
      const counts = open.get(sheetOf[operation.resource] ?? "templates");
      if (counts && result.status !== "accepted" && sheetOf[operation.resource]) {
        counts.done += 1;
        customers.count(operation.unit, result.status === "failed");
      }
      if (clock.now() - toldMs >= everyMs) tell();
    },
    onWaiting(operations) {
      waiting = operations;
      if (clock.now() - toldMs >= everyMs) tell();
    },
    finish() {
      const [most] = [...bounds].sort((a, b) => b[1] - a[1]);
      tell();
      return most?.[0];
    },
  };
}

/** The operation by which a row counts as done; what hangs on it follows shortly after. */
const sheetOf: Partial<Record<Operation["resource"], SheetName>> = {
  template: "templates",
  customer: "customers",
  location: "locations",
  user: "users",
};

type OpenRows = { readonly sheet: SheetName; readonly rows: number; readonly done: number };

function sumBySheet(totals: readonly OpenRows[]): Map<SheetName, { done: number; of: number }> {
  const open = new Map<SheetName, { done: number; of: number }>();
  for (const { sheet, rows, done } of totals) {
    const known = open.get(sheet) ?? { done: 0, of: 0 };
    open.set(sheet, { done: known.done + done, of: known.of + rows });
  }
  return open;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
