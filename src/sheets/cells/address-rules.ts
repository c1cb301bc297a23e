/** Rules of one address: what its country requires of state and postal code. The rest of an address is free text. */
import type { Address } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import { postalFormats, states, strictCountries } from "../data/postal-codes.ts";
import { write, writeAsText } from "./repair.ts";
import type { RowCheck } from "./row-notes.ts";

/** Which columns hold the parts of an address. */
export type AddressColumns<Column extends string> = {
  readonly line1: Column;
  readonly line2: Column;
  readonly city: Column;
  readonly state: Column;
  readonly postalCode: Column;
  readonly country: Column;
};

/** Where a row has but one address. */
export const addressColumns = {
  line1: "address_line1",
  line2: "address_line2",
  city: "city",
  state: "state",
  postalCode: "postal_code",
  country: "country",
} as const;

type AddressCells<Column extends string> = { readonly [K in Column]?: string | undefined };

/**
 * The address of the row, with what its country asks for checked. Parts that are wrong are empty: such a row is never sent.
 * `country`: where it is not that of the address's own column.
 */
export function addressOf<C extends string>(
  cells: AddressCells<NoInfer<C>>,
  columns: AddressColumns<C>,
  row: RowCheck<NoInfer<C>>,
  country = cells[columns.country] ?? "",
): Address {
  if (country) {
    checkPostalCode(country, cells[columns.postalCode] ?? "", columns.postalCode, row);
    checkState(country, cells[columns.state] ?? "", columns.state, row);
  }
  const [line2, state, postalCode] = [cells[columns.line2], cells[columns.state], cells[columns.postalCode]];
  return {
    line1: cells[columns.line1] ?? "",
    city: cells[columns.city] ?? "",
    country,
    ...(line2 ? { line2 } : {}),
    ...(state ? { state } : {}),
    ...(postalCode ? { postalCode } : {}),
  };
}

/** What an address in some countries cannot do without. For sheets that do not require state and postal code of every address. */
export function checkBlankParts<C extends string>(country: string, columns: AddressColumns<C>, row: RowCheck<C>): void {
  const isStrict = strictCountries.has(country);
  const format = postalFormats[country];
  if (format && row.text(columns.postalCode) === "") {
    const report = isStrict ? row.error : row.warn;
    report(
      columns.postalCode,
      "required",
      text("country_has_postal_codes", { country }),
      text("write_like", { example: format.example }),
    );
  }
  if (isStrict && row.text(columns.state) === "") {
    row.error(columns.state, "required", text("country_has_states", { country }), text("write_state_code"));
  }
}

/** `value`: empty where the cell is blank or was refused. */
function checkPostalCode<C extends string>(country: string, value: string, column: C, row: RowCheck<C>): void {
  const format = postalFormats[country];
  if (value === "" || !format || format.pattern.test(value)) return;
  const whole = withLostZeros(value, format.digits);
  if (whole === undefined) {
    const report = strictCountries.has(country) ? row.error : row.warn;
    report(
      column,
      "invalid_postal_code",
      text("not_a_postal_code", { value, country }),
      text("write_like", { example: format.example }),
    );
  } else {
    row.error(
      column,
      "postal_code_lost_zero",
      text("postal_code_lost_zero", { value, country, digits: whole.length }),
      writeAsText(whole),
    );
  }
}

/** One or two digits too few, where there are only digits: they were zeros. */
function withLostZeros(value: string, digits: number | undefined): string | undefined {
  if (digits === undefined || !/^\d+$/.test(value)) return undefined;
  const lost = digits - value.length;
  return lost === 1 || lost === 2 ? value.padStart(digits, "0") : undefined;
}

function checkState<C extends string>(country: string, value: string, column: C, row: RowCheck<C>): void {
  const isStrict = strictCountries.has(country);
  const isCode = isStrict ? Object.values(states[country] ?? {}).includes(value) : /^[A-Z0-9]{1,3}$/.test(value);
  if (value === "" || isCode) return;
  const report = isStrict ? row.error : row.warn;
  const meant = stateMeant(value, country);
  const hint = meant ? write(meant) : text("write_state_letters");
  report(column, "state_not_a_code", text("not_a_state_code", { value, country }), hint);
}

/** `US-CA`, `ca` and `California` are all CA. */
function stateMeant(value: string, country: string): string | undefined {
  const known = states[country] ?? {};
  const bare = value.toUpperCase().replace(new RegExp(`^${country}[-_ ]`), "");
  const isCode = states[country] ? Object.values(known).includes(bare) : /^[A-Z0-9]{1,3}$/.test(bare);
  return isCode ? bare : new Map(Object.entries(known)).get(value.toLowerCase());
}
