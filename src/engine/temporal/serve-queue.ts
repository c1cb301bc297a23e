/** Serves one Temporal queue until it is stopped: what all our workers have in common. Knows no workflow and no activity. */
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
} from "@temporalio/worker";
import type { Log } from "../../model/ports.ts";
import type { TemporalAccess } from "./access.ts";

export type QueueOptions = {
  readonly access: TemporalAccess;
  readonly taskQueue: string;
  /** The file beside this one that holds them. */
  readonly workflows: "unit-workflow" | "night-workflow";
  readonly log: Log;
  /** `stop`: takes no more, and ends when what is in flight has come to its end. */
  readonly signals: { readonly stop: AbortSignal };
  onReady(): void;
};

/** So long what is in flight may take after a stop; the rest is given to other workers, which look first. */
const graceMs = 90_000;

/** Once in a process. Rejects when Temporal cannot be reached at the start; later it waits for it. */
export async function serveQueue(
  { access, taskQueue, workflows, log, signals, onReady }: QueueOptions,
  rest: Pick<WorkerOptions, "activities" | "maxConcurrentActivityTaskExecutions" | "maxTaskQueueActivitiesPerSecond">,
): Promise<void> {
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
      workflowsPath: fileURLToPath(new URL(`./${workflows}${extname(import.meta.url)}`, import.meta.url)),
      shutdownGraceTime: graceMs,
      ...rest,
    });
    onReady();
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
