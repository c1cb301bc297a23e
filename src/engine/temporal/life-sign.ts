/** Sends heartbeats for an activity to Temporal. Reads no answer. */
import type { Context } from "@temporalio/activity";
import type { Clock } from "../../model/ports.ts";

const usualTimeoutMs = 30_000;

/** Until it is disposed of. `details`: what the next attempt finds when this one ends without a word. */
export function showLifeSigns(context: Context, clock: Clock, details?: unknown): Disposable {
  const ended = new AbortController();
  const beat = async () => {
    for (;;) {
      context.heartbeat(details);
      await clock.sleep((context.info.heartbeatTimeoutMs ?? usualTimeoutMs) / 3, ended.signal);
    }
  };
  beat().catch(() => undefined);
  return { [Symbol.dispose]: () => ended.abort() };
}
