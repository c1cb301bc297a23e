/** Lists the days on which something goes live: what is overdue, and what comes soon. Reads the state folder alone. */
import { daysUntil } from "../model/calendar-day.ts";
import { countNumbers } from "../model/number-ranges.ts";
import type { GoLiveKind } from "../model/plan.ts";
import type { CalendarDay } from "../model/records.ts";
import type { RunContext } from "../run/context.ts";

export type DueLine = {
  readonly on: CalendarDay;
  /** By whose clock. */
  readonly timezone: string;
  /** Negative: it is overdue. */
  readonly daysLeft: number;
  readonly kind: GoLiveKind;
  /** External id. */
  readonly customer: string;
  /** Name of the location; of a welcome, of the customer. */
  readonly name: string;
  /** How many are activated. */
  readonly numbers: number;
  /** `webex` with the id of the partner's organization, or `simulator` with its address. */
  readonly owner: string;
};

/** Those of the next days, the earliest first. `owner`: at one target alone. */
export function listDue(
  { openApplied, clock }: Pick<RunContext, "openApplied" | "clock">,
  { days, owner }: { readonly days: number; readonly owner?: string | undefined },
): readonly DueLine[] {
  using applied = openApplied();
  return applied.goLive.open(owner).flatMap((day) => {
    const { on, timezone, kind, customer, name } = day;
    const daysLeft = daysUntil(on, clock.now(), timezone);
    if (daysLeft > days) return [];
    return [{ on, timezone, daysLeft, kind, customer, name, numbers: countNumbers(day.numbers), owner: day.owner }];
  });
}
