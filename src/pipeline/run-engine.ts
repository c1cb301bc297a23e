/** Carries out what stands in the run file, and tells how far it is. */
import type { EngineEnd } from "../engine/engine.ts";
import { runLocally } from "../engine/local-engine.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { RunLog } from "../model/ports.ts";
import type { Connection } from "../runtime.ts";
import { planStore } from "./plan-store.ts";
import { startProgress } from "./progress.ts";
import type { ApplyOptions, Surroundings } from "./request.ts";
import { updateRunFacts } from "./run-facts.ts";
import type { RunFolder } from "./run-folder.ts";

/** A run with all that it needs while it goes on. */
export type OpenRun<Options extends Pick<ApplyOptions, "limits"> = ApplyOptions> = {
  readonly runFile: RunFile;
  readonly folder: RunFolder;
  readonly connection: Connection;
  readonly log: RunLog;
  readonly options: Options;
};

export async function runEngine(
  run: OpenRun<Pick<ApplyOptions, "limits">>,
  { clock, random, emit, signals }: Surroundings,
): Promise<EngineEnd> {
  const {
    runFile,
    log,
    options: { limits },
    connection: { target, governor },
  } = run;
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
    return await runLocally(deps, signals);
  } finally {
    updateRunFacts(runFile, { bound: progress.finish() });
  }
}
