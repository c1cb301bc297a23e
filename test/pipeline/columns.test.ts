/** Every column of every sheet x (created, changed, cleared): what is sent, and what the result says. */
import { describe, expect, it } from "vitest";
import { sheetNames } from "../../src/model/sheet.ts";
import { columnsOf } from "../../src/sheets/describe/describe-columns.ts";
import { type ColumnCase, type ColumnOutcome, putColumnsToWork } from "../support/columns-at-work.ts";

const table: readonly (ColumnCase & { readonly expected: ColumnOutcome })[] = [
  {
    sheet: "templates",
    column: "template_name",
    changed: "Template new {id}",
    with: { provisioning_id: "" },
    expected: {
      created: "POST /simulator/templates name → create succeeded",
      changed: "POST /simulator/templates name → create succeeded",
      cleared: "nothing → invalid required in template_name",
    },
  },
  {
    sheet: "templates",
    column: "provisioning_id",
    changed: "UHJvdmlzaW9uaW5nOther{id}",
    expected: {
      created: "POST /simulator/templates provisioningId, POST /wholesale/customers provisioningId → create succeeded",
      changed: "POST /simulator/templates provisioningId → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "templates",
    column: "country",
    changed: "BE",
    find: { created: "none" },
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → unchanged (warning template_changed)",
      cleared: "nothing → invalid required in country",
    },
  },
  {
    sheet: "templates",
    column: "service_provider_admin",
    changed: "other@provider.example.com",
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → unchanged (warning template_changed)",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "templates",
    column: "default_language",
    changed: "fr_FR",
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → unchanged (warning template_changed)",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "templates",
    column: "subscription",
    changed: "Wholesale 2027",
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → unchanged (warning template_changed)",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "templates",
    column: "authentication",
    changed: "webex",
    also: { idp_entity_id: "" },
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → unchanged (warning template_changed)",
      cleared: "nothing → invalid idp_entity_id_not_allowed in idp_entity_id",
    },
  },
  {
    sheet: "templates",
    column: "idp_entity_id",
    changed: "https://idp2.example.com/saml",
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → unchanged (warning template_changed)",
      cleared: "nothing → invalid required in idp_entity_id",
    },
  },
  {
    sheet: "templates",
    column: "pstn_vendor",
    changed: "Other",
    with: { pstn_vendor: "Vendor" },
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → unchanged (warning pstn_vendor_in_template) (warning template_changed)",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "templates",
    column: "invite_emails",
    changed: "yes",
    find: { created: "false", changed: "true" },
    result: "customers",
    expected: {
      created: "POST /settings/organizations/{id}/settings value → create succeeded",
      changed: "POST /settings/organizations/{id}/settings value → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "templates",
    column: "settings",
    changed: "directory_sync=on",
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → unchanged (warning template_changed)",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "external_id",
    changed: "{id}-new",
    expected: {
      created: "POST /wholesale/customers externalId → create succeeded",
      changed: "nothing → update failed exists_under_other_id in external_id",
      cleared: "nothing → invalid required in external_id",
    },
  },
  {
    sheet: "customers",
    column: "name",
    changed: "Renamed",
    expected: {
      created:
        "POST /wholesale/customers customerInfo.name, PUT /telephony/config/locations/{id} callingLineId.name → create succeeded",
      changed: "PATCH /identity/organizations/{id} displayName → update succeeded",
      cleared: "nothing → invalid required in name",
    },
  },
  {
    sheet: "customers",
    column: "admin_email",
    changed: "new@{id}.example.com",
    expected: {
      created: "POST /wholesale/customers customerInfo.primaryEmail → create succeeded",
      changed: "nothing → update failed change_not_offered in admin_email",
      cleared: "nothing → invalid required in admin_email",
    },
  },
  {
    sheet: "customers",
    column: "template",
    changed: "Template B",
    find: { created: "UHJvdmlzaW9uaW5nAA" },
    expected: {
      created: "POST /wholesale/customers provisioningId → create succeeded",
      changed: "nothing → update failed change_not_offered in template",
      cleared: "nothing → invalid template_required in template",
    },
  },
  {
    sheet: "customers",
    column: "provisioning_id",
    changed: "UHJvdmlzaW9uaW5nBB",
    with: { template: "", provisioning_id: "UHJvdmlzaW9uaW5nAA" },
    expected: {
      created: "POST /wholesale/customers provisioningId → create succeeded",
      changed: "nothing → update failed change_not_offered in provisioning_id",
      cleared: "nothing → invalid template_required in template",
    },
  },
  {
    sheet: "customers",
    column: "packages",
    changed: "webex_calling;webex_voice",
    find: { created: "webex_suite", changed: "webex_voice" },
    expected: {
      created: "POST /wholesale/customers packages[] → create succeeded",
      changed: "PUT /wholesale/customers/{id} packages[] → update succeeded (warning limit_without_package)",
      cleared: "nothing → invalid required in packages",
    },
  },
  {
    sheet: "customers",
    column: "package_limits",
    changed: "webex_calling=52",
    find: { created: "51", changed: "52" },
    expected: {
      created: "POST /wholesale/customers provisioningParameters.packages.limits.webex_calling → create succeeded",
      changed: "PUT /wholesale/customers/{id} provisioningParameters.packages.limits.webex_calling → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "language",
    changed: "pt_PT",
    expected: {
      created: "POST /wholesale/customers customerInfo.language → create succeeded",
      changed: "PATCH /identity/organizations/{id} preferredLanguage → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "org_id",
    changed: "",
    expected: {
      created: "POST /wholesale/customers orgId → create succeeded",
      changed: "nothing → update failed change_not_offered in org_id",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "address_line1",
    changed: "Damrak 2",
    expected: {
      created: "POST /wholesale/customers address.addressLine1 → create succeeded",
      changed: "PUT /wholesale/customers/{id} address.addressLine1 → update succeeded",
      cleared: "nothing → invalid required in address_line1",
    },
  },
  {
    sheet: "customers",
    column: "address_line2",
    changed: "Hal 5",
    expected: {
      created: "POST /wholesale/customers address.addressLine2 → create succeeded",
      changed: "PUT /wholesale/customers/{id} address.addressLine2 → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "city",
    changed: "Utrecht",
    expected: {
      created: "POST /wholesale/customers address.city → create succeeded",
      changed: "PUT /wholesale/customers/{id} address.city → update succeeded",
      cleared: "nothing → invalid required in city",
    },
  },
  {
    sheet: "customers",
    column: "state",
    changed: "UT",
    expected: {
      created: "POST /wholesale/customers address.stateOrProvince → create succeeded",
      changed: "PUT /wholesale/customers/{id} address.stateOrProvince → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "postal_code",
    changed: "1012 LH",
    expected: {
      created: "POST /wholesale/customers address.zipOrPostalCode → create succeeded",
      changed: "PUT /wholesale/customers/{id} address.zipOrPostalCode → update succeeded",
      cleared: "nothing → unchanged (warning required)",
    },
  },
  {
    sheet: "customers",
    column: "country",
    changed: "FR",
    expected: {
      created: "POST /wholesale/customers address.country → create succeeded",
      changed: "PUT /wholesale/customers/{id} address.country → update succeeded (warning invalid_postal_code)",
      cleared: "nothing → unchanged", // that of the template
    },
  },
  {
    sheet: "customers",
    column: "supported_location",
    changed: "no",
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → invalid location_not_supported in supported_location",
      cleared: "nothing → invalid required in supported_location",
    },
  },
  {
    sheet: "customers",
    column: "hq_name",
    changed: "Hoofdkantoor",
    expected: {
      created: "POST /wholesale/customers provisioningParameters.calling.location.name → create succeeded",
      changed: "PUT /locations/{id} name → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_address_line1",
    changed: "Kaai 8",
    expected: {
      created:
        "POST /wholesale/customers provisioningParameters.calling.location.address.addressLine1 → create succeeded",
      changed: "PUT /locations/{id} address.address1 → update succeeded",
      cleared: "nothing → invalid required in hq_address_line1",
    },
  },
  {
    sheet: "customers",
    column: "hq_address_line2",
    changed: "Hal 10",
    expected: {
      created:
        "POST /wholesale/customers provisioningParameters.calling.location.address.addressLine2 → create succeeded",
      changed: "PUT /locations/{id} address.address2 → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_city",
    changed: "Gent",
    expected: {
      created: "POST /wholesale/customers provisioningParameters.calling.location.address.city → create succeeded",
      changed: "PUT /locations/{id} address.city → update succeeded",
      cleared: "nothing → invalid required in hq_city",
    },
  },
  {
    sheet: "customers",
    column: "hq_state",
    changed: "VOV",
    expected: {
      created:
        "POST /wholesale/customers provisioningParameters.calling.location.address.stateOrProvince → create succeeded",
      changed: "PUT /locations/{id} address.state → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_postal_code",
    changed: "2018",
    expected: {
      created:
        "POST /wholesale/customers provisioningParameters.calling.location.address.zipOrPostalCode → create succeeded",
      changed: "PUT /locations/{id} address.postalCode → update succeeded",
      cleared: "nothing → unchanged (warning required)",
    },
  },
  {
    sheet: "customers",
    column: "hq_country",
    changed: "AT",
    expected: {
      created: "POST /wholesale/customers provisioningParameters.calling.location.address.country → create succeeded",
      changed:
        "PUT /locations/{id} address.country → update succeeded (warning phone_country_mismatch) (warning emergency_location_identifier_unused)",
      cleared:
        "nothing → unchanged (warning invalid_postal_code) (warning phone_country_mismatch) (warning emergency_location_identifier_unused)",
    },
  },
  {
    sheet: "customers",
    column: "hq_timezone",
    changed: "Europe/Rome",
    expected: {
      created: "POST /wholesale/customers provisioningParameters.calling.location.timezone → create succeeded",
      changed: "PUT /locations/{id} timeZone → update succeeded",
      cleared: "nothing → invalid required in hq_timezone",
    },
  },
  {
    sheet: "customers",
    column: "hq_language",
    changed: "es_ES",
    expected: {
      created: "POST /wholesale/customers provisioningParameters.calling.location.language → create succeeded",
      changed: "PUT /locations/{id} preferredLanguage → update succeeded",
      cleared: "PUT /locations/{id} → update succeeded", // that of the template
    },
  },
  {
    sheet: "customers",
    column: "hq_emergency_location_identifier",
    changed: "ELIN-9",
    expected: {
      created:
        "POST /wholesale/customers provisioningParameters.calling.location.emergencyLocationIdentifier → create succeeded",
      changed: "PUT /telephony/config/locations/{id} pAccessNetworkInfo → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_pstn",
    changed: "Second Carrier",
    find: { created: /\/connection$/ },
    expected: {
      created: "PUT /telephony/pstn/locations/{id}/connection → create succeeded",
      changed: "PUT /telephony/pstn/locations/{id}/connection → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_phone_numbers",
    changed: "{hq+0};{hq+1};{hq+2}",
    find: { created: /\/numbers$/ },
    expected: {
      created: "POST /telephony/config/locations/{id}/numbers → create succeeded",
      changed: "POST /telephony/config/locations/{id}/numbers → update succeeded",
      cleared: "nothing → unchanged (warning main_number_unchecked)",
    },
  },
  {
    sheet: "customers",
    column: "hq_main_number",
    changed: "{hq+1}",
    find: { created: /config\/locations\/[^/]+$/ },
    expected: {
      created: "PUT /telephony/config/locations/{id} → create succeeded",
      changed: "PUT /telephony/config/locations/{id} callingLineId.phoneNumber → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_announcement_language",
    changed: "it_IT",
    with: { hq_announcement_language: "fr_FR" },

    expected: {
      created: "PUT /telephony/config/locations/{id} announcementLanguage → create succeeded",
      changed: "PUT /telephony/config/locations/{id} announcementLanguage → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_caller_id_name",
    changed: "Centrum {id} new",
    with: { hq_caller_id_name: "Centrum {id}" },

    expected: {
      created: "PUT /telephony/config/locations/{id} callingLineId.name → create succeeded",
      changed: "PUT /telephony/config/locations/{id} callingLineId.name → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_numbers_state",
    changed: "active",
    with: { hq_numbers_state: "inactive" },
    find: { changed: "ACTIVATE" },
    expected: {
      created: "POST /telephony/config/locations/{id}/numbers state → create succeeded",
      changed: "PUT /telephony/config/locations/{id}/numbers action → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_activate_on",
    changed: "2099-12-06",
    with: { hq_activate_on: "2099-12-05" },
    find: { created: "INACTIVE" },
    expected: {
      created: "POST /telephony/config/locations/{id}/numbers state → create succeeded",
      changed: "nothing → update succeeded (warning day_far_ahead)",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_routing_prefix",
    changed: "72",
    with: { hq_routing_prefix: "71" },

    expected: {
      created: "PUT /telephony/config/locations/{id} routingPrefix → create succeeded",
      changed: "PUT /telephony/config/locations/{id} routingPrefix → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "hq_pstn_route",
    changed: "route_group:Simulated Gateways",
    with: { hq_pstn_route: "" },
    also: { hq_pstn: "" },
    find: { created: "none", changed: /\/connection$/ },
    expected: {
      created: "nothing → create succeeded",
      changed: "PUT /telephony/pstn/locations/{id}/connection → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "meetings_timezone",
    changed: "Europe/Rome",
    expected: {
      created: "POST /wholesale/customers provisioningParameters.meetings.timezone → create succeeded",
      changed: "PUT /wholesale/customers/{id} provisioningParameters.meetings.timezone → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "sub_partner_admin_email",
    changed: "new@partner.example.com",
    expected: {
      created: "POST /wholesale/customers subPartnerAdminEmail → create succeeded",
      changed: "PUT /wholesale/customers/{id} subPartnerAdminEmail → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "welcome_on",
    changed: "2099-12-06",
    with: { welcome_on: "2099-12-05" },
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → update succeeded (warning day_far_ahead)",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "customers",
    column: "action",
    changed: "remove",
    with: { action: "keep" },
    expected: {
      created: "nothing → create succeeded",
      changed: "nothing → delete failed customer_removal_not_allowed in action",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "customer",
    changed: "X990",
    with: { phone_numbers: "", main_number: "" },
    find: { created: /locations$/ },
    expected: {
      created: "POST /locations, POST /telephony/config/locations → create succeeded",
      changed:
        "POST /locations, POST /telephony/config/locations, PUT /telephony/config/locations/{id}, PUT /telephony/pstn/locations/{id}/connection → create succeeded",
      cleared: "nothing → invalid required in customer",
    },
  },
  {
    sheet: "locations",
    column: "name",
    changed: "Depot",
    with: { phone_numbers: "", main_number: "", routing_prefix: "" },
    expected: {
      created: "POST /locations name, POST /telephony/config/locations name → create succeeded",
      changed:
        "POST /locations name, POST /telephony/config/locations name, PUT /telephony/config/locations/{id}, PUT /telephony/pstn/locations/{id}/connection → create succeeded",
      cleared: "nothing → invalid required in name",
    },
  },
  {
    sheet: "locations",
    column: "address_line1",
    changed: "Torstrasse 41",
    expected: {
      created: "POST /locations address.address1, POST /telephony/config/locations address.address1 → create succeeded",
      changed: "PUT /locations/{id} address.address1 → update succeeded",
      cleared: "nothing → invalid required in address_line1",
    },
  },
  {
    sheet: "locations",
    column: "address_line2",
    changed: "Hof 6",
    expected: {
      created: "POST /locations address.address2, POST /telephony/config/locations address.address2 → create succeeded",
      changed: "PUT /locations/{id} address.address2 → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "city",
    changed: "Potsdam",
    expected: {
      created: "POST /locations address.city, POST /telephony/config/locations address.city → create succeeded",
      changed: "PUT /locations/{id} address.city → update succeeded",
      cleared: "nothing → invalid required in city",
    },
  },
  {
    sheet: "locations",
    column: "state",
    changed: "BB",
    expected: {
      created:
        "POST /wholesale/customers provisioningParameters.calling.location.address.country, POST /locations address.state, POST /telephony/config/locations address.state → create succeeded",
      changed: "PUT /locations/{id} address.state → update succeeded",
      cleared: "nothing → invalid required in state",
    },
  },
  {
    sheet: "locations",
    column: "postal_code",
    changed: "10115",
    expected: {
      created:
        "POST /locations address.postalCode, POST /telephony/config/locations address.postalCode → create succeeded",
      changed: "PUT /locations/{id} address.postalCode → update succeeded",
      cleared: "nothing → invalid required in postal_code",
    },
  },
  {
    sheet: "locations",
    column: "country",
    changed: "AT",
    expected: {
      created: "POST /locations address.country, POST /telephony/config/locations address.country → create succeeded",
      changed:
        "PUT /locations/{id} address.country → update succeeded (warning phone_country_mismatch) (warning emergency_location_identifier_unused) (warning invalid_postal_code)",
      cleared:
        "PUT /locations/{id} → update succeeded (warning phone_country_mismatch) (warning emergency_location_identifier_unused) (warning invalid_postal_code)",
    },
  },
  {
    sheet: "locations",
    column: "timezone",
    changed: "Europe/Vienna",
    expected: {
      created: "POST /locations timeZone, POST /telephony/config/locations timeZone → create succeeded",
      changed: "PUT /locations/{id} timeZone → update succeeded",
      cleared: "nothing → invalid required in timezone",
    },
  },
  {
    sheet: "locations",
    column: "language",
    changed: "de_AT",
    expected: {
      created:
        "POST /locations preferredLanguage, POST /telephony/config/locations preferredLanguage → create succeeded",
      changed: "PUT /locations/{id} preferredLanguage → update succeeded",
      cleared: "PUT /locations/{id} → update succeeded", // that of the template
    },
  },
  {
    sheet: "locations",
    column: "announcement_language",
    changed: "it_IT",
    expected: {
      created:
        "POST /locations announcementLanguage, POST /telephony/config/locations announcementLanguage → create succeeded",
      changed: "PUT /telephony/config/locations/{id} announcementLanguage → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "pstn",
    changed: "Second Carrier",
    find: { created: /\/connection$/ },
    expected: {
      created: "PUT /telephony/pstn/locations/{id}/connection → create succeeded",
      changed: "PUT /telephony/pstn/locations/{id}/connection → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "phone_numbers",
    changed: "{branch+0};{branch+1};{branch+2};{branch+3}",
    find: { created: /\/numbers$/ },
    expected: {
      created: "POST /telephony/config/locations/{id}/numbers → create succeeded",
      changed: "POST /telephony/config/locations/{id}/numbers → update succeeded",
      cleared: "nothing → unchanged (warning main_number_unchecked)",
    },
  },
  {
    sheet: "locations",
    column: "main_number",
    changed: "{branch+1}",
    find: { created: /config\/locations\/[^/]+$/ },
    expected: {
      created: "PUT /telephony/config/locations/{id} → create succeeded",
      changed: "PUT /telephony/config/locations/{id} callingLineId.phoneNumber → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "routing_prefix",
    changed: "82",
    expected: {
      created: "PUT /telephony/config/locations/{id} routingPrefix → create succeeded",
      changed: "PUT /telephony/config/locations/{id} routingPrefix → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "emergency_location_identifier",
    changed: "ELIN-3",
    expected: {
      created: "PUT /telephony/config/locations/{id} pAccessNetworkInfo → create succeeded",
      changed: "PUT /telephony/config/locations/{id} pAccessNetworkInfo → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "numbers_state",
    changed: "active",
    with: { numbers_state: "inactive" },
    find: { changed: "ACTIVATE" },
    expected: {
      created: "POST /telephony/config/locations/{id}/numbers state → create succeeded",
      changed: "PUT /telephony/config/locations/{id}/numbers action → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "activate_on",
    changed: "2099-12-06",
    with: { activate_on: "2099-12-05" },
    find: { created: "INACTIVE" },
    expected: {
      created: "POST /telephony/config/locations/{id}/numbers state → create succeeded",
      changed: "nothing → update succeeded (warning day_far_ahead)",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "caller_id_name",
    changed: "Branch {id} new",
    with: { caller_id_name: "Branch {id}" },

    expected: {
      created: "PUT /telephony/config/locations/{id} callingLineId.name → create succeeded",
      changed: "PUT /telephony/config/locations/{id} callingLineId.name → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "pstn_route",
    changed: "route_group:Simulated Gateways",
    with: { pstn_route: "" },
    also: { pstn: "" },
    find: { created: "none", changed: /\/connection$/ },
    expected: {
      created: "nothing → create succeeded",
      changed: "PUT /telephony/pstn/locations/{id}/connection → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "locations",
    column: "action",
    changed: "remove",
    with: { action: "keep" },

    expected: {
      created: "nothing → create succeeded",
      changed: "POST /telephony/config/jobs/locations/deleteCallingLocation, DELETE /locations/{id} → delete succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "customer",
    changed: "X991",
    with: { package: "webex_meetings", addons: "", location: "", phone_number: "", extension: "" },
    find: { created: /subscribers$/ },
    expected: {
      created: "POST /wholesale/subscribers → create succeeded",
      changed: "POST /wholesale/subscribers → create failed 10022 in email",
      cleared: "nothing → invalid required in customer",
    },
  },
  {
    sheet: "users",
    column: "email",
    changed: "other@{id}.example.com",
    with: { phone_number: "" },
    also: { extension: "4009" },
    expected: {
      created: "POST /wholesale/subscribers email → create succeeded",
      changed: "POST /wholesale/subscribers email, PATCH /identity/scim/{id}/v2/Users/{id} → create succeeded",
      cleared: "nothing → invalid required in email",
    },
  },
  {
    sheet: "users",
    column: "first_name",
    changed: "Anna",
    expected: {
      created: "POST /wholesale/subscribers provisioningParameters.firstName → create succeeded",
      changed: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → update succeeded",
      cleared: "nothing → invalid required in first_name",
    },
  },
  {
    sheet: "users",
    column: "last_name",
    changed: "Visscher",
    expected: {
      created: "POST /wholesale/subscribers provisioningParameters.lastName → create succeeded",
      changed: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → update succeeded",
      cleared: "nothing → invalid required in last_name",
    },
  },
  {
    sheet: "users",
    column: "package",
    changed: "webex_suite",
    expected: {
      created: "POST /wholesale/customers packages[], POST /wholesale/subscribers packages[] → create succeeded",
      changed: "PUT /wholesale/subscribers/{id} packages[] → update succeeded",
      cleared: "nothing → invalid required in package",
    },
  },
  {
    sheet: "users",
    column: "addons",
    changed: "attendant_console",
    with: { addons: "" },
    expected: {
      created: "nothing → create succeeded",
      changed: "PUT /wholesale/subscribers/{id} packages[] → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "addons",
    changed: "",
    expected: {
      created: "POST /wholesale/customers packages[], POST /wholesale/subscribers packages[] → create succeeded",
      changed: "nothing → unchanged",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "location",
    changed: "Centrum",
    with: { phone_number: "" },
    find: { created: /subscribers$/ },
    expected: {
      created: "POST /wholesale/subscribers → create succeeded",
      changed: "POST /telephony/config/jobs/person/moveLocation → update succeeded",
      cleared: "nothing → invalid location_required in location",
    },
  },
  {
    sheet: "users",
    column: "phone_number",
    changed: "{branch+2}",
    expected: {
      created:
        "POST /telephony/config/locations/{id}/numbers phoneNumbers[], POST /wholesale/subscribers provisioningParameters.primaryPhoneNumber → create succeeded",
      changed: "PUT /people/{id} phoneNumbers[].value → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "extension",
    changed: "4002",
    expected: {
      created: "POST /wholesale/subscribers provisioningParameters.extension → create succeeded",
      changed: "PUT /people/{id} extension → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "roles",
    changed: "user_admin;device_admin",
    find: { created: "id_user_admin", changed: "id_device_admin" },
    expected: {
      created: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value[].value → create succeeded",
      changed: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value[].value → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "display_name",
    changed: "Visser, Anna",
    expected: {
      created: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → create succeeded",
      changed: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "title",
    changed: "Head baker",
    expected: {
      created: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → create succeeded",
      changed: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "department",
    changed: "Cakes",
    expected: {
      created: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → create succeeded",
      changed: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "language",
    changed: "es_ES",
    expected: {
      created: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → create succeeded",
      changed: "PATCH /identity/scim/{id}/v2/Users/{id} Operations[].value → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "caller_id",
    changed: "{branch+2}",
    with: { caller_id: "{branch+0}" },
    expected: {
      created:
        "POST /telephony/config/locations/{id}/numbers phoneNumbers[], PUT /telephony/config/locations/{id} callingLineId.phoneNumber, PUT /people/{id}/features/callerId customNumber → create succeeded",
      changed: "PUT /people/{id}/features/callerId customNumber → update succeeded",
      cleared: "nothing → unchanged",
    },
  },
  {
    sheet: "users",
    column: "action",
    changed: "remove",
    with: { action: "keep" },
    expected: {
      created: "nothing → create succeeded",
      changed: "DELETE /wholesale/subscribers/{id}, DELETE /identity/scim/{id}/v2/Users/{id} → delete succeeded",
      cleared: "nothing → unchanged",
    },
  },
];

let outcomes: readonly ColumnOutcome[] = [];

describe("the columns of the sheets", () => {
  it("are all in the table", () => {
    const sheets = sheetNames.filter((sheet) => sheet !== "profiles"); // of profiles: profiles.test.ts
    const all = sheets
      .flatMap((sheet) => columnsOf(sheet).map(({ name }) => `${sheet} ${name}`))
      .filter((column) => !column.endsWith(" profile"));
    expect(new Set(table.map(({ sheet, column }) => `${sheet} ${column}`))).toEqual(new Set(all));
  });

  it("are put to work in two applies", async () => {
    outcomes = await putColumnsToWork(table);
    console.log(print());
  }, 120_000);

  const cells = table.flatMap((line, index) =>
    (["created", "changed", "cleared"] as const).map((fate) => ({ ...line, index, fate, cell: line.expected[fate] })),
  );

  it.each(cells)("$sheet $column $fate: $cell", ({ index, fate, cell }) => {
    expect(inOrder(outcomes[index]?.[fate] ?? "")).toEqual(inOrder(cell));
  });
});

/** Calls that do not wait for one another leave in any order. */
function inOrder(cell: string): readonly string[] {
  const [calls = "", end = ""] = cell.split(" → ");
  return [...calls.split(", ").toSorted(), end];
}

function print(): string {
  const lines = table.map(({ sheet, column }, index) => {
    const { created, changed, cleared } = outcomes[index] ?? { created: "", changed: "", cleared: "" };
    return `${sheet}.${column}\n    created  ${created}\n    changed  ${changed}\n    cleared  ${cleared}`;
  });
  return `column: what is sent → what the result says\n${lines.join("\n")}`;
}
