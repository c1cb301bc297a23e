/** What the things at Webex are called within a sentence. */
import type { Language } from "./language.ts";

/** The kinds of things that a plan is about; a kind of `plan.ts` that is missing here does not compile where it is named. */
export type ThingKind =
  | "template"
  | "customer"
  | "external_id"
  | "customer_ready"
  | "organization"
  | "organization_name"
  | "head_office"
  | "location"
  | "calling"
  | "pstn"
  | "numbers"
  | "activation"
  | "go_live"
  | "welcome"
  | "location_settings"
  | "user"
  | "person"
  | "profile"
  | "telephone"
  | "move"
  | "move_job"
  | "moved_number"
  | "invite_emails";

/** `key`: the name that people know it by. */
export type NamedResource = { readonly resource: ThingKind; readonly key: string };

const things: Readonly<Record<Language, Readonly<Record<ThingKind, string>>>> = {
  en: {
    template: "the template",
    customer: "the customer",
    external_id: "the external id of",
    customer_ready: "the customer",
    organization: "the organization of",
    organization_name: "the organization name of",
    head_office: "the head office",
    location: "the location",
    calling: "calling of the location",
    pstn: "the PSTN connection of the location",
    numbers: "the numbers of the location",
    activation: "the activation of numbers of",
    go_live: "the day of",
    welcome: "the activation emails of",
    location_settings: "the calling settings of the location",
    user: "the user",
    person: "the identity of",
    profile: "the names and roles of",
    telephone: "the number and extension of",
    move: "the move of",
    move_job: "the move to",
    moved_number: "the number of",
    invite_emails: "the invitation emails of",
  },
  nl: {
    template: "het sjabloon",
    customer: "de klant",
    external_id: "het externe id van",
    customer_ready: "de klant",
    organization: "de organisatie van",
    organization_name: "de organisatienaam van",
    head_office: "het hoofdkantoor",
    location: "de locatie",
    calling: "bellen van de locatie",
    pstn: "de PSTN-verbinding van de locatie",
    numbers: "de nummers van de locatie",
    activation: "de activering van nummers van",
    go_live: "de dag van",
    welcome: "de activeringsmails van",
    location_settings: "de belinstellingen van de locatie",
    user: "de gebruiker",
    person: "de identiteit van",
    profile: "de namen en rollen van",
    telephone: "het nummer en toestelnummer van",
    move: "de verplaatsing van",
    move_job: "de verplaatsing naar",
    moved_number: "het nummer van",
    invite_emails: "de uitnodigingsmails van",
  },
};

/** Within a sentence: `the user ann@acme.example`. */
export function describeResource({ resource, key }: NamedResource, language: Language): string {
  return `${things[language][resource]} ${key}`;
}

const steps: Readonly<Record<Language, Readonly<Record<ThingKind, string>>>> = {
  en: {
    template: "template",
    customer: "customer",
    external_id: "external id",
    customer_ready: "wait for the customer",
    organization: "access to the organization",
    organization_name: "name of the organization",
    head_office: "head office",
    location: "location",
    calling: "calling of the location",
    pstn: "PSTN connection",
    numbers: "phone numbers",
    activation: "activation of the numbers",
    go_live: "day of going live",
    welcome: "activation emails",
    location_settings: "settings of the location",
    user: "user",
    person: "identity of the user",
    profile: "names and administrator roles",
    telephone: "number and extension",
    move: "move to another location",
    move_job: "move to another location",
    moved_number: "number at the new location",
    invite_emails: "invitation emails",
  },
  nl: {
    template: "sjabloon",
    customer: "klant",
    external_id: "extern id",
    customer_ready: "wachten op de klant",
    organization: "toegang tot de organisatie",
    organization_name: "naam van de organisatie",
    head_office: "hoofdkantoor",
    location: "locatie",
    calling: "bellen van de locatie",
    pstn: "PSTN-verbinding",
    numbers: "telefoonnummers",
    activation: "activering van de nummers",
    go_live: "dag van livegang",
    welcome: "activeringsmails",
    location_settings: "instellingen van de locatie",
    user: "gebruiker",
    person: "identiteit van de gebruiker",
    profile: "namen en beheerdersrollen",
    telephone: "nummer en toestelnummer",
    move: "verplaatsing naar een andere locatie",
    move_job: "verplaatsing naar een andere locatie",
    moved_number: "nummer op de nieuwe locatie",
    invite_emails: "uitnodigingsmails",
  },
};

/** What steps do for their row, each once. */
export function stepsIn(kinds: readonly ThingKind[], language: Language): readonly string[] {
  return [...new Set(kinds)].map((kind) => steps[language][kind]);
}
