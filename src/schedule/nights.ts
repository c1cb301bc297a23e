/** The nights: one at each start, never two at once, one made up for all that were missed. Knows nothing of cron, of runs and of notices. */

import { isDue } from "../journal/state/go-live-days.ts";
import type { Night, NightBatch } from "../journal/state/schedule-store.ts";
import { exitCodes } from "../model/exit-codes.ts";
import { paragraphOf, UserError } from "../model/user-error.ts";
import { inEnglish, text } from "../model/words/text.ts";
import { newRunId } from "../run/folder.ts";
import { type DriftDeps, nextDriftMs, runDrift, runDueDrift } from "./drift-times.ts";
import { batchIdOf, prepareInbox } from "./inbox.ts";
import { readInboxMapping } from "./inbox-mapping.ts";
import { batchChooser, type ChoosingDeps } from "./next-batch.ts";
import { type Delivery, deliver } from "./notify.ts";
import { codeOf, processBatch, takeAndProcess } from "./process-batch.ts";
import { type LeftOut, lookIntoInbox } from "./readiness.ts";
import type { Starts } from "./starts.ts";
import { type Window, watchWindow } from "./window.ts";

export type NightDeps = DriftDeps &
  ChoosingDeps & {
    /** The hours in which batches are worked on; absent: all of them. */
    readonly window?: Window;
    /** Tells that a night has ended, so that one which did not is noticed. */
    readonly heartbeat?: (signal: AbortSignal) => Promise<Delivery>;
  };

/** Waits for one start after the other, of nights and of comparisons, until a person stops it. `exitCode`: 130 when a batch was interrupted. */
export async function keepNights(starts: Starts, deps: NightDeps): Promise<number> {
  const { clock, signals } = deps.runContext;
  const { stop } = signals;
  let since = deps.book.lastNight() ?? firstNight(deps);
  while (!stop.aborted) {
    const startMs = since.finishedMs === undefined ? clock.now() : starts.after(since.startedMs);
    const dueMs = Math.max(startMs, clock.now());
    const nightMs = deps.window?.opensAt(dueMs) ?? dueMs;
    const driftMs = nextDriftMs(deps);
    deps.metrics.nextStart(dueMs);
    if (driftMs !== Number.POSITIVE_INFINITY) deps.metrics.nextDrift(Math.max(driftMs, clock.now()));
    const isNightNext = nightMs <= Math.max(driftMs, clock.now());
    await sleepUntil(isNightNext ? nightMs : driftMs, deps);
    if (stop.aborted) break;
    const exitCode = await (isNightNext ? runNight(deps) : runDrift(deps));
    if (exitCode === exitCodes.interrupted) return exitCode;
    since = deps.book.lastNight() ?? since;
  }
  return 0;
}

/** One night, and a comparison behind it where that is due: for what keeps the time itself. Returns the exit code of the worst. */
export async function runNightAndDrift(deps: NightDeps): Promise<number> {
  nextDriftMs(deps); // from now on it can be due
  const night = await runNight(deps);
  if (night === exitCodes.interrupted) return night;
  const drift = await runDueDrift(deps);
  if (drift === undefined || drift === exitCodes.interrupted) return drift ?? night;
  return worstOf([night, drift]);
}

/** Starts before the first time that anybody asked for nights were not missed. */
function firstNight({ book, runContext: { clock } }: NightDeps): Night {
  const night = book.startNight(clock.now());
  book.finishNight(night, clock.now());
  return { ...night, finishedMs: clock.now() };
}

/** A machine may sleep, and a clock may be set: nobody waits for more than this at a time. */
const longestSleepMs = 60_000;

async function sleepUntil(atMs: number, { runContext: { clock, signals } }: NightDeps): Promise<void> {
  for (let leftMs = atMs - clock.now(); leftMs > 0; leftMs = atMs - clock.now()) {
    await clock.sleep(Math.min(leftMs, longestSleepMs), signals.stop).catch((error: unknown) => {
      if (!signals.stop.aborted) throw error;
    });
    if (signals.stop.aborted) return;
  }
}

/**
 * What an earlier night left undone and every batch that is ready, one after the other. Outside the window nothing is
 * begun; when it closes, what is in flight comes to its end, and the next night goes on. Returns the exit code of the worst.
 */
export async function runNight(deps: NightDeps): Promise<number> {
  const { window, say, log, runContext } = deps;
  const { clock, signals } = runContext;
  if (!window) return workThisNight(deps);
  if (!window.isOpen(clock.now())) {
    log.info({ hours: window.hours }, "outside the window");
    say(text("outside_window", { hours: window.hours }));
    return exitCodes.allRight;
  }
  using closing = watchWindow(window, clock, signals.stop);
  const within = { ...deps, runContext: { ...runContext, signals: { ...signals, stop: closing.stop } } };
  return await workThisNight(within, () => closing.isClosed() && !signals.stop.aborted);
}

/** `hasClosed`: it is not a person who stops it. */
async function workThisNight(deps: NightDeps, hasClosed = () => false): Promise<number> {
  const { book, log, metrics, runContext, say } = deps;
  const { clock } = runContext;
  const night = book.startNight(clock.now());
  metrics.nightStarted(clock.now());
  log.info({ night: night.id }, "night begins");
  const codes: number[] = [];
  const isInboxThere = await isPrepared(deps);
  if (isInboxThere) for await (const code of workThrough(deps)) codes.push(code);
  const isInterrupted = runContext.signals.stop.aborted && !hasClosed();
  if (!isInterrupted) book.finishNight(night, clock.now());
  metrics.nightEnded(clock.now());
  log.info({ night: night.id, batches: codes.length, isInterrupted, hasClosed: hasClosed() }, "night ends");
  if (isInterrupted) return exitCodes.interrupted;
  if (hasClosed()) say(text("window_closed", { left: book.open().map(({ name }) => name) }));
  const worst = isInboxThere ? worstOf(codes) : exitCodes.stopped;
  if (deps.heartbeat && isInboxThere && worst !== exitCodes.bug) await deliver("heartbeat", deps.heartbeat, deps);
  return worst;
}

/** A folder that is not there tonight may be mounted again tomorrow. */
async function isPrepared({ inbox, log, say, quietMs, options, runContext: { clock } }: NightDeps): Promise<boolean> {
  try {
    await readInboxMapping(inbox, options.usualMapping);
    const { leftOut } = await lookIntoInbox(inbox, quietMs, clock.now());
    await prepareInbox(inbox);
    tellLeftOut(leftOut, { log, say });
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.error({ reason: error.message }, "the inbox cannot be read");
    say(paragraphOf(error));
    return false;
  }
}

/** Lines of a night about what it leaves in the inbox; the rest is counted. */
const mostLeftOutLines = 20;

function tellLeftOut(leftOut: readonly LeftOut[], { log, say }: Pick<NightDeps, "log" | "say">): void {
  for (const { name, reason } of leftOut.slice(0, mostLeftOutLines)) {
    log.warn({ name, reason: inEnglish(reason) }, "left in the inbox");
    say(text("left_in_inbox", { name, reason }));
  }
  const further = leftOut.length - mostLeftOutLines;
  if (further <= 0) return;
  log.warn({ further }, "more left in the inbox");
  say(text("more_left_in_inbox", { count: further }));
}

/** The exit code of each batch. */
async function* workThrough(deps: NightDeps): AsyncGenerator<number> {
  const { stop } = deps.runContext.signals;
  yield* carryOutDue(deps);
  let batches = 0;
  const choose = batchChooser(deps);
  for (let next = await choose(); next && !stop.aborted; next = await choose()) {
    const { batch, isNew } = next;
    yield await codeOf(batch.name, () => (isNew ? takeAndProcess(batch, deps) : processBatch(batch, deps)), deps);
    batches += 1;
  }
  if (batches > 0) yield* carryOutDue(deps); // what these batches have brought
}

/** Days that have come, with or without a batch. */
async function* carryOutDue(deps: NightDeps): AsyncGenerator<number> {
  const { inbox, book, runContext } = deps;
  const { clock, random, signals } = runContext;
  if (signals.stop.aborted || !hasDue(runContext)) return;
  const id = batchIdOf(newRunId(clock.now(), random), goLiveName);
  const batch: NightBatch = {
    ...{ id, name: goLiveName, inbox, isGoLive: true },
    ...{ takenAtMs: clock.now(), step: "running", told: [] },
  };
  book.save(batch);
  yield await codeOf(goLiveName, () => processBatch(batch, deps), deps);
}

/** Of the folder with its results. */
const goLiveName = "go-live";

/** At any target. */
function hasDue({ openApplied, clock }: NightDeps["runContext"]): boolean {
  using applied = openApplied();
  return applied.goLive.open().some((day) => isDue(day, clock.now()));
}

/** A bug, then what could not be done, then rows that were refused, then those that are pending, as are those of a batch that goes on. */
function worstOf(ended: readonly number[]): number {
  const codes = ended.map((code) => (code === exitCodes.interrupted ? exitCodes.pending : code));
  return (
    [exitCodes.bug, exitCodes.stopped, exitCodes.badRows, exitCodes.pending].find((code) => codes.includes(code)) ??
    exitCodes.allRight
  );
}
