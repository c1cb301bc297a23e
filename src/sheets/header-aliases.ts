/** Other names of columns, per sheet, as data: fields of the Webex API, headers of Control Hub's user CSV, labels of Partner Hub in English and Dutch. Compared without case, blanks, `_` and `-`. */
import type { SheetName } from "../model/sheet.ts";

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

export const headerAliases: Readonly<Record<SheetName, Aliases>> = {
  templates: {
    template_name: ["name", "template", "onboarding template", "sjabloon", "sjabloonnaam", "naam", "naam van sjabloon"],
    provisioning_id: ["provisioningId", "provisioning-id", "inrichtings-id"],
    country,
    service_provider_admin: [
      "serviceProviderAdmin",
      "service provider administrator",
      "partner admin",
      "beheerder serviceprovider",
      "beheerder van serviceprovider",
    ],
    default_language: [
      "default email language",
      "defaultLanguage",
      "language",
      "standaardtaal",
      "standaard e-mailtaal",
      "taal",
    ],
    subscription: ["wholesale subscription", "subscription id", "abonnement", "wholesale-abonnement"],
    authentication: ["authentication method", "authentication mode", "verificatie", "authenticatie"],
    idp_entity_id: ["idpEntityId", "entity id", "idp entity", "identity provider entity id", "idp entiteits-id"],
    pstn_vendor: ["cloud connected pstn vendor", "ccp vendor", "pstn provider", "pstn-leverancier"],
    invite_emails: [
      "allow-admin-invite-emails",
      "automatic activation emails",
      "invite e-mails",
      "uitnodigingsmails",
      "automatische activeringsmails",
    ],
    settings: ["common settings", "call settings", "instellingen"],
  },
  customers: {
    external_id: [
      "externalId",
      "external customer id",
      "customer id",
      "extern id",
      "externe id",
      "klantnummer",
      "klant-id",
    ],
    name: [
      "company",
      "company name",
      "customer name",
      "customer",
      "bedrijf",
      "bedrijfsnaam",
      "klant",
      "klantnaam",
      "naam",
    ],
    admin_email: [
      "primaryEmail",
      "primary email",
      "admin e-mail",
      "administrator email",
      "customer admin email",
      "email",
      "e-mail",
      "email address",
      "e-mailadres",
      "e-mailadres beheerder",
      "beheerder",
    ],
    template: ["template name", "onboarding template", "sjabloon", "onboardingsjabloon", "sjabloonnaam"],
    provisioning_id: ["provisioningId", "provisioning-id", "inrichtings-id"],
    packages: ["package", "pakketten", "pakket"],
    package_limits: ["limits", "packageLimits", "quantities", "package quantities", "aantallen", "limieten"],
    language: [...language, "taal van klant"],
    org_id: ["orgId", "organization id", "organisation id", "organisatie-id"],
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
      "ondersteunde locatie",
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
    meetings_timezone: ["meetings time zone", "meeting timezone", "meetings.timezone", "tijdzone vergaderingen"],
    sub_partner_admin_email: [
      "subPartnerAdminEmail",
      "sub-partner admin e-mail",
      "subpartner admin email",
      "e-mailadres beheerder subpartner",
    ],
  },
  locations: {
    customer: customerReference,
    name: ["location", "location name", "locationName", "locatie", "locatienaam", "naam", "vestiging"],
    ...address,
    timezone,
    language,
    announcement_language: [
      "announcementLanguage",
      "announcement language",
      "taal van aankondigingen",
      "aankondigingstaal",
    ],
    pstn,
    phone_numbers: phoneNumbers,
    main_number: mainNumber,
    routing_prefix: ["routingPrefix", "location code", "routeringsprefix", "locatiecode"],
    emergency_location_identifier: emergencyLocationIdentifier,
  },
  users: {
    customer: customerReference,
    email: [
      "User ID/Email",
      "user id",
      "e-mail",
      "email address",
      "primaryEmail",
      "e-mailadres",
      "gebruikers-id/e-mail",
      "gebruikers-id",
    ],
    first_name: ["firstName", "given name", "voornaam"],
    last_name: ["lastName", "surname", "family name", "achternaam"],
    package: ["packages", "base package", "licence", "license", "pakket", "pakketten", "basispakket", "licentie"],
    addons: ["add-ons", "add-on", "add-on packages", "aanvullende pakketten", "aanvullingen"],
    location: ["locationId", "location name", "locatie", "locatienaam", "vestiging"],
    phone_number: ["primaryPhoneNumber", "phone", "telephone", "number", "telefoonnummer", "telefoon", "nummer"],
    extension: ["ext", "extensie", "toestel", "toestelnummer", "doorkiesnummer"],
    roles: ["role", "administrator roles", "admin roles", "rol", "rollen", "beheerdersrollen"],
  },
};
