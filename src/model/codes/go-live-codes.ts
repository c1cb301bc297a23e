/** Problems of the day something goes live. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const goLiveCodes = {
  invalid_day: {
    severity: "error",
    en: {
      title: "Not a day",
      meaning:
        "The cell is to hold a day as year-month-day. Other ways to write it mean different days to different people, and are not guessed.",
      example: "5-12-2026 instead of 2026-12-05",
      resolution: "Write year, month and day, such as 2026-12-05. In a workbook, a cell with a date is fine.",
    },
    nl: {
      title: "Geen dag",
      meaning:
        "In de cel hoort een dag als jaar-maand-dag. Andere schrijfwijzen betekenen voor verschillende mensen verschillende dagen, en er wordt niet geraden.",
      example: "5-12-2026 in plaats van 2026-12-05",
      resolution: "Vul jaar, maand en dag in, zoals 2026-12-05. In een werkmap mag het een datumcel zijn.",
    },
  },
  active_before_date: {
    severity: "error",
    en: {
      title: "Active, and a day to come",
      meaning:
        "numbers_state says that the numbers are active, and activate_on gives a day to come or says never. Both cannot hold.",
      example: "numbers_state active with activate_on tomorrow",
      resolution: "Clear one of the two cells. A day to come alone adds the numbers inactive.",
    },
    nl: {
      title: "Actief, met een dag in de toekomst",
      meaning:
        "numbers_state zegt dat de nummers actief zijn, en activate_on noemt een dag in de toekomst of zegt never. Beide kan niet.",
      example: "numbers_state active met activate_on morgen",
      resolution: "Maak een van de twee cellen leeg. Een dag in de toekomst voegt de nummers inactief toe.",
    },
  },
  day_far_ahead: {
    severity: "warning",
    en: {
      title: "Day far ahead",
      meaning: "The day is more than a year ahead. Until then the numbers do not ring, or nobody is mailed.",
      example: "2062-12-05 instead of 2026-12-05",
      resolution: "Check the year.",
    },
    nl: {
      title: "Dag ver in de toekomst",
      meaning: "De dag is meer dan een jaar weg. Tot dan gaan de nummers niet over, of krijgt niemand mail.",
      example: "2062-12-05 in plaats van 2026-12-05",
      resolution: "Controleer het jaar.",
    },
  },
  numbers_active_already: {
    severity: "warning",
    en: {
      title: "Numbers are active already",
      meaning:
        "The row says that the numbers are inactive until a day or for the time being, and some are active at Webex. They stay active: taking numbers out of service is left to a person.",
      example: "activate_on next week for numbers that have been ringing for years",
      resolution: "If they are not to ring yet, deactivate them in Control Hub; else clear the cells.",
    },
    nl: {
      title: "Nummers zijn al actief",
      meaning:
        "De rij zegt dat de nummers tot een dag of voorlopig inactief zijn, maar bij Webex zijn er actief. Ze blijven actief: nummers deactiveren blijft aan een mens.",
      example: "activate_on volgende week bij nummers die al jaren overgaan",
      resolution: "Mogen ze nog niet overgaan, deactiveer ze dan in Control Hub; maak anders de cellen leeg.",
    },
  },
  numbers_not_there: {
    severity: "warning",
    en: {
      title: "Numbers are not at the location",
      meaning:
        "On the day of activation some numbers of the sheet were not at the location any more: somebody has removed or moved them. The others were activated.",
      example: "a number that was moved to another location last week",
      resolution: "If they belong there, apply the row again.",
    },
    nl: {
      title: "Nummers staan niet op de locatie",
      meaning:
        "Op de dag van activering stonden enkele nummers uit het werkblad niet meer op de locatie: iemand heeft ze verwijderd of verplaatst. De andere zijn geactiveerd.",
      example: "een nummer dat vorige week naar een andere locatie is verplaatst",
      resolution: "Horen ze daar wel, voer de rij dan opnieuw uit met apply.",
    },
  },
  numbers_still_inactive: {
    severity: "error",
    en: {
      title: "Numbers are still inactive",
      meaning: "Webex has taken the activation, and the numbers were still inactive when they were read back.",
      example: "a number whose port has not been completed",
      resolution:
        "Look at the numbers in Control Hub. The date stays due: the next night tries again, or apply the row again.",
    },
    nl: {
      title: "Nummers zijn nog inactief",
      meaning: "Webex heeft de activering aangenomen, maar bij het teruglezen waren de nummers nog inactief.",
      example: "een nummer waarvan de portering niet is afgerond",
      resolution:
        "Bekijk de nummers in Control Hub. De datum blijft openstaan: de volgende nacht probeert het opnieuw, of voer de rij opnieuw uit.",
    },
  },
  welcome_sent_or_unknown: {
    severity: "warning",
    en: {
      title: "Emails sent, or not known",
      meaning:
        "The request to send the activation emails left, and its answer was lost. Webex has no list of such jobs, so nobody can say whether they were sent. They are never sent twice by themselves.",
      example: "a connection that broke on the night of welcome_on",
      resolution:
        "Ask one of the people. If nothing came, resend the emails in Control Hub, or write another day into welcome_on.",
    },
    nl: {
      title: "Mails verstuurd, of niet bekend",
      meaning:
        "Het verzoek om de activeringsmails te versturen is vertrokken en het antwoord ging verloren. Webex heeft geen lijst van zulke taken, dus niemand kan zeggen of ze zijn verstuurd. Ze worden nooit vanzelf twee keer verstuurd.",
      example: "een verbinding die wegviel in de nacht van welcome_on",
      resolution:
        "Vraag het een van de mensen. Is er niets gekomen, verstuur de mails dan opnieuw in Control Hub of vul een andere dag in bij welcome_on.",
    },
  },
  welcome_suppressed: {
    severity: "error",
    en: {
      title: "Organization sends no activation emails",
      meaning: "The customer's organization suppresses activation emails, so nobody was mailed on welcome_on.",
      example: "a template with invite_emails no",
      resolution:
        "Write yes into invite_emails of the template, or allow them in Control Hub. The next night tries again.",
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
        "Webex could not mail some people: a warning where others were mailed, an error where nobody was. Who had such a mail within 24 hours does not count.",
      example: "a person whose address bounces",
      resolution: "Resend the missing emails in Control Hub, at the person.",
    },
    nl: {
      title: "Activeringsmails niet aan iedereen verstuurd",
      meaning:
        "Webex kon enkele mensen geen mail sturen: een waarschuwing als anderen er wel een kregen, een fout als niemand er een kreeg. Wie er in de laatste 24 uur al een had telt niet mee.",
      example: "een persoon van wie het adres mail terugstuurt",
      resolution: "Verstuur de ontbrekende mails opnieuw in Control Hub, bij de persoon.",
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
