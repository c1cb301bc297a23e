/** Other names of columns, per sheet, as data: fields of the Webex API, headers of Control Hub's user CSV, words of Partner Hub in English and Dutch. A column's own label is one without standing here. Compared as `foldHeader` tells. */
import type { SheetName } from "../../model/sheet.ts";
import { columnLabel } from "../../model/words/column-texts.ts";
import { languages } from "../../model/words/language.ts";

/** A header in the form in which it is compared: case, blanks of any kind, `_`, `-` and what cannot be seen do not count, nor `:`, `*` and `(Required)` at its ends. */
export function foldHeader(header: string): string {
  const bare = header
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u0085\p{Cf}\p{Cc}_\u2010-\u2015-]/gu, "");
  return bare.replace(/^[:*]+/, "").replace(/(?:[:*]|\((?:required|verplicht)\))+$/, "");
}

type Aliases = Readonly<Record<string, readonly string[]>>;

const customerReference = [
  "externalCustomerId",
  "external id",
  "customer id",
  "customer external id",
  "customer name",
  "company",
  "company name",
  "organization",
  "organisation",
  "klant",
  "klantnaam",
  "klantnummer",
  "klant-id",
  "bedrijf",
  "bedrijfsnaam",
  "organisatie",
  "klantnr",
  "klant nr",
  "customer number",
  "customer no",
  "debiteurnummer",
  "debiteurnr",
  "kundennummer",
];

const line1 = [
  "addressLine1",
  "address1",
  "address",
  "address line 1",
  "street",
  "street address",
  "adres",
  "adresregel 1",
  "straat",
  "straat en huisnummer",
];
const line2 = ["addressLine2", "address2", "address line 2", "adresregel 2"];
const city = ["town", "plaats", "stad", "woonplaats"];
const state = [
  "stateOrProvince",
  "state/province",
  "province",
  "state/province/region",
  "region",
  "provincie",
  "staat",
  "staat/provincie",
];
const postalCode = [
  "zipOrPostalCode",
  "zip",
  "zip code",
  "zip/postal code",
  "zip or postal code",
  "postcode",
  "postal",
];
const country = [
  "country/region",
  "country code",
  "country or region",
  "land",
  "land/regio",
  "landcode",
  "land of regio",
];
const timezone = ["timeZone", "time zone", "tijdzone"];
const language = ["preferredLanguage", "preferred language", "email language", "taal", "voorkeurstaal", "e-mailtaal"];
const emergencyLocationIdentifier = [
  "emergencyLocationIdentifier",
  "emergency location id",
  "pAccessNetworkInfo",
  "noodlocatie-id",
];
const phoneNumbers = ["phoneNumbers", "numbers", "phone number range", "telefoonnummers", "nummers"];
const mainNumber = ["mainNumber", "main phone number", "callingLineId", "hoofdnummer", "hoofdtelefoonnummer"];
const pstn = ["pstn connection", "pstn provider", "pstn option", "connection", "pstn-verbinding", "pstn-provider"];

const route = ["premise route", "premises route", "local gateway"];
const callerIdName = ["callerIdName", "calling line id name", "external caller id name"];

const numbersState = ["number state", "state of numbers", "numbers status", "nummerstatus", "toestand van nummers"];
const activateOn = ["activation date", "port date", "go-live date", "portering", "porteringsdatum", "livegang"];

const profileName = ["profile name", "profielnaam"];

/** A billing address of customers, an address of locations. */
const address: Aliases = { address_line1: line1, address_line2: line2, city, state, postal_code: postalCode, country };

const prefixed = (prefixes: readonly string[], names: readonly string[]) =>
  prefixes.flatMap((prefix) => names.map((name) => `${prefix} ${name}`));

const headOfficeWords = [
  "hq",
  "head office",
  "headquarters",
  "calling location",
  "location",
  "hoofdkantoor",
  "hoofdvestiging",
];
const ofHeadOffice = (name: string, others: readonly string[]) => prefixed(headOfficeWords, [name, ...others]);
const ofBilling = (name: string, others: readonly string[]) => [
  ...others,
  ...prefixed(["billing", "billing address", "factuur", "factuuradres"], [name, ...others]),
];

const headerAliases: Readonly<Record<SheetName, Aliases>> = {
  templates: {
    template_name: [
      "name",
      "template",
      "onboarding template",
      "onboarding template name",
      "sjabloon",
      "onboardingsjabloon",
      "sjabloonnaam",
      "naam van sjabloon",
      "naam",
      "naam van het sjabloon",
    ],
    provisioning_id: ["provisioningId", "provisioning-id", "inrichtings-id", "inrichting-id", "provisionerings-id"],
    country,
    service_provider_admin: [
      "service provider administrator",
      "partner admin",
      "beheerder serviceprovider",
      "beheerder van serviceprovider",
    ],
    default_language: [
      "defaultLanguage",
      "language",
      "standaardtaal",
      "standaard e-mailtaal",
      "standaardtaal voor e-mails",
      "standaardtaal e-mail",
      "standaardtaal voor e-mail",
      "taal",
    ],
    subscription: ["subscription id", "abonnement", "wholesale-abonnement", "groothandelsabonnement"],
    authentication: [
      "authentication method",
      "authentication mode",
      "verificatiemethode",
      "authenticatie",
      "authenticatiemethode",
    ],
    idp_entity_id: [
      "entity id",
      "idp entity",
      "identity provider entity id",
      "idp entiteits-id",
      "entiteits-id van idp",
      "entiteits-id",
      "id van idp-entiteit",
      "idp entiteit-id",
    ],
    pstn_vendor: [
      "cloud connected pstn provider",
      "ccp vendor",
      "ccp provider",
      "pstn provider",
      "pstn vendor",
      "pstn-leverancier",
      "cloud connected pstn-provider",
      "ccp-leverancier",
    ],
    invite_emails: [
      "allow-admin-invite-emails",
      "automatic activation emails",
      "invite e-mails",
      "uitnodigingsmails",
      "automatische activeringsmails",
    ],
    settings: ["common settings", "call settings", "instellingen"],
  },
  profiles: { profile: profileName },
  customers: {
    external_id: [
      "external customer id",
      "customer id",
      "externe id",
      "extern id",
      "klantnummer",
      "klantnr",
      "klant nr",
      "klant-id",
      "customer number",
      "customer no",
      "debiteurnummer",
      "debiteurnr",
      "kundennummer",
    ],
    name: ["company", "customer name", "customer", "bedrijf", "klant", "klantnaam", "naam"],
    admin_email: [
      "primaryEmail",
      "primary email",
      "administrator email",
      "customer admin email",
      "email",
      "e-mail",
      "email address",
      "e-mailadres",
      "e-mailadres beheerder",
      "e-mailadres van de beheerder",
      "e-mailadres van beheerder",
      "e-mail van de beheerder",
      "e-mailadres van klantbeheerder",
      "e-mailadres van de klantbeheerder",
      "primair e-mailadres",
      "primary admin email",
      "primary administrator email",
      "administrator email address",
      "beheerder",
    ],
    template: [
      "template name",
      "onboarding template",
      "onboarding template name",
      "onboardingsjabloon",
      "sjabloonnaam",
    ],
    provisioning_id: ["provisioningId", "provisioning-id", "inrichtings-id", "inrichting-id", "provisionerings-id"],
    packages: ["package", "pakket"],
    package_limits: ["limits", "packageLimits", "package quantities", "limieten"],
    language: [...language, "taal van klant"],
    org_id: ["orgId", "organisation id"],
    address_line1: ofBilling("address line 1", line1),
    address_line2: ofBilling("address line 2", line2),
    city: ofBilling("city", city),
    state: ofBilling("state", state),
    postal_code: ofBilling("postal code", postalCode),
    country: ofBilling("country", country),
    supported_location: [
      "location supported",
      "supported country",
      "i verify that this customer is in a location that webex supports",
      "i verify that this customer is in a location that cisco webex supports",
      "i verify that this customer is in a location supported by webex",
      "i verify that this customer is in a location supported by cisco webex",
      "i verify that this customer is in a webex supported location",
      "i verify that this customer is in a cisco webex supported location",
      "i verify that this customer is located in a cisco webex supported location",
      "ik verifieer dat deze klant zich op een door cisco webex ondersteunde locatie bevindt",
      "ik verifieer dat deze klant zich op een door webex ondersteunde locatie bevindt",
      "ik verifieer dat deze klant zich bevindt op een door cisco webex ondersteunde locatie",
      "ik bevestig dat deze klant zich op een door cisco webex ondersteunde locatie bevindt",
      "ik bevestig dat deze klant zich op een door webex ondersteunde locatie bevindt",
    ],
    hq_name: [...ofHeadOffice("name", ["naam"]), "location name", "locatienaam", "head office", "hoofdkantoor"],
    hq_address_line1: ofHeadOffice("address line 1", line1),
    hq_address_line2: ofHeadOffice("address line 2", line2),
    hq_city: ofHeadOffice("city", city),
    hq_state: ofHeadOffice("state", state),
    hq_postal_code: ofHeadOffice("postal code", postalCode),
    hq_country: ofHeadOffice("country", country),
    hq_timezone: [...ofHeadOffice("timezone", timezone), ...timezone],
    hq_language: ofHeadOffice("language", language),
    hq_emergency_location_identifier: [
      ...ofHeadOffice("emergency location identifier", emergencyLocationIdentifier),
      ...emergencyLocationIdentifier,
      "emergency location identifier",
    ],
    hq_pstn: [...ofHeadOffice("pstn", pstn), "pstn", ...pstn],
    hq_phone_numbers: [...ofHeadOffice("phone numbers", phoneNumbers), "phone numbers", ...phoneNumbers],
    hq_main_number: [...ofHeadOffice("main number", mainNumber), "main number", ...mainNumber],
    hq_numbers_state: [...ofHeadOffice("numbers state", numbersState), "hoofdkantoor: toestand van nummers"],
    hq_activate_on: ofHeadOffice("activate on", activateOn),
    hq_pstn_route: ofHeadOffice("pstn route", route),
    hq_routing_prefix: ofHeadOffice("routing prefix", ["location code"]),
    hq_announcement_language: ofHeadOffice("announcement language", ["announcementLanguage"]),
    hq_caller_id_name: ofHeadOffice("caller id name", callerIdName),
    meetings_timezone: ["meeting timezone", "meetings.timezone", "tijdzone vergaderingen"],
    sub_partner_admin_email: [
      "subPartnerAdminEmail",
      "sub-partner admin e-mail",
      "subpartner admin email",
      "e-mailadres beheerder subpartner",
    ],
    welcome_on: ["welcome date", "welcome mails on", "activation mails on", "datum activeringsmails"],
    action: ["aktion"],
    profile: profileName,
  },
  locations: {
    customer: customerReference,
    name: ["location", "locatie", "locatienaam", "naam", "vestiging"],
    ...address,
    timezone,
    language,
    announcement_language: ["aankondigingstaal"],
    pstn,
    phone_numbers: phoneNumbers,
    main_number: mainNumber,
    numbers_state: numbersState,
    activate_on: activateOn,
    pstn_route: route,
    caller_id_name: callerIdName,
    routing_prefix: ["location code", "locatiecode"],
    emergency_location_identifier: emergencyLocationIdentifier,
    action: ["aktion"],
    profile: profileName,
  },
  users: {
    customer: customerReference,
    email: [
      "User ID/Email",
      "user id",
      "e-mail",
      "primaryEmail",
      "gebruikers-id/e-mail",
      "gebruikers-id",
      "gebruikers-id/e-mailadres",
      "work email",
      "mail",
      "mailadres",
      "zakelijk e-mailadres",
      "e-mail-adresse",
    ],
    first_name: ["given name", "forename", "roepnaam", "vorname", "prénom"],
    last_name: ["surname", "family name", "familienaam", "nachname", "nom de famille"],
    package: ["packages", "base package", "licence", "license", "pakketten", "basispakket", "licentie"],
    addons: ["add-on", "add-on packages", "aanvullende pakketten", "aanvullingen"],
    location: ["locationId", "location name", "locatienaam", "vestiging"],
    phone_number: [
      "primaryPhoneNumber",
      "phone",
      "telephone",
      "number",
      "phone number e164",
      "direct number",
      "telefoon",
      "telefoon vast",
      "vast telefoonnummer",
      "vast nummer",
      "vaste telefoon",
      "telefoonnr",
      "nummer",
      "rufnummer",
      "telefonnummer",
    ],
    extension: [
      "ext",
      "extension number",
      "extensie",
      "extensienummer",
      "toestel",
      "toestel intern",
      "intern toestel",
      "intern nummer",
      "interne nummer",
      "kort nummer",
      "doorkiesnummer",
      "nebenstelle",
    ],
    roles: ["role", "administrator role", "admin roles", "admin role", "rol", "rollen", "beheerdersrol"],
    display_name: ["anzeigename"],
    title: ["functie"],
    department: ["abteilung"],
    language: ["preferredLanguage", "voorkeurstaal", "sprache"],
    caller_id: [
      "caller id number",
      "callerId",
      "outgoing caller id",
      "external caller id",
      "external caller id number",
      "nummerweergave",
      "getoond nummer",
      "rufnummernanzeige",
    ],
    action: ["aktion"],
    profile: profileName,
  },
};

/** Other names of a column: its label in every language, then those above. */
export function aliasesOf(sheet: SheetName, column: string): readonly string[] {
  const known = headerAliases[sheet][column] ?? [];
  const folded = new Set([column, ...known].map(foldHeader));
  const labels = languages.flatMap((language) => columnLabel(sheet, column, language) ?? []);
  return [...new Set(labels.filter((label) => !folded.has(foldHeader(label)))), ...known];
}
