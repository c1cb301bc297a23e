/** Country codes as data, and which code a person meant. */

/** ISO 3166-1 alpha-2. `Intl.DisplayNames` cannot tell them apart from withdrawn and reserved codes. */
export const countryCodes: ReadonlySet<string> = new Set(
  (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO " +
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE " +
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO " +
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW " +
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM " +
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
  ).split(" "),
);

/** Names that are read as well, in the form in which names are compared. */
const acceptedNames: readonly (readonly [name: string, code: string])[] = [
  ["the netherlands", "NL"],
  ["holland", "NL"],
  ["united states of america", "US"],
  ["great britain", "GB"],
  ["groot-brittannie", "GB"],
  ["czechia", "CZ"],
  ["tsjechie", "CZ"],
];

const otherNames: ReadonlyMap<string, string> = new Map([
  ["uk", "GB"],
  ["england", "GB"],
  ["scotland", "GB"],
  ["wales", "GB"],
  ["usa", "US"],
  ["u.s.", "US"],
  ["u.s.a.", "US"],
  ["el", "GR"],
]);

/** The languages of the screens; a name in another one is only understood. */
const languagesOfScreens = ["en", "nl"];
const languagesOfNames = ["en", "nl", "de", "fr", "es", "it"];

/** Made when the first name is met: a thousand names that most batches never need. */
let namesOfScreens: ReadonlyMap<string, string> | undefined;
let namesOfAll: ReadonlyMap<string, string> | undefined;

/** The code of a country by its name in English or Dutch; undefined for anything else. */
export function countryNamed(text: string): string | undefined {
  namesOfScreens ??= new Map([...nameCountries(languagesOfScreens), ...acceptedNames]);
  return namesOfScreens.get(foldCountry(text));
}

/** The code that a name of another language or a wrong code stands for: `UK`, `Niederlande`, `NLD`. */
export function countryMeant(text: string): string | undefined {
  namesOfAll ??= nameCountries(languagesOfNames);
  return otherNames.get(text.toLowerCase()) ?? namesOfAll.get(foldCountry(text)) ?? alpha3.get(text.toUpperCase());
}

function nameCountries(languages: readonly string[]): ReadonlyMap<string, string> {
  const names = languages.map((language) => new Intl.DisplayNames(language, { type: "region" }));
  return new Map(
    [...countryCodes].flatMap((code) => names.map((name) => [foldCountry(name.of(code) ?? code), code] as const)),
  );
}

/** Case and accents do not count, nor `&` for `and`. */
function foldCountry(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
}

const alpha3: ReadonlyMap<string, string> = new Map([
  ["NLD", "NL"],
  ["BEL", "BE"],
  ["DEU", "DE"],
  ["FRA", "FR"],
  ["GBR", "GB"],
  ["IRL", "IE"],
  ["LUX", "LU"],
  ["ESP", "ES"],
  ["PRT", "PT"],
  ["ITA", "IT"],
  ["CHE", "CH"],
  ["AUT", "AT"],
  ["DNK", "DK"],
  ["SWE", "SE"],
  ["NOR", "NO"],
  ["FIN", "FI"],
  ["POL", "PL"],
  ["USA", "US"],
  ["CAN", "CA"],
  ["AUS", "AU"],
]);
