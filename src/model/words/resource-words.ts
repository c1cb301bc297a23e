/** What the things at Webex are called. */
import type { Language } from "./language.ts";

/** Within a sentence, before its name, and as a step of its row. */
type Called = Readonly<Record<Language, readonly [thing: string, step: string]>>;

const things = {
  template: { en: ["the template", "template"], nl: ["het sjabloon", "sjabloon"] },
  customer: { en: ["the customer", "customer"], nl: ["de klant", "klant"] },
  external_id: { en: ["the external ID of", "external ID"], nl: ["de externe id van", "externe id"] },
  customer_ready: { en: ["the customer", "wait for the customer"], nl: ["de klant", "wachten op de klant"] },
  organization: {
    en: ["the organization of", "access to the organization"],
    nl: ["de organisatie van", "toegang tot de organisatie"],
  },
  organization_name: {
    en: ["the organization name of", "name of the organization"],
    nl: ["de organisatienaam van", "naam van de organisatie"],
  },
  head_office: { en: ["the head office", "head office"], nl: ["het hoofdkantoor", "hoofdkantoor"] },
  location: { en: ["the location", "location"], nl: ["de locatie", "locatie"] },
  calling: {
    en: ["calling at the location", "calling at the location"],
    nl: ["bellen op de locatie", "bellen op de locatie"],
  },
  pstn: {
    en: ["the PSTN connection of the location", "PSTN connection"],
    nl: ["de PSTN-verbinding van de locatie", "PSTN-verbinding"],
  },
  numbers: {
    en: ["the numbers of the location", "phone numbers"],
    nl: ["de nummers van de locatie", "telefoonnummers"],
  },
  activation: {
    en: ["the activation of numbers of", "activation of the numbers"],
    nl: ["de activering van nummers van", "activering van de nummers"],
  },
  go_live: { en: ["the go-live date of", "go-live date"], nl: ["de livegang van", "dag van livegang"] },
  welcome: {
    en: ["the activation emails of", "activation emails"],
    nl: ["de activeringsmails van", "activeringsmails"],
  },
  reminder: {
    en: ["the consent email to", "consent email"],
    nl: ["de toestemmingsmail aan", "toestemmingsmail"],
  },
  location_settings: {
    en: ["the calling settings of the location", "settings of the location"],
    nl: ["de belinstellingen van de locatie", "instellingen van de locatie"],
  },
  user: { en: ["the user", "user"], nl: ["de gebruiker", "gebruiker"] },
  person: { en: ["the identity of", "identity of the user"], nl: ["de identiteit van", "identiteit van de gebruiker"] },
  directory_entry: {
    en: ["the names and roles of", "names and administrator roles"],
    nl: ["de namen en rollen van", "namen en beheerdersrollen"],
  },
  telephone: {
    en: ["the number and extension of", "number and extension"],
    nl: ["het nummer en toestelnummer van", "nummer en toestelnummer"],
  },
  caller_id: { en: ["the caller ID of", "caller ID"], nl: ["de nummerweergave van", "nummerweergave"] },
  move: {
    en: ["the move of", "move to another location"],
    nl: ["de verplaatsing van", "verplaatsing naar een andere locatie"],
  },
  move_job: {
    en: ["the move to", "move to another location"],
    nl: ["de verplaatsing naar", "verplaatsing naar een andere locatie"],
  },
  moved_number: {
    en: ["the number of", "number at the new location"],
    nl: ["het nummer van", "nummer op de nieuwe locatie"],
  },
  invite_emails: {
    en: ["the invitation emails of", "invitation emails"],
    nl: ["de uitnodigingsmails van", "uitnodigingsmails"],
  },
} as const satisfies Readonly<Record<string, Called>>;

/** The kinds of things that a plan is about; a kind of `plan.ts` that is missing here does not compile where it is named. */
export type ThingKind = keyof typeof things;

/** `key`: the name that people know it by. */
export type NamedResource = { readonly resource: ThingKind; readonly key: string };

/** Within a sentence: `the user ann@acme.example`. */
export function describeResource({ resource, key }: NamedResource, language: Language): string {
  return `${things[resource][language][0]} ${key}`;
}

/** What steps do for their row, each once. */
export function stepsIn(kinds: readonly ThingKind[], language: Language): readonly string[] {
  return [...new Set(kinds)].map((kind) => things[kind][language][1]);
}
