/** Counts results while a run goes on, and tells now and then how far it is and what holds it back. */

import type { Governor } from "../engine/governor.ts";
import type { RunFile } from "../journal/run-file.ts";
import { stateOf } from "../model/journal-entry.ts";
import type { AttemptResult } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import type { Clock } from "../model/ports.ts";
import type { Emit, RunEvent } from "../model/run-event.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";

export type Progress = {
  onResult(operation: Operation, result: AttemptResult): void;
  onWaiting(operations: number): void;
  /** Tells the last state. */
  finish(): void;
};

type ProgressDeps = { readonly clock: Clock; readonly governor: Governor; readonly emit: Emit };

const everyMs = 200;

export function startProgress(runFile: RunFile, { clock, governor, emit }: ProgressDeps): Progress {
  const totals = runFile.operations.countOpenRows();
  const open = new Map(totals.map(({ sheet, rows }) => [sheet, { done: 0, of: rows }]));
  const startedMs = clock.now();
  let failed = 0;
  let waiting = 0;
  let toldMs = startedMs;
  let results = 0;

  const bound = (): Extract<RunEvent, { type: "progress" }>["bound"] => {
    if (governor.cooldownMs() > 0 || governor.waiting() > 0) return "rate limit";
    return waiting > 0 && results === 0 ? "Webex provisioning" : "latency";
  };
  const tell = () => {
    toldMs = clock.now();
    const seconds = Math.max(0.001, (toldMs - startedMs) / 1000);
    const done = sum([...open.values()].map((each) => each.done));
    const all = sum([...open.values()].map((each) => each.of));
    const perSecond = done / seconds;
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
      bound: bound(),
      ...secondsLeft,
    });
    results = 0;
  };
  return {
    onResult(operation, result) {
      results += 1;
      if (result.status === "failed") failed += 1;
      if (result.status !== "accepted" && isLastOfRow(runFile, operation)) {
        const sheet = runFile.rows.row(operation.row).sheet;
        const counts = open.get(sheet);
        if (counts) counts.done += 1;
      }
      if (clock.now() - toldMs >= everyMs) tell();
    },
    onWaiting(operations) {
      waiting = operations;
      if (clock.now() - toldMs >= everyMs) tell();
    },
    finish: tell,
  };
}

/** Has every operation of the row its last word? */
function isLastOfRow(runFile: RunFile, { row }: Operation): boolean {
  return runFile.operations
    .ofRow(row)
    .every(({ operation, entries }) => operation.action === "none" || stateOf(entries).kind === "settled");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
