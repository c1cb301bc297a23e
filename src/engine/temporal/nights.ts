/** Nights that Temporal begins: a schedule there, and this process, which has the inbox, at its service. Knows nothing of batches. */

import { ApplicationFailure, Context } from "@temporalio/activity";
import { type Client, ScheduleAlreadyRunning, type ScheduleHandle, ScheduleOverlapPolicy } from "@temporalio/client";
import type { Clock } from "../../model/ports.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import { connectClient } from "./client.ts";
import { showLifeSigns } from "./life-sign.ts";
import { type NightActivities, type NightOrder, nightsIdOf, nightWorkflow } from "./night.ts";
import { type QueueOptions, serveQueue } from "./serve-queue.ts";

export type NightsOptions = Omit<QueueOptions, "taskQueue" | "workflows"> & {
  /** Of the nights of one state folder. */
  readonly name: string;
  readonly cron: string;
  readonly timezone: string;
  readonly workerTimeoutMs: number;
  readonly clock: Clock;
  /** Resolves to the exit code; ends early when `stop` aborts. */
  runNight(stop: AbortSignal): Promise<number>;
  /** When Temporal begins the next night; milliseconds since the epoch. */
  onNext(atMs: number): void;
};

/** Sets the schedule and serves it until it is stopped; the schedule stays. Rejects when Temporal cannot be reached at the start. */
export async function serveNights(options: NightsOptions): Promise<void> {
  refuseOddPattern(options.cron);
  const { client, close } = await connectClient(options.access);
  try {
    const schedule = await setSchedule(client, options);
    const tellNext = async () => {
      const { info, state } = await schedule.describe();
      const [next] = info.nextActionTimes;
      if (next && !state.paused) options.onNext(next.getTime());
    };
    await tellNext();
    await serveQueue(
      { ...options, taskQueue: nightsIdOf(options.name), workflows: "night-workflow" },
      // two nights never run at once, not even when a person asks for it
      { activities: nightActivities(options, tellNext), maxConcurrentActivityTaskExecutions: 1 },
    );
  } finally {
    await close();
  }
}

function nightActivities({ signals, clock, runNight }: NightsOptions, tellNext: () => Promise<void>): NightActivities {
  return {
    async runNight() {
      const context = Context.current();
      using _signs = showLifeSigns(context, clock);
      const stop = AbortSignal.any([signals.stop, context.cancellationSignal]);
      const exitCode = await runNight(stop);
      await tellNext().catch(() => undefined); // a figure for people, told after the next night otherwise
      if (context.cancellationSignal.aborted) throw context.cancellationSignal.reason;
      if (signals.stop.aborted)
        throw ApplicationFailure.retryable("stopped in mid-night; goes on when schedule runs again", "interrupted");
      return { exitCode };
    },
  };
}

/** A start that was missed is made up however late; those that come while a night waits or runs are left out. */
const catchupWindow = "365 days";

/** Makes it, or changes the one that is there; one that a person has paused stays so. */
async function setSchedule(client: Client, options: NightsOptions): Promise<ScheduleHandle> {
  const { name, cron, timezone, workerTimeoutMs } = options;
  const scheduleId = nightsIdOf(name);
  const order: NightOrder = { workerTimeoutMs };
  const wanted = {
    spec: { cronExpressions: [cron], timezone },
    action: {
      ...{ type: "startWorkflow" as const, workflowType: nightWorkflow, args: [order] },
      ...{ taskQueue: scheduleId, workflowId: `${scheduleId}/night` },
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow },
  };
  try {
    return await client.schedule.create({ scheduleId, ...wanted });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const schedule = client.schedule.getHandle(scheduleId);
    await schedule.update(({ state }) => ({ ...wanted, state }));
    return schedule;
  }
}

/** What Temporal reads otherwise than we do: a field more, a sign of its own, a day of the month or a weekday. */
function refuseOddPattern(cron: string): void {
  const fields = cron.trim().split(/\s+/);
  const [, , day, , weekday] = fields;
  const isPlain = /^[\w\s*,/-]+$/.test(cron) && !/(^|[\s,\d])(LW|[LW])(?![a-z])/i.test(cron);
  if (fields.length === 5 && isPlain && (day === "*" || weekday === "*")) return;
  throw new UserError("bad_cron", text("temporal_reads_cron", { cron }), text("cron_for_temporal"));
}
