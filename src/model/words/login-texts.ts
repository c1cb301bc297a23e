/** What `auth` says: the token in use, and logging in and out. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type Reason = { readonly reason: StoredText };

export const loginTexts = {
  access_token: words("token", "token"),
  access_owner: words("owner", "eigenaar"),
  access_organization: words("organization", "organisatie"),
  access_full_administrator: words("partner full administrator", "volledige beheerder van de partner"),
  access_lasts: words("valid", "geldig"),
  access_until: words(
    ({ until }: { until: string }) => `until ${until} without a run, longer with each run`,
    ({ until }) => `tot ${until} zonder run, met elke run langer`,
  ),
  administrator_unknown: words(
    "unknown: Webex does not show the roles to this token",
    "onbekend: Webex geeft de rollen niet aan dit token door",
  ),
  administrator_yes: words("yes", "ja"),
  administrator_no: words(
    "no: only a partner full administrator may create customers and users",
    "nee: alleen een volledige beheerder van de partner mag klanten en gebruikers aanmaken",
  ),
  scopes: words("scopes", "scopes"),
  scopes_missing: words(
    ({ step }: { step: StoredText }, { say }) => `missing for ${say(step)}`,
    ({ step }, { say }) => `ontbreekt voor ${say(step)}`,
  ),
  scopes_complete: words("all that an import needs", "alles wat een import nodig heeft"),
  scopes_readable: words(
    "all read scopes work; a write scope shows only when it is used",
    "alle leesscopes werken; of een schrijfscope werkt, blijkt pas bij gebruik",
  ),
  source_integration: words(
    ({ clientId, from }: { clientId: string; from: StoredText }, { say }) => `integration ${clientId} (${say(from)})`,
    ({ clientId, from }, { say }) => `integratie ${clientId} (${say(from)})`,
  ),
  source_login: words(
    ({ file }: { file: string }) => `login saved in ${file}`,
    ({ file }) => `aanmelding opgeslagen in ${file}`,
  ),
  access_unchecked: words(
    ({ reason }: Reason, { say }) => `The access cannot be checked: ${say(reason)}`,
    ({ reason }, { say }) => `De toegang is niet te controleren: ${say(reason)}`,
  ),
  logged_in: words(
    ({ file }: { file: string }) => `logged in; the access is saved in ${file}, readable by this user only`,
    ({ file }) => `aangemeld; de toegang is opgeslagen in ${file}, alleen leesbaar voor deze gebruiker`,
  ),
  used_instead_of_login: words(
    ({ from }: { from: StoredText }, { say }) => `remove ${say(from)}: it takes precedence over the login`,
    ({ from }, { say }) => `verwijder ${say(from)}: dat heeft voorrang op de aanmelding`,
  ),
  logged_out: words(
    ({ file }: { file: string }) => `logged out: ${file} no longer contains access`,
    ({ file }) => `afgemeld: in ${file} staat geen toegang meer`,
  ),
  still_used: words(
    ({ from }: { from: StoredText }, { say }) => `still set, and used: ${say(from)}`,
    ({ from }, { say }) => `nog ingesteld, en in gebruik: ${say(from)}`,
  ),
  login_failed: words(
    ({ reason }: Reason, { say }) => `The login failed: ${say(reason).replace(/\.$/, "")}.`,
    ({ reason }, { say }) => `Aanmelden is mislukt: ${say(reason).replace(/\.$/, "")}.`,
  ),
  login_again: words("Try again: wholesale-import auth login.", "Probeer het opnieuw: wholesale-import auth login."),
  nobody_came_back: words("nobody came back from the browser in time", "er kwam niemand op tijd terug uit de browser"),
  was_interrupted: words("it was interrupted", "het is onderbroken"),
  ask_client_id: words("Client ID of the integration:", "Client-id van de integratie:"),
  ask_client_secret: words("Its client secret:", "Het clientgeheim:"),
  open_login_address: words(
    "Open this address in a browser, and log in as a partner full administrator:",
    "Open dit adres in een browser, en meld u aan als volledige beheerder van de partner:",
  ),
  no_client: words(
    "Logging in needs the client ID and secret of an integration, and there is no terminal to ask on.",
    "Voor het aanmelden zijn de client-id en het clientgeheim van een integratie nodig, en er is geen terminal om erom te vragen.",
  ),
  set_client: words(
    "Set WEBEX_CLIENT_ID and WEBEX_CLIENT_SECRET; how to create an integration: wholesale-import auth login --help.",
    "Stel WEBEX_CLIENT_ID en WEBEX_CLIENT_SECRET in; hoe u een integratie maakt: wholesale-import auth login --help.",
  ),
};
