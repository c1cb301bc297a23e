/** The hours in which nights work, such as 22:00 to 05:30 by the clock of a place. Knows nothing of nights. */
import { setMaxListeners } from "node:events";
import type { Clock } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { readStarts } from "./starts.ts";

export type Window = {
  /** As it was written. */
  readonly hours: string;
  isOpen(ms: number): boolean;
  /** That moment, or the next opening. */
  opensAt(ms: number): number;
  /** The next moment at which it closes. */
  closesAt(ms: number): number;
};

const shape = /^([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)$/;

/** `hours`: `22:00-05:30`. Throws UserError for what are no hours, and for a zone that is none. */
export async function readWindow(hours: string, timezone: string, nowMs: number): Promise<Window> {
  const [, fromHour, fromMinute, toHour, toMinute] = shape.exec(hours.replaceAll(/\s/g, "")) ?? [];
  if (fromHour === undefined || `${Number(fromHour)}:${fromMinute}` === `${Number(toHour)}:${toMinute}`)
    throw new UserError("bad_window", text("not_a_window", { hours }), text("write_window"));
  const openings = await readStarts(`${fromMinute} ${fromHour} * * *`, timezone, nowMs);
  const closings = await readStarts(`${toMinute} ${toHour} * * *`, timezone, nowMs);
  const isOpen = (ms: number) => closings.after(ms) < openings.after(ms);
  return {
    hours,
    isOpen,
    opensAt: (ms) => (isOpen(ms) ? ms : openings.after(ms)),
    closesAt: (ms) => closings.after(ms),
  };
}

/** A machine may sleep, and a clock may be set: nobody waits for more than this at a time. */
const longestSleepMs = 60_000;

export type Closing = Disposable & {
  /** Aborted when the window closes, and when a person stops the nights. */
  readonly stop: AbortSignal;
  /** Has it closed? */
  isClosed(): boolean;
};

/** Watches the clock until the window closes, or until it is disposed of. */
export function watchWindow(window: Window, clock: Clock, personStops: AbortSignal): Closing {
  const closed = new AbortController();
  const over = new AbortController();
  const closesAtMs = window.closesAt(clock.now());
  const stop = AbortSignal.any([personStops, closed.signal]);
  setMaxListeners(0, stop); // every request in flight listens to it
  const wait = async (): Promise<void> => {
    for (let leftMs = closesAtMs - clock.now(); leftMs > 0; leftMs = closesAtMs - clock.now())
      await clock.sleep(Math.min(leftMs, longestSleepMs), over.signal, { ref: false });
    closed.abort(new Error("the window has closed"));
  };
  wait().catch(() => undefined); // the night was over before
  return {
    stop,
    isClosed: () => closed.signal.aborted,
    [Symbol.dispose]: () => over.abort(new Error("the night is over")),
  };
}
