/** When nights begin, by a cron pattern in a time zone. Waits for nothing. */
import { UserError } from "../model/user-error.ts";

export type Starts = {
  /** The first start after that time; both in milliseconds since the epoch. */
  after(ms: number): number;
};

/** Throws UserError for a pattern or a zone that is none, and for a pattern that never comes. `nowMs`: for the check. */
export async function readStarts(pattern: string, timezone: string, nowMs: number): Promise<Starts> {
  const { Cron } = await import("croner");
  const find = (ms: number) => new Cron(pattern, { timezone, paused: true }).nextRun(new Date(ms))?.getTime();
  const next = read(() => find(nowMs), pattern, timezone);
  if (next === undefined) throw badPattern(pattern, "it never comes");
  return { after: (ms) => find(ms) ?? Number.POSITIVE_INFINITY };
}

function read(find: () => number | undefined, pattern: string, timezone: string): number | undefined {
  if (!isZone(timezone))
    throw new UserError("bad_timezone", `There is no time zone ${timezone}.`, "Write one such as Europe/Amsterdam.");
  try {
    return find();
  } catch (error) {
    throw badPattern(pattern, error instanceof Error ? error.message.replace(/^CronPattern: /, "") : String(error));
  }
}

function isZone(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}

function badPattern(pattern: string, why: string): UserError {
  return new UserError(
    "bad_cron",
    `"${pattern}" is no time for a night: ${why}.`,
    'Write minute, hour, day, month and weekday, such as "0 2 * * *".',
  );
}
