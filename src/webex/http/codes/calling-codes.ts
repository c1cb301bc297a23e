/** Error codes of the calls for Webex Calling that Webex publishes with their descriptions, as data: what each means, and a way out where one is certain. */
import type { Both, ErrorCodeFacts, Row } from "./error-code-facts.ts";
import { locationCodes } from "./location-codes.ts";
import { impactCodes, stayingNumberCodes } from "./move-codes.ts";
import { numberCodes } from "./number-codes.ts";
import { userCodes } from "./user-codes.ts";

const fields: readonly Row[] = [
  ["25008", ["A required field is missing.", "Een verplicht veld ontbreekt."]],
  ["25110", ["A text is too short or too long.", "Een tekst is te kort of te lang."]],
];

const later: ReadonlySet<string> = new Set(["19606", "27972", "10010010", "10010011", "BATCH-1012010"]);

function factsOf([whereEn, whereNl]: Both, rows: readonly Row[]): readonly ErrorCodeFacts[] {
  return rows.map(([code, [meaningEn, meaningNl], hint]) => ({
    ...{ code, isRetryable: later.has(code) },
    en: { where: whereEn, meaning: meaningEn, ...(hint ? { hint: hint[0] } : {}) },
    nl: { where: whereNl, meaning: meaningNl, ...(hint ? { hint: hint[1] } : {}) },
  }));
}

/** Each code once. */
export const callingCodes = [
  ...factsOf(["changes of users with calling", "wijzigingen van gebruikers met bellen"], userCodes),
  ...factsOf(["what a move of a user brings with it", "wat een verplaatsing van een gebruiker meebrengt"], impactCodes),
  ...factsOf(["numbers that are to move with a user", "nummers die met een gebruiker mee moeten"], stayingNumberCodes),
  ...factsOf(["phone numbers of locations", "telefoonnummers van locaties"], numberCodes),
  ...factsOf(["fields of calling requests", "velden van verzoeken voor bellen"], fields),
  ...factsOf(
    ["locations whose calling is being turned off", "locaties waarop bellen wordt uitgeschakeld"],
    locationCodes,
  ),
];
