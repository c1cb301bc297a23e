/** The error codes of Webex that are known for certain, as data. Webex publishes those of calling and no table of the others; a code that is not here is shown as Webex words it. */
import { type Text, text } from "../../../model/words/text.ts";
import { callingCodes } from "./calling-codes.ts";
import type { ErrorCodeFacts } from "./error-code-facts.ts";

export const errorCodes: readonly ErrorCodeFacts[] = [
  {
    code: "10022",
    isRetryable: false,
    en: {
      where: "errors of customers and subscribers",
      meaning: "The email address already belongs to a Webex user.",
      hint: "Use another address, or ask the user's current organization to release it: a Webex account belongs to one organization.",
    },
    nl: {
      where: "fouten van klanten en gebruikers",
      meaning: "Het e-mailadres is al van een Webex-gebruiker.",
      hint: "Gebruik een ander adres, of vraag de huidige organisatie van de gebruiker om het vrij te geven: een Webex-account hoort bij één organisatie.",
    },
  },
  {
    code: "2560",
    isRetryable: true,
    en: {
      where: "warnings of a customer's packages",
      meaning: "Webex Calling is under maintenance and cannot start provisioning.",
      hint: "Check status.webex.com, and retry the row later.",
    },
    nl: {
      where: "waarschuwingen van de pakketten van een klant",
      meaning: "Webex Calling is in onderhoud en kan niet met inrichten beginnen.",
      hint: "Bekijk status.webex.com en probeer de rij later opnieuw.",
    },
  },
  {
    code: "8361",
    isRetryable: false,
    en: {
      where: "validation of phone numbers",
      meaning: "The phone number is not available.",
      hint: "Check whether another location or organization has the number, or use another one.",
    },
    nl: {
      where: "controle van telefoonnummers",
      meaning: "Het telefoonnummer is niet beschikbaar.",
      hint: "Controleer of een andere locatie of organisatie het nummer heeft, of gebruik een ander nummer.",
    },
  },
  {
    code: "9495",
    isRetryable: false,
    en: {
      where: "validation of extensions in a location",
      meaning: "The extension is in use as a call park extension.",
      hint: "Choose an extension that is free at the location.",
    },
    nl: {
      where: "controle van toestelnummers op een locatie",
      meaning: "Het toestelnummer is in gebruik als toestelnummer voor het parkeren van gesprekken.",
      hint: "Kies een toestelnummer dat vrij is op de locatie.",
    },
  },
  {
    code: "9498",
    isRetryable: false,
    en: {
      where: "validation of extensions in a location",
      meaning: "The request contains the extension twice.",
      hint: "Give each user of a location their own extension.",
    },
    nl: {
      where: "controle van toestelnummers op een locatie",
      meaning: "Het verzoek bevat het toestelnummer twee keer.",
      hint: "Geef elke gebruiker van een locatie een eigen toestelnummer.",
    },
  },
  {
    code: "4910",
    isRetryable: false,
    en: {
      where: "validation of extensions",
      meaning: "An extension can only contain the characters 0-9.",
      hint: "Write the extension with digits only.",
    },
    nl: {
      where: "controle van toestelnummers",
      meaning: "Een toestelnummer mag alleen uit de cijfers 0-9 bestaan.",
      hint: "Schrijf het toestelnummer met alleen cijfers.",
    },
  },
  {
    code: "4911",
    isRetryable: false,
    en: {
      where: "validation of extensions",
      meaning: "An extension cannot be an emergency number.",
      hint: "Choose another extension.",
    },
    nl: {
      where: "controle van toestelnummers",
      meaning: "Een toestelnummer kan geen noodnummer zijn.",
      hint: "Kies een ander toestelnummer.",
    },
  },
  {
    code: "59475",
    isRetryable: false,
    en: {
      where: "validation of extensions in an organization",
      meaning: "The extension is already assigned.",
      hint: "Choose an extension that is free, or give the locations routing prefixes.",
    },
    nl: {
      where: "controle van toestelnummers in een organisatie",
      meaning: "Het toestelnummer is al toegewezen.",
      hint: "Kies een toestelnummer dat vrij is, of geef de locaties een routeringsprefix.",
    },
  },
  ...callingCodes,
];

const factsByCode = new Map(errorCodes.map((facts) => [facts.code, facts]));

/**
 * What is known of a code, as Webex spells it: jobs put `BATCH-` before codes that are published without. `undefined` for
 * the many that Webex does not publish.
 */
export function factsOfErrorCode(code: string): ErrorCodeFacts | undefined {
  return factsByCode.get(code) ?? factsByCode.get(code.replace(/^BATCH-/, ""));
}

/** What to do about a code, where that is known. */
export function hintOfErrorCode(code: string | undefined): Text | undefined {
  const facts = code === undefined ? undefined : factsOfErrorCode(code);
  const [en, nl] = [facts?.en.hint, facts?.nl.hint];
  return en !== undefined && nl !== undefined ? text("either", { en, nl }) : undefined;
}
