/** Problems that the check before a run, a plan that has aged, and undo find. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const planCodes = {
  precheck_refused: {
    severity: "error",
    en: {
      title: "Refused by Webex's precheck",
      meaning: "With --precheck, Webex was asked whether it would accept the row; the answer was no. Nothing was sent.",
      example: "an email address that belongs to another organization",
      resolution: "Correct what the message names.",
    },
    nl: {
      title: "Geweigerd door de voorcontrole van Webex",
      meaning:
        "Met --precheck is Webex gevraagd of het de rij zou accepteren; het antwoord was nee. Er is niets verstuurd.",
      example: "een e-mailadres dat bij een andere organisatie hoort",
      resolution: "Corrigeer wat de melding noemt.",
    },
  },
  not_compared: {
    severity: "warning",
    en: {
      title: "Not compared with Webex",
      meaning:
        "Webex does not return this value, and no completed run of this state folder has sent the row. The value at Webex was left unchanged.",
      example: "package_limits of a customer created in Partner Hub",
      resolution: "Compare it in Partner Hub once. From then on, a change of the cell is sent.",
    },
    nl: {
      title: "Niet vergeleken met Webex",
      meaning:
        "Webex geeft deze waarde niet terug, en geen voltooide run van deze state-map heeft de rij verstuurd. De waarde bij Webex is ongewijzigd gelaten.",
      example: "package_limits van een klant die in Partner Hub is gemaakt",
      resolution: "Vergelijk de waarde één keer in Partner Hub. Daarna wordt een wijziging van de cel wel verstuurd.",
    },
  },
  template_changed: {
    severity: "warning",
    en: {
      title: "Template changed in the sheet",
      meaning: "The API cannot change an onboarding template; you change it in Partner Hub.",
      example: "another country for a template",
      resolution: "Change it in Partner Hub, under Customers > Onboarding templates.",
    },
    nl: {
      title: "Sjabloon gewijzigd op het blad",
      meaning: "De API kan een onboardingssjabloon niet wijzigen; dat doet u in Partner Hub.",
      example: "een ander land voor een sjabloon",
      resolution: "Wijzig het in Partner Hub, onder Klanten > Onboardingssjablonen.",
    },
  },
  changed_since: {
    severity: "error",
    en: {
      title: "Changed since the run",
      meaning:
        "Undo reverts only what is still as the run left it. This object has changed since, so somebody may need it.",
      example: "a customer that got users from another run",
      resolution: "Check it where the hint says. If it must still go, remove it there by hand.",
    },
    nl: {
      title: "Gewijzigd na de run",
      meaning:
        "Undo maakt alleen ongedaan wat nog is zoals de run het achterliet. Dit is sindsdien gewijzigd; iemand kan het nodig hebben.",
      example: "een klant die gebruikers uit een andere run heeft gekregen",
      resolution: "Controleer het op de plek die de hint noemt. Moet het toch weg, verwijder het daar dan handmatig.",
    },
  },
  undo_by_hand: {
    severity: "either",
    en: {
      title: "Undo by hand",
      meaning:
        "The run did this, and no API call can undo it, so you have to do it by hand. For templates it is a warning.",
      example: "a location that the run added to an existing customer",
      resolution: "Undo it in Control Hub or Partner Hub, as the hint says.",
    },
    nl: {
      title: "Handmatig ongedaan maken",
      meaning:
        "De run heeft dit gedaan, en de API kan het niet ongedaan maken; dat moet handmatig. Bij sjablonen is het een waarschuwing.",
      example: "een locatie die de run aan een bestaande klant heeft toegevoegd",
      resolution: "Maak het ongedaan in Control Hub of Partner Hub, zoals de hint aangeeft.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
