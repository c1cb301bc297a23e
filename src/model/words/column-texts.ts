/** What goes into a cell: the kinds of values, and each column of each sheet, with the label that people know it by. */
import type { SheetName } from "../sheet.ts";
import type { Language } from "./language.ts";
import { nouns } from "./nouns.ts";
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

const customerOfRow = words(
  "External ID of the customer, or a name that only one customer has.",
  "Externe id van de klant, of een naam die maar één klant heeft.",
);
const pstnOfRow = words(
  "ID or display name of a PSTN connection option of the location.",
  "Id of weergavenaam van een PSTN-verbindingsoptie van de locatie.",
);

export const columnTexts = {
  fill_in: words(
    ({ kind }: { kind: StoredText }, { say }) => `Fill in the cell: ${say(kind)}.`,
    ({ kind }, { say }) => `Vul de cel in: ${say(kind)}.`,
  ),
  fill_in_unless: words(
    ({ kind, other }: { kind: StoredText; other: string }, { say }) =>
      `Fill in the cell: ${say(kind)}. It may be blank only if ${other} is filled in.`,
    ({ kind, other }, { say }) => `Vul de cel in: ${say(kind)}. Leeg laten mag alleen als ${other} is ingevuld.`,
  ),

  kind_address_line: words("address line", "adresregel"),
  kind_authentication: words("webex or partner", "webex of partner"),
  kind_base_package: words("base package", "basispakket"),
  kind_city: words("city", "plaats"),
  kind_country: words("country code, such as NL", "landcode, zoals NL"),
  kind_email: words("email address", "e-mailadres"),
  kind_entity_id: words("entity ID", "entiteits-id"),
  kind_extension: words("extension", "toestelnummer"),
  kind_id: words("ID", "id"),
  kind_id_or_name: words("ID or name", "id of naam"),
  kind_identifier: words("identifier", "id"),
  kind_language: words("language code, such as nl_NL", "taalcode, zoals nl_NL"),
  kind_mailbox: words("email address of a real mailbox", "e-mailadres van een bestaand postvak"),
  kind_name: words("name", "naam"),
  kind_organization_id: words("organization ID", "organisatie-id"),
  kind_package: words("package", "pakket"),
  kind_package_limits: words("package=number, separated by semicolons", "pakket=aantal, gescheiden door puntkomma's"),
  kind_packages: words("packages, separated by semicolons", "pakketten, gescheiden door puntkomma's"),
  kind_phone_number: words("phone number in E.164", "telefoonnummer in E.164"),
  kind_phone_numbers: words(
    "phone numbers and ranges in E.164, separated by semicolons",
    "telefoonnummers en reeksen in E.164, gescheiden door puntkomma's",
  ),
  kind_postal_code: words("postal code", "postcode"),
  kind_provisioning_id: words("provisioning ID", "inrichtings-id"),
  kind_reference: words(
    "external ID or name of the row it belongs to",
    "externe id of naam van de rij waar deze bij hoort",
  ),
  kind_role: words("role", "rol"),
  kind_roles: words("roles, separated by semicolons", "rollen, gescheiden door puntkomma's"),
  kind_routing_prefix: words("routing prefix", "routeringsprefix"),
  kind_settings: words("name=value, separated by semicolons", "naam=waarde, gescheiden door puntkomma's"),
  kind_state: words("state code", "code van staat of provincie"),
  kind_time_zone: words("time zone, such as Europe/Amsterdam", "tijdzone, zoals Europe/Amsterdam"),
  kind_day: words("day, such as 2026-12-05", "dag, zoals 2026-12-05"),
  kind_numbers_state: words("active or inactive", "active of inactive"),
  kind_yes_no: words("yes or no", "ja of nee"),

  templates_template_name: words(
    "Name of the onboarding template, unique in the batch; customers refer to it.",
    "Naam van het onboardingssjabloon, uniek in de batch; klanten verwijzen ernaar.",
  ),
  templates_provisioning_id: words(
    "The provisioning ID that Partner Hub shows with the template once it exists.",
    "De inrichtings-id die Partner Hub bij het sjabloon toont zodra het bestaat.",
  ),
  templates_country: words(
    "Country or region of the template, ISO 3166-1 alpha-2. Fills the blank country of its customers and their locations.",
    "Land of regio van het sjabloon, ISO 3166-1 alpha-2. Vult een leeg land bij de klanten ervan en hun locaties.",
  ),
  templates_service_provider_admin: words(
    "Administrator of the partner who is linked to the customers created from the template.",
    "Beheerder van de partner die aan de klanten van het sjabloon wordt gekoppeld.",
  ),
  templates_default_language: words(
    "Language of the emails to users, such as nl or nl_NL. Fills the blank language of locations, and of head offices with a time zone.",
    "Taal van de e-mails aan gebruikers, zoals nl of nl_NL. Vult een lege taal bij locaties, en bij hoofdkantoren met een tijdzone.",
  ),
  templates_subscription: words(
    "Name or ID of the Wholesale subscription.",
    "Naam of id van het Groothandelabonnement.",
  ),
  templates_authentication: words(
    "Who authenticates users: webex (default) or partner.",
    "Wie gebruikers verifieert: webex (standaard) of partner.",
  ),
  templates_idp_entity_id: words(
    "EntityID of the partner's identity provider; required with partner authentication.",
    "EntityID van de identiteitsprovider van de partner; verplicht bij partnerverificatie.",
  ),
  templates_pstn_vendor: words(
    "Cloud Connected PSTN vendor; Cisco advises against setting it in a template.",
    "Leverancier van Cloud Connected PSTN; Cisco raadt af die in een sjabloon te zetten.",
  ),
  templates_invite_emails: words(
    "Whether Webex emails an invitation to the administrators and users it activates (allow-admin-invite-emails).",
    "Of Webex een uitnodiging mailt aan beheerders en gebruikers die het activeert (allow-admin-invite-emails).",
  ),
  templates_settings: words(
    "Other common and calling settings as name=value;name=value, for the checklist.",
    "Overige algemene instellingen en belinstellingen als naam=waarde;naam=waarde, voor de checklist.",
  ),

  customers_external_id: words(
    "Your own permanent ID of the customer; unique.",
    "Uw eigen, vaste id van de klant; uniek.",
  ),
  customers_name: words(
    "Company name, without % and at most 256 characters. May be blank with org_id.",
    "Bedrijfsnaam, zonder % en hoogstens 256 tekens. Mag leeg blijven met org_id.",
  ),
  customers_admin_email: words(
    "First administrator: an existing mailbox, unique across customers. May be blank with org_id.",
    "Eerste beheerder: een bestaand postvak, voor elke klant een ander. Mag leeg blijven met org_id.",
  ),
  customers_template: words(
    "Name of the onboarding template. A new customer needs this or provisioning_id.",
    "Naam van het onboardingssjabloon. Voor een nieuwe klant is dit of provisioning_id nodig.",
  ),
  customers_provisioning_id: words(
    "Provisioning ID of the template, as Partner Hub shows it.",
    "Inrichtings-id van het sjabloon, zoals Partner Hub die toont.",
  ),
  customers_packages: words(
    "Packages of the customer by code or name, separated by semicolons.",
    "Pakketten van de klant, met code of naam, gescheiden door puntkomma's.",
  ),
  customers_package_limits: words(
    "How many of each package may be assigned: package=number, separated by semicolons.",
    "Hoeveel er van elk pakket mogen worden toegewezen: pakket=aantal, gescheiden door puntkomma's.",
  ),
  customers_language: words("Preferred language, such as nl or nl_NL.", "Voorkeurstaal, zoals nl of nl_NL."),
  customers_org_id: words(
    "ID of an existing Webex organization, to which Wholesale is added.",
    "Id van een bestaande Webex-organisatie, waaraan Wholesale wordt toegevoegd.",
  ),
  customers_address_line1: words(
    "Billing address: street and number, at most 50 characters.",
    "Factuuradres: straat en huisnummer, hoogstens 50 tekens.",
  ),
  customers_address_line2: words(
    "Billing address: second line, at most 50 characters.",
    "Factuuradres: tweede regel, hoogstens 50 tekens.",
  ),
  customers_city: words("Billing address: city.", "Factuuradres: plaats."),
  customers_state: words(
    "Billing address: state or province as its ISO 3166-2 code; required in US, CA and AU.",
    "Factuuradres: staat of provincie als ISO 3166-2-code; verplicht in US, CA en AU.",
  ),
  customers_postal_code: words(
    "Billing address: postal code; required in US, CA and AU.",
    "Factuuradres: postcode; verplicht in US, CA en AU.",
  ),
  customers_country: words("Billing address: country, ISO 3166-1 alpha-2.", "Factuuradres: land, ISO 3166-1 alpha-2."),
  customers_supported_location: words(
    "yes: I confirm that this customer is in a location that Webex supports. May be blank with org_id.",
    "ja: ik bevestig dat deze klant op een locatie zit die Webex ondersteunt. Mag leeg blijven met org_id.",
  ),
  customers_hq_name: words(
    "Name of the head office, at most 80 characters; blank: Head Office.",
    "Naam van het hoofdkantoor, hoogstens 80 tekens; leeg: Head Office.",
  ),
  customers_hq_address_line1: words(
    "Head office: street and number. If its whole address is blank, it has the billing address.",
    "Hoofdkantoor: straat en huisnummer. Is het hele adres leeg, dan geldt het factuuradres.",
  ),
  customers_hq_address_line2: words("Head office: second line.", "Hoofdkantoor: tweede regel."),
  customers_hq_city: words("Head office: city.", "Hoofdkantoor: plaats."),
  customers_hq_state: words(
    "Head office: state or province as its ISO 3166-2 code.",
    "Hoofdkantoor: staat of provincie als ISO 3166-2-code.",
  ),
  customers_hq_postal_code: words("Head office: postal code.", "Hoofdkantoor: postcode."),
  customers_hq_country: words(
    "Head office: country; blank: that of the billing address.",
    "Hoofdkantoor: land; leeg: dat van het factuuradres.",
  ),
  customers_hq_timezone: words(
    "Head office: IANA time zone; required with a calling package.",
    "Hoofdkantoor: IANA-tijdzone; verplicht bij een belpakket.",
  ),
  customers_hq_language: words(
    "Head office: language; required with a calling package.",
    "Hoofdkantoor: taal; verplicht bij een belpakket.",
  ),
  customers_hq_emergency_location_identifier: words(
    "Head office: emergency location identifier, in BE, DE and FR only.",
    "Hoofdkantoor: noodlocatie-id, alleen in BE, DE en FR.",
  ),
  customers_hq_pstn: words(
    "Head office: ID or display name of a PSTN connection option.",
    "Hoofdkantoor: id of weergavenaam van een PSTN-verbindingsoptie.",
  ),
  kind_route: words("route to a local gateway", "route naar een lokale gateway"),
  customers_hq_pstn_route: words(
    "Head office: route to a local gateway, trunk:NAME or route_group:NAME; instead of hq_pstn.",
    "Hoofdkantoor: route naar een lokale gateway, trunk:NAAM of route_group:NAAM; in plaats van hq_pstn.",
  ),
  customers_hq_routing_prefix: words(
    "Head office: digits to dial before its extensions; 1 to 7.",
    "Hoofdkantoor: cijfers die u kiest vóór de toestelnummers; 1 tot 7.",
  ),
  customers_hq_announcement_language: words(
    "Head office: language of announcements; blank: that of the head office.",
    "Hoofdkantoor: taal van aankondigingen; leeg: die van het hoofdkantoor.",
  ),
  customers_hq_caller_id_name: words(
    "Head office: name shown with the main number; blank: the customer's name with the first main number.",
    "Hoofdkantoor: naam die bij het hoofdnummer wordt getoond; leeg: bij het eerste hoofdnummer de naam van de klant.",
  ),
  customers_hq_phone_numbers: words(
    "Head office: numbers in E.164, separated by semicolons; ranges as +31...-+31...",
    "Hoofdkantoor: nummers in E.164, gescheiden door puntkomma's; reeksen als +31...-+31...",
  ),
  customers_hq_main_number: words(
    "Head office: main number, one of its numbers.",
    "Hoofdkantoor: hoofdnummer, een van de nummers.",
  ),
  customers_hq_numbers_state: words(
    "Head office: active or inactive: how its numbers are added, and whether they are activated; blank: as in the run before, active the first time.",
    "Hoofdkantoor: active of inactive: hoe nummers worden toegevoegd en of ze worden geactiveerd; leeg: zoals bij de vorige run, de eerste keer active.",
  ),
  customers_hq_activate_on: words(
    "Head office: day, in its time zone, on which its numbers are activated, such as 2026-12-05; never: cancels the day.",
    "Hoofdkantoor: dag, in zijn tijdzone, waarop de nummers worden geactiveerd, zoals 2026-12-05; never: de dag vervalt.",
  ),
  customers_welcome_on: words(
    "Day on which Webex sends its activation emails to the customer's users, once, such as 2026-12-05; never: cancels the day.",
    "Dag waarop Webex de activeringsmails aan de gebruikers van de klant stuurt, één keer, zoals 2026-12-05; never: de dag vervalt.",
  ),
  customers_meetings_timezone: words("IANA time zone of the meetings site.", "IANA-tijdzone van de vergadersite."),
  customers_sub_partner_admin_email: words(
    "Email address of the sub-partner's administrator.",
    "E-mailadres van de beheerder van de subpartner.",
  ),

  locations_customer: customerOfRow,
  locations_name: words(
    "Name of the location, at most 80 characters; unique within the customer, head office included.",
    "Naam van de locatie, hoogstens 80 tekens; uniek binnen de klant, ook ten opzichte van het hoofdkantoor.",
  ),
  locations_address_line1: words(
    "Street and number, at most 50 characters.",
    "Straat en huisnummer, hoogstens 50 tekens.",
  ),
  locations_address_line2: words("Second line, at most 50 characters.", "Tweede regel, hoogstens 50 tekens."),
  locations_city: words("City.", "Plaats."),
  locations_state: words("State or province as its ISO 3166-2 code.", "Staat of provincie als ISO 3166-2-code."),
  locations_postal_code: words("Postal code.", "Postcode."),
  locations_country: words("Country, ISO 3166-1 alpha-2.", "Land, ISO 3166-1 alpha-2."),
  locations_timezone: words("IANA time zone.", "IANA-tijdzone."),
  locations_language: words(
    "Language of the location, such as nl or nl_NL.",
    "Taal van de locatie, zoals nl of nl_NL.",
  ),
  locations_announcement_language: words(
    "Language of announcements; blank: that of the location.",
    "Taal van aankondigingen; leeg: die van de locatie.",
  ),
  locations_pstn: pstnOfRow,
  locations_pstn_route: words(
    "Route to a local gateway, trunk:NAME or route_group:NAME, by name or ID; instead of pstn.",
    "Route naar een lokale gateway, trunk:NAAM of route_group:NAAM, met naam of id; in plaats van pstn.",
  ),
  locations_caller_id_name: words(
    "Name shown with the main number, at most 30 characters; blank: the customer's name with the first main number, later no change.",
    "Naam die bij het hoofdnummer wordt getoond, hoogstens 30 tekens; leeg: bij het eerste hoofdnummer de naam van de klant, daarna geen wijziging.",
  ),
  locations_phone_numbers: words(
    "Numbers of the location in E.164, separated by semicolons; ranges as +31...-+31...",
    "Nummers van de locatie in E.164, gescheiden door puntkomma's; reeksen als +31...-+31...",
  ),
  locations_main_number: words(
    "Main number, one of the location's numbers.",
    "Hoofdnummer, een van de nummers van de locatie.",
  ),
  locations_numbers_state: words(
    "active or inactive: how numbers are added, and whether they are activated; blank: as in the run before, active the first time.",
    "active of inactive: hoe nummers worden toegevoegd en of ze worden geactiveerd; leeg: zoals bij de vorige run, de eerste keer active.",
  ),
  locations_activate_on: words(
    "Day, in the location's time zone, on which its numbers are activated, such as 2026-12-05; never: cancels the day.",
    "Dag, in de tijdzone van de locatie, waarop de nummers worden geactiveerd, zoals 2026-12-05; never: de dag vervalt.",
  ),
  locations_routing_prefix: words(
    "Digits to dial before extensions of this location; 1 to 7.",
    "Cijfers die u kiest vóór toestelnummers van deze locatie; 1 tot 7.",
  ),
  locations_emergency_location_identifier: words(
    "Emergency location identifier, in BE, DE and FR only.",
    "Noodlocatie-id, alleen in BE, DE en FR.",
  ),

  users_customer: customerOfRow,
  users_email: words(
    "Email address with which the user signs in; unique in the batch.",
    "E-mailadres waarmee de gebruiker zich aanmeldt; uniek in de batch.",
  ),
  users_first_name: words("First name.", "Voornaam."),
  users_last_name: words("Last name.", "Achternaam."),
  users_package: words(
    "The user's base package, by code or name; one of the customer's packages.",
    "Het basispakket van de gebruiker, als code of naam; een van de pakketten van de klant.",
  ),
  users_addons: words(
    "Add-ons to the base package, separated by semicolons.",
    "Add-ons bij het basispakket, gescheiden door puntkomma's.",
  ),
  users_location: words(
    "Name of the location; may be blank if the customer has only one. Another name moves a user with calling to that location.",
    "Naam van de locatie; mag leeg blijven als de klant er maar één heeft. Met een andere naam verhuist een gebruiker met bellen naar die locatie.",
  ),
  users_phone_number: words(
    "Phone number in E.164, one of the location's numbers, or next. Blank: a number at Webex stays.",
    "Telefoonnummer in E.164, een van de nummers van de locatie, of next. Leeg: een nummer bij Webex blijft.",
  ),
  users_extension: words(
    "Extension of 2 to 10 digits, unique in its location, or next. Blank: an extension at Webex stays.",
    "Toestelnummer van 2 tot 10 cijfers, uniek binnen de locatie, of next. Leeg: een toestelnummer bij Webex blijft.",
  ),
  kind_action: words("action", "actie"),
  customers_action: words(
    "remove: the customer is removed; only external_id is needed, and --allow-customer-removals. Blank or keep: as the row says.",
    "remove: de klant wordt verwijderd; alleen external_id is nodig, en --allow-customer-removals. Leeg of keep: zoals in de rij.",
  ),
  users_action: words(
    "remove: the user is removed; only customer and email are needed. Blank or keep: as the row says.",
    "remove: de gebruiker wordt verwijderd; alleen klant en e-mail zijn nodig. Leeg of keep: zoals in de rij.",
  ),
  locations_action: words(
    "remove: the location is removed; only customer and name are needed. Blank or keep: as the row says.",
    "remove: de locatie wordt verwijderd; alleen klant en naam zijn nodig. Leeg of keep: zoals in de rij.",
  ),
  kind_title: words("title", "functietitel"),
  kind_department: words("department", "afdeling"),
  users_display_name: words(
    "Name that Webex shows; blank: first and last name.",
    "Naam die Webex toont; leeg: voor- en achternaam.",
  ),
  users_title: words("Job title in the directory.", "Functietitel in de directory."),
  users_department: words("Department in the directory.", "Afdeling in de directory."),
  users_language: words(
    "Language that the user prefers, xx_YY; blank: as Webex has it.",
    "Voorkeurstaal van de gebruiker, xx_YY; leeg: zoals Webex die heeft.",
  ),
  kind_caller_id: words("caller ID", "nummerweergave"),
  users_caller_id: words(
    "Number shown to the people called: direct (the user's own), location (the main number) or a number of the location. Blank: as Webex has it.",
    "Nummer dat de gebelde ziet: direct (dat van de gebruiker), location (het hoofdnummer) of een nummer van de locatie. Leeg: zoals Webex het heeft.",
  ),
  users_roles: words(
    "Administrator roles, separated by semicolons: full_admin, user_admin, readonly_admin, device_admin.",
    "Beheerdersrollen, gescheiden door puntkomma's: full_admin, user_admin, readonly_admin, device_admin.",
  ),
};

type Label = { readonly [L in Language]: string };

const addressLabels = {
  address_line1: { en: "Address line 1", nl: "Adresregel 1" },
  address_line2: { en: "Address line 2", nl: "Adresregel 2" },
  city: { en: "City", nl: "Plaats" },
  state: { en: "State/province", nl: "Provincie" },
  postal_code: { en: "Postal code", nl: "Postcode" },
  country: { en: "Country", nl: "Land" },
};

const customerLabel: Label = { en: "Customer", nl: "Klant" };
const provisioningId: Label = { en: "Provisioning ID", nl: "Inrichtings-id" };

const profile: Label = { en: "Profile", nl: "Profiel" };

/** Shown above the technical names; in Dutch the labels of Partner Hub. A sheet may have them as its header. */
const labels: Readonly<Record<SheetName, Readonly<Record<string, Label>>>> = {
  templates: {
    template_name: { en: "Template name", nl: "Sjabloonnaam" },
    provisioning_id: provisioningId,
    country: { en: "Country or region", nl: "Land of regio" },
    service_provider_admin: { en: "Service provider admin", nl: "Serviceproviderbeheerder" },
    default_language: { en: "Default email language", nl: "Standaard e-mailtaal" },
    subscription: { en: "Wholesale subscription", nl: "Groothandelabonnement" },
    authentication: { en: "Authentication", nl: "Verificatie" },
    idp_entity_id: { en: "IdP entity ID", nl: "Entiteits-id van de IdP" },
    pstn_vendor: { en: "Cloud Connected PSTN vendor", nl: "Cloud Connected PSTN-leverancier" },
    invite_emails: { en: "Invitations", nl: "Uitnodigingen" },
    settings: { en: "Other settings", nl: "Overige instellingen" },
  },
  profiles: { profile },
  customers: {
    external_id: { en: "External ID", nl: "Externe id" },
    name: { en: "Company name", nl: "Bedrijfsnaam" },
    admin_email: { en: "Admin email", nl: "E-mail beheerder" },
    template: { en: "Template", nl: "Sjabloon" },
    provisioning_id: provisioningId,
    packages: { en: "Packages", nl: "Pakketten" },
    package_limits: { en: "Quantities", nl: "Aantallen" },
    language: { en: "Preferred language", nl: "Voorkeurstaal" },
    org_id: { en: "Organization ID", nl: "Organisatie-id" },
    ...addressLabels,
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
    hq_pstn_route: { en: "Head office: PSTN route", nl: "Hoofdkantoor: PSTN-route" },
    hq_phone_numbers: { en: "Head office: phone numbers", nl: "Hoofdkantoor: telefoonnummers" },
    hq_main_number: { en: "Head office: main number", nl: "Hoofdkantoor: hoofdnummer" },
    hq_numbers_state: { en: "Head office: state of numbers", nl: "Hoofdkantoor: status van nummers" },
    hq_activate_on: { en: "Head office: activate on", nl: "Hoofdkantoor: activeren op" },
    hq_routing_prefix: { en: "Head office: routing prefix", nl: "Hoofdkantoor: routeringsprefix" },
    hq_announcement_language: {
      en: "Head office: announcement language",
      nl: "Hoofdkantoor: taal van aankondigingen",
    },
    hq_caller_id_name: { en: "Head office: caller ID name", nl: "Hoofdkantoor: naam bij nummerweergave" },
    meetings_timezone: { en: "Meetings time zone", nl: "Tijdzone voor vergaderingen" },
    sub_partner_admin_email: { en: "Sub-partner administrator", nl: "Beheerder van subpartner" },
    welcome_on: { en: "Activation emails on", nl: "Activeringsmails op" },
    action: { en: "Action", nl: "Actie" },
    profile,
  },
  locations: {
    customer: customerLabel,
    name: { en: "Location name", nl: "Naam van locatie" },
    ...addressLabels,
    timezone: { en: "Time zone", nl: "Tijdzone" },
    language: { en: "Language", nl: "Taal" },
    announcement_language: { en: "Announcement language", nl: "Taal van aankondigingen" },
    pstn: { en: "PSTN connection", nl: "PSTN-verbinding" },
    pstn_route: { en: "PSTN route", nl: "PSTN-route" },
    phone_numbers: { en: "Phone numbers", nl: "Telefoonnummers" },
    main_number: { en: "Main number", nl: "Hoofdnummer" },
    numbers_state: { en: "State of numbers", nl: "Status van nummers" },
    activate_on: { en: "Activate on", nl: "Activeren op" },
    caller_id_name: { en: "Caller ID name", nl: "Naam bij nummerweergave" },
    routing_prefix: { en: "Routing prefix", nl: "Routeringsprefix" },
    emergency_location_identifier: { en: "Emergency location", nl: "Noodlocatie-id" },
    action: { en: "Action", nl: "Actie" },
    profile,
  },
  users: {
    customer: customerLabel,
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
    caller_id: { en: "Caller ID", nl: "Nummerweergave" },
    action: { en: "Action", nl: "Actie" },
    language: { en: "Language", nl: "Taal" },
    profile,
  },
};

/** Undefined for a column that is none of ours. A column that a profile gives is told with its sheet. */
export function columnLabel(sheet: SheetName, column: string, language: Language): string | undefined {
  const label = labelIn(sheet, column)?.[language];
  const taker = label === undefined && sheet === "profiles" ? givenTo(column) : undefined;
  if (!taker) return label;
  const given = labelIn(taker, column.slice(taker.length))?.[language];
  return given === undefined ? undefined : `${capital(nouns[language][taker][0])}: ${given}`;
}

function labelIn(sheet: SheetName, column: string): Label | undefined {
  return Object.hasOwn(labels[sheet], column) ? labels[sheet][column] : undefined;
}

/** `user_package` is for users. */
function givenTo(column: string): SheetName | undefined {
  return (["customers", "locations", "users"] as const).find((each) => column.startsWith(`${each.slice(0, -1)}_`));
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
