/** Rules of a place with telephones, head office or branch, that need several cells of its row. */

import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";
import { hasNumber, type NumberRange, numbersOf, toE164 } from "../../model/number-ranges.ts";
import { countriesWithLocationIdentifier } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import { isNever } from "./day-cells.ts";
import type { RowCheck } from "./row-notes.ts";

export type LocationColumns<Column extends string> = {
  readonly country: Column;
  readonly pstn: Column;
  readonly pstnRoute: Column;
  readonly phoneNumbers: Column;
  readonly mainNumber: Column;
  readonly numbersState: Column;
  readonly activateOn: Column;
  readonly emergencyLocationIdentifier: Column;
};

type LocationValues = {
  readonly country?: string | undefined;
  readonly phoneNumbers?: readonly NumberRange[] | undefined;
  readonly mainNumber?: string | undefined;
};

/** Main number, country of the numbers, emergency location identifier. */
export function checkLocation<C extends string>(
  location: LocationValues,
  columns: LocationColumns<C>,
  row: RowCheck<C>,
): void {
  checkRoute(columns, row);
  checkDay(columns, row);
  checkMainNumber(location, columns, row);
  checkCountryOfNumbers(location, columns, row);
  checkEmergencyLocationIdentifier(location.country, columns.emergencyLocationIdentifier, row);
}

/** How Webex calls the connection by a local gateway, in English and Dutch. */
const premises = /premises?[- ]based|local gateway|on-premises|lokale gateway/i;

/** A location reaches the network one way; and a local gateway is reached by a route. */
function checkRoute<C extends string>({ pstn, pstnRoute }: LocationColumns<C>, row: RowCheck<C>): void {
  const hasRoute = row.text(pstnRoute) !== "";
  const isPremises = premises.test(row.text(pstn));
  if (hasRoute && row.text(pstn) !== "" && !isPremises)
    row.error(pstn, "pstn_and_route", text("pstn_and_route", { column: pstnRoute }), text("clear_one_of_two"));
  else if (!hasRoute && isPremises)
    row.error(pstn, "pstn_route_required", text("route_required", { column: pstnRoute }), text("write_pstn_route"));
}

/** That a day to come is at odds with `active` is told where today is known. */
function checkDay<C extends string>({ numbersState, activateOn }: LocationColumns<C>, row: RowCheck<C>): void {
  if (row.text(numbersState).toLowerCase() !== "active" || !isNever(row.text(activateOn))) return;
  row.error(
    activateOn,
    "active_before_date",
    text("active_and_never", { column: numbersState }),
    text("clear_one_of_both", { column: numbersState, other: activateOn }),
  );
}

function checkMainNumber<C extends string>(
  location: LocationValues,
  columns: LocationColumns<C>,
  row: RowCheck<C>,
): void {
  const { mainNumber, phoneNumbers = [] } = location;
  if (!mainNumber || hasNumber(phoneNumbers, mainNumber)) return;
  if (row.text(columns.phoneNumbers) === "") {
    row.warn(
      columns.mainNumber,
      "main_number_unchecked",
      text("main_number_unchecked", { number: mainNumber }),
      text("add_if_missing", { column: columns.phoneNumbers }),
    );
  } else {
    row.error(
      columns.mainNumber,
      "main_number_not_listed",
      text("main_number_not_listed", { number: mainNumber }),
      text("add_or_choose_number", { column: columns.phoneNumbers }),
    );
  }
}

/** V21: a number of another country is odd, and allowed. */
function checkCountryOfNumbers<C extends string>(
  location: LocationValues,
  columns: LocationColumns<C>,
  row: RowCheck<C>,
): void {
  const { country, mainNumber, phoneNumbers = [] } = location;
  if (!country || !isSupportedCountry(country)) return;
  const prefix = `+${getCountryCallingCode(country)}`;
  const warn = (column: C, number: string) =>
    row.warn(
      column,
      "phone_country_mismatch",
      text("number_of_other_country", { number, country, prefix }),
      text("check_number_and_country"),
    );
  const isForeign = (number: string) => !number.startsWith(prefix);
  const range = phoneNumbers.find(({ from, to }) => isForeign(toE164(from)) || isForeign(toE164(to)));
  const foreign = range && numbersOf([range]).find(isForeign);
  if (foreign) warn(columns.phoneNumbers, foreign);
  if (mainNumber && mainNumber !== foreign && isForeign(mainNumber)) warn(columns.mainNumber, mainNumber);
}

function checkEmergencyLocationIdentifier<C extends string>(
  country: string | undefined,
  column: C,
  row: RowCheck<C>,
): void {
  if (!country || row.text(column) === "" || countriesWithLocationIdentifier.has(country)) return;
  row.warn(
    column,
    "emergency_location_identifier_unused",
    text("location_identifier_unused", { country }),
    text("clear_cell"),
  );
}
