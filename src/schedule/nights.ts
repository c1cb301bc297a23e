/** The nights: one at each start, never two at once, one made up for all that were missed. Knows nothing of cron, of runs and of notices. */
import type { Night, NightBatch } from "../journal/night-book.ts";
import { exitCodes } from "../model/exit-codes.ts";
import { UserError } from "../model/user-error.ts";
import { newRunId } from "../pipeline/run-folder.ts";
import { lookIntoInbox } from "./readiness.ts";
import type { Starts } from "./starts.ts";
import { type Delivery, deliver } from "./tell.ts";
import { takeAndWorkOff, type WorkDeps, workOff } from "./work-off.ts";

export type NightDeps = WorkDeps & {
  /** Absolute path. */
  readonly inbox: string;
  /** How long nothing in a batch must have changed; infinite where only a `.ready` file counts. */
  readonly quietMs: number;
  /** Tells that a night has ended, so that one which did not is noticed. */
  readonly heartbeat?: (signal: AbortSignal) => Promise<Delivery>;
};

/** Waits for one start after the other until a person stops it. `exitCode`: 130 when a batch was interrupted. */
export async function keepNights(starts: Starts, deps: NightDeps): Promise<number> {
  const { clock, signals } = deps.surroundings;
  const { stop } = signals;
  let since = deps.book.lastNight() ?? firstNight(deps);
  while (!stop.aborted) {
    const startMs = since.finishedMs === undefined ? clock.now() : starts.after(since.startedMs);
    deps.metrics.nextStart(Math.max(startMs, clock.now()));
    await sleepUntil(startMs, deps);
    if (stop.aborted) break;
    const exitCode = await runNight(deps);
    if (exitCode === exitCodes.interrupted) return exitCode;
    since = deps.book.lastNight() ?? since;
  }
  return 0;
}

/** Starts before the first time that anybody asked for nights were not missed. */
function firstNight({ book, surroundings: { clock } }: NightDeps): Night {
  const night = book.startNight(clock.now());
  book.finishNight(night, clock.now());
  return { ...night, finishedMs: clock.now() };
}

/** A machine may sleep, and a clock may be set: nobody waits for more than this at a time. */
const longestSleepMs = 60_000;

async function sleepUntil(atMs: number, { surroundings: { clock, signals } }: NightDeps): Promise<void> {
  for (let leftMs = atMs - clock.now(); leftMs > 0; leftMs = atMs - clock.now()) {
    await clock.sleep(Math.min(leftMs, longestSleepMs), signals.stop).catch((error: unknown) => {
      if (!signals.stop.aborted) throw error;
    });
    if (signals.stop.aborted) return;
  }
}

/** What an earlier night left undone, then every batch that is ready, one after the other. Returns the exit code of the worst. */
export async function runNight(deps: NightDeps): Promise<number> {
  const { book, log, metrics, surroundings } = deps;
  const { clock } = surroundings;
  const night = book.startNight(clock.now());
  metrics.nightStarted(clock.now());
  log.info({ night: night.id }, "night begins");
  const codes: number[] = [];
  for await (const code of workThrough(deps)) codes.push(code);
  const isInterrupted = surroundings.signals.stop.aborted;
  if (!isInterrupted) book.finishNight(night, clock.now());
  metrics.nightEnded(clock.now());
  log.info({ night: night.id, batches: codes.length, isInterrupted }, "night ends");
  if (isInterrupted) return exitCodes.interrupted;
  const worst = worstOf(codes);
  if (deps.heartbeat && worst !== exitCodes.bug) await deliver("heartbeat", deps.heartbeat, deps);
  return worst;
}

/** The exit code of each batch. */
async function* workThrough(deps: NightDeps): AsyncGenerator<number> {
  for (const batch of deps.book.open()) yield await codeOf(batch.name, () => workOff(batch, deps), deps);
  const seen = new Set<string>();
  for (;;) {
    const batch = await nextBatch(deps, seen).catch((error: unknown) => refuseInbox(error, deps));
    if (batch === "unreadable") yield exitCodes.bug;
    if (!batch || batch === "unreadable") return;
    yield await codeOf(batch.name, () => takeAndWorkOff(batch, deps), deps);
  }
}

/** A folder that is not there tonight may be mounted again tomorrow. */
function refuseInbox(error: unknown, { log }: NightDeps): "unreadable" {
  if (!(error instanceof UserError)) throw error;
  log.error({ reason: error.message }, "the inbox cannot be read");
  return "unreadable";
}

/** One batch that cannot be moved does not stop the others; it is looked at again in the next night. */
async function codeOf(name: string, work: () => Promise<NightBatch | undefined>, { log }: NightDeps): Promise<number> {
  try {
    const batch = await work();
    return batch?.end?.exitCode ?? 0;
  } catch (error) {
    log.error({ batch: name, reason: error instanceof Error ? error.message : String(error) }, "batch left as it is");
    return exitCodes.bug;
  }
}

/** The next one by name that is ready, each name once in a night. */
async function nextBatch(deps: NightDeps, seen: Set<string>): Promise<NightBatch | undefined> {
  const { inbox, quietMs, log, surroundings } = deps;
  const { clock, random, signals } = surroundings;
  if (signals.stop.aborted) return undefined;
  const { batches, strangers } = await lookIntoInbox(inbox, quietMs, clock.now());
  if (seen.size === 0 && strangers.length > 0)
    log.warn({ files: strangers.length }, "files in the inbox that are no batch");
  const found = batches.find(({ name, isReady }) => isReady && !seen.has(name));
  if (!found) return undefined;
  seen.add(found.name);
  const id = `${newRunId(clock.now(), random)}-${found.name}`;
  return { id, name: found.name, inbox, takenAtMs: clock.now(), step: "taking", told: [] };
}

/** A bug, then what could not be done, then rows that were refused, then those that are pending. */
function worstOf(codes: readonly number[]): number {
  return (
    [exitCodes.bug, exitCodes.stopped, exitCodes.badRows, exitCodes.pending].find((code) => codes.includes(code)) ??
    exitCodes.allRight
  );
}
