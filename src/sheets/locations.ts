/** The sheet of locations other than the head office, which is part of the customers sheet. */

import type { Draft, LocationRecord } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { rowAction } from "./cells/action-cells.ts";
import { addressColumns, addressOf } from "./cells/address-rules.ts";
import { freeText, name, nameKey, reference } from "./cells/cell-types.ts";
import { goLiveDay, numbersState } from "./cells/day-cells.ts";
import { routingPrefix } from "./cells/extension-cells.ts";
import {
  addressLine,
  cityName,
  country,
  locale,
  postalCode,
  pstnRoute,
  stateCode,
  timeZone,
} from "./cells/location-cells.ts";
import { checkLocation } from "./cells/location-rules.ts";
import { phoneNumber, phoneNumbers } from "./cells/phone-cells.ts";
import type { RowCheck } from "./cells/row-notes.ts";
import { defineSheet, optional, required, type Values } from "./define-sheet.ts";

const columns = {
  customer: required(reference, {
    example: "CUST-001",
    description: text("locations_customer"),
  }),
  name: required(nameKey(80), {
    example: "Rotterdam",
    description: text("locations_name"),
  }),
  address_line1: required(addressLine, {
    example: "Coolsingel 40",
    description: text("locations_address_line1"),
  }),
  address_line2: optional(addressLine, { example: "", description: text("locations_address_line2") }),
  city: required(cityName, { example: "Rotterdam", description: text("locations_city") }),
  state: required(stateCode, { example: "ZH", description: text("locations_state") }),
  postal_code: required(postalCode, { example: "3011 AD", description: text("locations_postal_code") }),
  country: required(country, { example: "NL", description: text("locations_country") }),
  timezone: required(timeZone, { example: "Europe/Amsterdam", description: text("locations_timezone") }),
  language: required(locale, { example: "nl_NL", description: text("locations_language") }),
  announcement_language: optional(locale, {
    example: "",
    description: text("locations_announcement_language"),
  }),
  pstn: optional(freeText(text("kind_id_or_name"), "reference"), {
    example: "Simulated Carrier",
    description: text("locations_pstn"),
  }),
  pstn_route: optional(pstnRoute, { example: "", description: text("locations_pstn_route") }),
  phone_numbers: optional(phoneNumbers, {
    example: "+31104170100-+31104170149",
    description: text("locations_phone_numbers"),
  }),
  main_number: optional(phoneNumber, {
    example: "+31104170100",
    description: text("locations_main_number"),
  }),
  numbers_state: optional(numbersState, { example: "", description: text("locations_numbers_state") }),
  activate_on: optional(goLiveDay, { example: "", description: text("locations_activate_on") }),
  caller_id_name: optional(name(30), { example: "", description: text("locations_caller_id_name") }),
  routing_prefix: optional(routingPrefix, {
    example: "",
    description: text("locations_routing_prefix"),
  }),
  emergency_location_identifier: optional(freeText(text("kind_identifier"), "reference"), {
    example: "",
    description: text("locations_emergency_location_identifier"),
  }),
  action: optional(rowAction, { example: "", description: text("locations_action") }),
  profile: optional(reference, { example: "", description: text("locations_profile") }),
};

const locationColumns = {
  country: "country",
  pstn: "pstn",
  pstnRoute: "pstn_route",
  phoneNumbers: "phone_numbers",
  mainNumber: "main_number",
  numbersState: "numbers_state",
  activateOn: "activate_on",
  emergencyLocationIdentifier: "emergency_location_identifier",
} as const;

export const locations = defineSheet<typeof columns, LocationRecord>({
  columns,
  toRecord,
  needs: ["customer", "name", "address", "phoneNumbers", "timezone", "language"],
  countryColumns: ["country"],
});

function toRecord(cells: Values<typeof columns>, row: RowCheck<keyof typeof columns>): Draft<LocationRecord> {
  if (cells.action === "remove") return { customer: cells.customer, name: cells.name, action: "remove" };
  const location = { country: cells.country, phoneNumbers: cells.phone_numbers ?? [], mainNumber: cells.main_number };
  checkLocation(location, locationColumns, row);
  return {
    customer: cells.customer,
    name: cells.name,
    address: addressOf(cells, addressColumns, row),
    timezone: cells.timezone,
    language: cells.language,
    announcementLanguage: cells.announcement_language,
    pstn: cells.pstn_route ? undefined : cells.pstn,
    pstnRoute: cells.pstn_route,
    phoneNumbers: location.phoneNumbers,
    mainNumber: cells.main_number,
    numbersState: cells.numbers_state,
    activateOn: cells.activate_on,
    callerIdName: cells.caller_id_name,
    routingPrefix: cells.routing_prefix,
    emergencyLocationIdentifier: cells.emergency_location_identifier,
  };
}
