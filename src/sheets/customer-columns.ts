/** The columns of the customers sheet, in the order of the spec. */
import { usualHeadOffice } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { rowAction } from "./cells/action-cells.ts";
import { customerName, freeText, name, reference, yesNo } from "./cells/cell-types.ts";
import { goLiveDay, numbersState } from "./cells/day-cells.ts";
import { email, mailbox } from "./cells/email-cells.ts";
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
import { packageLimits, packageList } from "./cells/package-cells.ts";
import { phoneNumber, phoneNumbers } from "./cells/phone-cells.ts";
import { provisioningId } from "./cells/provisioning-id.ts";
import { optional, required, requiredUnless } from "./define-sheet.ts";

export const customerColumns = {
  external_id: required(freeText(text("kind_id"), "id"), {
    example: "CUST-001",
    description: text("customers_external_id"),
  }),
  name: requiredUnless("org_id", customerName, {
    example: "Visser Bouw",
    description: text("customers_name"),
  }),
  admin_email: requiredUnless("org_id", mailbox, {
    example: "it@visser.example.com",
    description: text("customers_admin_email"),
  }),
  template: optional(reference, {
    example: "Calling NL",
    description: text("customers_template"),
  }),
  provisioning_id: optional(provisioningId, {
    example: "",
    description: text("customers_provisioning_id"),
  }),
  packages: required(packageList, {
    example: "webex_calling;webex_meetings",
    description: text("customers_packages"),
  }),
  package_limits: optional(packageLimits, {
    example: "webex_calling=50;webex_meetings=10",
    description: text("customers_package_limits"),
  }),
  language: optional(locale, { example: "nl_NL", description: text("customers_language") }),
  org_id: optional(freeText(text("kind_organization_id"), "id"), {
    example: "",
    description: text("customers_org_id"),
  }),
  address_line1: required(addressLine, {
    example: "Damrak 1",
    description: text("customers_address_line1"),
  }),
  address_line2: optional(addressLine, {
    example: "",
    description: text("customers_address_line2"),
  }),
  city: required(cityName, { example: "Amsterdam", description: text("customers_city") }),
  state: optional(stateCode, {
    example: "NH",
    description: text("customers_state"),
  }),
  postal_code: optional(postalCode, {
    example: "1012 LG",
    description: text("customers_postal_code"),
  }),
  country: required(country, { example: "NL", description: text("customers_country") }),
  supported_location: requiredUnless("org_id", yesNo, {
    example: "yes",
    description: text("customers_supported_location"),
  }),
  hq_name: optional(name(80), {
    example: usualHeadOffice,
    description: text("customers_hq_name"),
  }),
  hq_address_line1: optional(addressLine, {
    example: "",
    description: text("customers_hq_address_line1"),
  }),
  hq_address_line2: optional(addressLine, { example: "", description: text("customers_hq_address_line2") }),
  hq_city: optional(cityName, { example: "", description: text("customers_hq_city") }),
  hq_state: optional(stateCode, { example: "", description: text("customers_hq_state") }),
  hq_postal_code: optional(postalCode, { example: "", description: text("customers_hq_postal_code") }),
  hq_country: optional(country, {
    example: "",
    description: text("customers_hq_country"),
  }),
  hq_timezone: optional(timeZone, {
    example: "Europe/Amsterdam",
    description: text("customers_hq_timezone"),
  }),
  hq_language: optional(locale, {
    example: "nl_NL",
    description: text("customers_hq_language"),
  }),
  hq_emergency_location_identifier: optional(freeText(text("kind_identifier"), "reference"), {
    example: "",
    description: text("customers_hq_emergency_location_identifier"),
  }),
  hq_pstn: optional(freeText(text("kind_id_or_name"), "reference"), {
    example: "Simulated Carrier",
    description: text("customers_hq_pstn"),
  }),
  hq_pstn_route: optional(pstnRoute, { example: "", description: text("customers_hq_pstn_route") }),
  hq_phone_numbers: optional(phoneNumbers, {
    example: "+31201234500-+31201234549",
    description: text("customers_hq_phone_numbers"),
  }),
  hq_main_number: optional(phoneNumber, {
    example: "+31201234500",
    description: text("customers_hq_main_number"),
  }),
  hq_numbers_state: optional(numbersState, { example: "", description: text("customers_hq_numbers_state") }),
  hq_activate_on: optional(goLiveDay, { example: "", description: text("customers_hq_activate_on") }),
  hq_routing_prefix: optional(routingPrefix, { example: "", description: text("customers_hq_routing_prefix") }),
  hq_announcement_language: optional(locale, {
    example: "",
    description: text("customers_hq_announcement_language"),
  }),
  hq_caller_id_name: optional(name(30), { example: "", description: text("customers_hq_caller_id_name") }),
  meetings_timezone: optional(timeZone, {
    example: "Europe/Amsterdam",
    description: text("customers_meetings_timezone"),
  }),
  sub_partner_admin_email: optional(email, {
    example: "",
    description: text("customers_sub_partner_admin_email"),
  }),
  welcome_on: optional(goLiveDay, { example: "", description: text("customers_welcome_on") }),
  action: optional(rowAction, { example: "", description: text("customers_action") }),
  profile: optional(reference, { example: "", description: text("customers_profile") }),
};
