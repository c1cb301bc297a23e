/** Rows in which every cell is filled, so that each column can be seen at work. */
import type { SheetName } from "../../src/model/sheet.ts";

export type Cells = Readonly<Record<string, string>>;

/** Rows of one case, told apart from those of all others by their number. */
export type Stage = { readonly id: string; readonly number: number; readonly rows: Readonly<Record<SheetName, Cells>> };

/** `given`: cells of the row that the case is about. */
export function stageOf(sheet: SheetName, number: number, given: Cells = {}): Stage {
  const id = `X${number}`;
  const fill = (text: string) =>
    text
      .replaceAll("{id}", id)
      .replaceAll(/\{hq\+(\d)\}/g, (_, offset) => `+3232${100_000 + number * 10 + Number(offset)}`)
      .replaceAll(/\{branch\+(\d)\}/g, (_, offset) => `+493020${100_000 + number * 10 + Number(offset)}`);
  const filled = (cells: Cells): Cells =>
    Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, fill(cell)]));
  const usual: Readonly<Record<SheetName, Cells>> = {
    templates,
    profiles: { profile: "Profile {id}" },
    customers: sheet === "templates" ? { ...customers, template: "Template {id}" } : customers,
    locations,
    users,
  };
  const rowOf = (each: SheetName) => filled(each === sheet ? { ...usual[each], ...given } : usual[each]);
  const rows = {
    templates: rowOf("templates"),
    profiles: rowOf("profiles"),
    customers: rowOf("customers"),
    locations: rowOf("locations"),
    users: rowOf("users"),
  };
  return { id, number, rows };
}

export const templates: Cells = {
  template_name: "Template {id}",
  provisioning_id: "UHJvdmlzaW9uaW5n{id}",
  country: "NL",
  service_provider_admin: "partner@provider.example.com",
  default_language: "pt_PT",
  subscription: "Wholesale 2026",
  authentication: "partner",
  idp_entity_id: "https://idp.example.com/saml",
  pstn_vendor: "",
  invite_emails: "no",
  settings: "directory_sync=off",
};

const customers: Cells = {
  external_id: "{id}",
  name: "Customer {id}",
  admin_email: "admin@{id}.example.com",
  template: "Template A",
  provisioning_id: "",
  packages: "webex_calling;webex_meetings;webex_suite;attendant_console",
  package_limits: "webex_calling=51;webex_meetings=11",
  language: "en_GB",
  org_id: "",
  address_line1: "Damrak 1",
  address_line2: "Hal 3",
  city: "Amsterdam",
  state: "NH",
  postal_code: "1012 LG",
  country: "NL",
  supported_location: "yes",
  hq_name: "Centrum",
  hq_address_line1: "Kaai 7",
  hq_address_line2: "Hal 9",
  hq_city: "Antwerpen",
  hq_state: "VAN",
  hq_postal_code: "2000",
  hq_country: "BE",
  hq_timezone: "Europe/Brussels",
  hq_language: "nl_BE",
  hq_emergency_location_identifier: "ELIN-1",
  hq_pstn: "Simulated Carrier",
  hq_phone_numbers: "{hq+0};{hq+1}",
  hq_main_number: "{hq+0}",
  meetings_timezone: "Europe/Paris",
  sub_partner_admin_email: "sub@partner.example.com",
};

const locations: Cells = {
  customer: "{id}",
  name: "Branch",
  address_line1: "Torstrasse 40",
  address_line2: "Hof 4",
  city: "Berlin",
  state: "BE",
  postal_code: "10119",
  country: "DE",
  timezone: "Europe/Berlin",
  language: "de_DE",
  announcement_language: "fr_FR",
  pstn: "Simulated Carrier",
  phone_numbers: "{branch+0};{branch+1};{branch+2}",
  main_number: "{branch+0}",
  routing_prefix: "81",
  emergency_location_identifier: "ELIN-2",
};

const users: Cells = {
  customer: "{id}",
  email: "user@{id}.example.com",
  first_name: "Ann",
  last_name: "Visser",
  package: "webex_calling",
  addons: "attendant_console",
  location: "Branch",
  phone_number: "{branch+1}",
  extension: "4001",
  roles: "user_admin",
  display_name: "Visser, Ann",
  title: "Baker",
  department: "Bread",
  language: "fr_CA",
};
