/** Cells about places: parts of an address, country, language, time zone. What a country asks of state and postal code: `address-rules.ts`. */
import { text } from "./cell-types.ts";
import { countryCodes, countryMeant } from "./countries.ts";
import type { CellType } from "./define-sheet.ts";
import { knownLanguages, knownLocales, languageNames } from "./locales.ts";
import { nearestName } from "./nearest-name.ts";
import { write } from "./repair.ts";
import { timeZoneMeant, timeZoneNamed, timeZoneNames } from "./time-zones.ts";

/** Webex refuses longer lines. */
export const addressLine = text("address line", 50);
export const cityName = text("city");
export const stateCode = text("state");
export const postalCode = text("postal code");

/** ISO 3166-1 alpha-2. Value: in upper case. */
export const country: CellType<string> = {
  label: "country code",
  pattern: "^[A-Za-z]{2}$",
  choices: [...countryCodes],
  read(value, cell) {
    const code = value.toUpperCase();
    if (countryCodes.has(code)) return code;
    const meant = countryMeant(value);
    cell.error(
      "invalid_country",
      `"${value}" is not a country code of ISO 3166-1.`,
      meant ? write(meant) : "Write two letters, as in NL, BE, GB, US.",
    );
    return undefined;
  },
};

const shape = /^([a-z]{2})(?:[_-]([a-z]{2}))?$/i;

/** `nl` or `nl_NL`; `nl-NL` and `NL_nl` are read as well. Value: `nl` or `nl_NL`. */
export const locale: CellType<string> = {
  label: "language",
  pattern: "^[A-Za-z]{2}([_-][A-Za-z]{2})?$",
  choices: [...knownLocales],
  read(value, cell) {
    const match = shape.exec(value);
    if (!match) {
      const meant = languageNames.get(value.toLowerCase());
      cell.error(
        "invalid_locale",
        `"${value}" is not a language of the form xx or xx_YY.`,
        meant ? `Did you mean ${meant}?` : "Write it like en_US or nl_NL.",
      );
      return undefined;
    }
    const [, language = "", region] = match;
    const found = region ? `${language.toLowerCase()}_${region.toUpperCase()}` : language.toLowerCase();
    if (!knownLocales.has(found) && !knownLanguages.has(found)) {
      const near = nearestName(found, knownLocales);
      cell.warn(
        "unknown_locale",
        `${found} is not one of the languages that Webex is known to have.`,
        near ? `Did you mean ${near}?` : "Check it; Cisco's list may be longer than ours.",
      );
    }
    return found;
  },
};

/** An IANA name. Value: in its own spelling. */
export const timeZone: CellType<string> = {
  label: "time zone",
  pattern: "^[A-Za-z]+/[A-Za-z0-9_/+-]+$",
  choices: timeZoneNames,
  read(value, cell) {
    const found = value.includes("/") ? timeZoneNamed(value) : undefined;
    if (!found) {
      const meant = timeZoneMeant(value);
      cell.error(
        "invalid_timezone",
        `"${value}" is not an IANA time zone.`,
        meant ? `Did you mean ${meant}?` : "Write it like Europe/Amsterdam.",
      );
    } else if (found.startsWith("Etc/")) {
      cell.warn(
        "unusual_timezone",
        `${found} has no daylight saving time and no place; Webex may not know it.`,
        "Write a place, as in Europe/Amsterdam.",
      );
    }
    return found;
  },
};
