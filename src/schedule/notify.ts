/** Tells of a batch wherever it is wanted. What cannot be told is in the log, and changes nothing else. */

import { askPatiently, type Patience } from "../engine/ask-patiently.ts";
import type { RetryLimits } from "../engine/retry-delay.ts";
import type { NightBatch, ScheduleStore } from "../journal/state/schedule-store.ts";
import type { Failure } from "../model/outcome.ts";
import type { Log } from "../model/ports.ts";
import { messageOf } from "../model/thrown.ts";
import { inEnglish } from "../model/words/text.ts";
import type { RunContext } from "../run/context.ts";
import type { NightMetrics } from "./metrics.ts";
import type { Notice } from "./notice.ts";

/** `refused`: recipients of several who did not get it, each with the reason. */
export type Delivery =
  | { readonly ok: true; readonly refused?: readonly string[] }
  | { readonly ok: false; readonly failure: Failure };

/** One place where notices go. */
export type Notifier = {
  /** For the log: `webhook`, `mail`. */
  readonly name: string;
  /** Sends once. */
  send(notice: Notice, signal: AbortSignal): Promise<Delivery>;
};

export type TellDeps = {
  readonly book: ScheduleStore;
  readonly runContext: Pick<RunContext, "clock" | "random" | "signals">;
  readonly log: Log;
  readonly metrics: NightMetrics;
  readonly notifiers: readonly Notifier[];
};

/** A night goes on without its notices when they take longer. */
export const noticeLimits: RetryLimits = {
  tries: 5,
  maxWaitMs: 60_000,
  firstDelayMs: 1_000,
  longestDelayMs: 30_000,
  timeMs: 300_000,
  settlingMs: 0,
};

/** Tells those who were not told yet, one after the other; what was told is written down at once. */
export async function tellAll(batch: NightBatch, notice: Notice, deps: TellDeps): Promise<NightBatch> {
  let current = batch;
  for (const notifier of deps.notifiers.filter(({ name }) => !batch.told.includes(name))) {
    await deliver(notifier.name, (signal) => notifier.send(notice, signal), deps);
    current = { ...current, told: [...current.told, notifier.name] };
    deps.book.save(current);
  }
  return current;
}

/** Sends with patience; what fails all the same is in the log and in the metrics. */
export async function deliver(
  name: string,
  send: (signal: AbortSignal) => Promise<Delivery>,
  { runContext: { clock, random, signals }, log, metrics }: Omit<TellDeps, "book" | "notifiers">,
): Promise<void> {
  const patience: Patience = { clock, random, limits: noticeLimits };
  try {
    const delivery = await askPatiently(
      limited(() => send(signals.abort)),
      patience,
      signals.abort,
    );
    metrics.noticeSent(name, delivery.ok && !delivery.refused);
    if (delivery.ok && delivery.refused)
      log.warn({ notice: name, refused: delivery.refused }, "notice sent, and not taken for all recipients");
    else if (delivery.ok) log.info({ notice: name }, "notice sent");
    else
      log.warn({ notice: name, status: delivery.failure.status, reason: describe(delivery.failure) }, "notice failed");
  } catch (error) {
    metrics.noticeSent(name, false);
    log.error({ notice: name, reason: messageOf(error) }, "notice failed");
  }
}

/** Who asks to come back later is asked so many times, not for ever. */
function limited(send: () => Promise<Delivery>): () => Promise<Delivery> {
  let sent = 0;
  return async () => {
    sent += 1;
    const delivery = await send();
    if (delivery.ok || sent < noticeLimits.tries) return delivery;
    return { ok: false, failure: { ...delivery.failure, kind: "rejected" } };
  };
}

/** The message of an answer may quote what was sent. */
function describe({ status, message }: Failure): string {
  return status === undefined ? inEnglish(message) : String(status);
}
