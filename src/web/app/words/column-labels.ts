/** Labels of the columns of the sheets, shown above their technical names; in Dutch the labels of Partner Hub. */
import type { SheetName } from "../../../model/sheet.ts";
import type { Language } from "../../../model/words/language.ts";

type Label = { readonly [L in Language]: string };

const address = {
  address_line1: { en: "Address line 1", nl: "Adresregel 1" },
  address_line2: { en: "Address line 2", nl: "Adresregel 2" },
  city: { en: "City", nl: "Plaats" },
  state: { en: "State/province", nl: "Provincie" },
  postal_code: { en: "Postal code", nl: "Postcode" },
  country: { en: "Country", nl: "Land" },
};

const customer: Label = { en: "Customer", nl: "Klant" };
const provisioningId: Label = { en: "Provisioning ID", nl: "Inrichtings-id" };

const labels: Readonly<Record<SheetName, Readonly<Record<string, Label>>>> = {
  templates: {
    template_name: { en: "Template name", nl: "Naam van sjabloon" },
    provisioning_id: provisioningId,
    country: { en: "Country or region", nl: "Land of regio" },
    service_provider_admin: { en: "Service provider admin", nl: "Serviceproviderbeheerder" },
    default_language: { en: "Default email language", nl: "Standaardtaal voor e-mail" },
    subscription: { en: "Wholesale subscription", nl: "Groothandelabonnement" },
    authentication: { en: "Authentication", nl: "Verificatie" },
    idp_entity_id: { en: "IdP entity ID", nl: "Entiteits-id van IdP" },
    pstn_vendor: { en: "Cloud Connected PSTN vendor", nl: "Cloud Connected PSTN-leverancier" },
    invite_emails: { en: "Invitations", nl: "Uitnodigingen" },
    settings: { en: "Other settings", nl: "Overige instellingen" },
  },
  customers: {
    external_id: { en: "External ID", nl: "Extern id" },
    name: { en: "Company name", nl: "Bedrijfsnaam" },
    admin_email: { en: "Admin email", nl: "E-mail beheerder" },
    template: { en: "Template", nl: "Sjabloon" },
    provisioning_id: provisioningId,
    packages: { en: "Packages", nl: "Pakketten" },
    package_limits: { en: "Quantities", nl: "Aantallen" },
    language: { en: "Preferred language", nl: "Voorkeurstaal" },
    org_id: { en: "Organization ID", nl: "Organisatie-id" },
    ...address,
    supported_location: { en: "Supported location", nl: "Ondersteunde locatie" },
    hq_name: { en: "Head office: name", nl: "Hoofdkantoor: naam" },
    hq_address_line1: { en: "Head office: address line 1", nl: "Hoofdkantoor: adresregel 1" },
    hq_address_line2: { en: "Head office: address line 2", nl: "Hoofdkantoor: adresregel 2" },
    hq_city: { en: "Head office: city", nl: "Hoofdkantoor: plaats" },
    hq_state: { en: "Head office: state or province", nl: "Hoofdkantoor: provincie" },
    hq_postal_code: { en: "Head office: postal code", nl: "Hoofdkantoor: postcode" },
    hq_country: { en: "Head office: country", nl: "Hoofdkantoor: land" },
    hq_timezone: { en: "Head office: time zone", nl: "Hoofdkantoor: tijdzone" },
    hq_language: { en: "Head office: language", nl: "Hoofdkantoor: taal" },
    hq_emergency_location_identifier: { en: "Head office: emergency location", nl: "Hoofdkantoor: noodlocatie-id" },
    hq_pstn: { en: "Head office: PSTN connection", nl: "Hoofdkantoor: PSTN-verbinding" },
    hq_phone_numbers: { en: "Head office: phone numbers", nl: "Hoofdkantoor: telefoonnummers" },
    hq_main_number: { en: "Head office: main number", nl: "Hoofdkantoor: hoofdnummer" },
    meetings_timezone: { en: "Meetings time zone", nl: "Tijdzone voor vergaderingen" },
    sub_partner_admin_email: { en: "Sub-partner administrator", nl: "Beheerder van subpartner" },
    action: { en: "Action", nl: "Actie" },
  },
  locations: {
    customer,
    name: { en: "Location name", nl: "Naam van locatie" },
    ...address,
    timezone: { en: "Time zone", nl: "Tijdzone" },
    language: { en: "Language", nl: "Taal" },
    announcement_language: { en: "Announcement language", nl: "Taal van aankondigingen" },
    pstn: { en: "PSTN connection", nl: "PSTN-verbinding" },
    phone_numbers: { en: "Phone numbers", nl: "Telefoonnummers" },
    main_number: { en: "Main number", nl: "Hoofdnummer" },
    routing_prefix: { en: "Routing prefix", nl: "Routeringsprefix" },
    emergency_location_identifier: { en: "Emergency location", nl: "Noodlocatie-id" },
  },
  users: {
    customer,
    email: { en: "Email address", nl: "E-mailadres" },
    first_name: { en: "First name", nl: "Voornaam" },
    last_name: { en: "Last name", nl: "Achternaam" },
    package: { en: "Package", nl: "Pakket" },
    addons: { en: "Add-ons", nl: "Add-ons" },
    location: { en: "Location", nl: "Locatie" },
    phone_number: { en: "Phone number", nl: "Telefoonnummer" },
    extension: { en: "Extension", nl: "Toestelnummer" },
    roles: { en: "Administrator roles", nl: "Beheerdersrollen" },
    display_name: { en: "Display name", nl: "Weergavenaam" },
    title: { en: "Job title", nl: "Functietitel" },
    department: { en: "Department", nl: "Afdeling" },
    action: { en: "Action", nl: "Actie" },
    language: { en: "Language", nl: "Taal" },
  },
};

/** Undefined for a column that is none of ours. */
export function columnLabel(sheet: SheetName, column: string, language: Language): string | undefined {
  const ofSheet = labels[sheet];
  return Object.hasOwn(ofSheet, column) ? ofSheet[column]?.[language] : undefined;
}
