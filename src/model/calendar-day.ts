/** Days of the calendar by the clock of a place. Pure. */
import type { CalendarDay } from "./records.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that it is there. `nowMs`: since the epoch; `timezone`: an IANA name, UTC without one. */
export function dayIn(nowMs: number, timezone = "UTC"): CalendarDay {
  const known = formats.get(timezone);
  const format = known ?? new Intl.DateTimeFormat("sv", { timeZone: timezone, dateStyle: "short" });
  if (!known) formats.set(timezone, format);
  return format.format(nowMs);
}

/** Is it that day there, or a later one? */
export function isReached(day: CalendarDay, nowMs: number, timezone?: string): boolean {
  return dayIn(nowMs, timezone) >= day;
}

const dayMs = 86_400_000;

/** Negative: the day has passed. */
export function daysUntil(day: CalendarDay, nowMs: number, timezone?: string): number {
  return Math.round((Date.parse(day) - Date.parse(dayIn(nowMs, timezone))) / dayMs);
}
