/** Rules of the days on which something goes live that need to know which day it is. */
import { daysUntil, isReached } from "../model/calendar-day.ts";
import type { Issue } from "../model/issue.ts";
import type { CustomerRecord, Draft, LocationCalling } from "../model/records.ts";
import type { RowAddress } from "../model/sheet.ts";
import { text } from "../model/words/text.ts";
import { errorAt, warningAt } from "./issue-at.ts";

/** A day that lies further ahead is more often a slip than a plan. */
const farAheadDays = 366;

type Place = Pick<Draft<LocationCalling>, "numbersState" | "activateOn" | "timezone">;

/** `prefix`: of the columns: `hq_` for a head office. `nowMs`: since the epoch. */
export function checkDaysOfPlace(place: Place, at: RowAddress, nowMs: number, prefix = ""): readonly Issue[] {
  const { numbersState, activateOn: day, timezone } = place;
  if (day === undefined || day === "never" || isReached(day, nowMs, timezone)) return [];
  const column = `${prefix}activate_on`;
  const other = `${prefix}numbers_state`;
  const contradiction = errorAt(at, {
    ...{ code: "active_before_date", column, value: day },
    message: text("active_before_day", { column: other, day }),
    hint: text("clear_one_of_both", { column: other, other: column }),
  });
  return [...(numbersState === "active" ? [contradiction] : []), ...farAhead(day, column, at, nowMs, timezone)];
}

export function checkDaysOfCustomer(
  {
    headOffice = {},
    welcomeOn,
  }: { readonly headOffice?: Place | undefined } & Pick<Draft<CustomerRecord>, "welcomeOn">,
  at: RowAddress,
  nowMs: number,
): readonly Issue[] {
  const ofOffice = checkDaysOfPlace(headOffice, at, nowMs, "hq_");
  if (welcomeOn === undefined || welcomeOn === "never") return ofOffice;
  return [...ofOffice, ...farAhead(welcomeOn, "welcome_on", at, nowMs, headOffice.timezone)];
}

function farAhead(
  day: string,
  column: string,
  at: RowAddress,
  nowMs: number,
  timezone: string | undefined,
): readonly Issue[] {
  const days = daysUntil(day, nowMs, timezone);
  if (days <= farAheadDays) return [];
  const message = text(column === "welcome_on" ? "welcome_far_ahead" : "day_far_ahead", { day });
  return [warningAt(at, { code: "day_far_ahead", column, value: day, message, hint: text("check_year") })];
}
