/** Plans the calling settings of a location: main number, routing prefix, emergency identifier, language of announcements. */
import type { ExistingLocation } from "../model/existing.ts";
import type { Ids } from "../model/outcome.ts";
import type { Change, Need, Payloads } from "../model/plan.ts";
import { countriesWithLocationIdentifier, type Draft, type LocationCalling } from "../model/records.ts";
import { locationSettings as settingsAtWebex } from "../webex/resources/calling.ts";
import type { OperationBuilder } from "./operation-builder.ts";
import type { LocationInput, PlannedLocation } from "./planned-location.ts";

type SettingsInput = {
  readonly found: ExistingLocation | undefined;
  readonly last: Draft<LocationCalling> | undefined;
  readonly ready: Need | undefined;
  readonly numbers: PlannedLocation["numbers"];
  readonly ids: Ids;
};

/** The API takes no more. */
const longestCallerIdName = 30;

/** Main number, prefix, emergency identifier, language of announcements: one call. Some of them come with the location when it is made. */
export function planSettings(
  builder: OperationBuilder,
  { row, location, isHeadOffice, organization, company }: LocationInput,
  input: SettingsInput,
): void {
  const { found, last, ready, numbers, ids } = input;
  const changes = found ? settingChanges(location, found, last) : [];
  const wanted = found ? pick(location, changes) : settingsOfNew(location, isHeadOffice);
  if (Object.keys(wanted).length === 0) return;
  const bringsMain = numbers.find(({ brings }) => location.mainNumber !== undefined && brings.has(location.mainNumber));
  const mainNumber = bringsMain && { ...bringsMain.need, part: location.mainNumber ?? "" };
  builder.add<"location_settings">({
    row,
    resource: "location_settings",
    key: location.name,
    action: found ? "update" : "create",
    payload: { ...wanted, ...callerName(wanted, found, company) },
    ids,
    needs: [ready, mainNumber, organization],
    ...(changes.length > 0 ? { changes } : {}),
  });
}

/** The company is shown to who is called from the first main number; a name that somebody has given since stays. */
function callerName(
  { mainNumber, callerIdName }: Payloads["location_settings"],
  found: ExistingLocation | undefined,
  company: string | undefined,
): Pick<Payloads["location_settings"], "callerIdName"> {
  if (callerIdName || !mainNumber || found?.mainNumber || !company) return {};
  return { callerIdName: company.slice(0, longestCallerIdName) };
}

/** Left out where Webex would refuse it; the sheet was warned. */
export function identifierOf({ address, emergencyLocationIdentifier }: LocationCalling): string | undefined {
  return countriesWithLocationIdentifier.has(address.country) ? emergencyLocationIdentifier : undefined;
}

/** The head office got its emergency identifier with its customer, and the others their language of announcements. */
function settingsOfNew(location: LocationCalling, isHeadOffice: boolean): Payloads["location_settings"] {
  const identifier = isHeadOffice ? undefined : identifierOf(location);
  return {
    ...(location.mainNumber ? { mainNumber: location.mainNumber } : {}),
    ...(location.routingPrefix ? { routingPrefix: location.routingPrefix } : {}),
    ...(identifier ? { emergencyLocationIdentifier: identifier } : {}),
    ...(location.callerIdName ? { callerIdName: location.callerIdName } : {}),
    ...(isHeadOffice && location.announcementLanguage ? { announcementLanguage: location.announcementLanguage } : {}),
  };
}

/** Only what differs is sent. */
function pick(location: LocationCalling, changes: readonly Change[]): Payloads["location_settings"] {
  const has = (field: string) => changes.some((change) => change.field === field);
  const { mainNumber, callerIdName, routingPrefix, announcementLanguage } = location;
  const identifier = identifierOf(location);
  return {
    ...(has("main_number") && mainNumber ? { mainNumber } : {}),
    ...(has("caller_id_name") && callerIdName ? { callerIdName } : {}),
    ...(has("routing_prefix") && routingPrefix ? { routingPrefix } : {}),
    ...(has("emergency_location_identifier") && identifier ? { emergencyLocationIdentifier: identifier } : {}),
    ...(has("announcement_language") && announcementLanguage ? { announcementLanguage } : {}),
  };
}

/** The lists of Webex hold main number and prefix; the rest is compared with what was last sent, unless it was asked about. */
function settingChanges(
  location: LocationCalling,
  found: ExistingLocation,
  last: Draft<LocationCalling> | undefined,
): readonly Change[] {
  const { mainNumber, callerIdName, routingPrefix } = found;
  const want = {
    mainNumber: location.mainNumber,
    callerIdName: location.callerIdName,
    routingPrefix: location.routingPrefix,
  };
  const isTold = found.announcementLanguage !== undefined || found.emergencyLocationIdentifier !== undefined;
  const rest = isTold ? found : last;
  if (!rest) return settingsAtWebex.diff(want, { mainNumber, callerIdName, routingPrefix });
  const { announcementLanguage } = location;
  return settingsAtWebex.diff(
    { ...want, emergencyLocationIdentifier: identifierOf(location), announcementLanguage },
    {
      mainNumber,
      callerIdName,
      routingPrefix,
      emergencyLocationIdentifier: rest.emergencyLocationIdentifier,
      // a blank cell was sent as the location's language
      announcementLanguage: rest.announcementLanguage ?? rest.language,
    },
  );
}
