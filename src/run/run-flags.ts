/** The flags that say what is asked of a run, each once, by the option that it sets: with what the help says of it: a new one is an entry here, and whoever heeds it. */

import type { InEachLanguage } from "../model/words/language.ts";

export type RunFlag = {
  /** As the help writes it. */
  readonly flag: string;
  /** switch: it is given or not. count: a whole number above 0. customers: external ids, the flag several times. */
  readonly kind: "switch" | "count" | "customers";
  readonly help: InEachLanguage;
  /** Heading of the help. */
  readonly heading: "Selection:" | "Safety:";
  /** The commands that have it; `apply`: those that write by a plan of their own. */
  readonly commands: readonly RunCommand[];
};

export type RunCommand = "plan" | "apply" | "schedule";

/** What makes one plan of a batch another one than the next. */
export const planFlags = {
  isRemovingPackages: {
    flag: "--remove-missing-packages",
    kind: "switch",
    help: {
      en: "remove packages that a customer has and the sheet does not name",
      nl: "verwijder pakketten die een klant heeft en het blad niet noemt",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isKeepingPersons: {
    flag: "--keep-person",
    kind: "switch",
    help: {
      en: "remove only the subscription of users to be removed, and keep the person",
      nl: "verwijder van te verwijderen gebruikers alleen het abonnement, en behoud de persoon",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isAdopting: {
    flag: "--adopt",
    kind: "switch",
    help: {
      en: "take over customers that exist under another external id, and give them that of the sheet",
      nl: "neem klanten over die onder een ander extern id bestaan, en geef ze dat van het blad",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isRemovingCustomers: {
    flag: "--allow-customer-removals",
    kind: "switch",
    help: {
      en: "carry out rows that say that a customer is to go, with all its users",
      nl: "voer rijen uit die zeggen dat een klant weg moet, met alle gebruikers",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isDeletingOrganizations: {
    flag: "--delete-organizations",
    kind: "switch",
    help: {
      en: "also delete the organizations of customers that are removed, for good",
      nl: "verwijder ook de organisaties van verwijderde klanten, voorgoed",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isAcceptingImpacts: {
    flag: "--accept-impacts",
    kind: "switch",
    help: {
      en: "move users although they lose voice messages or leave groups",
      nl: "verplaats gebruikers ook als zij voicemailberichten verliezen of groepen verlaten",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isAllowingOutage: {
    flag: "--allow-outage",
    kind: "switch",
    help: {
      en: "remove and add a number that does not move with its user",
      nl: "verwijder een nummer dat niet met de gebruiker mee verhuist, en voeg het opnieuw toe",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isRemovingNumbers: {
    flag: "--remove-missing-numbers",
    kind: "switch",
    help: {
      en: "release numbers that a location has and its row does not list, never the main number",
      nl: "geef nummers vrij die een locatie heeft en die de rij niet noemt, nooit het hoofdnummer",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  isForcingLocations: {
    flag: "--force-locations",
    kind: "switch",
    help: {
      en: "remove locations with their hunt groups, auto attendants and other features",
      nl: "verwijder locaties met hun huntgroepen, auto-attendants en andere functies",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  only: {
    flag: "--only <customer=id>",
    kind: "customers",
    help: {
      en: "only this customer, by external ID (customer= is optional); repeatable",
      nl: "alleen deze klant, met de externe id (customer= mag weg); herhaalbaar",
    },
    heading: "Selection:",
    commands: ["plan", "apply"],
  },
  limit: {
    flag: "--limit <n>",
    kind: "count",
    help: {
      en: "only the first n customers of the batch, with all of their rows (a pilot)",
      nl: "alleen de eerste n klanten van de batch, met al hun rijen (een proef)",
    },
    heading: "Selection:",
    commands: ["plan", "apply"],
  },
  isPrechecking: {
    flag: "--precheck",
    kind: "switch",
    help: {
      en: "have Webex validate new customers and users, and moves, first",
      nl: "laat Webex nieuwe klanten, nieuwe gebruikers en verplaatsingen eerst controleren",
    },
    heading: "Safety:",
    commands: ["plan", "apply"],
  },
} as const satisfies Record<string, RunFlag>;

/** What refuses a batch or its plan. */
export const guardFlags = {
  isStrict: {
    flag: "--strict",
    kind: "switch",
    help: {
      en: "refuse a batch in which any row is invalid, or any table was not read",
      nl: "weiger een batch met een ongeldige rij, of met een tabel die niet is gelezen",
    },
    heading: "Safety:",
    commands: ["plan", "apply", "schedule"],
  },
  maxRemovals: {
    flag: "--max-removals <n>",
    kind: "count",
    help: {
      en: "remove up to n users without asking, also more than a fifth of a customer's",
      nl: "verwijder tot n gebruikers zonder te vragen, ook meer dan een vijfde van een klant",
    },
    heading: "Safety:",
    commands: ["apply", "schedule"],
  },
  maxChanges: {
    flag: "--max-changes <n>",
    kind: "count",
    help: {
      en: "refuse a batch that would create or change more rows than this",
      nl: "weiger een batch die meer rijen dan dit zou aanmaken of wijzigen",
    },
    heading: "Safety:",
    commands: ["apply", "schedule"],
  },
} as const satisfies Record<string, RunFlag>;
