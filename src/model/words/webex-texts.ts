/** What we say of answers of Webex, of the way to it, and of what it refuses; its own words stand beside these as they are. */
import { describeResource, type NamedResource } from "./resource-words.ts";
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type Origin = { readonly origin: string };
type Reason = { readonly reason: StoredText };
type Name = { readonly name: string };
type Thing = { readonly thing: NamedResource };

export const webexTexts = {
  // no answer, or one that cannot be understood
  answer_not_understood: words(
    ({ status, asked, what }: { status: number; asked: string; what: StoredText }, { say }) =>
      `Webex answered ${status} to ${asked} with something unexpected: ${say(what)}.`,
    ({ status, asked, what }, { say }) => `Webex antwoordde ${status} op ${asked} met iets onverwachts: ${say(what)}.`,
  ),
  it_is_not_json: words("it is not JSON", "het is geen JSON"),
  it_is_empty: words("it is empty", "het is leeg"),
  packed_answer: words(
    ({ origin, encoding }: Origin & { encoding: string }) =>
      `${origin} answered with a ${encoding} encoding that was not asked for and cannot be read; a proxy may have caused this.`,
    ({ origin, encoding }) =>
      `${origin} antwoordde in de codering ${encoding}, waar niet om was gevraagd en die niet te lezen is; dat kan een proxy hebben gedaan.`,
  ),
  answer_too_long: words(
    ({ origin, code }: Origin & { code: string }) => `${origin} sent an answer that is too long to read (${code}).`,
    ({ origin, code }) => `${origin} stuurde een antwoord dat te lang is om te lezen (${code}).`,
  ),
  connection_broke: words(
    ({ origin, code }: Origin & { code: string }) =>
      `The connection to ${origin} broke before the answer was complete (${code}).`,
    ({ origin, code }) => `De verbinding met ${origin} brak af voordat het antwoord compleet was (${code}).`,
  ),
  no_connection: words(
    ({ origin, code, at }: Origin & { code: string; at?: string }) =>
      `No connection to ${origin} (${code}${at === undefined ? "" : ` at ${at}`}).`,
    ({ origin, code, at }) => `Geen verbinding met ${origin} (${code}${at === undefined ? "" : ` op ${at}`}).`,
  ),
  check_connection: words(
    "Check the host name (--base-url), the network, and the proxy if there is one (HTTPS_PROXY, NO_PROXY).",
    "Controleer de hostnaam (--base-url), het netwerk, en de proxy als die er is (HTTPS_PROXY, NO_PROXY).",
  ),
  check_certificate: words(
    "The certificate of the other side is not trusted. If a company proxy opens TLS, name its certificate in NODE_EXTRA_CA_CERTS.",
    "Het certificaat van de andere kant wordt niet vertrouwd. Opent een bedrijfsproxy TLS, noem het certificaat daarvan dan in NODE_EXTRA_CA_CERTS.",
  ),
  proxy_wants_password: words(
    ({ origin }: Origin) =>
      `The proxy in HTTPS_PROXY (or HTTP_PROXY) refuses a connection to ${origin} (407): it requires a user name and password, or different ones.`,
    ({ origin }) =>
      `De proxy in HTTPS_PROXY (of HTTP_PROXY) weigert een verbinding met ${origin} (407): de proxy vraagt een (andere) gebruikersnaam en een (ander) wachtwoord.`,
  ),
  proxy_refuses: words(
    ({ origin, answer }: Origin & { answer: string }) =>
      `The proxy in HTTPS_PROXY (or HTTP_PROXY) refuses a connection to ${origin}: it answers ${answer}.`,
    ({ origin, answer }) =>
      `De proxy in HTTPS_PROXY (of HTTP_PROXY) weigert een verbinding met ${origin}: hij antwoordt ${answer}.`,
  ),
  write_proxy_password: words(
    "Write them into the setting, like http://user:password@proxy.example:3128 (characters other than letters and digits as %40 and the like), or list the host in NO_PROXY.",
    "Zet ze in de instelling, zoals http://user:password@proxy.example:3128 (andere tekens dan letters en cijfers als %40 en dergelijke), of noem de host in NO_PROXY.",
  ),
  ask_for_proxy: words(
    "Ask the administrator of the proxy to allow this host, or list it in NO_PROXY; check --base-url.",
    "Vraag de beheerder van de proxy om deze host toe te laten, of noem de host in NO_PROXY; controleer --base-url.",
  ),
  no_answer_in_time: words(
    ({ origin, seconds }: Origin & { seconds: number }, { number }) =>
      `${origin} gave no complete answer within ${number(seconds)} s.`,
    ({ origin, seconds }, { number }) => `${origin} gaf binnen ${number(seconds)} s geen compleet antwoord.`,
  ),
  redirected: words(
    ({ status }: { status: number }) =>
      `Webex answered with a redirect (${status}), which is not followed: check the base URL.`,
    ({ status }) => `Webex antwoordde met een omleiding (${status}), die niet wordt gevolgd: controleer de basis-URL.`,
  ),
  webex_answered: words(
    ({ answer }: { answer: string }) => `Webex answered ${answer}.`,
    ({ answer }) => `Webex antwoordde ${answer}.`,
  ),
  token_missing: words(
    "The access token is missing, wrong or expired: log in again, or set a new one.",
    "Het toegangstoken ontbreekt, klopt niet of is verlopen: log opnieuw in, of stel een nieuw token in.",
  ),
  check_scopes: words(
    "Check that the token has the scopes for this, and that its owner administers the organization.",
    "Controleer of het token de scopes hiervoor heeft, en of de eigenaar de organisatie beheert.",
  ),
  list_endless: words(
    ({ route, flaw }: { route: string; flaw: StoredText }, { say }) =>
      `The list GET ${route} cannot be read to its end: ${say(flaw)}.`,
    ({ route, flaw }, { say }) => `De lijst GET ${route} is niet tot het einde te lezen: ${say(flaw)}.`,
  ),
  other_count: words(
    ({ total, seen }: { total: number; seen: number }) => `it says that it has ${total} elements, but contains ${seen}`,
    ({ total, seen }) => `er zouden ${total} elementen zijn, maar het zijn er ${seen}`,
  ),
  next_elsewhere: words(
    "the link to its next page leads to another host, and is not followed",
    "de link naar de volgende pagina leidt naar een andere host, en wordt niet gevolgd",
  ),
  pages_repeat: words(
    ({ page }: { page: number }) => `its pages repeat (page ${page})`,
    ({ page }) => `de pagina's herhalen zich (pagina ${page})`,
  ),
  empty_pages: words(
    "two empty pages in a row say that more follows",
    "twee lege pagina's achter elkaar zeggen dat er meer volgt",
  ),
  too_many_pages: words(
    ({ most }: { most: number }, { number }) => `it has more than ${number(most)} pages`,
    ({ most }, { number }) => `er zijn meer dan ${number(most)} pagina's`,
  ),
  route_refused: words(
    ({ asked, reason }: { asked: string } & Reason, { say }) =>
      `Webex refuses ${asked} (401), although it accepts the access token elsewhere: ${say(reason)}`,
    ({ asked, reason }, { say }) =>
      `Webex weigert ${asked} (401), hoewel het het toegangstoken elders accepteert: ${say(reason)}`,
  ),
  token_lacks_scope: words(
    ({ scopes }: { scopes: readonly string[] }, { choice }) =>
      `The token lacks ${scopes.length > 0 ? `the scope ${choice(scopes)}` : "a scope"}, or its owner the role for it: see wholesale-import auth check; log in again with all scopes.`,
    ({ scopes }, { choice }) =>
      `Het token mist ${scopes.length > 0 ? `de scope ${choice(scopes)}` : "een scope"}, of de eigenaar de rol ervoor: zie wholesale-import auth check; log opnieuw in met alle scopes.`,
  ),

  // addresses and proxies
  not_a_url: words(
    ({ name }: Name) => `${name} is not a URL.`,
    ({ name }) => `${name} is geen URL.`,
  ),
  url_not_https: words(
    ({ name, is }: Name & { is: string }) =>
      `${name} must begin with https:// (http:// only on this machine), but is ${is}.`,
    ({ name, is }) => `${name} moet met https:// beginnen (http:// alleen op deze computer), maar is ${is}.`,
  ),
  url_with_extras: words(
    ({ name }: Name) => `${name} must not contain a user name, a query (?) or a fragment (#).`,
    ({ name }) => `${name} mag geen gebruikersnaam, query (?) of fragment (#) bevatten.`,
  ),
  write_base_url: words("Write it like https://webexapis.com/v1.", "Schrijf het als https://webexapis.com/v1."),
  socks_proxy: words(
    ({ name, scheme }: Name & { scheme: string }) =>
      `${name} names a SOCKS proxy (${scheme}://); only HTTP proxies are supported.`,
    ({ name, scheme }) => `${name} noemt een SOCKS-proxy (${scheme}://); alleen HTTP-proxy's worden ondersteund.`,
  ),
  not_a_proxy: words(
    ({ name }: Name) => `${name} is not the address of a proxy.`,
    ({ name }) => `${name} is geen adres van een proxy.`,
  ),
  proxy_percent: words(
    ({ name }: Name) => `${name} has a wrongly written % in its user name or password.`,
    ({ name }) => `${name} heeft een verkeerd geschreven % in de gebruikersnaam of het wachtwoord.`,
  ),
  write_proxy: words(
    "Write it like http://proxy.example:3128 or http://user:password@proxy.example:3128 (characters other than letters and digits in the password as %40 and the like), or list the host in NO_PROXY.",
    "Schrijf het als http://proxy.example:3128 of http://user:password@proxy.example:3128 (andere tekens dan letters en cijfers in het wachtwoord als %40 en dergelijke), of noem de host in NO_PROXY.",
  ),

  // tokens and logins
  token_damaged: words(
    "The access token is empty, or contains blanks or other characters that no token has.",
    "Het toegangstoken is leeg, of bevat spaties of andere tekens die in geen token voorkomen.",
  ),
  copy_token_again: words("Copy it again, complete and on one line.", "Kopieer het opnieuw, volledig en op één regel."),
  credentials_unreadable: words(
    ({ path }: { path: string }) => `The saved login in ${path} cannot be read.`,
    ({ path }) => `De bewaarde login in ${path} is niet te lezen.`,
  ),
  delete_and_log_in: words(
    "Delete the file and log in again: wholesale-import auth login.",
    "Verwijder het bestand en log opnieuw in: wholesale-import auth login.",
  ),
  credentials_readable_by_others: words(
    ({ path }: { path: string }) => `Other users of this machine can read the saved login in ${path}.`,
    ({ path }) => `Andere gebruikers van deze computer kunnen de bewaarde login in ${path} lezen.`,
  ),
  close_credentials: words(
    ({ path }: { path: string }) =>
      `Close the file (chmod 600 ${path}); if others may have read it, log in again as well.`,
    ({ path }) =>
      `Sluit het bestand af (chmod 600 ${path}); kunnen anderen het hebben gelezen, log dan ook opnieuw in.`,
  ),
  no_credentials: words(
    "There is no access to Webex yet: there is neither a token nor a saved login.",
    "Er is nog geen toegang tot Webex: er is geen token en geen bewaarde login.",
  ),
  set_token_or_log_in: words(
    "Set WEBEX_ACCESS_TOKEN, or log in: wholesale-import auth login.",
    "Stel WEBEX_ACCESS_TOKEN in, of log in: wholesale-import auth login.",
  ),
  redirect_uri_elsewhere: words(
    "The redirect URI must be on this machine, with a port.",
    "De redirect-URI moet op deze computer zijn, met een poort.",
  ),
  register_redirect_uri: words(
    "Register one like http://127.0.0.1:8484/callback with the integration, and give the same one here.",
    "Registreer er een zoals http://127.0.0.1:8484/callback bij de integratie, en geef dezelfde hier op.",
  ),
  redirect_port_taken: words(
    ({ port }: { port: string }) => `Port ${port} of the redirect URI is in use.`,
    ({ port }) => `Poort ${port} van de redirect-URI is in gebruik.`,
  ),
  free_redirect_port: words(
    ({ port }: { port: string }) => `End the program that uses port ${port}, or register another redirect URI.`,
    ({ port }) => `Sluit het programma dat poort ${port} gebruikt, of registreer een andere redirect-URI.`,
  ),
  login_refused: words(
    ({ reason }: { reason: string }) => `Webex refused the login: ${reason}.`,
    ({ reason }) => `Webex heeft de aanmelding geweigerd: ${reason}.`,
  ),
  log_in_as_administrator: words(
    "Log in as a full administrator of the partner organization, and allow what the integration asks for.",
    "Log in als volledige beheerder van de partnerorganisatie, en sta toe waar de integratie om vraagt.",
  ),
  no_refresh_token: words(
    "Webex let you in but gave no refresh token, so the access would end within days.",
    "Webex liet u toe maar gaf geen refresh-token; de toegang zou binnen enkele dagen eindigen.",
  ),
  renewal_blocked: words(
    "Another process has been renewing the access token for too long.",
    "Een ander proces is al te lang bezig het toegangstoken te vernieuwen.",
  ),
  token_answer_not_understood: words(
    "Webex answered the request for a token with something unexpected.",
    "Webex antwoordde op het verzoek om een token met iets onverwachts.",
  ),
  no_new_token: words(
    ({ reason }: Reason, { say }) => `Webex gives no new access token: ${say(reason)}`,
    ({ reason }, { say }) => `Webex geeft geen nieuw toegangstoken: ${say(reason)}`,
  ),
  refresh_token_expired: words(
    "The refresh token has expired or was revoked, or does not belong to this client ID and secret: wholesale-import auth login.",
    "Het refresh-token is verlopen of ingetrokken, of hoort niet bij deze client-id en dit clientgeheim: wholesale-import auth login.",
  ),
  login_done: words(
    "Thank you. Close this page and return to the terminal.",
    "Bedankt. Sluit deze pagina en ga terug naar de terminal.",
  ),
  login_other: words(
    "This is not the login that was started. Use the address shown in the terminal.",
    "Dit is niet de login die is gestart. Gebruik het adres dat de terminal toont.",
  ),
  nothing_here: words("There is nothing here.", "Hier is niets."),

  // steps that need scopes
  step_owner: words("who the token is", "van wie het token is"),
  step_customers: words("customers", "klanten"),
  step_organizations: words("access to organizations", "toegang tot organisaties"),
  step_locations: words("locations", "locaties"),
  step_pstn: words("PSTN connections", "PSTN-verbindingen"),
  step_numbers: words("numbers and extensions", "nummers en toestelnummers"),
  step_users: words("users", "gebruikers"),
  step_profile: words("names and administrator roles", "namen en beheerdersrollen"),
  step_moves: words("moves of users to another location", "verplaatsingen van gebruikers naar een andere locatie"),
  step_telephone: words("changes of numbers and extensions", "wijzigingen van nummers en toestelnummers"),
  step_undo: words("deleting whole organizations", "verwijderen van hele organisaties"),
  step_emails: words("activation emails", "activeringsmails"),

  // what is there already
  exists_differently: words(
    ({ thing, differences }: Thing & { differences: readonly Difference[] }) =>
      `${capital(describeResource(thing, "en"))} already exists at Webex and differs from the row: ${differences.map(({ field, before, after }) => `${field} (is ${quoted(before, "blank")}, wanted ${quoted(after, "blank")})`).join(", ")}.`,
    ({ thing, differences }) =>
      `${capital(describeResource(thing, "nl"))} bestaat al bij Webex en verschilt van de rij: ${differences.map(({ field, before, after }) => `${field} (is ${quoted(before, "leeg")}, gewenst ${quoted(after, "leeg")})`).join(", ")}.`,
  ),
  no_call_changes: words(
    ({ fields }: { fields: readonly string[] }, { list }) =>
      `No call changes ${list(fields)}: correct it in Control Hub, or write what is there into the row, then apply again.`,
    ({ fields }, { list }) =>
      `Geen aanroep wijzigt ${list(fields)}: corrigeer het in Control Hub, of zet in de rij wat er staat, en voer apply opnieuw uit.`,
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
    "Webex beoordeelt de klant op naleving (pending_rpl_review); dit kan dagen duren.",
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
    "Geen belpakket werkt; de klant heeft daarom geen hoofdkantoor, en de locaties hebben geen bellen.",
  ),
  organization_missing: words(
    "Webex gives no organization for the customer.",
    "Webex geeft geen organisatie van de klant.",
  ),
  package_not_provisioned: words(
    ({ name, reason }: Name & { reason?: string }) =>
      `${name} was not provisioned: ${reason ?? "Webex gives no reason"}`,
    ({ name, reason }) => `${name} is niet ingericht: ${reason ?? "Webex geeft geen reden"}`,
  ),
  copy_provisioning_id_again: words(
    "Copy the provisioning ID again from Partner Hub (Customers > Onboarding templates > the template), and put it into the templates sheet, or: wholesale-import templates link <name> <provisioning-id>.",
    "Kopieer de inrichtings-id opnieuw uit Partner Hub (Klanten > Onboardingssjablonen > het sjabloon), en zet die op het blad templates, of: wholesale-import templates link <name> <provisioning-id>.",
  ),
  customer_not_under_id: words(
    ({ name, reason }: Name & Reason, { say }) =>
      `Webex accepted the customer ${name}, but has none under the ID that it gave: ${say(reason)}`,
    ({ name, reason }, { say }) =>
      `Webex heeft de klant ${name} aangenomen, maar heeft er geen onder de opgegeven id: ${say(reason)}`,
  ),
  look_in_partner_hub: words(
    "Look for it in Partner Hub. Whether it exists or not: wholesale-import retry.",
    "Zoek de klant op in Partner Hub. Of die er nu is of niet: wholesale-import retry.",
  ),
  customer_busy: words(
    ({ name, status }: Name & { status: string }) =>
      `Webex is still working on the customer ${name} (${status}), and accepts no change until it has finished.`,
    ({ name, status }) =>
      `Webex is nog bezig met de klant ${name} (${status}), en accepteert geen wijziging tot dat klaar is.`,
  ),
  external_id_not_given: words(
    ({ wanted, now }: { wanted: string; now: string }) =>
      `Webex still shows the customer under the external id ${now || "(none)"}, not under ${wanted}.`,
    ({ wanted, now }) => `Webex toont de klant nog onder het externe id ${now || "(geen)"}, niet onder ${wanted}.`,
  ),
  packages_lost: words(
    ({ name, packages }: Name & { packages: readonly string[] }) =>
      `The customer ${name} has its new external id, and lost ${packages.join(", ")} with it.`,
    ({ name, packages }) => `De klant ${name} heeft het nieuwe externe id, en is daarbij ${packages.join(", ")} kwijt.`,
  ),
  apply_gives_them_again: words(
    "Apply once more: the packages of the sheet are added again.",
    "Voer apply opnieuw uit: de pakketten van het blad worden weer toegevoegd.",
  ),
  delete_organization_by_hand: words(
    "The customer itself is removed, its organization is not. Remove what Webex names, then delete the organization in Control Hub, or let its owner do so.",
    "De klant zelf is verwijderd, de organisatie niet. Verwijder wat Webex noemt, en verwijder daarna de organisatie in Control Hub, of laat de eigenaar dat doen.",
  ),
  retry_later: words("Try again later: wholesale-import retry.", "Probeer het later opnieuw: wholesale-import retry."),
  customer_gone_since_plan: words(
    ({ name }: Name) => `The customer ${name} existed when the plan was made, but no longer does.`,
    ({ name }) => `De klant ${name} bestond toen het plan werd gemaakt, maar nu niet meer.`,
  ),
  apply_once_more: words("Apply again.", "Voer apply opnieuw uit."),
  template_unlinked: words(
    "No provisioning ID is known for this customer's template.",
    "Van het sjabloon van deze klant is geen inrichtings-id bekend.",
  ),
  make_template_and_link: words(
    ({ template }: { template?: string }) =>
      `Create the template in Partner Hub (Customers > Onboarding templates), copy its provisioning ID, then: wholesale-import templates link ${template ?? "<name>"} <provisioning-id>.`,
    ({ template }) =>
      `Maak het sjabloon in Partner Hub (Klanten > Onboardingssjablonen), kopieer de inrichtings-id, en voer daarna uit: wholesale-import templates link ${template ?? "<name>"} <provisioning-id>.`,
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
      `The location uses a Cisco Calling Plan (${type}): numbers sent by API would damage the data at Webex.`,
    ({ type }) =>
      `De locatie gebruikt een Cisco Calling Plan (${type}): nummers die via de API worden gestuurd, zouden de gegevens bij Webex beschadigen.`,
  ),
  numbers_on_integrated: words(
    ({ type }: { type: string }) =>
      `The location uses an integrated provider (${type}): numbers sent by API would damage the data at Webex.`,
    ({ type }) =>
      `De locatie gebruikt een geïntegreerde aanbieder (${type}): nummers die via de API worden gestuurd, zouden de gegevens bij Webex beschadigen.`,
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
  add_trunk_in_hub: words(
    "It has no trunks yet. Add a trunk in Control Hub (Calling, Call routing), then: wholesale-import retry.",
    "Er zijn nog geen trunks. Voeg een trunk toe in Control Hub (Bellen, Gespreksroutering) en voer daarna uit: wholesale-import retry.",
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
    "De API verbindt een locatie met een niet-geïntegreerde aanbieder, of via pstn_route met een lokale gateway. Stel een geïntegreerde aanbieder of een Cisco Calling Plan in Control Hub in, bij de PSTN van de locatie, en bestel de nummers daar; laat pstn en phone_numbers dan leeg.",
  ),

  // users
  person_missing: words(
    ({ email }: { email: string }) => `The organization has no person ${email} yet.`,
    ({ email }) => `De organisatie heeft nog geen persoon ${email}.`,
  ),
  retry_gives_roles: words(
    "Later: wholesale-import retry assigns the roles.",
    "Later: wholesale-import retry kent de rollen toe.",
  ),
  id_without_uuid: words(
    "An ID of the organization or the person contains no UUID, which SCIM needs.",
    "Een id van de organisatie of de persoon bevat geen UUID, en SCIM heeft die nodig.",
  ),
  no_reason: words("Webex gives no reason.", "Webex geeft geen reden."),
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
  look_at_user: words(
    "Check the user in Control Hub, then: wholesale-import retry.",
    "Controleer de gebruiker in Control Hub en voer daarna uit: wholesale-import retry.",
  ),
  must_consent: words(
    "The person has a free Webex account and must consent to the move (pending_user_migration); Webex has sent the email.",
    "De persoon heeft een gratis Webex-account en moet met de overstap instemmen (pending_user_migration); Webex heeft de e-mail verstuurd.",
  ),
  no_call_removes: words(
    ({ resource }: { resource: string }) => `Webex has no call that removes this (${resource}).`,
    ({ resource }) => `Webex heeft geen aanroep die dit verwijdert (${resource}).`,
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
