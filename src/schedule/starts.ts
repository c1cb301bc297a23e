/** When nights begin, by a cron pattern in a time zone. Waits for nothing. */

import { UserError } from "../model/user-error.ts";
import { type Text, text, verbatim } from "../model/words/text.ts";

export type Starts = {
  /** The first start after that time; both in milliseconds since the epoch. */
  after(ms: number): number;
};

/** Throws UserError for a pattern or a zone that is none, and for a pattern that never comes. `nowMs`: for the check. */
export async function readStarts(pattern: string, timezone: string, nowMs: number): Promise<Starts> {
  const { Cron } = await import("croner");
  const find = (ms: number) => new Cron(pattern, { timezone, paused: true }).nextRun(new Date(ms))?.getTime();
  const next = read(() => find(nowMs), pattern, timezone);
  if (next === undefined) throw badPattern(pattern, text("time_never_comes"));
  return { after: (ms) => find(ms) ?? Number.POSITIVE_INFINITY };
}

function read(find: () => number | undefined, pattern: string, timezone: string): number | undefined {
  if (!isZone(timezone))
    throw new UserError("bad_timezone", text("no_such_zone", { zone: timezone }), text("write_zone"));
  try {
    return find();
  } catch (error) {
    throw badPattern(pattern, whyBad(pattern, error));
  }
}

function whyBad(pattern: string, error: unknown): Text {
  if (pattern.trim().split(/\s+/).length < 5) return text("five_fields");
  const said = error instanceof Error ? error.message : String(error);
  return verbatim(said.replace(/^CronPattern: /, "").replace(/\.+$/, ""));
}

function isZone(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}

function badPattern(pattern: string, reason: Text): UserError {
  return new UserError("bad_cron", text("not_a_cron", { pattern, reason }), text("write_cron"));
}
