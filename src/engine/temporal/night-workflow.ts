/** The workflow of one night. Waits for the process that has the inbox, and for the next one when it dies. Runs in Temporal's sandbox. */
import { ActivityCancellationType, proxyActivities } from "@temporalio/workflow";
import type { NightActivities, NightEnd, NightOrder } from "./night.ts";

/** Longer than any night. */
const nightMayTake = "7 days";

export async function keepNight({ workerTimeoutMs }: NightOrder): Promise<NightEnd> {
  const { runNight } = proxyActivities<NightActivities>({
    startToCloseTimeout: nightMayTake,
    heartbeatTimeout: workerTimeoutMs,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    // a night that ended says so by its exit code; these are for processes that were stopped or died
    retry: { initialInterval: 1_000, backoffCoefficient: 1 },
    summary: "take batches from the inbox, one after the other",
  });
  return await runNight();
}
