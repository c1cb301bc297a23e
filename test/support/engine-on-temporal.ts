/** The distributed engine in a test: a development server, and workers in this process that carry out each run at the target of its test. */
import { fileURLToPath } from "node:url";
import { ApplicationFailure, Context } from "@temporalio/activity";
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from "@temporalio/worker";
import type { Engine, EngineDeps } from "../../src/engine/engine.ts";
import { connectClient, type OpenClient } from "../../src/engine/temporal/client.ts";
import type { TargetActivities } from "../../src/engine/temporal/hand-over.ts";
import { targetActivities } from "../../src/engine/temporal/target-activities.ts";
import { temporalEngine } from "../../src/engine/temporal/temporal-engine.ts";
import { haste } from "./hurried-workflow.ts";
import { startTemporal, type TemporalServer } from "./temporal-server.ts";

export type EngineOnTemporal = AsyncDisposable & { engineOf(runId: string): Engine };

type Place = {
  readonly server: TemporalServer;
  readonly open: OpenClient;
  readonly connection: NativeConnection;
  readonly workflowBundle: WorkflowBundleWithSourceMap;
  /** What the engine of each run was given: a worker has the same target. */
  readonly runs: Map<string, EngineDeps>;
};

/** `settings`: of the server. */
export async function openEngineOnTemporal(
  settings: Parameters<typeof startTemporal>[0] = {},
): Promise<EngineOnTemporal> {
  const server = await startTemporal(settings);
  const { address } = server;
  const place: Place = {
    server,
    open: await connectClient({ address, namespace: "default" }),
    connection: await NativeConnection.connect({ address }),
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: pathOf("../../src/engine/temporal/unit-workflow.ts"),
      workflowInterceptorModules: [pathOf("./hurried-workflow.ts")],
      logger: new DefaultLogger("ERROR"),
    }),
    runs: new Map(),
  };
  const workers = new Map<number, Promise<Worker>>();
  const running: Promise<void>[] = [];
  const workerOf = (concurrency: number): Promise<Worker> => {
    const known = workers.get(concurrency);
    if (known) return known;
    const created = createWorker(place, concurrency);
    workers.set(concurrency, created);
    running.push(created.then((worker) => worker.run()));
    return created;
  };
  return {
    engineOf: (runId) => async (deps, signals) => {
      const { concurrency } = deps.limits;
      const isResumed = place.runs.has(runId);
      place.runs.set(runId, deps);
      await workerOf(concurrency);
      const { client } = place.open;
      const options = { client, taskQueue: queueOf(concurrency), runId, isResumed, workerTimeoutMs: 10_000 };
      return await temporalEngine(options)(deps, signals);
    },
    async [Symbol.asyncDispose]() {
      for (const worker of await Promise.all(workers.values())) worker.shutdown();
      await Promise.allSettled(running);
      await place.connection.close();
      await place.open.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Once in a process. */
export function quietenTemporal(): void {
  Runtime.install({ logger: new DefaultLogger("ERROR") });
}

const queueOf = (concurrency: number) => `contract ${concurrency}`;
const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The limit of a run is that of its worker, as an operator sets it. */
function createWorker({ connection, workflowBundle, runs }: Place, concurrency: number): Promise<Worker> {
  const activities = () => {
    const { workflowId } = Context.current().info.workflowExecution ?? {};
    const deps = [...runs].find(([runId]) => workflowId?.includes(`/${runId}/`))?.[1];
    if (!deps) throw new Error(`no run of this test: ${workflowId}`);
    return targetActivities(deps);
  };
  return Worker.create({
    connection,
    taskQueue: queueOf(concurrency),
    workflowBundle,
    maxConcurrentActivityTaskExecutions: concurrency,
    activities: {
      attemptOperation: (order) => hurried(activities().attemptOperation(order)),
      askTarget: (question) => activities().askTarget(question),
    } satisfies TargetActivities,
  });
}

/** Temporal's own pause before the next attempt is on the clock on the wall. */
async function hurried<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ApplicationFailure) || typeof error.nextRetryDelay !== "number") throw error;
    const { type, message, nextRetryDelay } = error;
    throw ApplicationFailure.create({
      ...(type ? { type } : {}),
      message,
      nextRetryDelay: Math.ceil(nextRetryDelay / haste),
    });
  }
}
