/** A run on Temporal as an operator has it: a server, workers and the process that starts the run, each a process of its own, and a simulator. */
import { join } from "node:path";
import { type Before, type Outcome, readOutcome, type Scene, setScene, stateFolderOf } from "./disturbed-run.ts";
import type { Running } from "./run-program.ts";
import type { TemporalServer } from "./temporal-server.ts";
import { until } from "./until.ts";

export type Fleet = AsyncDisposable & {
  readonly scene: Scene;
  /** Resolves when it takes work. */
  addWorker(...flags: readonly string[]): Promise<Running>;
  apply(...flags: readonly string[]): Running;
  resume(stateFolder?: string, ...flags: readonly string[]): Running;
  retry(...flags: readonly string[]): Running;
  outcome(stateFolder?: string): Promise<Outcome>;
};

/** Short, so that tests need not wait long for what a dead worker has held. */
const workerTimeout = "3s";

/** `between`: gives the base URL of what stands between program and simulator; default: that of the simulator itself. */
export async function openFleet(
  { address }: Pick<TemporalServer, "address">,
  batch: string,
  simulator: Parameters<typeof setScene>[1] = {},
  between: (origin: string) => Promise<string> = async (origin) => `${origin}/v1`,
  before?: Before,
): Promise<Fleet> {
  const scene = await setScene(batch, simulator, { before });
  const baseUrl = await between(scene.webex.origin);
  const environment = { TEMPORAL_ADDRESS: address };
  const started: Running[] = [];
  let workers = 0;
  const start = (...args: readonly string[]) => {
    const running = scene.start(args, environment);
    started.push(running);
    return running;
  };
  const engine = ["--engine", "temporal", "--worker-timeout", workerTimeout];
  return {
    scene,
    async addWorker(...flags) {
      workers += 1;
      const state = join(scene.folder, `worker-${workers}`);
      const target = ["--target", "simulator", "--base-url", baseUrl];
      const worker = start("worker", ...target, "--state", state, ...flags);
      await until(() => worker.err().includes("worker of") || worker.child.exitCode !== null);
      return worker;
    },
    apply: (...flags) => start("apply", batch, "--base-url", baseUrl, ...engine, ...flags),
    resume: (stateFolder = stateFolderOf(scene), ...flags) => start("resume", "--state", stateFolder, ...flags),
    retry: (...flags) => start("retry", ...engine, ...flags),
    outcome: (stateFolder = stateFolderOf(scene)) => readOutcome(scene, stateFolder),
    async [Symbol.asyncDispose]() {
      for (const { child } of started) child.kill("SIGKILL");
      await Promise.all(started.map(({ ended }) => ended));
      await scene[Symbol.asyncDispose]();
    },
  };
}
