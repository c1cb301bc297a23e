/** The numbers of one place as its customer is told: in service, from which day on, still to come, or refused. Pure. */
import type { StoredGoLive } from "../journal/state/go-live-days.ts";
import { isReached } from "../model/calendar-day.ts";
import type { HandedNumbers, HandedTask } from "../model/handover.ts";
import { resultOf } from "../model/journal-entry.ts";
import { hasNumber, toE164 } from "../model/number-ranges.ts";
import type { CalendarDay, LocationCalling } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import type { Step } from "./row-steps.ts";

export type PlaceOfNumbers = {
  readonly location: LocationCalling;
  readonly steps: readonly Step[];
  /** As the state folder keeps it. */
  readonly day?: StoredGoLive;
  /** Since the epoch. */
  readonly nowMs: number;
};

type State = Pick<HandedNumbers, "state" | "on">;

/** In the order of the row. Numbers that follow each other and share a state are one entry. */
export function handedNumbers(place: PlaceOfNumbers): readonly HandedNumbers[] {
  const { location, steps } = place;
  const adding = addingOf(steps);
  const usual = usualState(place);
  const handed: (HandedNumbers & { to: number })[] = [];
  for (const { from, to } of location.phoneNumbers) {
    for (let number = from; number <= to; number += 1) {
      const own = adding.get(toE164(number)) ?? usual(number);
      const last = handed.at(-1);
      if (last && last.to === number - 1 && last.state === own.state && last.on === own.on) last.to = number;
      else handed.push({ from: number, to: number, ...own });
    }
  }
  return handed;
}

/** Numbers that this run was to add, and that are not there. */
function addingOf(steps: readonly Step[]): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const { operation, state } of steps) {
    if (operation.resource !== "numbers" || operation.action === "none" || operation.action === "read") continue;
    const result = resultOf(state);
    if (result?.status === "done") continue;
    const refused = result?.status === "failed" && result.refused?.map(({ part }) => part);
    const left = refused && refused.length > 0 ? refused : operation.payload.phoneNumbers;
    for (const number of left) states.set(number, { state: result?.status === "failed" ? "missing" : "pending" });
  }
  return states;
}

/** Of those that are there. */
function usualState({ location, steps, day, nowMs }: PlaceOfNumbers): (number: number) => State {
  const active: State = { state: "active" };
  const inactive = (on?: CalendarDay): State => ({ state: "inactive", ...(on === undefined ? {} : { on }) });
  const activations = steps.filter(({ operation }) => operation.resource === "activation");
  const isActivated = activations.length > 0 && activations.every(({ state }) => resultOf(state)?.status === "done");
  if (isActivated || day?.settledMs !== undefined) return () => active;
  const { activateOn, numbersState, timezone } = location;
  if (day) return (number) => (hasNumber(day.numbers, toE164(number)) ? inactive(day.on) : active);
  if (activateOn === "never") return () => inactive();
  if (activateOn !== undefined && (activations.length > 0 || !isReached(activateOn, nowMs, timezone)))
    return () => inactive(activateOn);
  if (numbersState === "inactive" || activations.length > 0) return () => inactive();
  const parked = new Set(
    steps.flatMap(({ operation }) =>
      operation.resource === "numbers" && operation.payload.isInactive ? operation.payload.phoneNumbers : [],
    ),
  );
  return (number) => (parked.has(toE164(number)) ? inactive() : active);
}

/** What is left to do about them. `name`: of the place. */
export function numberTasks(name: string, numbers: readonly HandedNumbers[]): readonly HandedTask[] {
  const groups = new Map<string, HandedNumbers[]>();
  for (const each of numbers) {
    const key = [each.state, each.on].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group): readonly HandedTask[] => {
    const [first] = group;
    if (!first || first.state === "active") return [];
    const values = { numbers: group.map(formatNumbers).join(", "), location: name };
    if (first.state === "missing") return [{ by: "provider", what: text("handover_numbers_missing", values) }];
    if (first.state === "pending") return [{ by: "webex", what: text("handover_numbers_pending", values) }];
    if (first.on === undefined) return [{ by: "both", what: text("handover_numbers_parked", values) }];
    return [{ by: "provider", what: text("handover_numbers_on", values), on: first.on }];
  });
}

/** `+31201234500-+31201234549`, as sheets write it. */
export function formatNumbers({ from, to }: Pick<HandedNumbers, "from" | "to">): string {
  return from === to ? toE164(from) : `${toE164(from)}-${toE164(to)}`;
}
