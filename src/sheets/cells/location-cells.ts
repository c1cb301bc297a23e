/** Cells about places: parts of an address, country, language, time zone. What a country asks of state and postal code: `address-rules.ts`. */

import type { RouteChoice } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import { countryCodes, countryMeant, countryNamed } from "../data/countries.ts";
import { knownLanguages, knownLocales, languageNames } from "../data/locales.ts";
import { timeZoneMeant, timeZoneNamed, timeZoneNames } from "../data/time-zones.ts";
import type { CellType } from "../define-sheet.ts";
import { freeText } from "./cell-types.ts";
import { nearestName } from "./nearest.ts";
import { write } from "./repair.ts";

/** Webex refuses longer lines. */
export const addressLine = freeText(text("kind_address_line"), "text", 50);
export const cityName = freeText(text("kind_city"), "text");
export const stateCode: CellType<string> = {
  ...freeText(text("kind_state"), "code"),
  isCode: true,
  sound: /^[A-Z]{2,3}$/,
};
export const postalCode: CellType<string> = {
  ...freeText(text("kind_postal_code"), "code"),
  sound: /^\d{4} ?[A-Z]{2}$|^\d{5}$/,
};

/** ISO 3166-1 alpha-2, or the name of the country in English or Dutch. Value: the code. */
export const country: CellType<string> = {
  label: text("kind_country"),
  isCode: true,
  sound: /^[A-Z]{2}$/,
  pattern: "^[A-Za-z]{2}$",
  choices: [...countryCodes],
  read(value, cell) {
    const code = value.toUpperCase();
    if (countryCodes.has(code)) return code;
    const named = countryNamed(value);
    if (named) return named;
    const meant = countryMeant(value);
    cell.error(
      "invalid_country",
      text("not_a_country_code", { value }),
      meant ? write(meant) : text("write_country_code"),
    );
    return undefined;
  },
};

const shape = /^([a-z]{2})(?:[_-]([a-z]{2}))?$/i;

/** `nl` or `nl_NL`; `nl-NL` and `NL_nl` are read as well. Value: `nl` or `nl_NL`. */
export const locale: CellType<string> = {
  label: text("kind_language"),
  isCode: true,
  sound: /^[a-z]{2}(?:_[A-Z]{2})?$/,
  pattern: "^[A-Za-z]{2}([_-][A-Za-z]{2})?$",
  choices: [...knownLocales],
  read(value, cell) {
    const match = shape.exec(value);
    if (!match) {
      const meant = languageNames.get(value.toLowerCase());
      cell.error(
        "invalid_locale",
        text("not_a_language", { value }),
        meant ? text("did_you_mean", { meant }) : text("write_like", { example: "nl_NL" }),
      );
      return undefined;
    }
    const [, language = "", region] = match;
    const found = region ? `${language.toLowerCase()}_${region.toUpperCase()}` : language.toLowerCase();
    if (!knownLocales.has(found) && !knownLanguages.has(found)) {
      const near = nearestName(found, knownLocales);
      cell.warn(
        "unknown_locale",
        text("language_unknown", { value: found }),
        near ? text("did_you_mean", { meant: near }) : text("check_language"),
      );
    }
    return found;
  },
};

/** With its country, as the directory wants it: `nl_NL`. */
export const regionalLocale: CellType<string> = {
  ...locale,
  sound: /^[a-z]{2}_[A-Z]{2}$/,
  pattern: "^[A-Za-z]{2}[_-][A-Za-z]{2}$",
  choices: [...knownLocales].filter((each) => each.includes("_")),
  read(value, cell) {
    const found = locale.read(value, cell);
    if (found === undefined || found.includes("_")) return found;
    const near = nearestName(found, knownLocales);
    cell.error(
      "invalid_locale",
      text("language_without_country", { value }),
      text("write_like", { example: near ?? "nl_NL" }),
    );
    return undefined;
  },
};

/** An IANA name. Value: in its own spelling. */
export const timeZone: CellType<string> = {
  label: text("kind_time_zone"),
  sound: /^[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+$/,
  pattern: "^[A-Za-z]+/[A-Za-z0-9_/+-]+$",
  choices: timeZoneNames,
  read(value, cell) {
    const found = value.includes("/") ? timeZoneNamed(value) : undefined;
    if (!found) {
      const meant = timeZoneMeant(value);
      cell.error(
        "invalid_timezone",
        text("not_a_time_zone", { value }),
        meant ? text("did_you_mean", { meant }) : text("write_like", { example: "Europe/Amsterdam" }),
      );
    } else if (found.startsWith("Etc/")) {
      cell.warn(
        "unusual_timezone",
        text("time_zone_without_place", { value: found }),
        text("write_like", { example: "Europe/Amsterdam" }),
      );
    }
    return found;
  },
};

const routeShape = /^(trunk|route[ _-]?group)\s*:\s*(\S.*)$/i;

/** `trunk:NAME or id`, `route_group:NAME or id`. */
export const pstnRoute: CellType<RouteChoice> = {
  label: text("kind_route"),
  role: "reference",
  pattern: "^(trunk|route_group):.+$",
  read(value, cell) {
    const [, kind, name] = routeShape.exec(value) ?? [];
    if (kind && name) return { type: kind.toLowerCase() === "trunk" ? "TRUNK" : "ROUTE_GROUP", name };
    cell.error("invalid_pstn_route", text("not_a_route", { value }), text("write_pstn_route"));
    return undefined;
  },
};
