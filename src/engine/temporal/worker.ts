/** A worker: takes operations of one partner from Temporal and carries them out at the target, until it is stopped. */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { DefaultLogger, makeTelemetryFilterString, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import type { Log } from "../../model/ports.ts";
import type { TemporalAccess } from "./access.ts";
import { type ActivityDeps, targetActivities } from "./target-activities.ts";

export type WorkerOptions = ActivityDeps & {
  readonly access: TemporalAccess;
  readonly taskQueue: string;
  readonly log: Log;
  /** Operations in flight in this worker. */
  readonly concurrency: number;
  /** Operations per second of all workers of the queue together. */
  readonly ratePerSecond?: number;
  /** `stop`: takes no more, and ends when what is in flight has come to its end; `abort`: at once. */
  readonly signals: { readonly stop: AbortSignal; readonly abort: AbortSignal };
  onReady(): void;
};

/** So long what is in flight may take after a stop; the rest is given to other workers, which look first. */
const graceMs = 90_000;

/** Once in a process. Rejects when Temporal cannot be reached at the start; later it waits for it. */
export async function runWorker({ access, taskQueue, log, signals, ...options }: WorkerOptions): Promise<void> {
  installRuntime(log);
  const { namespace, address, tls, apiKey } = access;
  const connection = await NativeConnection.connect({
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  try {
    const worker = await Worker.create({
      ...{ connection, namespace, taskQueue },
      workflowsPath: fileURLToPath(new URL(`./unit-workflow${extname(import.meta.url)}`, import.meta.url)),
      activities: targetActivities(options),
      maxConcurrentActivityTaskExecutions: options.concurrency,
      shutdownGraceTime: graceMs,
      ...(options.ratePerSecond ? { maxTaskQueueActivitiesPerSecond: options.ratePerSecond } : {}),
    });
    options.onReady();
    await worker.runUntil(aborted(signals.stop));
  } finally {
    await connection.close();
  }
}

/** Temporal's own words go into our log: those of the workflows, and warnings of its core. */
function installRuntime(log: Log): void {
  Runtime.install({
    logger: new DefaultLogger("WARN", ({ level, message, meta }) =>
      (level === "ERROR" ? log.error : log.warn)({ ...meta, from: "temporal" }, message),
    ),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: "WARN" }), forward: {} } },
    shutdownSignals: [],
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
