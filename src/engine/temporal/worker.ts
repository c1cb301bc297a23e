/** A worker: takes operations of one partner from Temporal and carries them out at the target, until it is stopped. */
import { type QueueOptions, serveQueue } from "./serve-queue.ts";
import { type ActivityDeps, targetActivities } from "./target-activities.ts";

export type WorkerOptions = ActivityDeps &
  Omit<QueueOptions, "workflows"> & {
    /** Operations in flight in this worker. */
    readonly concurrency: number;
    /** Operations per second of all workers of the queue together. */
    readonly ratePerSecond?: number;
  };

/** Once in a process. Rejects when Temporal cannot be reached at the start; later it waits for it. */
export async function runWorker({ concurrency, ratePerSecond, ...options }: WorkerOptions): Promise<void> {
  await serveQueue(
    { ...options, workflows: "unit-workflow" },
    {
      activities: targetActivities(options),
      maxConcurrentActivityTaskExecutions: concurrency,
      ...(ratePerSecond ? { maxTaskQueueActivitiesPerSecond: ratePerSecond } : {}),
    },
  );
}
