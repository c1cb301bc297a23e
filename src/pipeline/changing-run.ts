/** A run that changes something at its target, as the steps that apply, resume, retry and undo are made of. Once it is stopped, the steps that follow do nothing, and its end tells why. */

import type { RunFile } from "../journal/run-file/run-file.ts";
import type { AppliedRows } from "../journal/state/applied-rows.ts";
import { ownerOf } from "../journal/state/template-registry.ts";
import type { RunLog } from "../model/ports.ts";
import type { PlanCounts } from "../model/run-event.ts";
import { isOfSheets } from "../model/run-report.ts";
import { endRun, type RowWatcher, type RunEnd } from "../outcome/end-run.ts";
import { knownTemplates } from "../outcome/refused-templates.ts";
import { forgetApplied, rememberApplied } from "../outcome/remember-applied.ts";
import { rememberGoLive } from "../outcome/remember-go-live.ts";
import { leaveThoseThatGo } from "../planning/customers-that-go.ts";
import type { RunContext } from "../run/context.ts";
import { readRunFacts, updateRunFacts } from "../run/facts.ts";
import { listRunIds, type RunFolder } from "../run/folder.ts";
import type { Held } from "../run/held.ts";
import type { CallOptions, RunOptions } from "../run/options.ts";
import { mayHaveSent } from "../run/phase.ts";
import { type Stopped, stopOf } from "../run/stops.ts";
import { explainStorage } from "../run/storage-stop.ts";
import type { Connection } from "../runtime.ts";
import { refuseBatch, refusePlan, refuseSize } from "./guards.ts";
import { keepDepartures } from "./keep-departures.ts";
import { report } from "./report.ts";
import { runEngine } from "./run-engine.ts";
import { type PlanCall, planRun, type RunBatch, stageRun } from "./run-steps.ts";

/** All that is open for the run. */
export type RunParts = {
  readonly context: RunContext;
  readonly folder: RunFolder;
  readonly runFile: RunFile;
  /** As it was begun with. */
  readonly options: RunOptions;
  readonly log: RunLog;
  readonly connection: Connection;
  /** Absent for one whose rows are in its file already. */
  readonly batch?: RunBatch;
};

export type ChangingRun = AsyncDisposable &
  Omit<RunParts, "batch" | "log"> & {
    /** Reads the batch, checks its rows and writes them down. A batch that is not to be sent as it is stops the run. */
    stage(): Promise<void>;
    /** Holds the rows against what exists, and writes down what is to be done: the rest of it, in a run that goes on. */
    plan(call: PlanCall): Promise<void>;
    /** Guards, then the person who is asked; not again in a run that may have sent something. */
    confirm(call: Pick<CallOptions, "signedPlan" | "confirm" | "confirmRemovals">): Promise<void>;
    /** Does what is planned and not done. */
    carryOut(call: Pick<CallOptions, "limits" | "engine" | "openTemporal">): Promise<void>;
    /** Writes the results, remembers what was applied, and tells how it went. */
    end(call: Pick<CallOptions, "outFolder" | "files">): Promise<RunEnd>;
    /** A step of a verb's own. Undefined when the run is stopped, before it or by it. */
    step<T>(work: () => Promise<T>): Promise<T | undefined>;
    stop(why: Stopped): void;
  };

/** `held`: closed with the run. Trouble with the disk is told in a sentence, by any step. */
export function changingRun(run: RunParts, held: Held): ChangingRun {
  const { context, folder, runFile, options, connection } = run;
  const { clock, signals, templates } = context;
  const owner = ownerOf(connection.facts);
  const { undoOf, command } = readRunFacts(runFile);
  const isUndo = undoOf !== undefined;
  let counts: PlanCounts | undefined;
  let isCarriedOut = false;
  let stopped: Stopped | undefined;
  let hasFailed = false;

  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await explainStorage(folder, context.stateFolder, work);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  const step = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (stopped) return undefined;
    return attempt(async () => {
      try {
        return await work();
      } catch (error) {
        stopped = stopOf(error, signals.stop);
        if (!stopped) throw error;
        return undefined;
      }
    });
  };

  const watcherOf = (applied: AppliedRows): RowWatcher | undefined => {
    if (isUndo) return forgetApplied(applied, owner);
    return isOfSheets(command) ? rememberApplied(runFile, applied, owner, options, clock.now()) : undefined;
  };

  const tellEnded = (runId: string) => {
    using applied = context.openApplied();
    applied.goLive.end(owner, runId);
  };

  return {
    ...{ context, folder, runFile, options, connection, step },
    stop: (why) => {
      stopped = why;
    },

    async stage() {
      await step(async () => {
        if (!run.batch) throw new Error("the rows of this run are in its file already");
        const staged = await stageRun(run, run.batch);
        stopped = refuseBatch(staged, options) ?? refuseSize(runFile, options);
      });
    },

    async plan(call) {
      counts = await step(() => planRun(run, { ...call, isForApply: true }));
    },

    async confirm(call) {
      await step(async () => {
        if (!counts || mayHaveSent(readRunFacts(runFile).phase)) return;
        stopped = await refusePlan(runFile, counts, { ...options, ...call }, connection.facts);
        signals.stop.throwIfAborted();
        if (!stopped) updateRunFacts(runFile, { phase: "confirmed" });
      });
    },

    async carryOut(call) {
      await step(async () => {
        if (!isUndo) {
          await keepDepartures(run);
          await leaveThoseThatGo(runFile, connection.observer, clock, signals.stop);
        }
        const { stopped: why } = await runEngine(run, call);
        isCarriedOut = true;
        stopped = why;
        if (!isUndo) templates.remember(connection.facts, knownTemplates(runFile));
      });
    },

    end: (call) =>
      attempt(async () => {
        using applied = isCarriedOut ? context.openApplied() : undefined;
        const watcher = applied && watcherOf(applied);
        const ended = await endRun(runFile, folder, stopped ? { stopped } : {}, context, call, watcher);
        if (applied) rememberGoLive({ runFile, days: applied.goLive, owner, nowMs: clock.now() });
        if (command === "go-live" && !ended.isResumable) tellEnded(folder.runId);
        if (isCarriedOut && undoOf !== undefined) await tellUndone(undoOf, context.stateFolder, call.files);
        return ended;
      }),

    async [Symbol.asyncDispose]() {
      try {
        await explainStorage(folder, context.stateFolder, async () => held[Symbol.asyncDispose]());
      } catch (error) {
        if (!hasFailed) throw error; // else what comes of closing is told already
      }
    },
  };
}

/** The results of the run that was undone say so: what it had begun does not wait for anything any more. */
async function tellUndone(undoOf: string, stateFolder: string, files: CallOptions["files"]): Promise<void> {
  if ((await listRunIds(stateFolder)).includes(undoOf)) await report(undoOf, stateFolder, undefined, files);
}
