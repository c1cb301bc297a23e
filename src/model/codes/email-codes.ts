/** Problems of email addresses. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

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
