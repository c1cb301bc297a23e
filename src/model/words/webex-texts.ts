/** What we say of answers of Webex, of the way to it, and of what it refuses; its own words stand beside these as they are. */
import { describeResource, type NamedResource } from "./resource-words.ts";
import type { StoredText } from "./wording.ts";
import { onPage, words } from "./wording.ts";

type Reason = { readonly reason: StoredText };
type Name = { readonly name: string };
type Thing = { readonly thing: NamedResource };

export const webexTexts = {
  // what is there already
  exists_differently: words(
    ({ thing, differences }: Thing & { differences: readonly Difference[] }) =>
      `${capital(describeResource(thing, "en"))} already exists at Webex and differs from the row: ${differences.map(({ field, before, after }) => `${field} (is ${quoted(before, "blank")}, wanted ${quoted(after, "blank")})`).join(", ")}.`,
    ({ thing, differences }) =>
      `${capital(describeResource(thing, "nl"))} bestaat al bij Webex en verschilt van de rij: ${differences.map(({ field, before, after }) => `${field} (is ${quoted(before, "leeg")}, gewenst ${quoted(after, "leeg")})`).join(", ")}.`,
  ),
  no_call_changes: words(
    ({ fields }: { fields: readonly string[] }, { list }) =>
      `The API cannot change ${list(fields)}: correct it in Control Hub, or write Webex's value in the row, then apply again.`,
    ({ fields }, { list }) =>
      `De API kan ${list(fields)} niet wijzigen: corrigeer het in Control Hub, of neem de waarde van Webex over in de rij, en voer opnieuw apply uit.`,
  ),
  made_since_plan: words(
    "It did not exist when the plan was made. Nothing was changed: apply again, and the plan shows what would change.",
    "Het bestond niet toen het plan werd gemaakt. Er is niets gewijzigd: voer apply opnieuw uit, en het plan toont wat er zou wijzigen.",
  ),
  exists_unseen: words(
    ({ thing }: Thing) =>
      `${capital(describeResource(thing, "en"))} already exists at Webex, but Webex does not show all of it: whether it matches the row is unknown.`,
    ({ thing }) =>
      `${capital(describeResource(thing, "nl"))} bestaat al bij Webex, maar Webex toont niet alles ervan: of het met de rij overeenkomt, is onbekend.`,
  ),
  check_then_apply_later: words(
    "Check it in Control Hub. Nothing was changed: apply again later, and the plan shows what would change.",
    "Controleer het in Control Hub. Er is niets gewijzigd: voer apply later opnieuw uit, en het plan toont wat er zou wijzigen.",
  ),

  // customers
  customer_not_there: words(
    ({ name }: Name) => `The customer is no longer at Webex, so nothing can be done for ${name}.`,
    ({ name }) => `De klant is niet meer bij Webex; voor ${name} kan niets worden gedaan.`,
  ),
  under_review: words(
    "Webex is reviewing the customer for compliance (pending_rpl_review); this can take days.",
    "Webex beoordeelt de klant op compliance (pending_rpl_review); dat kan dagen duren.",
  ),
  provisioned_with_errors: words(
    ({ status, reasons }: { status: string; reasons: readonly string[] }) =>
      `Webex provisioned the customer with errors (${status})${reasons.length > 0 ? `: ${reasons.join("; ")}` : "."}`,
    ({ status, reasons }) =>
      `Webex heeft de klant met fouten ingericht (${status})${reasons.length > 0 ? `: ${reasons.join("; ")}` : "."}`,
  ),
  packages_work: words(
    "The packages that work are in use. Webex tries the others again when the row is retried.",
    "De pakketten die werken, zijn in gebruik. Webex probeert de andere opnieuw als de rij opnieuw wordt uitgevoerd.",
  ),
  not_provisioned: words(
    ({ status, reasons }: { status: string; reasons: readonly string[] }) =>
      `Webex could not provision the customer (${status})${reasons.length > 0 ? `: ${reasons.join("; ")}` : "."}`,
    ({ status, reasons }) =>
      `Webex kon de klant niet inrichten (${status})${reasons.length > 0 ? `: ${reasons.join("; ")}` : "."}`,
  ),
  look_at_customer: words(
    "Check the customer in Partner Hub. If it cannot be repaired, remove it there and retry the row.",
    "Controleer de klant in Partner Hub. Is die niet te herstellen, verwijder de klant daar dan en probeer de rij opnieuw.",
  ),
  calling_lost: words(
    "No calling package works, so the customer has no head office and its locations have no calling.",
    "Geen enkel belpakket werkt; de klant heeft daarom geen hoofdkantoor, en op de locaties kan niet worden gebeld.",
  ),
  organization_missing: words(
    "Webex returns no organization for the customer.",
    "Webex meldt geen organisatie voor de klant.",
  ),
  package_not_provisioned: words(
    ({ name, reason }: Name & { reason?: string }) =>
      `${name} was not provisioned: ${reason ?? "Webex gives no reason"}`,
    ({ name, reason }) => `${name} is niet ingericht: ${reason ?? "Webex noemt geen reden"}`,
  ),
  copy_provisioning_id_again: onPage(
    words(
      "Copy the provisioning ID again from Partner Hub (Customers > Onboarding templates > the template), and put it into the templates sheet, or: wholesale-import templates link <name> <provisioning-id>.",
      "Kopieer de inrichtings-id opnieuw uit Partner Hub (Klanten > Onboardingssjablonen > het sjabloon), en zet die op het blad templates, of: wholesale-import templates link <name> <provisioning-id>.",
    ),
    words(
      "Copy the provisioning ID again from Partner Hub (Customers > Onboarding templates > the template), and put it into the templates sheet.",
      "Kopieer de inrichtings-id opnieuw uit Partner Hub (Klanten > Onboardingssjablonen > het sjabloon), en zet die op het blad templates.",
    ),
  ),
  customer_not_under_id: words(
    ({ name, reason }: Name & Reason, { say }) =>
      `Webex accepted the customer ${name}, but does not find it under the ID that it returned: ${say(reason)}`,
    ({ name, reason }, { say }) =>
      `Webex heeft de klant ${name} geaccepteerd, maar vindt die niet onder de id die het teruggaf: ${say(reason)}`,
  ),
  look_in_partner_hub: onPage(
    words(
      "Look for it in Partner Hub. Whether it exists or not: wholesale-import retry.",
      "Zoek de klant op in Partner Hub. Of die er nu is of niet: wholesale-import retry.",
    ),
    words(
      'Look for it in Partner Hub. Whether it exists or not, choose "Correct failed rows" in the review and run again.',
      'Zoek de klant op in Partner Hub. Of die er nu is of niet: kies bij het resultaat "Mislukte rijen corrigeren" en voer opnieuw uit.',
    ),
  ),
  customer_busy: words(
    ({ name, status }: Name & { status: string }) =>
      `Webex is still working on the customer ${name} (${status}), and accepts no change until it has finished.`,
    ({ name, status }) =>
      `Webex is nog bezig met de klant ${name} (${status}), en accepteert geen wijziging tot dat klaar is.`,
  ),
  external_id_not_given: words(
    ({ wanted, now }: { wanted: string; now: string }) =>
      `Webex still shows the customer under the external ID ${now || "(none)"}, not under ${wanted}.`,
    ({ wanted, now }) => `Webex toont de klant nog onder de externe id ${now || "(geen)"}, niet onder ${wanted}.`,
  ),
  packages_lost: words(
    ({ name, packages }: Name & { packages: readonly string[] }) =>
      `The customer ${name} has its new external ID, but lost ${packages.join(", ")} with it.`,
    ({ name, packages }) =>
      `De klant ${name} heeft de nieuwe externe id, maar is daarbij ${packages.join(", ")} kwijt.`,
  ),
  apply_gives_them_again: words(
    "Apply once more: the packages of the sheet are added again.",
    "Voer apply opnieuw uit: de pakketten van het blad worden weer toegevoegd.",
  ),
  delete_organization_by_hand: words(
    "The customer itself is removed, its organization is not. Remove what Webex names, then delete the organization in Control Hub, or let its owner do so.",
    "De klant zelf is verwijderd, de organisatie niet. Verwijder wat Webex noemt, en verwijder daarna de organisatie in Control Hub, of laat de eigenaar dat doen.",
  ),
  retry_later: onPage(
    words("Try again later: wholesale-import retry.", "Probeer het later opnieuw: wholesale-import retry."),
    words(
      'Try again later: choose "Correct failed rows" in the review, and run again.',
      'Probeer het later opnieuw: kies bij het resultaat "Mislukte rijen corrigeren" en voer opnieuw uit.',
    ),
  ),
  customer_gone_since_plan: words(
    ({ name }: Name) => `The customer ${name} existed when the plan was made, but no longer does.`,
    ({ name }) => `De klant ${name} bestond toen het plan werd gemaakt, maar nu niet meer.`,
  ),
  apply_once_more: words("Apply again.", "Voer apply opnieuw uit."),
  template_unlinked: words(
    "No provisioning ID is known for this customer's template.",
    "Van het sjabloon van deze klant is geen inrichtings-id bekend.",
  ),
  make_template_and_link: onPage(
    words(
      ({ template }: { template?: string }) =>
        `Create the template in Partner Hub (Customers > Onboarding templates), copy its provisioning ID, then: wholesale-import templates link ${template ?? "<name>"} <provisioning-id>.`,
      ({ template }) =>
        `Maak het sjabloon in Partner Hub (Klanten > Onboardingssjablonen), kopieer de inrichtings-id, en voer daarna uit: wholesale-import templates link ${template ?? "<name>"} <provisioning-id>.`,
    ),
    words(
      () =>
        "Create the template in Partner Hub (Customers > Onboarding templates), and write its provisioning ID in the templates sheet.",
      () =>
        "Maak het sjabloon in Partner Hub (Klanten > Onboardingssjablonen), en zet de inrichtings-id op het blad templates.",
    ),
  ),
  customer_without_id: words(
    "Webex accepted the customer, but its answer contains no customer ID.",
    "Webex heeft de klant geaccepteerd, maar het antwoord bevat geen klant-id.",
  ),

  // locations, numbers, PSTN
  head_office_missing: words(
    ({ name }: Name) => `Webex created the customer, but its organization has no location "${name}".`,
    ({ name }) => `Webex heeft de klant aangemaakt, maar de organisatie heeft geen locatie "${name}".`,
  ),
  partly_changed: words(
    "Webex changed only some of the location's settings, and does not say which.",
    "Webex heeft maar een deel van de instellingen van de locatie gewijzigd, en zegt niet welk.",
  ),
  location_without_pstn: words(
    "The location has no PSTN connection yet, so it cannot be given numbers.",
    "De locatie heeft nog geen PSTN-verbinding en kan daarom geen nummers krijgen.",
  ),
  name_connection: words(
    "Name a connection option in the column pstn, or set up the location's PSTN in Control Hub.",
    "Noem een verbindingsoptie in de kolom pstn, of stel de PSTN van de locatie in Control Hub in.",
  ),
  numbers_on_calling_plan: words(
    ({ type }: { type: string }) =>
      `The location uses a Cisco Calling Plan (${type}): numbers added through the API would damage the data at Webex.`,
    ({ type }) =>
      `De locatie gebruikt een Cisco Calling Plan (${type}): nummers toevoegen via de API zou de gegevens bij Webex beschadigen.`,
  ),
  numbers_on_integrated: words(
    ({ type }: { type: string }) =>
      `The location uses an integrated provider (${type}): numbers added through the API would damage the data at Webex.`,
    ({ type }) =>
      `De locatie gebruikt een geïntegreerde provider (${type}): nummers toevoegen via de API zou de gegevens bij Webex beschadigen.`,
  ),
  order_numbers: words(
    "Order the numbers in Control Hub, under the location's numbers, and leave phone_numbers blank.",
    "Bestel de nummers in Control Hub, bij de nummers van de locatie, en laat phone_numbers leeg.",
  ),
  number_refused: words("Webex refused the number.", "Webex heeft het nummer geweigerd."),
  unknown_connection: words(
    ({ wanted }: { wanted: string }) => `This location has no connection option "${wanted}".`,
    ({ wanted }) => `Deze locatie heeft geen verbindingsoptie "${wanted}".`,
  ),
  webex_offers: words(
    ({ offered }: { offered: readonly string[] }, { list }) => `Webex offers ${list(offered)}.`,
    ({ offered }, { list }) => `Webex biedt ${list(offered)}.`,
  ),
  webex_offers_none: words(
    "Webex offers none for this location; set up its PSTN in Control Hub.",
    "Webex biedt er geen voor deze locatie; stel de PSTN ervan in Control Hub in.",
  ),
  unknown_route: words(
    ({ wanted }: { wanted: string }) => `The customer has no route ${wanted}.`,
    ({ wanted }) => `De klant heeft geen route ${wanted}.`,
  ),
  routes_are: words(
    ({ routes }: { routes: readonly string[] }, { list }) => `Its routes are: ${list(routes)}.`,
    ({ routes }, { list }) => `De routes zijn: ${list(routes)}.`,
  ),
  add_trunk_in_hub: onPage(
    words(
      "It has no trunks yet. Add a trunk in Control Hub (Calling, Call routing), then: wholesale-import retry.",
      "Er zijn nog geen trunks. Voeg een trunk toe in Control Hub (Bellen, Gespreksroutering) en voer daarna uit: wholesale-import retry.",
    ),
    words(
      'It has no trunks yet. Add a trunk in Control Hub (Calling, Call routing). Then choose "Correct failed rows" in the review, and run again.',
      'Er zijn nog geen trunks. Voeg een trunk toe in Control Hub (Bellen, Gespreksroutering). Kies daarna bij het resultaat "Mislukte rijen corrigeren" en voer opnieuw uit.',
    ),
  ),
  route_of_new_organization: words(
    ({ wanted }: { wanted: string }) =>
      `The customer is new: its organization has no trunks or route groups yet, so ${wanted} cannot be one of them.`,
    ({ wanted }) =>
      `De klant is nieuw: de organisatie heeft nog geen trunks of routegroepen, dus ${wanted} kan er geen van zijn.`,
  ),
  route_when_customer_exists: words(
    "Leave the route and the phone numbers of the location blank for now. When the customer exists, add the trunk in Control Hub (Calling, Call routing), then fill them in and apply again.",
    "Laat de route en de telefoonnummers van de locatie voorlopig leeg. Voeg de trunk toe in Control Hub (Bellen, Gespreksroutering) zodra de klant bestaat, vul ze daarna in en voer opnieuw uit.",
  ),
  pstn_not_by_api: words(
    "The API connects a location to a non-integrated provider, or by pstn_route to a local gateway. Set up an integrated provider or a Cisco Calling Plan in Control Hub, under the location's PSTN, and order the numbers there; then leave pstn and phone_numbers blank.",
    "De API verbindt een locatie met een niet-geïntegreerde provider, of via pstn_route met een lokale gateway. Stel een geïntegreerde provider of een Cisco Calling Plan in Control Hub in, bij de PSTN van de locatie, en bestel de nummers daar; laat pstn en phone_numbers dan leeg.",
  ),

  // users
  person_missing: words(
    ({ email }: { email: string }) => `The organization has no person ${email} yet.`,
    ({ email }) => `De organisatie heeft nog geen persoon ${email}.`,
  ),
  retry_gives_roles: onPage(
    words("Later: wholesale-import retry assigns the roles.", "Later: wholesale-import retry kent de rollen toe."),
    words(
      'Later, choose "Correct failed rows" in the review and run again: that assigns the roles.',
      'Kies later bij het resultaat "Mislukte rijen corrigeren" en voer opnieuw uit: dan worden de rollen toegekend.',
    ),
  ),
  id_without_uuid: words(
    "An ID of the organization or the person contains no UUID, which SCIM needs.",
    "Een id van de organisatie of de persoon bevat geen UUID, en SCIM heeft die nodig.",
  ),
  no_reason: words("Webex gives no reason.", "Webex noemt geen reden."),
  error_in_success: words(
    ({ subject, code, reason }: { subject: StoredText; code?: string } & Reason, { say }) =>
      `${say(subject)}: Webex reports an error${code === undefined ? "" : ` (${code})`}: ${say(reason)}`,
    ({ subject, code, reason }, { say }) =>
      `${say(subject)}: Webex meldt een fout${code === undefined ? "" : ` (${code})`}: ${say(reason)}`,
  ),
  subject_package: words(
    ({ name }: Name) => `Package ${name}`,
    ({ name }) => `Pakket ${name}`,
  ),
  subject_customer: words("The customer", "De klant"),
  subject_user: words(
    ({ email }: { email: string }) => `The user ${email}`,
    ({ email }) => `De gebruiker ${email}`,
  ),
  user_of_other_customer: words(
    ({ email, customer }: { email: string; customer: string }) =>
      `${email} is already a user of your customer ${customer}, and a Webex identity belongs to one customer.`,
    ({ email, customer }) =>
      `${email} is al gebruiker bij uw klant ${customer}, en een Webex-identiteit hoort bij één klant.`,
  ),
  user_of_unknown_customer: words(
    ({ email }: { email: string }) =>
      `${email} is already a user of another of your customers, and a Webex identity belongs to one customer.`,
    ({ email }) => `${email} is al gebruiker bij een andere klant van u, en een Webex-identiteit hoort bij één klant.`,
  ),
  remove_user_there: words(
    ({ customer }: { customer: string }) => `Remove the user from ${customer} first, or give this one another address.`,
    ({ customer }) => `Verwijder de gebruiker eerst bij ${customer}, of geef deze een ander adres.`,
  ),
  remove_user_elsewhere: words(
    "Remove the user there first, or give this one another email address.",
    "Verwijder de gebruiker daar eerst, of geef deze een ander e-mailadres.",
  ),
  look_at_user: onPage(
    words(
      "Check the user in Control Hub, then: wholesale-import retry.",
      "Controleer de gebruiker in Control Hub en voer daarna uit: wholesale-import retry.",
    ),
    words(
      'Check the user in Control Hub. Then choose "Correct failed rows" in the review, and run again.',
      'Controleer de gebruiker in Control Hub. Kies daarna bij het resultaat "Mislukte rijen corrigeren" en voer opnieuw uit.',
    ),
  ),
  must_consent: words(
    "The person has a free Webex account and must consent to the move (pending_user_migration); Webex has sent the email.",
    "De persoon heeft een gratis Webex-account en moet met de overstap instemmen (pending_user_migration); Webex heeft de e-mail verstuurd.",
  ),
  no_call_removes: words(
    ({ resource }: { resource: string }) => `The API cannot remove this (${resource}).`,
    ({ resource }) => `De API kan dit niet verwijderen (${resource}).`,
  ),
  use_control_hub: words("Use Control Hub.", "Gebruik Control Hub."),
};

type Difference = { readonly field: string; readonly before: string; readonly after: string };

function quoted(value: string, blank: string): string {
  return value === "" ? blank : `"${value}"`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
