/** The sheet of branches; a customer's head office stands in the customers sheet. */

import type { Draft, LocationRecord } from "../model/records.ts";
import { addressColumns, addressOf } from "./address-rules.ts";
import { reference, text } from "./cell-types.ts";
import { defineSheet, optional, required, type Values } from "./define-sheet.ts";
import { routingPrefix } from "./extension-cells.ts";
import { phoneNumber, phoneNumbers } from "./phone-cells.ts";
import { addressLine, cityName, country, locale, postalCode, stateCode, timeZone } from "./place-cells.ts";
import { checkPlace } from "./place-rules.ts";
import type { RowCheck } from "./row-notes.ts";

const columns = {
  customer: required(reference, {
    example: "CUST-001",
    description: "External id of the customer, or a name that only one customer bears.",
  }),
  name: required(text("name", 80), {
    example: "Rotterdam",
    description: "Name of the location, unique within the customer, head office included; at most 80 characters.",
  }),
  address_line1: required(addressLine, {
    example: "Coolsingel 40",
    description: "Street and number; at most 50 characters.",
  }),
  address_line2: optional(addressLine, { example: "", description: "Second line; at most 50 characters." }),
  city: required(cityName, { example: "Rotterdam", description: "City." }),
  state: required(stateCode, { example: "ZH", description: "State or province as its ISO 3166-2 code." }),
  postal_code: required(postalCode, { example: "3011 AD", description: "Postal code." }),
  country: required(country, { example: "NL", description: "Country, ISO 3166-1 alpha-2." }),
  timezone: required(timeZone, { example: "Europe/Amsterdam", description: "IANA time zone." }),
  language: required(locale, { example: "nl_NL", description: "Language of the location: xx or xx_YY." }),
  announcement_language: optional(locale, {
    example: "",
    description: "Language of announcements; blank: that of the location.",
  }),
  pstn: optional(text("id or name"), {
    example: "Simulated Carrier",
    description: "Id or display name of a PSTN connection option of the location.",
  }),
  phone_numbers: optional(phoneNumbers, {
    example: "+31104170100-+31104170149",
    description: "Numbers of the location in E.164, separated by ;, ranges as +31...-+31...",
  }),
  main_number: optional(phoneNumber, {
    example: "+31104170100",
    description: "Main number, one of the location's numbers.",
  }),
  routing_prefix: optional(routingPrefix, {
    example: "",
    description: "Digits dialled before extensions of this location; 1 to 7.",
  }),
  emergency_location_identifier: optional(text("identifier"), {
    example: "",
    description: "Emergency location identifier; BE, DE and FR only.",
  }),
};

const placeColumns = {
  country: "country",
  phoneNumbers: "phone_numbers",
  mainNumber: "main_number",
  emergencyLocationIdentifier: "emergency_location_identifier",
} as const;

export const locations = defineSheet<typeof columns, LocationRecord>({
  columns,
  toRecord,
  needs: ["customer", "name", "address", "phoneNumbers", "timezone", "language"],
  countryColumns: ["country"],
});

function toRecord(cells: Values<typeof columns>, row: RowCheck<keyof typeof columns>): Draft<LocationRecord> {
  const place = { country: cells.country, phoneNumbers: cells.phone_numbers ?? [], mainNumber: cells.main_number };
  checkPlace(place, placeColumns, row);
  return {
    customer: cells.customer,
    name: cells.name,
    address: addressOf(cells, addressColumns, row),
    timezone: cells.timezone,
    language: cells.language,
    announcementLanguage: cells.announcement_language,
    pstn: cells.pstn,
    phoneNumbers: place.phoneNumbers,
    mainNumber: cells.main_number,
    routingPrefix: cells.routing_prefix,
    emergencyLocationIdentifier: cells.emergency_location_identifier,
  };
}
