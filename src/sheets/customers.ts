/** The sheet of customers, each with its billing address and its head office. */
import { type Address, type CustomerRecord, type Draft, usualHeadOffice } from "../model/records.ts";
import { text } from "../model/words/text.ts";
import { addressColumns, addressOf, checkBlankParts } from "./cells/address-rules.ts";
import { checkCustomer } from "./cells/customer-rules.ts";
import { checkLocation } from "./cells/location-rules.ts";
import type { RowCheck } from "./cells/row-notes.ts";
import { customerColumns as columns } from "./customer-columns.ts";
import { defineSheet, type Values } from "./define-sheet.ts";

type Cells = Values<typeof columns>;
type Row = RowCheck<keyof typeof columns>;

export const customers = defineSheet<typeof columns, CustomerRecord>({
  columns,
  toRecord,
  needs: ["externalId", "packages", "packageLimits", "billingAddress", "supportedLocation", "headOffice"],
  countryColumns: ["hq_country", "country"],
});

function toRecord(cells: Cells, row: Row): Draft<CustomerRecord> {
  if (cells.action === "remove") return { externalId: cells.external_id, action: "remove" };
  checkCustomer(cells, row);
  const billingAddress = billingAddressOf(cells, row);
  return {
    externalId: cells.external_id,
    name: cells.name,
    adminEmail: cells.admin_email,
    template: cells.template,
    provisioningId: cells.provisioning_id,
    packages: cells.packages ?? [],
    packageLimits: cells.package_limits ?? {},
    language: cells.language,
    orgId: cells.org_id,
    billingAddress,
    supportedLocation: cells.supported_location ?? false,
    headOffice: headOfficeOf(cells, billingAddress, row),
    meetingsTimezone: cells.meetings_timezone,
    subPartnerAdminEmail: cells.sub_partner_admin_email,
    welcomeOn: cells.welcome_on,
  };
}

const headOfficeColumns = {
  line1: "hq_address_line1",
  line2: "hq_address_line2",
  city: "hq_city",
  state: "hq_state",
  postalCode: "hq_postal_code",
  country: "hq_country",
} as const;

const locationColumns = {
  country: "hq_country",
  pstn: "hq_pstn",
  pstnRoute: "hq_pstn_route",
  phoneNumbers: "hq_phone_numbers",
  mainNumber: "hq_main_number",
  numbersState: "hq_numbers_state",
  activateOn: "hq_activate_on",
  emergencyLocationIdentifier: "hq_emergency_location_identifier",
} as const;

function billingAddressOf(cells: Cells, row: Row): Address {
  checkBlankParts(cells.country ?? "", addressColumns, row);
  return addressOf(cells, addressColumns, row);
}

function headOfficeOf(cells: Cells, billingAddress: Address, row: Row) {
  const address = headOfficeAddressOf(cells, billingAddress, row);
  const assumed = assumedOf(row);
  const phoneNumbers = cells.hq_phone_numbers ?? [];
  checkLocation({ country: address.country, phoneNumbers, mainNumber: cells.hq_main_number }, locationColumns, row);
  return {
    name: cells.hq_name ?? usualHeadOffice,
    address,
    phoneNumbers,
    ...(assumed.length > 0 ? { assumed } : {}),
    ...filled({
      timezone: cells.hq_timezone,
      language: cells.hq_language,
      pstn: cells.hq_pstn_route ? undefined : cells.hq_pstn,
      pstnRoute: cells.hq_pstn_route,
      mainNumber: cells.hq_main_number,
      numbersState: cells.hq_numbers_state,
      activateOn: cells.hq_activate_on,
      callerIdName: cells.hq_caller_id_name,
      routingPrefix: cells.hq_routing_prefix,
      announcementLanguage: cells.hq_announcement_language,
      emergencyLocationIdentifier: cells.hq_emergency_location_identifier,
    }),
  };
}

/** What stands in no cell; of an address that is the billing address as a whole, the row says all. */
function assumedOf(row: Row): readonly ("name" | "country")[] {
  const hasOwnAddress = Object.values(headOfficeColumns).some((column) => row.text(column) !== "");
  return [
    ...(row.text("hq_name") === "" ? (["name"] as const) : []),
    ...(hasOwnAddress && row.text("hq_country") === "" ? (["country"] as const) : []),
  ];
}

/** The billing address, unless the row gives the head office one of its own: the two are never mixed, but for the country. */
function headOfficeAddressOf(cells: Cells, billingAddress: Address, row: Row): Address {
  const isBlank = Object.values(headOfficeColumns).every((column) => row.text(column) === "");
  if (isBlank) return billingAddress;
  for (const column of ["hq_address_line1", "hq_city"] as const) {
    if (row.text(column) === "") {
      row.error(column, "required", text("head_office_address_incomplete"), text("fill_in_or_use_billing_address"));
    }
  }
  const country = row.text("hq_country") === "" ? billingAddress.country : cells.hq_country;
  checkBlankParts(country ?? "", headOfficeColumns, row);
  return addressOf(cells, headOfficeColumns, row, country);
}

/** Without the keys that have no value. */
function filled<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> }; // only the undefined ones were left out
}
