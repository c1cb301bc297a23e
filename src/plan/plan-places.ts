/** Plans the locations of a customer, head office and branches: they exist, calling is enabled, PSTN is chosen, numbers are there, the main number is set. */
import type { ExistingOrganization, ExistingPlace } from "../model/existing.ts";
import type { Ids } from "../model/outcome.ts";
import type { Change, Need, Payloads } from "../model/plan.ts";
import type { CallingPlace, Draft } from "../model/records.ts";
import { addressChanges, addressFields, changeOf, neverSent, type Refusal } from "./changes.ts";
import type { Drafting } from "./drafting.ts";
import { foldName } from "./fold.ts";
import { identifierOf, planSettings } from "./place-settings.ts";
import type { PlaceInput, PlannedPlace } from "./planned-place.ts";

/** Numbers sent in one request. No limit is documented for them; mobile numbers have 20, deactivation 500. */
const numbersPerRequest = 100;

export function planPlace(
  drafting: Drafting,
  asked: PlaceInput,
  existing: ExistingOrganization | undefined,
  last: Draft<CallingPlace> | undefined,
): PlannedPlace {
  const found = findPlace(asked, existing, last);
  const input = found ? { ...asked, place: asSaid(asked.place, found) } : asked;
  const ids: Ids = found ? { locationId: found.locationId } : {};
  const ready = planLocation(drafting, input, existing, found, ids);
  if (!input.isCalling && !found?.isCalling) return { name: input.place.name, row: input.row, ready, numbers: [], ids };
  const pstn = planPstn(drafting, input, existing, found, ready, ids);
  const numbers = planNumbers(drafting, input, existing, found, [ready, pstn], ids);
  planSettings(drafting, input, { found, last, ready, numbers, ids });
  if (found && !last && !asked.isHeadOffice) warnOfUnknown(drafting, input);
  return { name: input.place.name, row: input.row, ready, numbers, ids };
}

function warnOfUnknown(drafting: Drafting, { row, place }: PlaceInput): void {
  const warning = neverSent(row, {
    announcement_language: place.announcementLanguage,
    emergency_location_identifier: identifierOf(place),
  });
  if (warning) drafting.warn(warning);
}

/** By its name; a head office that was renamed in the sheet by the name under which it was last applied. */
function findPlace(
  { place, isHeadOffice }: PlaceInput,
  existing: ExistingOrganization | undefined,
  last: Draft<CallingPlace> | undefined,
): ExistingPlace | undefined {
  const named = (name: string) => existing?.places.find((each) => foldName(each.name) === foldName(name));
  return named(place.name) ?? (isHeadOffice && last?.name ? named(last.name) : undefined);
}

/** What the row only assumes is as it is. */
function asSaid(place: CallingPlace, found: ExistingPlace): CallingPlace {
  const isAssumed = (part: "name" | "country") => place.assumed?.includes(part) === true;
  const country = isAssumed("country") ? (found.address?.country ?? place.address.country) : place.address.country;
  return { ...place, name: isAssumed("name") ? found.name : place.name, address: { ...place.address, country } };
}

function planLocation(
  drafting: Drafting,
  input: PlaceInput,
  existing: ExistingOrganization | undefined,
  found: ExistingPlace | undefined,
  ids: Ids,
): Need | undefined {
  const { row, place, organization, calling } = input;
  if (input.isHeadOffice && !found) return planHeadOffice(drafting, input, existing);
  const payload = payloadOf(place);
  const changes = found ? changesOf(payload, found, input.isHeadOffice ? "hq_" : "") : [];
  const action = !found ? "create" : changes.length > 0 ? "update" : "none";
  const location = drafting.add<"location">({
    row,
    resource: "location",
    key: place.name,
    action,
    payload: found ? { ...payload, only: partsOf(changes) } : payload,
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

/** It came with the customer: only to be found. Where calling works already it is late no more, but has another name. */
function planHeadOffice(
  drafting: Drafting,
  { row, place, organization, calling }: PlaceInput,
  existing: ExistingOrganization | undefined,
): Need {
  const others = existing?.places.filter(({ isCalling }) => isCalling).map(({ name }) => name) ?? [];
  return drafting.add<"head_office">({
    row,
    resource: "head_office",
    key: place.name,
    action: "read",
    payload: { name: place.name },
    needs: [organization, calling],
    ...(others.length > 0 ? { refusal: noSuchHeadOffice(place.name, others) } : {}),
  });
}

function noSuchHeadOffice(name: string, others: readonly string[]): Refusal {
  return {
    code: "head_office_not_found",
    column: "hq_name",
    message: `The customer has no location "${name}" at Webex, and its head office is there already under another name.`,
    hint: `Write in hq_name which one it is: ${others.map((other) => `"${other}"`).join(", ")}.`,
  };
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

function partsOf(changes: readonly Change[]): NonNullable<Payloads["location"]["only"]> {
  const has = (part: string) => changes.some(({ field }) => field.replace(/^hq_/, "") === part);
  return [
    ...(has("name") ? (["name"] as const) : []),
    ...(has("timezone") ? (["timezone"] as const) : []),
    ...(has("language") ? (["language"] as const) : []),
    ...(addressFields.some(([field]) => has(field)) ? (["address"] as const) : []),
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
