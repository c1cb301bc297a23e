/** Rules of a place with telephones, head office or branch, that need several cells of its row. */
import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";
import type { RowCheck } from "./row-notes.ts";

export type PlaceColumns<Column extends string> = {
  readonly country: Column;
  readonly phoneNumbers: Column;
  readonly mainNumber: Column;
  readonly emergencyLocationIdentifier: Column;
};

type PlaceValues = {
  readonly country?: string | undefined;
  readonly phoneNumbers?: readonly string[] | undefined;
  readonly mainNumber?: string | undefined;
};

/** Main number, country of the numbers, emergency location identifier. */
export function checkPlace<C extends string>(place: PlaceValues, columns: PlaceColumns<C>, row: RowCheck<C>): void {
  checkMainNumber(place, columns, row);
  checkCountryOfNumbers(place, columns, row);
  checkEmergencyLocationIdentifier(place.country, columns.emergencyLocationIdentifier, row);
}

function checkMainNumber<C extends string>(place: PlaceValues, columns: PlaceColumns<C>, row: RowCheck<C>): void {
  const { mainNumber, phoneNumbers = [] } = place;
  if (!mainNumber || phoneNumbers.includes(mainNumber)) return;
  if (row.text(columns.phoneNumbers) === "") {
    row.warn(
      columns.mainNumber,
      "main_number_unchecked",
      `The row gives no numbers, so that ${mainNumber} must be at the location already.`,
      `If it is not, add it to ${columns.phoneNumbers}.`,
    );
  } else {
    row.error(
      columns.mainNumber,
      "main_number_not_listed",
      `The main number ${mainNumber} is not one of the location's numbers.`,
      `Add it to ${columns.phoneNumbers}, or choose one of them.`,
    );
  }
}

/** V21: a number of another country is odd, and allowed. */
function checkCountryOfNumbers<C extends string>(place: PlaceValues, columns: PlaceColumns<C>, row: RowCheck<C>): void {
  const { country, mainNumber, phoneNumbers = [] } = place;
  if (!country || !isSupportedCountry(country)) return;
  const prefix = `+${getCountryCallingCode(country)}`;
  const warn = (column: C, number: string) =>
    row.warn(
      column,
      "phone_country_mismatch",
      `${number} is not a number of ${country} (${prefix}).`,
      "Check the number and the country of the address.",
    );
  const foreign = phoneNumbers.find((number) => !number.startsWith(prefix));
  if (foreign) warn(columns.phoneNumbers, foreign);
  if (mainNumber && mainNumber !== foreign && !mainNumber.startsWith(prefix)) warn(columns.mainNumber, mainNumber);
}

const countriesWithIdentifier: ReadonlySet<string> = new Set(["BE", "DE", "FR"]);

function checkEmergencyLocationIdentifier<C extends string>(
  country: string | undefined,
  column: C,
  row: RowCheck<C>,
): void {
  if (!country || row.text(column) === "" || countriesWithIdentifier.has(country)) return;
  row.warn(
    column,
    "emergency_location_identifier_unused",
    `Webex uses an emergency location identifier in BE, DE and FR only, not in ${country}.`,
    "Leave the cell blank.",
  );
}
