/** What the handover of a customer says: its page, its CSV file, and the command that writes them. */
import { type StoredText, words } from "./wording.ts";

type Names = { readonly names: readonly string[] };
type Place = { readonly location: string };
type Numbers = { readonly numbers: string };

export const handoverTexts = {
  // headings
  handover_title: words("Welcome to Webex", "Welkom bij Webex"),
  handover_subtitle: words(
    "What has been set up for you at Webex, and how you start.",
    "Wat er voor u in Webex is ingericht, en hoe u begint.",
  ),
  handover_customer_id: words("Customer number", "Klantnummer"),
  handover_as_of: words("As of", "Stand op"),
  handover_first_steps: words("First steps", "Eerste stappen"),
  handover_for_everyone: words("For everyone", "Voor iedereen"),
  handover_for_administrators: words("For administrators", "Voor beheerders"),
  handover_tasks: words("Still to be done", "Wat er nog moet gebeuren"),
  handover_no_tasks: words("Nothing: everything has been set up.", "Niets: alles is ingericht."),
  handover_locations: words("Locations and phone numbers", "Locaties en telefoonnummers"),
  handover_administrators: words("Administrators", "Beheerders"),
  handover_packages: words("Packages", "Pakketten"),
  handover_users: words("Users", "Gebruikers"),
  handover_removed: words("No longer there", "Niet meer aanwezig"),

  // columns
  handover_what: words("What", "Wat"),
  handover_who: words("Who", "Wie"),
  handover_when: words("When", "Wanneer"),
  handover_location: words("Location", "Locatie"),
  handover_address: words("Address", "Adres"),
  handover_main_number: words("Main number", "Hoofdnummer"),
  handover_numbers: words("Phone numbers", "Telefoonnummers"),
  handover_name: words("Name", "Naam"),
  handover_email: words("E-mail address", "E-mailadres"),
  handover_package: words("Package", "Pakket"),
  handover_number: words("Phone number", "Telefoonnummer"),
  handover_extension: words("Extension", "Toestel"),
  handover_role: words("Role", "Rol"),
  handover_in_use: words("Users", "Gebruikers"),
  handover_limit: words("Maximum", "Maximum"),
  handover_no_location: words("Without a location", "Zonder locatie"),
  handover_kind: words("Kind", "Soort"),
  handover_state: words("State", "Status"),
  handover_remark: words("Remark", "Opmerking"),
  handover_prefix: words(
    ({ prefix }: { prefix: string }) => `From another location, dial ${prefix} before the extension.`,
    ({ prefix }) => `Bel vanaf een andere locatie eerst ${prefix} en dan het toestel.`,
  ),
  handover_page_of: words("Page", "Pagina"),

  // kinds of lines in the CSV file
  handover_kind_customer: words("customer", "klant"),
  handover_kind_location: words("location", "locatie"),
  handover_kind_number: words("number", "nummer"),
  handover_kind_user: words("user", "gebruiker"),
  handover_kind_administrator: words("administrator", "beheerder"),
  handover_kind_task: words("still to be done", "moet nog gebeuren"),
  handover_kind_removed: words("no longer there", "niet meer aanwezig"),

  // states
  handover_ready: words("ready", "gereed"),
  handover_partly: words("partly ready", "deels gereed"),
  handover_pending: words("not ready yet", "nog niet gereed"),
  handover_active: words("in service", "in gebruik"),
  handover_inactive: words("not in service yet", "nog niet in gebruik"),
  handover_inactive_until: words(
    ({ day }: { day: string }) => `in service from ${day}`,
    ({ day }) => `in gebruik vanaf ${day}`,
  ),
  handover_missing: words("could not be added", "kon niet worden toegevoegd"),
  handover_adding: words("being added", "wordt toegevoegd"),
  handover_unassigned: words("free", "vrij"),

  // roles
  handover_full_admin: words("full administrator", "volledige beheerder"),
  handover_user_admin: words("user administrator", "gebruikersbeheerder"),
  handover_readonly_admin: words("read-only administrator", "alleen-lezenbeheerder"),
  handover_device_admin: words("device administrator", "apparaatbeheerder"),

  // who
  handover_by_provider: words("Service provider", "Serviceprovider"),
  handover_by_customer: words("You", "U"),
  handover_by_person: words("The person", "De persoon zelf"),
  handover_by_webex: words("Webex", "Webex"),
  handover_by_both: words(
    ({ provider }: { provider: string }) => `You and ${provider}`,
    ({ provider }) => `U en ${provider}`,
  ),
  handover_provider_within: words("your service provider", "uw serviceprovider"),

  // figures
  handover_count_users: words(
    ({ count }: { count: number }) => (count === 1 ? "user" : "users"),
    ({ count }) => (count === 1 ? "gebruiker" : "gebruikers"),
  ),
  handover_count_locations: words(
    ({ count }: { count: number }) => (count === 1 ? "location" : "locations"),
    ({ count }) => (count === 1 ? "locatie" : "locaties"),
  ),
  handover_count_numbers: words(
    ({ count }: { count: number }) => (count === 1 ? "phone number" : "phone numbers"),
    ({ count }) => (count === 1 ? "telefoonnummer" : "telefoonnummers"),
  ),
  handover_count_tasks: words("still to be done", "nog te doen"),

  // first steps
  handover_step_mail: words(
    "Open the activation e-mail from Webex, follow its link and choose a password.",
    "Open de activeringsmail van Webex, volg de link en kies een wachtwoord.",
  ),
  handover_step_mail_partner: words(
    ({ provider }: { provider: string }) =>
      `Open the activation e-mail from Webex and follow its link. You sign in with your account at ${provider}.`,
    ({ provider }) =>
      `Open de activeringsmail van Webex en volg de link. U meldt zich aan met uw account bij ${provider}.`,
  ),
  handover_step_mail_on: words(
    ({ day }: { day: string }) =>
      `Webex sends you an activation e-mail on ${day}. Open it, follow its link and choose a password.`,
    ({ day }) => `Op ${day} stuurt Webex u een activeringsmail. Open die, volg de link en kies een wachtwoord.`,
  ),
  handover_step_mail_on_partner: words(
    ({ day, provider }: { day: string; provider: string }) =>
      `Webex sends you an activation e-mail on ${day}. Open it and follow its link. You sign in with your account at ${provider}.`,
    ({ day, provider }) =>
      `Op ${day} stuurt Webex u een activeringsmail. Open die en volg de link. U meldt zich aan met uw account bij ${provider}.`,
  ),
  handover_step_no_mail: words(
    "Wait until you hear how to sign in for the first time: Webex does not send an activation e-mail by itself.",
    "Wacht op bericht over de eerste keer aanmelden: Webex stuurt niet vanzelf een activeringsmail.",
  ),
  handover_step_if_mail: words(
    "When the activation e-mail from Webex arrives, follow its link.",
    "Volg de link in de activeringsmail van Webex zodra die binnenkomt.",
  ),
  handover_step_app: words(
    "Install the Webex app (webex.com/downloads) and sign in with your e-mail address.",
    "Installeer de Webex-app (webex.com/downloads) en meld u aan met uw e-mailadres.",
  ),
  handover_step_call: words(
    "Call colleagues at your location by their extension.",
    "Collega's op uw locatie belt u met hun toestelnummer.",
  ),
  handover_step_settings: words(
    "Set call forwarding and voicemail at user.webex.com, under Settings > Calling.",
    "Stel doorschakelen en voicemail in op user.webex.com, onder Instellingen > Calling.",
  ),
  handover_step_hub: words(
    "Sign in to Control Hub (admin.webex.com) with your e-mail address.",
    "Meld u aan bij Control Hub (admin.webex.com) met uw e-mailadres.",
  ),
  handover_step_check: words(
    ({ provider }: { provider: string }) =>
      `Check the names, numbers and addresses in this overview, and tell ${provider} what is not right.`,
    ({ provider }) =>
      `Controleer de namen, nummers en adressen in dit overzicht, en meld aan ${provider} wat niet klopt.`,
  ),
  handover_step_resend: words(
    "Did somebody not get the activation e-mail? Resend it in Control Hub, under Users.",
    "Heeft iemand geen activeringsmail gekregen? Verstuur die opnieuw in Control Hub, onder Gebruikers.",
  ),

  // what is left
  handover_is_part: words(
    "This overview lists only what was part of the last order. What was there before is not repeated.",
    "Dit overzicht noemt alleen wat bij de laatste opdracht hoorde. Wat er al was, staat er niet opnieuw in.",
  ),
  handover_review: words(
    "Webex reviews the new customer before it sets anything up.",
    "Webex beoordeelt de nieuwe klant voordat er iets wordt ingericht.",
  ),
  handover_provisioning: words(
    "Webex is still setting up the organization.",
    "Webex is de organisatie nog aan het inrichten.",
  ),
  handover_packages_open: words(
    ({ names }: Names, { list }) => `Packages that Webex has not set up yet: ${list(names)}.`,
    ({ names }, { list }) => `Pakketten die Webex nog niet heeft ingericht: ${list(names)}.`,
  ),
  handover_parts_open: words(
    ({ name, parts }: { name: string; parts: readonly StoredText[] }, { say, list }) =>
      `${name}: ${list(parts.map(say))} still to be finished.`,
    ({ name, parts }, { say, list }) => `${name}: ${list(parts.map(say))} moet nog worden afgerond.`,
  ),
  handover_consent: words(
    ({ names }: Names, { list }) =>
      `Accept the move to this organization, by the link in the e-mail from Webex: ${list(names)}. Until then the user cannot call.`,
    ({ names }, { list }) =>
      `Instemmen met de overgang naar deze organisatie, via de link in de e-mail van Webex: ${list(names)}. Tot die tijd kan de gebruiker niet bellen.`,
  ),
  handover_users_open: words(
    ({ names }: Names, { list }) => `Set up the users ${list(names)}.`,
    ({ names }, { list }) => `De gebruikers ${list(names)} inrichten.`,
  ),
  handover_locations_open: words(
    ({ names }: Names, { list }) => `Set up the locations ${list(names)}.`,
    ({ names }, { list }) => `De locaties ${list(names)} inrichten.`,
  ),
  handover_removals_open: words(
    ({ names }: Names, { list }) => `Remove ${list(names)}.`,
    ({ names }, { list }) => `${list(names)} verwijderen.`,
  ),
  handover_numbers_missing: words(
    ({ numbers, location }: Numbers & Place) => `Add the numbers ${numbers} to ${location}.`,
    ({ numbers, location }) => `De nummers ${numbers} toevoegen aan ${location}.`,
  ),
  handover_numbers_pending: words(
    ({ numbers, location }: Numbers & Place) => `The numbers ${numbers} are still being added to ${location}.`,
    ({ numbers, location }) => `De nummers ${numbers} worden nog toegevoegd aan ${location}.`,
  ),
  handover_numbers_on: words(
    ({ numbers, location }: Numbers & Place) => `Put the numbers ${numbers} of ${location} into service.`,
    ({ numbers, location }) => `De nummers ${numbers} van ${location} in gebruik nemen.`,
  ),
  handover_numbers_parked: words(
    ({ numbers, location }: Numbers & Place) =>
      `Agree on the day on which the numbers ${numbers} of ${location} go into service.`,
    ({ numbers, location }) => `Afspreken op welke dag de nummers ${numbers} van ${location} in gebruik gaan.`,
  ),
  handover_mails_on: words(
    "Send the activation e-mails to all users.",
    "De activeringsmails aan alle gebruikers versturen.",
  ),
  handover_mails_open: words(
    "Agree on when and how users sign in for the first time: Webex does not send activation e-mails by itself.",
    "Afspreken wanneer en hoe gebruikers zich voor het eerst aanmelden: Webex stuurt niet vanzelf activeringsmails.",
  ),

  // parts of a thing
  handover_part_customer: words("the organization", "de organisatie"),
  handover_part_location: words("the location", "de locatie"),
  handover_part_calling: words("calling", "bellen"),
  handover_part_pstn: words("the connection to the telephone network", "de verbinding met het telefoonnet"),
  handover_part_settings: words("the main number and settings", "het hoofdnummer en de instellingen"),
  handover_part_activation: words("putting numbers into service", "het in gebruik nemen van nummers"),
  handover_part_user: words("the account and package", "het account en pakket"),
  handover_part_directory_entry: words("name, role and directory details", "naam, rol en gegevens in de adreslijst"),
  handover_part_telephone: words("number and extension", "nummer en toestel"),
  handover_part_caller_id: words("the number shown to others", "het nummer dat anderen zien"),
  handover_part_move: words("the move to another location", "de verhuizing naar een andere locatie"),
  handover_part_mails: words("activation e-mails", "activeringsmails"),

  // the command
  handover_written: words(
    ({ customers, folder }: { customers: number; folder: string }, { count }) =>
      `${count(customers, "customer", "customers")} handed over: a page and a CSV file each in ${folder}`,
    ({ customers, folder }, { count }) =>
      `${count(customers, "klant", "klanten")} overgedragen: elk een pagina en een CSV-bestand in ${folder}`,
  ),
  handover_with_tasks: words(
    ({ customers }: { customers: number }, { count }) =>
      `${count(customers, "customer has", "customers have")} something left to be done: see the pages`,
    ({ customers }, { count }) => `bij ${count(customers, "klant", "klanten")} moet nog iets gebeuren: zie de pagina's`,
  ),
  handover_left_out: words(
    ({ customer, reason }: { customer: string; reason: StoredText }, { say }) =>
      `${customer} is not handed over: ${say(reason)}`,
    ({ customer, reason }, { say }) => `${customer} wordt niet overgedragen: ${say(reason)}`,
  ),
  handover_reason_removed: words("it was removed", "die is verwijderd"),
  handover_reason_not_set_up: words(
    "it was not set up; its rows in results.csv say why",
    "die is niet ingericht; de rijen in results.csv zeggen waarom",
  ),
  handover_reason_not_attempted: words("it has not had its turn", "die is nog niet aan de beurt geweest"),
  handover_of_no_sheets: words(
    ({ runId, command }: { runId: string; command: string }) =>
      `The run ${runId} (${command}) has set up nothing that could be handed over.`,
    ({ runId, command }) => `De run ${runId} (${command}) heeft niets ingericht dat kan worden overgedragen.`,
  ),
  name_run_that_applied: words(
    "Name a run that applied sheets: wholesale-import runs lists them.",
    "Noem een run die bladen heeft toegepast: wholesale-import runs geeft de lijst.",
  ),
  handover_run_ended: words(
    ({ runId, by }: { runId: string; by: string }) =>
      `The run ${runId} no longer tells what is at Webex: the run ${by} has undone or overtaken it.`,
    ({ runId, by }) =>
      `De run ${runId} zegt niet meer wat er bij Webex staat: de run ${by} heeft die teruggedraaid of ingehaald.`,
  ),
  handover_run_goes_on: words(
    ({ runId }: { runId: string }) => `The run ${runId} is still going on.`,
    ({ runId }) => `De run ${runId} is nog bezig.`,
  ),
  wait_for_its_end: words("Wait until it has ended.", "Wacht tot die klaar is."),
  handover_of_nobody: words(
    ({ runId }: { runId: string }) => `No customer of the run ${runId} has been set up, so none can be handed over.`,
    ({ runId }) => `Geen klant van de run ${runId} is ingericht, dus er kan er geen worden overgedragen.`,
  ),
  see_results_of_run: words(
    ({ command }: { command: string }) => `To see why: ${command}`,
    ({ command }) => `Om te zien waarom: ${command}`,
  ),
  logo_unreadable: words(
    ({ path, reason }: { path: string; reason: string }) => `The logo ${path} cannot be read: ${reason}`,
    ({ path, reason }) => `Het logo ${path} is niet te lezen: ${reason}`,
  ),
  logo_too_large: words(
    ({ path, kilobytes, most }: { path: string; kilobytes: number; most: number }, { number }) =>
      `The logo ${path} has ${number(kilobytes)} kB; ${number(most)} kB are allowed, because every page holds it.`,
    ({ path, kilobytes, most }, { number }) =>
      `Het logo ${path} is ${number(kilobytes)} kB; hooguit ${number(most)} kB mag, omdat het in elke pagina staat.`,
  ),
  logo_of_other_kind: words(
    ({ path }: { path: string }) => `The logo ${path} is not a PNG, JPEG or SVG picture.`,
    ({ path }) => `Het logo ${path} is geen PNG-, JPEG- of SVG-afbeelding.`,
  ),
  logo_with_script: words(
    ({ path, part }: { path: string; part: string }) =>
      `The logo ${path} is not only a picture: it has ${part}, which pages for customers must not hold.`,
    ({ path, part }) =>
      `Het logo ${path} is niet alleen een afbeelding: er zit ${part} in, en dat mag niet in pagina's voor klanten.`,
  ),
  logo_damaged: words(
    ({ path }: { path: string }) => `The logo ${path} is damaged or incomplete.`,
    ({ path }) => `Het logo ${path} is beschadigd of niet compleet.`,
  ),
  choose_other_logo: words(
    "Choose a PNG, JPEG or plain SVG file; about 400 pixels wide is enough.",
    "Kies een PNG-, JPEG- of gewoon SVG-bestand; zo'n 400 pixels breed is genoeg.",
  ),
} as const;
