/** A day of the calendar as a cell may have it. Pure. */
import type { CalendarDay } from "../../model/records.ts";

export type ReadDay = {
  /** Absent: the cell is not written as a day is to be written. */
  readonly day?: CalendarDay;
  /** Days that it may mean then; one: no doubt is left. */
  readonly meant: readonly CalendarDay[];
  /** It is written as one, and the calendar does not have it. */
  readonly isNowhere?: true;
};

/** As programs write a day without a time. */
const midnight = "(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?";
const exact = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${midnight}$`);
const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/;
const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

export function readDay(text: string): ReadDay {
  const [, year = "", month = "", day = ""] = exact.exec(text) ?? [];
  const found = dayOf(year, month, day);
  if (found) return { day: found, meant: [] };
  if (year !== "") return { meant: [], isNowhere: true };
  const first = yearFirst.exec(text);
  if (first) return { meant: some(dayOf(first[1], first[2], first[3])) };
  const last = yearLast.exec(text);
  if (last) return { meant: some(dayOf(last[3], last[2], last[1]), dayOf(last[3], last[1], last[2])) };
  return { meant: [] };
}

function some(...days: readonly (CalendarDay | undefined)[]): readonly CalendarDay[] {
  return [...new Set(days.filter((day) => day !== undefined))];
}

/** Undefined for a day that the calendar does not have. */
function dayOf(year = "", month = "", day = ""): CalendarDay | undefined {
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const atMs = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(atMs) || new Date(atMs).toISOString().slice(0, 10) !== written ? undefined : written;
}
