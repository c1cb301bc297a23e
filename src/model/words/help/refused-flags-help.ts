/** What is answered to a flag of another tool, or to a value that a flag does not take. */
import { type Wording, words } from "../wording.ts";

export const refusedFlagsHelp = {
  // flags of other tools
  foreign_plan: words(
    "To see what would be done without doing it: wholesale-import plan <input>.",
    "Om te zien wat er zou gebeuren zonder het te doen: wholesale-import plan <input>.",
  ),
  foreign_in_flight: words("Requests in flight: --concurrency N.", "Verzoeken die tegelijk lopen: --concurrency N."),
  foreign_yes: words("To skip the question: --yes.", "Om de vraag over te slaan: --yes."),
  foreign_force: words(
    "There is no --force. To skip the question: --yes. To change what differs at Webex: apply again.",
    "Er is geen --force. Om de vraag over te slaan: --yes. Om te wijzigen wat bij Webex afwijkt: voer opnieuw apply uit.",
  ),
  foreign_json: words("For programs: --json.", "Voor programma's: --json."),
  foreign_detail: words(
    "Each request is in the run's log.ndjson; --log-level debug adds detail.",
    "Elk verzoek staat in log.ndjson van de run; --log-level debug geeft meer details.",
  ),
  foreign_quiet: words("To print nothing but errors: --quiet.", "Om alleen fouten te zien: --quiet."),
  foreign_token: words(
    "A token is read from the environment (WEBEX_ACCESS_TOKEN), never from the command line; or: wholesale-import auth login.",
    "Een token komt uit de omgeving (WEBEX_ACCESS_TOKEN), nooit van de opdrachtregel; of: wholesale-import auth login.",
  ),
  foreign_rate: words("Requests per second at most: --rate N.", "Hoogstens zoveel verzoeken per seconde: --rate N."),
  foreign_waiting: words(
    "How long to wait: --provisioning-timeout for Webex to provision a customer, --max-wait for its Retry-After.",
    "Hoe lang te wachten: --provisioning-timeout op het inrichten van een klant door Webex, --max-wait op Retry-After.",
  ),
  foreign_proxy: words(
    "The proxy is read from HTTPS_PROXY, and hosts without one from NO_PROXY.",
    "De proxy komt uit HTTPS_PROXY, en hosts zonder proxy uit NO_PROXY.",
  ),
  foreign_tls: words(
    "TLS cannot be switched off. For a certificate authority of your own: NODE_EXTRA_CA_CERTS=FILE.",
    "TLS kan niet uit. Voor een eigen certificeringsinstantie: NODE_EXTRA_CA_CERTS=BESTAND.",
  ),
  foreign_colours: words(
    "There are no colors without a terminal or with NO_COLOR=1.",
    "Zonder terminal of met NO_COLOR=1 zijn er geen kleuren.",
  ),
  foreign_settings: words(
    "Settings are read from wholesale-import.config.json in this folder and from the environment: wholesale-import config.",
    "Instellingen komen uit wholesale-import.config.json in deze map en uit de omgeving: wholesale-import config.",
  ),
  foreign_only: words(
    "One customer, by external ID: --only ID; repeat it for several.",
    "Eén klant, met de externe id: --only ID; herhaal het voor meer klanten.",
  ),
  foreign_out: words("Where results go: --out DIR.", "Waar resultaten heen gaan: --out MAP."),
  foreign_state: words("Where runs are kept: --state DIR.", "Waar runs worden bewaard: --state MAP."),
  foreign_simulator: words(
    "The simulator is the default: --target simulator.",
    "De simulator is de standaard: --target simulator.",
  ),
  foreign_real: words("For real: --target webex.", "Voor het echte werk: --target webex."),
  foreign_resume: words(
    "To continue a run: wholesale-import resume.",
    "Om een run te hervatten: wholesale-import resume.",
  ),
  foreign_retry: words(
    "To run the refused rows again: wholesale-import retry.",
    "Om de geweigerde rijen opnieuw uit te voeren: wholesale-import retry.",
  ),
  foreign_undo: words(
    "To take back what a run did: wholesale-import undo <run-id>.",
    "Om terug te draaien wat een run deed: wholesale-import undo <run-id>.",
  ),
  foreign_on_behalf_of: words(
    "To act for a sub-partner: --on-behalf-of ORG.",
    "Om namens een subpartner te handelen: --on-behalf-of ORG.",
  ),
  foreign_path: words(
    "A path is an argument, without a flag: wholesale-import apply FILE.",
    "Een pad is een argument, zonder optie: wholesale-import apply BESTAND.",
  ),

  // values that a flag does not take; commander puts its own sentence in front
  one_line: words(
    "Write it on one line of at most 200 characters.",
    "Schrijf dit op één regel van hoogstens 200 tekens.",
  ),
  an_e164_number: words(
    "Write a phone number with its country code, such as +31201234501.",
    "Schrijf een telefoonnummer met landnummer, zoals +31201234501.",
  ),
  an_email_address: words(
    "Write an e-mail address, such as ann.visser@example.com.",
    "Schrijf een e-mailadres, zoals ann.visser@example.com.",
  ),
  number_above_zero: words("It must be a number above 0.", "Het moet een getal boven 0 zijn."),
  whole_number_from_zero: words("It must be a whole number, 0 or more.", "Het moet een geheel getal zijn, 0 of meer."),
  whole_number: words("It must be a whole number.", "Het moet een geheel getal zijn."),
  one_or_more: words("It must be 1 or more.", "Het moet 1 of meer zijn."),
  a_time: words("Write a time such as 90s, 30m, 2h or 7d.", "Schrijf een tijd zoals 90s, 30m, 2h of 7d."),
  a_sheet_file: words(
    "Write <sheet>=FILE, such as users=people.csv.",
    "Schrijf <blad>=BESTAND, zoals users=mensen.csv.",
  ),
  an_external_id: words("Write the external ID of a customer.", "Schrijf de externe id van een klant."),
  a_delimiter: words(
    "Use comma, semicolon, tab or pipe, or the character itself.",
    "Gebruik comma, semicolon, tab of pipe, of het teken zelf.",
  ),
  a_latency: words("Write milliseconds, such as 100 or 100±20.", "Schrijf milliseconden, zoals 100 of 100±20."),
} as const satisfies Readonly<Record<string, Wording<void>>>;
