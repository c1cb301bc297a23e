/** Carries out what stands in the run file, and tells how far it is. */

import type { Engine, EngineEnd } from "../engine/engine.ts";
import { runLocally } from "../engine/local-engine.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { describeLimit } from "../model/learned-limit.ts";
import type { RunLog } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { startProgress } from "../outcome/progress.ts";
import type { RunContext } from "../run/context.ts";
import { readRunFacts, updateRunFacts } from "../run/facts.ts";
import type { RunFolder } from "../run/folder.ts";
import type { CallOptions } from "../run/options.ts";
import type { Connection } from "../runtime.ts";

type EngineOptions = Pick<CallOptions, "limits" | "engine" | "openTemporal">;

/** A run whose plan is in its file. */
type PlannedRun = {
  readonly context: RunContext;
  readonly runFile: RunFile;
  readonly folder: RunFolder;
  readonly connection: Connection;
  readonly log: RunLog;
};

export async function runEngine(run: PlannedRun, options: EngineOptions): Promise<EngineEnd> {
  const { context, runFile, log, connection } = run;
  const { clock, random, emit, signals } = context;
  const { target, governor } = connection;
  const { limits } = options;
  await using engine = await openEngine(run, options);
  const progress = startProgress(runFile, { clock, governor, emit, concurrency: limits.concurrency });
  const deps = {
    store: runFile,
    target,
    clock,
    random,
    log,
    limits,
    onResult: progress.onResult,
    onWaiting: progress.onWaiting,
    onStop: governor.shut,
  };
  try {
    return await engine.carryOut(deps, signals);
  } finally {
    updateRunFacts(runFile, { bound: progress.finish() });
    tellLimit(run);
  }
}

/** What the limit on requests looks like, where there was one. */
function tellLimit({ context, log, connection }: PlannedRun): void {
  const learned = connection.governor.learned();
  if (!learned) return;
  log.info({ limit: learned }, "limit learned");
  context.emit({ type: "note", text: describeLimit(learned) });
}

/** A run stays with the engine that began it: only that one knows what is under way. */
async function openEngine(
  { runFile, folder, connection }: PlannedRun,
  options: EngineOptions,
): Promise<AsyncDisposable & { readonly carryOut: Engine }> {
  const { engine: before } = readRunFacts(runFile);
  const engine = before ?? options.engine ?? "local";
  if (options.engine && options.engine !== engine) throw otherEngine(engine, options.engine);
  updateRunFacts(runFile, { engine, phase: "running" });
  if (engine === "local") return { carryOut: runLocally, async [Symbol.asyncDispose]() {} };
  if (!options.openTemporal) throw new Error("a run on Temporal needs `openTemporal`");
  const { facts: target } = connection;
  return options.openTemporal({ runId: folder.runId, target, isResumed: before !== undefined });
}

function otherEngine(is: string, wanted: string): UserError {
  return new UserError("other_engine", text("other_engine", { wanted, is }), text("leave_engine_out"));
}
