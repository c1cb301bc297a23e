/** The story of an undo: read what a run did, look what is there now, show, ask, take back, tell. */
import type { EngineEnd } from "../engine/engine.ts";
import type { AppliedRows } from "../journal/applied-rows.ts";
import type { RunFile } from "../journal/run-file.ts";
import { ownerOf } from "../journal/template-registry.ts";
import type { PlanLine } from "../model/plan-line.ts";
import type { PlanCounts, TargetFacts } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import type { Connection } from "../runtime.ts";
import { endRun, type RowWatcher, type RunEnd } from "./end-run.ts";
import { lockRun, refuseNetworkFolder } from "./locks.ts";
import { makeUndoPlan } from "./make-undo-plan.ts";
import { planLines } from "./plan-lines.ts";
import type { ApplyOptions, Connect, Surroundings } from "./request.ts";
import { type OpenRun, runEngine } from "./run-engine.ts";
import { readRunFacts, type StoredFacts, updateRunFacts, writeRunFacts } from "./run-facts.ts";
import { createRunFolder, findRun, newRunId, openRun, openStateFolder, type RunFolder } from "./run-folder.ts";
import { unreadableOrStopped } from "./stops.ts";
import { explainStorage } from "./storage-stop.ts";

export type UndoPlan = {
  readonly runId: string;
  readonly counts: PlanCounts;
  /** Customers of which anything is taken back, and those that go as a whole. */
  readonly customers: { readonly touched: number; readonly whole: number };
  rows(): Iterable<PlanLine>;
};

export type UndoOptions = Pick<ApplyOptions, "limits" | "outFolder"> & {
  /** Shown the plan before anything is sent; false: nothing is done. */
  confirm(plan: UndoPlan, target: TargetFacts): Promise<boolean>;
};

/** Takes back what the run created and the API can remove. Throws UserError when it cannot begin. */
export async function undo(
  runId: string,
  options: UndoOptions,
  connectTo: Connect,
  surroundings: Surroundings,
): Promise<RunEnd> {
  const { stateFolder, clock, random } = surroundings;
  const pastFolder = await findRun(stateFolder, runId);
  await openStateFolder(stateFolder);
  await refuseNetworkFolder(stateFolder);
  using _past = lockRun(pastFolder);
  using past = openRun(pastFolder);
  const target = targetOf(readRunFacts(past));
  const folder = await createRunFolder(stateFolder, newRunId(clock.now(), random));
  return await explainStorage(folder, stateFolder, async () => {
    using _run = lockRun(folder);
    await using log = surroundings.openLog(folder.path);
    await using connection = await connectTo(log.request, target);
    using runFile = openRun(folder);
    startFacts(runFile, folder, past, connection, surroundings);
    return await takeBack({ runFile, folder, connection, log, options }, past, surroundings);
  });
}

/** Of a run that may have changed something at its target. */
function targetOf({ runId, command, target, isPlanned, undoOf }: StoredFacts): TargetFacts {
  if (command === "undo") {
    throw new UserError(
      "nothing_to_undo",
      `The run ${runId} is itself an undo (of ${undoOf}), and what it removed cannot be brought back.`,
      "To have it again, apply its sheets again: wholesale-import apply <input>.",
    );
  }
  if (target && isPlanned) return target;
  throw new UserError(
    "nothing_to_undo",
    `The run ${runId} ended before it had a plan: it sent nothing.`,
    "Other runs: wholesale-import runs.",
  );
}

function startFacts(
  runFile: RunFile,
  { runId }: RunFolder,
  past: RunFile,
  { facts }: Connection,
  { clock, emit }: Surroundings,
): void {
  const { runId: undoOf, inputs } = readRunFacts(past);
  const startedAt = new Date(clock.now()).toISOString();
  const flags = { isStaged: false, isPlanned: false };
  writeRunFacts(runFile, { runId, command: "undo", target: facts, startedAt, inputs, undoOf, ...flags });
  runFile.takeInput(past);
  emit({ type: "started", runId, command: "undo", target: facts });
}

async function takeBack(run: OpenRun<UndoOptions>, past: RunFile, surroundings: Surroundings): Promise<RunEnd> {
  const { runFile, folder, connection, options } = run;
  const { facts, observer } = connection;
  const { emit, signals } = surroundings;
  const { concurrency } = options.limits;
  const end = (stopped: EngineEnd["stopped"]) =>
    endRun(runFile, folder, stopped ? { stopped } : {}, surroundings, options.outFolder);
  const counts = await makeUndoPlan({ runFile, past, observer, concurrency, emit }, signals.stop).catch(
    unreadableOrStopped(signals.stop),
  );
  if ("stopped" in counts) return end(counts.stopped);
  const plan = undoPlanOf(runFile, past, counts);
  const hasWork = plan.customers.touched > 0;
  const isConfirmed = await options.confirm(plan, facts);
  if (hasWork && !isConfirmed) return end({ kind: "refused", reason: "the plan was not confirmed; nothing was sent" });
  updateRunFacts(runFile, { isStaged: true, isPlanned: true, isConfirmed: true });
  if (hasWork) updateRunFacts(past, { undoneBy: folder.runId });
  return finishUndo(run, surroundings);
}

function undoPlanOf(runFile: RunFile, past: RunFile, counts: PlanCounts): UndoPlan {
  const removals = (["customer", "user", "roles"] as const).flatMap((resource) =>
    runFile.operations.ofResource(resource).filter(({ action, refusal }) => action === "delete" && !refusal),
  );
  const whole = removals.filter(({ resource }) => resource === "customer").length;
  return {
    runId: readRunFacts(past).runId,
    counts,
    customers: { touched: new Set(removals.map(({ unit }) => unit)).size, whole },
    rows: () => planLines(runFile),
  };
}

/** The rest of an undo whose plan was confirmed; `resume` goes on with it here. */
export async function finishUndo(
  run: OpenRun<Pick<ApplyOptions, "limits" | "outFolder" | "engine" | "openTemporal">>,
  surroundings: Surroundings,
): Promise<RunEnd> {
  const { runFile, folder, options } = run;
  using applied = surroundings.openApplied();
  const end = await runEngine(run, surroundings);
  const forgetting = forgetApplied(applied, ownerOf(run.connection.facts));
  return await endRun(runFile, folder, end, surroundings, options.outFolder, forgetting);
}

/** What was taken back is not what was last applied any more. */
function forgetApplied(applied: AppliedRows, owner: string): RowWatcher {
  return {
    see({ at, customer, key, status }) {
      if (status === "succeeded") applied.forget(owner, customer, at.sheet, key);
    },
    finish: () => undefined,
  };
}
