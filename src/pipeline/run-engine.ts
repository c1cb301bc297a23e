/** Carries out what stands in the run file, and tells how far it is. */
import type { Engine, EngineEnd } from "../engine/engine.ts";
import { runLocally } from "../engine/local-engine.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { RunLog } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";
import type { Connection } from "../runtime.ts";
import { planStore } from "./plan-store.ts";
import { startProgress } from "./progress.ts";
import type { ApplyOptions, Surroundings } from "./request.ts";
import { readRunFacts, updateRunFacts } from "./run-facts.ts";
import type { RunFolder } from "./run-folder.ts";

type EngineOptions = Pick<ApplyOptions, "limits" | "engine" | "openTemporal">;

/** A run with all that it needs while it goes on. */
export type OpenRun<Options extends EngineOptions = ApplyOptions> = {
  readonly runFile: RunFile;
  readonly folder: RunFolder;
  readonly connection: Connection;
  readonly log: RunLog;
  readonly options: Options;
};

export async function runEngine(
  run: OpenRun<EngineOptions>,
  { clock, random, emit, signals }: Surroundings,
): Promise<EngineEnd> {
  const {
    runFile,
    log,
    options: { limits },
    connection: { target, governor },
  } = run;
  await using engine = await openEngine(run);
  const progress = startProgress(runFile, { clock, governor, emit, concurrency: limits.concurrency });
  const deps = {
    store: planStore(runFile),
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
  }
}

/** A run stays with the engine that began it: only that one knows what is under way. */
async function openEngine({
  runFile,
  folder,
  connection,
  options,
}: OpenRun<EngineOptions>): Promise<AsyncDisposable & { readonly carryOut: Engine }> {
  const { engine: before } = readRunFacts(runFile);
  const engine = before ?? options.engine ?? "local";
  if (options.engine && options.engine !== engine) throw otherEngine(engine, options.engine);
  updateRunFacts(runFile, { engine });
  if (engine === "local") return { carryOut: runLocally, async [Symbol.asyncDispose]() {} };
  if (!options.openTemporal) throw new Error("a run on Temporal needs `openTemporal`");
  const { facts: target } = connection;
  return options.openTemporal({ runId: folder.runId, target, isResumed: before !== undefined });
}

function otherEngine(is: string, wanted: string): UserError {
  return new UserError(
    "other_engine",
    `--engine says ${wanted}, and the run is carried out by the engine ${is}.`,
    "Leave --engine out: a run stays with the engine that began it.",
  );
}
