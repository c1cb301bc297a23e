/** What is said when Webex cannot be reached, or answers what cannot be understood. */
import type { StoredText } from "./wording.ts";
import { onPage, words } from "./wording.ts";

type Origin = { readonly origin: string };
type Reason = { readonly reason: StoredText };
type Name = { readonly name: string };

export const connectionTexts = {
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
      `${origin} compressed its answer with ${encoding}, which was not requested and cannot be read; a proxy may have caused this.`,
    ({ origin, encoding }) =>
      `${origin} heeft het antwoord gecomprimeerd met ${encoding}, waar niet om was gevraagd en wat niet te lezen is; mogelijk doet een proxy dat.`,
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
  check_connection: onPage(
    words(
      "Check the host name (--base-url), the network, and the proxy if there is one (HTTPS_PROXY, NO_PROXY).",
      "Controleer de hostnaam (--base-url), het netwerk, en de proxy als die er is (HTTPS_PROXY, NO_PROXY).",
    ),
    words(
      "Check the network. Whoever started the page can check the host name (--base-url) and the proxy (HTTPS_PROXY, NO_PROXY).",
      "Controleer het netwerk. Wie de pagina heeft gestart, kan de hostnaam (--base-url) en de proxy (HTTPS_PROXY, NO_PROXY) controleren.",
    ),
  ),
  check_certificate: words(
    "The server's certificate is not trusted. If a company proxy inspects TLS, name its CA certificate in NODE_EXTRA_CA_CERTS.",
    "Het certificaat van de server wordt niet vertrouwd. Inspecteert een bedrijfsproxy TLS, noem het CA-certificaat daarvan dan in NODE_EXTRA_CA_CERTS.",
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
    "Het toegangstoken ontbreekt, klopt niet of is verlopen: meld u opnieuw aan, of stel een nieuw token in.",
  ),
  check_scopes: words(
    "Check that the token has the scopes for this, and that its owner administers the organization. In an organization that was attached by org_id you may only be Provisioning Admin: its owner can grant you more.",
    "Controleer of het token de scopes hiervoor heeft, en of de eigenaar de organisatie beheert. Van een organisatie die via org_id is gekoppeld, bent u mogelijk alleen inrichtingsbeheerder: de eigenaar ervan kan u meer rechten geven.",
  ),
  list_endless: words(
    ({ route, flaw }: { route: string; flaw: StoredText }, { say }) =>
      `The list GET ${route} cannot be read to its end: ${say(flaw)}.`,
    ({ route, flaw }, { say }) => `De lijst GET ${route} is niet tot het einde te lezen: ${say(flaw)}.`,
  ),
  other_count: words(
    ({ total, seen }: { total: number; seen: number }) => `it announces ${total} items, but contains ${seen}`,
    ({ total, seen }) => `er zijn ${total} items aangekondigd, maar het zijn er ${seen}`,
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
    "two empty pages in a row announce that more follows",
    "twee lege pagina's achter elkaar kondigen aan dat er meer volgt",
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
  token_lacks_scope: onPage(
    words(
      ({ scopes }: { scopes: readonly string[] }, { choice }) =>
        `The token lacks ${scopes.length > 0 ? `the scope ${choice(scopes)}` : "a scope"}, or its owner the role for it: see wholesale-import auth check; log in again with all scopes.`,
      ({ scopes }, { choice }) =>
        `Het token mist ${scopes.length > 0 ? `de scope ${choice(scopes)}` : "een scope"}, of de eigenaar de rol ervoor: zie wholesale-import auth check; meld u opnieuw aan met alle scopes.`,
    ),
    words(
      ({ scopes }, { choice }) =>
        `The token lacks ${scopes.length > 0 ? `the scope ${choice(scopes)}` : "a scope"}, or its owner the role for it. Whoever started the page can see which (wholesale-import auth check) and log in again with all scopes.`,
      ({ scopes }, { choice }) =>
        `Het token mist ${scopes.length > 0 ? `de scope ${choice(scopes)}` : "een scope"}, of de eigenaar de rol ervoor. Wie de pagina heeft gestart, kan zien welke (wholesale-import auth check) en zich opnieuw aanmelden met alle scopes.`,
    ),
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
};
