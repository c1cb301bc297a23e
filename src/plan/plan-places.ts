/** Plans the locations of a customer, head office and branches: they exist, calling is enabled, PSTN is chosen, numbers are there, the main number is set. */
import type { ExistingOrganization, ExistingPlace } from "../model/existing.ts";
import type { Ids } from "../model/outcome.ts";
import type { Change, Need, Payloads, RowId } from "../model/plan.ts";
import type { CallingPlace, Draft } from "../model/records.ts";
import { addressChanges, changeOf } from "./changes.ts";
import type { Drafting } from "./drafting.ts";
import { foldName } from "./fold.ts";

export type PlannedPlace = {
  readonly name: string;
  readonly row?: RowId;
  /** Calling works here. */
  readonly ready: Need | undefined;
  /** Operations that bring numbers, with the numbers of each. */
  readonly numbers: readonly { readonly need: Need; readonly brings: ReadonlySet<string> }[];
  readonly ids: Ids;
};

export type PlaceInput = {
  readonly row: RowId;
  readonly place: CallingPlace;
  readonly isHeadOffice: boolean;
  /** The customer has a calling package. */
  readonly isCalling: boolean;
  readonly organization: Need | undefined;
  /** A calling package of the customer works. */
  readonly calling: Need | undefined;
};

/** Numbers sent in one request. No limit is documented for them; mobile numbers have 20, deactivation 500. */
const numbersPerRequest = 100;

export function planPlace(
  drafting: Drafting,
  input: PlaceInput,
  existing: ExistingOrganization | undefined,
  last: Draft<CallingPlace> | undefined,
): PlannedPlace {
  const found = existing?.places.find((place) => foldName(place.name) === foldName(input.place.name));
  const ids: Ids = found ? { locationId: found.locationId } : {};
  const ready = planLocation(drafting, input, found, ids);
  const pstn = planPstn(drafting, input, existing, found, ready, ids);
  const numbers = planNumbers(drafting, input, existing, found, [ready, pstn], ids);
  planSettings(drafting, input, { found, last, ready, numbers, ids });
  return { name: input.place.name, row: input.row, ready, numbers, ids };
}

function planLocation(
  drafting: Drafting,
  input: PlaceInput,
  found: ExistingPlace | undefined,
  ids: Ids,
): Need | undefined {
  const { row, place, organization, calling } = input;
  if (input.isHeadOffice && !found) return planHeadOffice(drafting, input);
  const payload = payloadOf(place);
  const changes = found ? changesOf(payload, found, input.isHeadOffice ? "hq_" : "") : [];
  const action = !found ? "create" : changes.length > 0 ? "update" : "none";
  const location = drafting.add<"location">({
    row,
    resource: "location",
    key: place.name,
    action,
    payload,
    ids,
    needs: [organization, input.isCalling && !found ? calling : undefined],
    ...(changes.length > 0 ? { changes } : {}),
  });
  if (found?.isCalling || !input.isCalling) return location;
  return drafting.add<"calling">({
    row,
    resource: "calling",
    key: place.name,
    action: "create",
    payload,
    ids,
    needs: [location, organization, calling],
    ...(found ? { changes: [{ field: "calling", before: "off", after: "on" }] } : {}),
  });
}

/** It came with the customer: only to be found. */
function planHeadOffice(drafting: Drafting, { row, place, organization, calling }: PlaceInput): Need {
  return drafting.add<"head_office">({
    row,
    resource: "head_office",
    key: place.name,
    action: "read",
    payload: { name: place.name },
    needs: [organization, calling],
  });
}

function planPstn(
  drafting: Drafting,
  { row, place, organization }: PlaceInput,
  existing: ExistingOrganization | undefined,
  found: ExistingPlace | undefined,
  ready: Need | undefined,
  ids: Ids,
): Need | undefined {
  if (!place.pstn) return undefined;
  const current = found && existing?.pstn.get(found.locationId);
  const isSet = current && (current.id === place.pstn || foldName(current.displayName ?? "") === foldName(place.pstn));
  return drafting.add<"pstn">({
    row,
    resource: "pstn",
    key: place.name,
    action: isSet ? "none" : current ? "update" : "create",
    payload: { connection: place.pstn },
    ids,
    needs: [ready, organization],
    ...(found && !isSet
      ? { changes: [{ field: "pstn", before: current?.displayName ?? current?.id ?? "", after: place.pstn }] }
      : {}),
  });
}

function planNumbers(
  drafting: Drafting,
  { row, place, organization }: PlaceInput,
  existing: ExistingOrganization | undefined,
  found: ExistingPlace | undefined,
  needs: readonly (Need | undefined)[],
  ids: Ids,
): PlannedPlace["numbers"] {
  const present = new Set(
    existing?.numbers.filter((number) => number.locationId === found?.locationId).map((number) => number.phoneNumber),
  );
  const current = found && existing?.pstn.get(found.locationId);
  const isClosed = current?.type === "INTEGRATED_CCP" || current?.type === "CISCO_PSTN";
  const missing = place.phoneNumbers.filter((number) => !present.has(number));
  const chunks = Array.from({ length: Math.ceil(missing.length / numbersPerRequest) }, (_, index) =>
    missing.slice(index * numbersPerRequest, (index + 1) * numbersPerRequest),
  );
  return chunks.map((phoneNumbers) => ({
    brings: new Set(phoneNumbers),
    need: drafting.add<"numbers">({
      row,
      resource: "numbers",
      key: `${place.name} ${phoneNumbers[0]}`,
      action: "create",
      payload: { phoneNumbers, mustReadConnection: !place.pstn || isClosed },
      ids,
      needs: [...needs, organization],
      ...(found ? { changes: [{ field: "phone_numbers", before: "", after: phoneNumbers.join(";") }] } : {}),
    }),
  }));
}

type SettingsInput = {
  readonly found: ExistingPlace | undefined;
  readonly last: Draft<CallingPlace> | undefined;
  readonly ready: Need | undefined;
  readonly numbers: PlannedPlace["numbers"];
  readonly ids: Ids;
};

/** Main number, prefix, emergency identifier, language of announcements: one call. Some of them come with the location when it is made. */
function planSettings(
  drafting: Drafting,
  { row, place, isHeadOffice, organization }: PlaceInput,
  input: SettingsInput,
): void {
  const { found, last, ready, numbers, ids } = input;
  const changes = found ? settingChanges(place, found, last) : [];
  const wanted = found ? pick(place, changes) : settingsOfNew(place, isHeadOffice);
  if (Object.keys(wanted).length === 0) return;
  const bringsMain = numbers.find(({ brings }) => place.mainNumber !== undefined && brings.has(place.mainNumber));
  const mainNumber = bringsMain && { ...bringsMain.need, part: place.mainNumber ?? "" };
  drafting.add<"location_settings">({
    row,
    resource: "location_settings",
    key: place.name,
    action: found ? "update" : "create",
    payload: { ...wanted, ...(wanted.mainNumber ? { callerIdName: place.name } : {}) },
    ids,
    needs: [ready, mainNumber, organization],
    ...(changes.length > 0 ? { changes } : {}),
  });
}

/** The head office got its emergency identifier with its customer. */
function settingsOfNew(place: CallingPlace, isHeadOffice: boolean): Payloads["location_settings"] {
  const identifier = isHeadOffice ? undefined : place.emergencyLocationIdentifier;
  return {
    ...(place.mainNumber ? { mainNumber: place.mainNumber } : {}),
    ...(place.routingPrefix ? { routingPrefix: place.routingPrefix } : {}),
    ...(identifier ? { emergencyLocationIdentifier: identifier } : {}),
  };
}

/** Only what differs is sent. */
function pick(place: CallingPlace, changes: readonly Change[]): Payloads["location_settings"] {
  const has = (field: string) => changes.some((change) => change.field === field);
  const { mainNumber, routingPrefix, emergencyLocationIdentifier: identifier, announcementLanguage } = place;
  return {
    ...(has("main_number") && mainNumber ? { mainNumber } : {}),
    ...(has("routing_prefix") && routingPrefix ? { routingPrefix } : {}),
    ...(has("emergency_location_identifier") && identifier ? { emergencyLocationIdentifier: identifier } : {}),
    ...(has("announcement_language") && announcementLanguage ? { announcementLanguage } : {}),
  };
}

/** The lists of Webex hold main number and prefix; the rest is compared with what was last sent. */
function settingChanges(
  place: CallingPlace,
  found: ExistingPlace,
  last: Draft<CallingPlace> | undefined,
): readonly Change[] {
  return [
    ...changeOf("main_number", found.mainNumber, place.mainNumber),
    ...changeOf("routing_prefix", found.routingPrefix, place.routingPrefix),
    ...(last
      ? [
          ...changeOf(
            "emergency_location_identifier",
            last.emergencyLocationIdentifier,
            place.emergencyLocationIdentifier,
          ),
          ...changeOf("announcement_language", last.announcementLanguage, place.announcementLanguage),
        ]
      : []),
  ];
}

function changesOf(payload: Payloads["location"], found: ExistingPlace, prefix: string): readonly Change[] {
  return [
    ...changeOf(`${prefix}name`, found.name, payload.name),
    ...changeOf(`${prefix}timezone`, found.timezone, payload.timezone),
    ...changeOf(`${prefix}language`, found.language?.toLowerCase(), payload.language.toLowerCase()),
    ...addressChanges(found.address, payload.address, prefix),
  ];
}

function payloadOf(place: CallingPlace): Payloads["location"] {
  const { name, address, timezone, language } = place;
  if (!timezone || !language) throw new Error(`location ${name} was accepted without time zone or language`);
  return { name, address, timezone, language, announcementLanguage: place.announcementLanguage ?? language };
}
