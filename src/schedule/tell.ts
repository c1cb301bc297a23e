/** Tells of a batch wherever it is wanted. What cannot be told is in the log, and changes nothing else. */
import { askPatiently, type Patience } from "../engine/ask-patiently.ts";
import type { RetryLimits } from "../engine/retry-delay.ts";
import type { NightBatch, NightBook } from "../journal/night-book.ts";
import type { Failure } from "../model/outcome.ts";
import type { Log } from "../model/ports.ts";
import type { Surroundings } from "../pipeline/request.ts";
import type { NightMetrics } from "./metrics.ts";
import { type Notice, readNotice } from "./notice.ts";

export type Delivery = { readonly ok: true } | { readonly ok: false; readonly failure: Failure };

/** One place where notices go. */
export type Teller = {
  /** For the log: `webhook`, `mail`. */
  readonly name: string;
  /** Sends once. */
  send(notice: Notice, signal: AbortSignal): Promise<Delivery>;
};

export type TellDeps = {
  readonly book: NightBook;
  readonly surroundings: Pick<Surroundings, "clock" | "random" | "signals">;
  readonly log: Log;
  readonly metrics: NightMetrics;
  readonly tellers: readonly Teller[];
};

/** A night goes on without its notices when they take longer. */
export const noticeLimits: RetryLimits = {
  tries: 5,
  maxWaitMs: 60_000,
  firstDelayMs: 1_000,
  longestDelayMs: 30_000,
  timeMs: 300_000,
};

/** Tells those who were not told yet, one after the other; what was told is written down at once. */
export async function tellAll(batch: NightBatch, folder: string, deps: TellDeps): Promise<NightBatch> {
  let current = batch;
  if (deps.tellers.length === 0) return current;
  const notice = await readNotice(batch, folder);
  for (const teller of deps.tellers.filter(({ name }) => !batch.told.includes(name))) {
    await deliver(teller.name, (signal) => teller.send(notice, signal), deps);
    current = { ...current, told: [...current.told, teller.name] };
    deps.book.save(current);
  }
  return current;
}

/** Sends with patience; what fails all the same is in the log and in the metrics. */
export async function deliver(
  name: string,
  send: (signal: AbortSignal) => Promise<Delivery>,
  { surroundings: { clock, random, signals }, log, metrics }: Omit<TellDeps, "book" | "tellers">,
): Promise<void> {
  const patience: Patience = { clock, random, limits: noticeLimits };
  try {
    const delivery = await askPatiently(
      limited(() => send(signals.abort)),
      patience,
      signals.abort,
    );
    metrics.noticeSent(name, delivery.ok);
    if (delivery.ok) log.info({ notice: name }, "notice sent");
    else
      log.warn({ notice: name, status: delivery.failure.status, reason: describe(delivery.failure) }, "notice failed");
  } catch (error) {
    metrics.noticeSent(name, false);
    log.error({ notice: name, reason: error instanceof Error ? error.message : String(error) }, "notice failed");
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
  return status === undefined ? message : `answered ${status}`;
}
