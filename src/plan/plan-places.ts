/** Plans the locations of a customer, head office and branches: they exist, calling is enabled, PSTN is chosen, numbers are there, the main number is set. */
import type { ExistingOrganization, ExistingPlace } from "../model/existing.ts";
import type { Ids } from "../model/outcome.ts";
import type { Change, Need, Payloads, RowId } from "../model/plan.ts";
import type { CallingPlace } from "../model/records.ts";
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
};

/** Numbers sent in one request. No limit is documented for them; mobile numbers have 20, deactivation 500. */
const numbersPerRequest = 100;

export function planPlace(
  drafting: Drafting,
  input: PlaceInput,
  existing: ExistingOrganization | undefined,
): PlannedPlace {
  const found = existing?.places.find((place) => foldName(place.name) === foldName(input.place.name));
  const ids: Ids = found ? { locationId: found.locationId } : {};
  const ready = planLocation(drafting, input, found, ids);
  const pstn = planPstn(drafting, input, existing, found, ready, ids);
  const numbers = planNumbers(drafting, input, existing, found, [ready, pstn], ids);
  planSettings(drafting, input, found, ready, numbers, ids);
  return { name: input.place.name, row: input.row, ready, numbers, ids };
}

function planLocation(
  drafting: Drafting,
  input: PlaceInput,
  found: ExistingPlace | undefined,
  ids: Ids,
): Need | undefined {
  const { row, place, organization } = input;
  if (input.isHeadOffice) return found || !input.isCalling ? undefined : planHeadOffice(drafting, input);
  const payload = payloadOf(place);
  const changes = found ? changesOf(payload, found) : [];
  const action = !found ? "create" : changes.length > 0 ? "update" : "none";
  const location = drafting.add<"location">({
    row,
    resource: "location",
    key: place.name,
    action,
    payload,
    ids,
    needs: [organization],
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
    needs: [location, organization],
    ...(found ? { changes: [{ field: "calling", before: "off", after: "on" }] } : {}),
  });
}

/** It came with the customer: only to be found. */
function planHeadOffice(drafting: Drafting, { row, place, organization }: PlaceInput): Need {
  return drafting.add<"head_office">({
    row,
    resource: "head_office",
    key: place.name,
    action: "read",
    payload: { name: place.name },
    needs: [organization],
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
      payload: { phoneNumbers, mustReadConnection: !place.pstn },
      ids,
      needs: [...needs, organization],
      ...(found ? { changes: [{ field: "phone_numbers", before: "", after: phoneNumbers.join(";") }] } : {}),
    }),
  }));
}

function planSettings(
  drafting: Drafting,
  { row, place, isHeadOffice, organization }: PlaceInput,
  found: ExistingPlace | undefined,
  ready: Need | undefined,
  numbers: PlannedPlace["numbers"],
  ids: Ids,
): void {
  const wanted = {
    ...(place.mainNumber ? { mainNumber: place.mainNumber } : {}),
    ...(place.routingPrefix ? { routingPrefix: place.routingPrefix } : {}),
    // the head office got it with its customer
    ...(place.emergencyLocationIdentifier && !isHeadOffice && !found
      ? { emergencyLocationIdentifier: place.emergencyLocationIdentifier }
      : {}),
  };
  if (Object.keys(wanted).length === 0) return;
  const changes = found ? settingChanges(wanted, found) : [];
  const bringsMain = numbers.find(({ brings }) => place.mainNumber !== undefined && brings.has(place.mainNumber));
  const mainNumber = bringsMain && { ...bringsMain.need, part: place.mainNumber ?? "" };
  drafting.add<"location_settings">({
    row,
    resource: "location_settings",
    key: place.name,
    action: found && changes.length === 0 ? "none" : found ? "update" : "create",
    payload: { ...wanted, callerIdName: place.name },
    ids,
    needs: [ready, mainNumber, organization],
    ...(changes.length > 0 ? { changes } : {}),
  });
}

function settingChanges(wanted: Payloads["location_settings"], found: ExistingPlace): readonly Change[] {
  return [
    ...changeOf("main_number", found.mainNumber, wanted.mainNumber),
    ...changeOf("routing_prefix", found.routingPrefix, wanted.routingPrefix),
  ];
}

function changesOf(payload: Payloads["location"], found: ExistingPlace): readonly Change[] {
  const { address = {} } = found;
  return [
    ...changeOf("name", found.name, payload.name),
    ...changeOf("timezone", found.timezone, payload.timezone),
    ...changeOf("language", found.language?.toLowerCase(), payload.language.toLowerCase()),
    ...(found.address
      ? [
          ...changeOf("address_line1", address.line1, payload.address.line1),
          ...changeOf("address_line2", address.line2, payload.address.line2),
          ...changeOf("city", address.city, payload.address.city),
          ...changeOf("state", address.state, payload.address.state),
          ...changeOf("postal_code", address.postalCode, payload.address.postalCode),
          ...changeOf("country", address.country, payload.address.country),
        ]
      : []),
  ];
}

/** An empty cell says nothing: what Webex has stays. */
function changeOf(field: string, before: string | undefined, after: string | undefined): readonly Change[] {
  return after === undefined || after === (before ?? "") ? [] : [{ field, before: before ?? "", after }];
}

function payloadOf(place: CallingPlace): Payloads["location"] {
  const { name, address, timezone, language } = place;
  if (!timezone || !language) throw new Error(`location ${name} was accepted without time zone or language`);
  return { name, address, timezone, language, announcementLanguage: place.announcementLanguage ?? language };
}
