/** Plans the calling settings of a location: main number, routing prefix, emergency identifier, language of announcements. */
import type { ExistingPlace } from "../model/existing.ts";
import type { Ids } from "../model/outcome.ts";
import type { Change, Need, Payloads } from "../model/plan.ts";
import type { CallingPlace, Draft } from "../model/records.ts";
import { changeOf } from "./changes.ts";
import type { Drafting } from "./drafting.ts";
import type { PlaceInput, PlannedPlace } from "./planned-place.ts";

type SettingsInput = {
  readonly found: ExistingPlace | undefined;
  readonly last: Draft<CallingPlace> | undefined;
  readonly ready: Need | undefined;
  readonly numbers: PlannedPlace["numbers"];
  readonly ids: Ids;
};

/** The API takes no more. */
const longestCallerIdName = 30;

/** Main number, prefix, emergency identifier, language of announcements: one call. Some of them come with the location when it is made. */
export function planSettings(
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
    payload: { ...wanted, ...(wanted.mainNumber ? { callerIdName: place.name.slice(0, longestCallerIdName) } : {}) },
    ids,
    needs: [ready, mainNumber, organization],
    ...(changes.length > 0 ? { changes } : {}),
  });
}

/** Webex has a use for it in these countries, and refuses it elsewhere; the sheet was warned. */
const countriesWithIdentifier: ReadonlySet<string> = new Set(["BE", "DE", "FR"]);

export function identifierOf({ address, emergencyLocationIdentifier }: CallingPlace): string | undefined {
  return countriesWithIdentifier.has(address.country) ? emergencyLocationIdentifier : undefined;
}

/** The head office got its emergency identifier with its customer. */
function settingsOfNew(place: CallingPlace, isHeadOffice: boolean): Payloads["location_settings"] {
  const identifier = isHeadOffice ? undefined : identifierOf(place);
  return {
    ...(place.mainNumber ? { mainNumber: place.mainNumber } : {}),
    ...(place.routingPrefix ? { routingPrefix: place.routingPrefix } : {}),
    ...(identifier ? { emergencyLocationIdentifier: identifier } : {}),
  };
}

/** Only what differs is sent. */
function pick(place: CallingPlace, changes: readonly Change[]): Payloads["location_settings"] {
  const has = (field: string) => changes.some((change) => change.field === field);
  const { mainNumber, routingPrefix, announcementLanguage } = place;
  const identifier = identifierOf(place);
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
          ...changeOf("emergency_location_identifier", last.emergencyLocationIdentifier, identifierOf(place)),
          // a blank cell was sent as the location's language
          ...changeOf("announcement_language", last.announcementLanguage ?? last.language, place.announcementLanguage),
        ]
      : []),
  ];
}
