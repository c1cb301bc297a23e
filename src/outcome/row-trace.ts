/** Times, tries and ids of a row, from the entries of its operations. Pure. */
import type { JournalEntry, OperationState } from "../model/journal-entry.ts";
import { resultOf } from "../model/journal-entry.ts";
import type { Ids } from "../model/outcome.ts";
import type { Step } from "./row-steps.ts";

/** Times, tries and ids for the result row: of the operation that failed, else of the row's main one. */
export function traceOf(steps: readonly Step[], main: Step | undefined) {
  const entries = steps.flatMap((step) => step.entries);
  const attempts = steps.reduce((sum, { state }) => sum + state.attempts, 0);
  const startedAt = attempts > 0 ? earliest(entries.map(({ at }) => at)) : undefined;
  const finishedAt = latest(entries.filter(isAnswer).map(({ at }) => at));
  const telling = steps.find(({ state }) => resultOf(state)?.status === "failed") ?? main;
  const webexId = idOf(main);
  const throttledAt = entries.flatMap((entry) => (isThrottled(entry) ? [entry.at] : []));
  return {
    attempts,
    ...(webexId ? { webexId } : {}),
    ...(telling ? answerOf(telling.state) : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(throttledAt.length > 0 ? { throttledAt } : {}),
    ...(startedAt && finishedAt ? { finishedAt, durationMs: Date.parse(finishedAt) - Date.parse(startedAt) } : {}),
  };
}

function isThrottled(entry: JournalEntry): boolean {
  return entry.kind === "retry" && entry.failure.kind === "throttled";
}

/** Whatever comes of the row later: so far it ended with the last answer. */
function isAnswer({ kind }: JournalEntry): boolean {
  return kind === "result" || kind === "retry";
}

function answerOf(state: OperationState): { readonly trackingId?: string; readonly httpStatus?: number } {
  const result = resultOf(state);
  const trace = result?.status === "failed" ? result.failure : result?.trace;
  return {
    ...(trace?.trackingId ? { trackingId: trace.trackingId } : {}),
    ...(trace?.status ? { httpStatus: trace.status } : {}),
  };
}

function idOf(main: Step | undefined): string | undefined {
  if (!main) return undefined;
  const ids: Ids = { ...main.operation.ids, ...resultOf(main.state)?.ids };
  switch (main.operation.resource) {
    case "template":
      return ids.provisioningId;
    case "customer":
      return ids.customerId;
    case "location":
      return ids.locationId;
    default:
      return ids.subscriberId;
  }
}

function earliest(times: readonly string[]): string | undefined {
  return times.toSorted()[0];
}

function latest(times: readonly string[]): string | undefined {
  return times.toSorted().at(-1);
}
