import { nearestName } from "../cells/nearest.ts";
/** Time zones: which names are real, and which one a person meant. */

/** The current IANA names, as this version of Node has them. */
export const timeZoneNames: readonly string[] = Intl.supportedValuesOf("timeZone");

const current: ReadonlySet<string> = new Set(timeZoneNames);

/** By lower-case name, so that `europe/amsterdam` is found. */
const byLowerCase: ReadonlyMap<string, string> = new Map([...current].map((name) => [name.toLowerCase(), name]));

/** The IANA name in its own spelling, current or an older alias such as `Asia/Kolkata`; undefined when there is none. */
export function timeZoneNamed(text: string): string | undefined {
  if (current.has(text)) return text;
  const spelled = byLowerCase.get(text.toLowerCase());
  if (spelled) return spelled;
  return /^[A-Z][A-Za-z]+\/[A-Za-z0-9_/+-]+$/.test(text) && isAlias(text) ? text : undefined;
}

function isAlias(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false; // a RangeError: no such zone
  }
}

/** What Windows and everyday speech call a zone. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["w. europe standard time", "Europe/Amsterdam"],
  ["romance standard time", "Europe/Brussels"],
  ["central europe standard time", "Europe/Budapest"],
  ["gmt standard time", "Europe/London"],
  ["eastern standard time", "America/New_York"],
  ["central standard time", "America/Chicago"],
  ["mountain standard time", "America/Denver"],
  ["pacific standard time", "America/Los_Angeles"],
  ["gmt", "Europe/London"],
  ["bst", "Europe/London"],
  ["wet", "Europe/Lisbon"],
  ["cet", "Europe/Amsterdam"],
  ["cest", "Europe/Amsterdam"],
  ["eet", "Europe/Athens"],
  ["est", "America/New_York"],
  ["edt", "America/New_York"],
  ["cst", "America/Chicago"],
  ["cdt", "America/Chicago"],
  ["mst", "America/Denver"],
  ["mdt", "America/Denver"],
  ["pst", "America/Los_Angeles"],
  ["pdt", "America/Los_Angeles"],
]);

/** The zone that somebody probably meant: by its Windows name, its city, or a slip of the keyboard. */
export function timeZoneMeant(text: string): string | undefined {
  const wanted = text.toLowerCase().replace(/^\(.*?\)\s*/, "");
  return otherNames.get(wanted) ?? zoneOfCity(wanted) ?? nearestName(text, current);
}

function zoneOfCity(city: string): string | undefined {
  const ending = `/${city.replaceAll(" ", "_")}`;
  return [...current].find((name) => name.toLowerCase().endsWith(ending));
}
