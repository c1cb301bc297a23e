/** The columns of the customers sheet, in the order of the spec. */
import { customerName, text, yesNo } from "./cell-types.ts";
import { optional, required, requiredUnless } from "./define-sheet.ts";
import { email, mailbox } from "./email-cells.ts";
import { packageLimits, packageList } from "./package-cells.ts";
import { phoneNumber, phoneNumbers } from "./phone-cells.ts";
import { addressLine, cityName, country, locale, postalCode, stateCode, timeZone } from "./place-cells.ts";
import { provisioningId } from "./provisioning-id.ts";

export const customerColumns = {
  external_id: required(text("id"), {
    example: "CUST-001",
    description: "The partner's own stable id of the customer; unique.",
  }),
  name: requiredUnless("org_id", customerName, {
    example: "Visser Bouw",
    description: "Name of the company; no %, at most 256 characters. May be blank with org_id.",
  }),
  admin_email: requiredUnless("org_id", mailbox, {
    example: "it@visser.example.com",
    description: "First administrator: a real mailbox, unique across customers. May be blank with org_id.",
  }),
  template: optional(text("name"), {
    example: "Calling NL",
    description: "Name of the onboarding template; this or provisioning_id is needed to create a customer.",
  }),
  provisioning_id: optional(provisioningId, {
    example: "",
    description: "Provisioning ID of the template, as Partner Hub shows it.",
  }),
  packages: required(packageList, {
    example: "webex_calling;webex_meetings",
    description: "Packages of the customer by code or name, separated by ;.",
  }),
  package_limits: optional(packageLimits, {
    example: "webex_calling=50;webex_meetings=10",
    description: "How many of each package may be assigned: package=number, separated by ;.",
  }),
  language: optional(locale, { example: "nl_NL", description: "Preferred language: xx or xx_YY." }),
  org_id: optional(text("organisation id"), {
    example: "",
    description: "Id of an existing Webex organisation to which wholesale is attached.",
  }),
  address_line1: required(addressLine, {
    example: "Damrak 1",
    description: "Billing address: street and number; at most 50 characters.",
  }),
  address_line2: optional(addressLine, {
    example: "",
    description: "Billing address: second line; at most 50 characters.",
  }),
  city: required(cityName, { example: "Amsterdam", description: "Billing address: city." }),
  state: optional(stateCode, {
    example: "NH",
    description: "Billing address: state or province as its ISO 3166-2 code; required in US, CA, AU.",
  }),
  postal_code: optional(postalCode, {
    example: "1012 LG",
    description: "Billing address: postal code; required in US, CA, AU.",
  }),
  country: required(country, { example: "NL", description: "Billing address: country, ISO 3166-1 alpha-2." }),
  supported_location: requiredUnless("org_id", yesNo, {
    example: "yes",
    description: "I verify that this customer is in a location that Webex supports: yes. May be blank with org_id.",
  }),
  hq_name: optional(text("name", 80), {
    example: "Head Office",
    description: "Name of the head office; blank: Head Office. At most 80 characters.",
  }),
  hq_address_line1: optional(addressLine, {
    example: "",
    description: "Head office: street and number. The whole address blank: the billing address.",
  }),
  hq_address_line2: optional(addressLine, { example: "", description: "Head office: second line." }),
  hq_city: optional(cityName, { example: "", description: "Head office: city." }),
  hq_state: optional(stateCode, { example: "", description: "Head office: state or province as its ISO 3166-2 code." }),
  hq_postal_code: optional(postalCode, { example: "", description: "Head office: postal code." }),
  hq_country: optional(country, {
    example: "",
    description: "Head office: country; blank: that of the billing address.",
  }),
  hq_timezone: optional(timeZone, {
    example: "Europe/Amsterdam",
    description: "Head office: IANA time zone; required with a calling package.",
  }),
  hq_language: optional(locale, {
    example: "nl_NL",
    description: "Head office: language; required with a calling package.",
  }),
  hq_emergency_location_identifier: optional(text("identifier"), {
    example: "",
    description: "Head office: emergency location identifier; BE, DE and FR only.",
  }),
  hq_pstn: optional(text("id or name"), {
    example: "Simulated Carrier",
    description: "Head office: id or display name of a PSTN connection option.",
  }),
  hq_phone_numbers: optional(phoneNumbers, {
    example: "+31201234500-+31201234549",
    description: "Head office: numbers in E.164, separated by ;, ranges as +31...-+31...",
  }),
  hq_main_number: optional(phoneNumber, {
    example: "+31201234500",
    description: "Head office: main number, one of its numbers.",
  }),
  meetings_timezone: optional(timeZone, {
    example: "Europe/Amsterdam",
    description: "IANA time zone of the meetings site.",
  }),
  sub_partner_admin_email: optional(email, {
    example: "",
    description: "E-mail address of the administrator of the sub-partner.",
  }),
};
