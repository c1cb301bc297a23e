/** A cron pattern as a calendar expression of systemd. Pure. */

import { UserError } from "../../model/user-error.ts";
import { type Text, text } from "../../model/words/text.ts";

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `0 2 * * 1-5` in Europe/Amsterdam -> `Mon..Fri *-*-* 02:00:00 Europe/Amsterdam`. Throws UserError for what systemd cannot say. */
export function toCalendar(pattern: string, timezone: string): string {
  const [minute = "", hour = "", day = "", month = "", weekday = "", ...rest] = pattern.trim().split(/\s+/);
  if (rest.length > 0 || weekday === "") throw cannotSay(pattern, text("not_five_fields"));
  if (day !== "*" && weekday !== "*") throw cannotSay(pattern, text("day_or_weekday"));
  const part = (field: string, first: number) => toPart(field, first, pattern);
  const date = `*-${part(month, 1)}-${part(day, 1)}`;
  const time = `${part(hour, 0)}:${part(minute, 0)}:00`;
  const days = weekday === "*" ? "" : `${toWeekdays(weekday, pattern)} `;
  return `${days}${date} ${time} ${timezone}`;
}

/** `first`: the least value of the field. */
function toPart(field: string, first: number, pattern: string): string {
  return field
    .split(",")
    .map((each) => {
      const [, all, from, to, step] = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(each) ?? [];
      if (all) return step ? `${two(String(first))}/${step}` : "*";
      if (from === undefined) throw cannotSay(pattern, text("no_equivalent", { part: each }));
      return `${two(from)}${to ? `..${two(to)}` : ""}${step ? `/${step}` : ""}`;
    })
    .join(",");
}

function toWeekdays(field: string, pattern: string): string {
  return field
    .split(",")
    .map((each) => {
      const [, from, to] = /^([0-7]|[a-z]{3})(?:-([0-7]|[a-z]{3}))?$/i.exec(each) ?? [];
      const [first, last] = [from, to].map((day) => day && nameOf(day));
      if (!first || (to && !last)) throw cannotSay(pattern, text("no_equivalent", { part: each }));
      return last ? `${first}..${last}` : first;
    })
    .join(",");
}

function nameOf(day: string): string | undefined {
  return weekdays[Number(day)] ?? weekdays.find((name) => name.toLowerCase() === day.toLowerCase());
}

function two(number: string): string {
  return number.padStart(2, "0");
}

function cannotSay(pattern: string, reason: Text): UserError {
  return new UserError("no_calendar", text("systemd_cannot_say", { pattern, reason }), text("simpler_pattern"));
}
