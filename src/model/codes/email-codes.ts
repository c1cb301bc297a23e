/** Problems of email addresses. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { words } from "../words/wording.ts";

export const emailCodes = {
  invalid_email: {
    severity: "error",
    en: {
      title: "Invalid email address",
      meaning: "The cell is not a single address of the form name@domain.",
      example: "ann@example",
      resolution: "Write ann@example.com.",
    },
    nl: {
      title: "Ongeldig e-mailadres",
      meaning: "De cel bevat niet één adres van de vorm naam@domein.",
      example: "ann@example",
      resolution: "Schrijf ann@example.com.",
    },
  },
  email_look_alike: {
    severity: "error",
    en: {
      title: "Look-alike letters in an email address",
      meaning: "The address contains letters of another alphabet that look like Latin ones, usually from copying.",
      example: "аnn@example.com with a Cyrillic а",
      resolution: "Type the address again.",
    },
    nl: {
      title: "E-mailadres met letters uit een ander alfabet",
      meaning: "Het adres bevat letters uit een ander alfabet die op Latijnse letters lijken, meestal door kopiëren.",
      example: "аnn@example.com met een Cyrillische а",
      resolution: "Typ het adres opnieuw.",
    },
  },
  email_not_ascii: {
    severity: "warning",
    en: {
      title: "Accented letters in an email address",
      meaning: "Webex may not accept letters outside ASCII in an email address.",
      example: "andré@example.com",
      resolution: "Check the address.",
    },
    nl: {
      title: "E-mailadres met accenten",
      meaning: "Webex accepteert letters buiten ASCII in een e-mailadres mogelijk niet.",
      example: "andré@example.com",
      resolution: "Controleer het adres.",
    },
  },
  admin_email_not_mailbox: {
    severity: "warning",
    en: {
      title: "No-reply address",
      meaning: "The first administrator of a customer needs a mailbox that somebody reads.",
      example: "noreply@example.com",
      resolution: "Use the address of a real mailbox.",
    },
    nl: {
      title: "No-reply-adres",
      meaning: "De eerste beheerder van een klant heeft een mailbox nodig die iemand leest.",
      example: "noreply@example.com",
      resolution: "Gebruik het adres van een echte mailbox.",
    },
  },
} as const satisfies Record<string, IssueFacts>;

type Value = { readonly value: string };

export const emailTexts = {
  address_too_long: words(
    ({ length, most }: { length: number; most: number }) =>
      `The address has ${length} characters; at most ${most} are allowed.`,
    ({ length, most }) => `Het adres heeft ${length} tekens; er zijn er hoogstens ${most} toegestaan.`,
  ),
  write_one_address: words("Write one address.", "Vul één adres in."),
  email_not_ascii: words(
    ({ value }: Value) => `"${value}" has letters that Webex may not accept in an address.`,
    ({ value }) => `"${value}" bevat letters die Webex in een adres misschien niet accepteert.`,
  ),
  was_meant: words(
    ({ meant }: { meant: string }) => `Did you mean "${meant}"?`,
    ({ meant }) => `Bedoelde u "${meant}"?`,
  ),
  not_an_email: words(
    ({ value }: Value) => `"${value}" is not an email address.`,
    ({ value }) => `"${value}" is geen e-mailadres.`,
  ),
  mail_unread: words(
    ({ address }: { address: string }) => `${address} looks like an address that nobody reads.`,
    ({ address }) => `${address} lijkt een adres waarvan niemand de mail leest.`,
  ),
  give_read_address: words(
    "Webex writes to the first administrator: give an address that somebody reads.",
    "Webex mailt de eerste beheerder: vul een adres in dat iemand leest.",
  ),
};
