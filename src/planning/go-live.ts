/** Plans when the numbers of a location go into service: now, on a day, or not for the time being. Webex has no schedule of its own. */
import type { StoredGoLive } from "../journal/state/go-live-days.ts";
import { isReached } from "../model/calendar-day.ts";
import type { ExistingLocation, ExistingNumber, ExistingOrganization } from "../model/existing.ts";
import { foldNumber } from "../model/names.ts";
import { countNumbers, hasNumber, numbersOf } from "../model/number-ranges.ts";
import type { Need, Payloads, RowId } from "../model/plan.ts";
import type { CalendarDay, CustomerRecord, Draft, LocationCalling } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import type { Refusal } from "./changes.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import type { LocationInput } from "./planned-location.ts";

/** What is to become of numbers. */
export type NumbersWish = {
  /** How numbers are added. */
  readonly isInactive: boolean;
  /** Those that are there and inactive are activated. */
  readonly isActivating: boolean;
  /** The day that holds from now on. */
  readonly day?: CalendarDay;
};

/**
 * A blank cell means what was written last: a day that is not carried out yet still holds, and so does `inactive`. `active` is
 * applied now, whatever was written before.
 */
export function wishFor(
  { location, day: stored, nowMs }: Pick<LocationInput, "location" | "day" | "nowMs">,
  last: Draft<LocationCalling> | undefined,
): NumbersWish {
  const { numbersState: state, activateOn, timezone } = location;
  const open = stored && stored.settledMs === undefined ? stored.on : undefined;
  const day = activateOn ?? (state === "active" ? undefined : open);
  if (day === "never") return { isInactive: true, isActivating: false };
  if (day !== undefined) {
    const isNow = isReached(day, nowMs, timezone);
    const isDone = stored?.on === day && stored.settledMs !== undefined;
    return { isInactive: !isNow, isActivating: isNow && !isDone, day };
  }
  if (state === "active") return { isInactive: false, isActivating: true };
  const isParked = state === "inactive" || (last?.numbersState === "inactive" && stored === undefined);
  return { isInactive: isParked || last?.activateOn === "never", isActivating: false };
}

export type GoLiveInput = {
  readonly found: ExistingLocation | undefined;
  readonly existing: ExistingOrganization | undefined;
  readonly wish: NumbersWish;
  /** The location is there. Whether its numbers could be added is no matter of the day. */
  readonly needs: readonly (Need | undefined)[];
};

/** Numbers in one request to activate. No limit is documented for it. */
const numbersPerRequest = 100;

export function planGoLive(builder: OperationBuilder, input: LocationInput, goLive: GoLiveInput): void {
  const { wish } = goLive;
  const present = numbersAt(goLive);
  const listed = present.filter((number) => hasNumber(input.location.phoneNumbers, plus(number)));
  const isAsked = input.location.numbersState !== undefined || input.location.activateOn !== undefined;
  const refusal = isAsked || wish.day !== undefined ? byProvider(input.location, goLive) : undefined;
  if (wish.isActivating) {
    const inactive = listed.filter(({ isInactive }) => isInactive).map(plus);
    if (goLive.found && inactive.length > 0) {
      const { row, location, organization } = input;
      const needs = [...goLive.needs, organization];
      const day = wish.day === undefined ? {} : { day: dayOf(location, wish.day) };
      const place = { row, location: location.name, locationId: goLive.found.locationId };
      planActivation(builder, { ...place, ...day, needs, refusal }, inactive);
    } else settleDay(builder, input);
    return;
  }
  if (wish.isInactive && isAsked) warnOfActive(builder, input, listed);
  planDay(builder, input, goLive, refusal);
}

/** As it is sent. */
export function plus({ phoneNumber = "" }: ExistingNumber): string {
  return `+${foldNumber(phoneNumber)}`;
}

function numbersAt({ existing, found }: GoLiveInput): readonly ExistingNumber[] {
  if (!existing || !found) return [];
  return existing.numbers.filter(({ locationId, phoneNumber }) => locationId === found.locationId && phoneNumber);
}

export type ActivationInput = {
  readonly row: RowId;
  readonly location: string;
  readonly locationId: string;
  /** The day for which it was planned. */
  readonly day?: Payloads["go_live"];
  readonly needs: readonly (Need | undefined)[];
  readonly refusal?: Refusal | undefined;
};

/** Chunk by chunk: each is read back. */
export function planActivation(
  builder: OperationBuilder,
  { row, location, locationId, day, needs, refusal }: ActivationInput,
  numbers: readonly string[],
): void {
  for (let from = 0; from < numbers.length; from += numbersPerRequest) {
    const phoneNumbers = numbers.slice(from, from + numbersPerRequest);
    builder.add<"activation">({
      row,
      resource: "activation",
      key: `${location} ${phoneNumbers[0]}`,
      action: "update",
      payload: { phoneNumbers, state: "ACTIVE", ...(day ? { day } : {}) },
      ids: { locationId },
      needs,
      // reported once
      ...(from === 0 ? { changes: [{ field: "numbers_state", before: "inactive", after: "active" }] } : {}),
      ...(refusal ? { refusal } : {}),
    });
  }
}

function dayOf(location: LocationCalling, on: CalendarDay | undefined): Payloads["go_live"] {
  const { name, phoneNumbers: numbers, timezone = "UTC" } = location;
  return { kind: "numbers", ...(on === undefined ? {} : { on }), timezone, name, numbers };
}

/** The day is reached, and all is as it is to be: it is done with, and nothing of that is worth a line. */
function settleDay(builder: OperationBuilder, { row, location, day }: LocationInput): void {
  if (!day || day.settledMs !== undefined) return;
  builder.add<"go_live">({
    row,
    resource: "go_live",
    key: location.name,
    action: "none",
    payload: dayOf(location, day.on),
  });
}

/** A day that is not known yet, another one, more numbers for it, or none any more. */
function planDay(
  builder: OperationBuilder,
  { row, location, day: stored }: LocationInput,
  { wish, needs }: GoLiveInput,
  refusal: Refusal | undefined,
): void {
  const open = stored?.settledMs === undefined ? stored : undefined;
  const before = open?.on ?? "";
  const after = wish.isInactive ? (wish.day ?? "") : before;
  const hasMore =
    open !== undefined && !numbersOf(location.phoneNumbers).every((number) => hasNumber(open.numbers, number));
  const isDropped = before !== "" && after === "" && location.activateOn === "never";
  const isSame = after === before || (after === "" && !isDropped);
  if (isSame && !(hasMore && after !== "") && !refusal) return;
  const on = after === "" ? undefined : after;
  const numbers = countNumbers(location.phoneNumbers) > 0 ? location.phoneNumbers : (open?.numbers ?? []);
  builder.add<"go_live">({
    row,
    resource: "go_live",
    key: location.name,
    action: "update",
    payload: { ...dayOf(location, on), numbers },
    needs,
    ...(isSame ? {} : { changes: [{ field: "activate_on", before, after: after || "never" }] }),
    ...(refusal ? { refusal } : {}),
  });
}

export type WelcomeInput = {
  readonly stored: StoredGoLive | undefined;
  readonly name: string | undefined;
  /** Since the epoch. */
  readonly nowMs: number;
  /** The customer is there. */
  readonly needs: readonly (Need | undefined)[];
  /** So is its organization. */
  readonly organization: Need | undefined;
};

/**
 * A day that is still to come is remembered; on the day or after it the mails are sent when all else of the customer is
 * done. A blank cell says what was said last, and a day that was carried out stays so.
 */
export function planWelcomeDay(
  builder: OperationBuilder,
  row: RowId,
  { externalId, welcomeOn, headOffice, meetingsTimezone }: CustomerRecord,
  { stored, name = externalId, nowMs, needs, organization }: WelcomeInput,
): void {
  const open = stored?.settledMs === undefined ? stored?.on : undefined;
  const timezone = headOffice.timezone ?? meetingsTimezone ?? stored?.timezone ?? "UTC";
  const day = { kind: "welcome", timezone, name, numbers: [] } as const;
  const of = { row, key: externalId };
  const isKnown = welcomeOn === "never" ? open === undefined : stored?.on === welcomeOn;
  const changes =
    welcomeOn === undefined || isKnown ? [] : [{ field: "welcome_on", before: open ?? "", after: welcomeOn }];
  const told = changes.length > 0 ? { changes } : {};
  const on = welcomeOn ?? open;
  const isDone = stored?.settledMs !== undefined && stored.on === on;
  if (on !== undefined && on !== "never" && !isDone && isReached(on, nowMs, timezone)) {
    const payload = { day: { ...day, on } };
    const mails = { ...of, resource: "welcome", action: "create", payload, ...told } as const;
    builder.add<"welcome">({ ...mails, isLast: true, needs: [organization] });
    return;
  }
  if (changes.length === 0) return;
  const payload = { ...day, ...(on === undefined || on === "never" ? {} : { on }) };
  builder.add<"go_live">({ ...of, resource: "go_live", action: "update", payload, needs, ...told });
}

function warnOfActive(
  builder: OperationBuilder,
  { row, isHeadOffice }: LocationInput,
  listed: readonly ExistingNumber[],
): void {
  const active = listed.filter(({ isInactive }) => !isInactive).map(plus);
  if (active.length === 0) return;
  builder.warn({
    row,
    code: "numbers_active_already",
    column: isHeadOffice ? "hq_numbers_state" : "numbers_state",
    message: text("numbers_active_already", { numbers: active }),
    hint: text("deactivate_in_control_hub"),
  });
}

function byProvider(location: LocationCalling, { existing, found }: GoLiveInput): Refusal | undefined {
  const column = location.activateOn === undefined ? "numbers_state" : "activate_on";
  return found && refusalOfProvider(found, existing, column);
}

/** An integrated provider, and Cisco's own plan, activate numbers themselves. */
export function refusalOfProvider(
  { name: location, locationId }: ExistingLocation,
  existing: ExistingOrganization | undefined,
  column: string,
): Refusal | undefined {
  const type = existing?.pstn.get(locationId)?.type;
  if (type !== "INTEGRATED_CCP" && type !== "CISCO_PSTN") return undefined;
  return {
    code: "numbers_on_integrated_pstn",
    column,
    message: text("provider_activates", { location, type }),
    hint: text("clear_day_and_order"),
  };
}
