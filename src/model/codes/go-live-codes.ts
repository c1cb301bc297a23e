/** Problems of the day something goes live. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const goLiveCodes = {
  invalid_day: {
    severity: "error",
    en: {
      title: "Not a day",
      meaning: "The cell needs a day written as year-month-day. Other forms are ambiguous, and nothing is guessed.",
      example: "5-12-2026 instead of 2026-12-05",
      resolution: "Write year, month and day, such as 2026-12-05. In a workbook, a cell with a date is fine.",
    },
    nl: {
      title: "Geen dag",
      meaning:
        "In de cel hoort een dag als jaar-maand-dag. Andere schrijfwijzen zijn voor meer uitleg vatbaar, en er wordt niet geraden.",
      example: "5-12-2026 in plaats van 2026-12-05",
      resolution: "Vul jaar, maand en dag in, zoals 2026-12-05. In een werkmap mag het een datumcel zijn.",
    },
  },
  active_before_date: {
    severity: "error",
    en: {
      title: "Active before its day",
      meaning:
        "numbers_state says that the numbers are active, but activate_on holds a day in the future or never. Only one can be true.",
      example: "numbers_state active with activate_on tomorrow",
      resolution: "Clear one of the two cells. With only the day, the numbers are added inactive.",
    },
    nl: {
      title: "Actief, met een dag in de toekomst",
      meaning:
        "Volgens numbers_state zijn de nummers actief, maar in activate_on staat een dag in de toekomst of never. Dat gaat niet samen.",
      example: "numbers_state active met activate_on morgen",
      resolution: "Maak een van de twee cellen leeg. Met alleen de dag worden de nummers inactief toegevoegd.",
    },
  },
  day_far_ahead: {
    severity: "warning",
    en: {
      title: "Day far ahead",
      meaning:
        "The day is more than a year ahead. Until then the numbers do not ring, or nobody gets an activation email.",
      example: "2062-12-05 instead of 2026-12-05",
      resolution: "Check the year.",
    },
    nl: {
      title: "Dag ver in de toekomst",
      meaning:
        "De dag is meer dan een jaar weg. Tot dan gaan de nummers niet over, of krijgt niemand een activeringsmail.",
      example: "2062-12-05 in plaats van 2026-12-05",
      resolution: "Controleer het jaar.",
    },
  },
  numbers_active_already: {
    severity: "warning",
    en: {
      title: "Numbers are active already",
      meaning:
        "The row keeps its numbers inactive for now, but some are active at Webex. They stay active: this program never takes a number out of service.",
      example: "activate_on next week for numbers that have been ringing for years",
      resolution: "If they must not ring yet, deactivate them in Control Hub. Otherwise clear the cells.",
    },
    nl: {
      title: "Nummers zijn al actief",
      meaning:
        "Volgens de rij zijn de nummers voorlopig inactief, maar bij Webex zijn er al actief. Ze blijven actief: dit programma stelt nooit een nummer buiten dienst.",
      example: "activate_on volgende week bij nummers die al jaren overgaan",
      resolution: "Mogen ze nog niet overgaan, deactiveer ze dan in Control Hub; maak anders de cellen leeg.",
    },
  },
  numbers_not_there: {
    severity: "warning",
    en: {
      title: "Numbers are not at the location",
      meaning:
        "On the day of activation, some numbers of the sheet were no longer at the location: somebody has removed or moved them. The others were activated.",
      example: "a number that was moved to another location last week",
      resolution: "If they belong there, apply the row again.",
    },
    nl: {
      title: "Nummers staan niet op de locatie",
      meaning:
        "Op de dag van activering stonden enkele nummers van het blad niet meer op de locatie: iemand heeft ze verwijderd of verplaatst. De andere zijn geactiveerd.",
      example: "een nummer dat vorige week naar een andere locatie is verplaatst",
      resolution: "Horen ze daar wel, voer de rij dan opnieuw uit met apply.",
    },
  },
  numbers_still_inactive: {
    severity: "error",
    en: {
      title: "Numbers are still inactive",
      meaning: "Webex accepted the activation, but the numbers were still inactive when they were read back.",
      example: "a number whose port has not been completed",
      resolution:
        "Check the numbers in Control Hub. The day stays due: the next night tries again, or apply the row again.",
    },
    nl: {
      title: "Nummers zijn nog inactief",
      meaning: "Webex heeft de activering geaccepteerd, maar bij controle waren de nummers nog inactief.",
      example: "een nummer waarvan de portering niet is afgerond",
      resolution:
        "Bekijk de nummers in Control Hub. De datum blijft openstaan: de volgende nacht probeert het opnieuw, of voer de rij opnieuw uit.",
    },
  },
  welcome_sent_or_unknown: {
    severity: "warning",
    en: {
      title: "Activation emails may have been sent",
      meaning:
        "The request to send the activation emails was sent, but its answer was lost. Webex has no list of such jobs, so there is no way to check. They are not sent again automatically.",
      example: "a connection that broke on the night of welcome_on",
      resolution:
        "Ask one of the users. If nothing arrived, resend the emails in Control Hub, or write another day in welcome_on.",
    },
    nl: {
      title: "Activeringsmails misschien verstuurd",
      meaning:
        "Het verzoek om de activeringsmails te versturen is gedaan, maar het antwoord ging verloren. Webex heeft geen lijst van zulke taken; het is dus niet na te gaan. Ze worden niet vanzelf nog eens verstuurd.",
      example: "een verbinding die wegviel in de nacht van welcome_on",
      resolution:
        "Vraag het aan een van de gebruikers. Is er niets aangekomen, verstuur de mails dan opnieuw in Control Hub of vul een andere dag in bij welcome_on.",
    },
  },
  welcome_suppressed: {
    severity: "error",
    en: {
      title: "Organization sends no activation emails",
      meaning: "The customer's organization suppresses activation emails, so nobody was mailed on welcome_on.",
      example: "a template with invite_emails no",
      resolution:
        "Write yes in invite_emails of the template, or allow them in Control Hub. The next night tries again.",
    },
    nl: {
      title: "Organisatie verstuurt geen activeringsmails",
      meaning: "De organisatie van de klant onderdrukt activeringsmails, dus op welcome_on kreeg niemand mail.",
      example: "een sjabloon met invite_emails nee",
      resolution:
        "Vul ja in bij invite_emails van het sjabloon, of sta ze toe in Control Hub. De volgende nacht probeert het opnieuw.",
    },
  },
  welcome_not_to_all: {
    severity: "either",
    en: {
      title: "Activation emails not sent to everybody",
      meaning:
        "Webex could not send some of the emails: a warning if others were sent, an error if none was. Users who got one in the last 24 hours do not count.",
      example: "a user whose address bounces",
      resolution: "Resend the missing emails in Control Hub, on the page of the user.",
    },
    nl: {
      title: "Activeringsmails niet aan iedereen verstuurd",
      meaning:
        "Webex kon een deel van de mails niet versturen: een waarschuwing als andere wel zijn verstuurd, een fout als er geen is verstuurd. Wie er de laatste 24 uur al een kreeg, telt niet mee.",
      example: "een gebruiker bij wie de mail terugkomt",
      resolution: "Verstuur de ontbrekende mails opnieuw in Control Hub, bij de gebruiker.",
    },
  },
  reminder_sent_or_unknown: {
    severity: "warning",
    en: {
      title: "Consent email sent, or not known",
      meaning:
        "The request to send the consent email again left, and its answer was lost. Webex does not tell whom it has mailed, so nobody can say whether it was sent. It is never sent twice by itself.",
      example: "a connection that broke during remind",
      resolution: "Ask the person. If nothing came, run remind again after a day.",
    },
    nl: {
      title: "Toestemmingsmail verstuurd, of niet bekend",
      meaning:
        "Het verzoek om de toestemmingsmail opnieuw te versturen is vertrokken en het antwoord ging verloren. Webex vertelt niet wie er mail heeft gekregen, dus niemand kan zeggen of hij is verstuurd. Hij wordt nooit vanzelf twee keer verstuurd.",
      example: "een verbinding die wegviel tijdens remind",
      resolution: "Vraag het de persoon. Is er niets gekomen, voer remind dan na een dag opnieuw uit.",
    },
  },
  user_gone: {
    severity: "error",
    en: {
      title: "User is gone",
      meaning: "The user whose consent was awaited is not at Webex any more.",
      example: "a user that somebody deleted in Partner Hub before remind",
      resolution: "If this person should have an account, apply the user's row again.",
    },
    nl: {
      title: "Gebruiker is weg",
      meaning: "De gebruiker op wiens toestemming werd gewacht staat niet meer bij Webex.",
      example: "een gebruiker die iemand in Partner Hub heeft verwijderd vóór remind",
      resolution: "Moet deze persoon een account hebben, voer de rij van de gebruiker dan opnieuw uit.",
    },
  },
} as const satisfies Readonly<Record<string, IssueFacts>>;
