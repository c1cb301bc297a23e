/** What is said of tokens, logins and the scopes that each step needs. */
import type { StoredText } from "./wording.ts";
import { onPage, words } from "./wording.ts";

type Reason = { readonly reason: StoredText };

export const accessTexts = {
  // tokens and logins
  token_damaged: words(
    "The access token is empty, or contains blanks or other characters that no token has.",
    "Het toegangstoken is leeg, of bevat spaties of andere tekens die in geen token voorkomen.",
  ),
  copy_token_again: words("Copy it again, complete and on one line.", "Kopieer het opnieuw, volledig en op één regel."),
  credentials_unreadable: words(
    ({ path }: { path: string }) => `The saved login in ${path} cannot be read.`,
    ({ path }) => `De opgeslagen aanmelding in ${path} is niet te lezen.`,
  ),
  delete_and_log_in: onPage(
    words(
      "Delete the file and log in again: wholesale-import auth login.",
      "Verwijder het bestand en meld u opnieuw aan: wholesale-import auth login.",
    ),
    words(
      "Ask whoever started the page to delete the file and log in again: wholesale-import auth login.",
      "Vraag wie de pagina heeft gestart om het bestand te verwijderen en zich opnieuw aan te melden: wholesale-import auth login.",
    ),
  ),
  credentials_readable_by_others: words(
    ({ path }: { path: string }) => `Other users of this machine can read the saved login in ${path}.`,
    ({ path }) => `Andere gebruikers van deze computer kunnen de opgeslagen aanmelding in ${path} lezen.`,
  ),
  close_credentials: words(
    ({ path }: { path: string }) =>
      `Make the file readable by you only (chmod 600 ${path}). If others may have read it, log in again as well.`,
    ({ path }) =>
      `Zorg dat alleen u het bestand kunt lezen (chmod 600 ${path}). Kunnen anderen het hebben gelezen, meld u dan ook opnieuw aan.`,
  ),
  no_credentials: words(
    "There is no access to Webex yet: there is neither a token nor a saved login.",
    "Er is nog geen toegang tot Webex: er is geen token en geen opgeslagen aanmelding.",
  ),
  set_token_or_log_in: onPage(
    words(
      "Set WEBEX_ACCESS_TOKEN, or log in: wholesale-import auth login.",
      "Stel WEBEX_ACCESS_TOKEN in, of meld u aan: wholesale-import auth login.",
    ),
    words(
      "Ask whoever started the page to set WEBEX_ACCESS_TOKEN, or to log in: wholesale-import auth login.",
      "Vraag wie de pagina heeft gestart om WEBEX_ACCESS_TOKEN in te stellen of zich aan te melden: wholesale-import auth login.",
    ),
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
    "Meld u aan als volledige beheerder van de partnerorganisatie, en sta toe waar de integratie om vraagt.",
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
  refresh_token_expired: onPage(
    words(
      "The refresh token has expired or was revoked, or does not belong to this client ID and secret. Log in again: wholesale-import auth login.",
      "Het refresh-token is verlopen of ingetrokken, of hoort niet bij deze client-id en dit clientgeheim. Meld u opnieuw aan: wholesale-import auth login.",
    ),
    words(
      "The refresh token has expired or was revoked, or does not belong to this client ID and secret. Ask whoever started the page to log in: wholesale-import auth login.",
      "Het refresh-token is verlopen of ingetrokken, of hoort niet bij deze client-id en dit clientgeheim. Vraag wie de pagina heeft gestart om zich aan te melden: wholesale-import auth login.",
    ),
  ),
  login_done: words(
    "Thank you. Close this page and return to the terminal.",
    "Bedankt. Sluit deze pagina en ga terug naar de terminal.",
  ),
  login_other: words(
    "This is not the login that was started. Use the address shown in the terminal.",
    "Dit is niet de aanmelding die is gestart. Gebruik het adres dat de terminal toont.",
  ),
  nothing_here: words("There is nothing here.", "Hier is niets."),

  // steps that need scopes
  step_owner: words("owner of the token", "eigenaar van het token"),
  step_customers: words("customers", "klanten"),
  step_organizations: words("access to organizations", "toegang tot organisaties"),
  step_locations: words("locations", "locaties"),
  step_pstn: words("PSTN connections", "PSTN-verbindingen"),
  step_numbers: words("numbers and extensions", "nummers en toestelnummers"),
  step_users: words("users", "gebruikers"),
  step_profile: words("names and administrator roles", "namen en beheerdersrollen"),
  step_moves: words("moves of users to another location", "verplaatsingen van gebruikers naar een andere locatie"),
  step_telephone: words("changes of numbers and extensions", "wijzigingen van nummers en toestelnummers"),
  step_licenses: words("license counts in a plan", "licentieaantallen in een plan"),
  step_welcome: words("scheduled activation emails (welcome_on)", "geplande activeringsmails (welcome_on)"),
  step_undo: words("deleting whole organizations", "verwijderen van hele organisaties"),
  step_emails: words("activation emails", "activeringsmails"),
};
