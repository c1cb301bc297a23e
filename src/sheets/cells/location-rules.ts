/** Rules of a place with telephones, head office or branch, that need several cells of its row. */

import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";
import { hasNumber, type NumberRange, numbersOf, toE164 } from "../../model/number-ranges.ts";
import { countriesWithLocationIdentifier } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import type { RowCheck } from "./row-notes.ts";

export type LocationColumns<Column extends string> = {
  readonly country: Column;
  readonly phoneNumbers: Column;
  readonly mainNumber: Column;
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
  checkMainNumber(location, columns, row);
  checkCountryOfNumbers(location, columns, row);
  checkEmergencyLocationIdentifier(location.country, columns.emergencyLocationIdentifier, row);
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
