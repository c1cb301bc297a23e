/** Problems of moves to another location, and of numbers that change hands. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const moveCodes = {
  line_in_use: {
    severity: "error",
    en: {
      title: "Number or extension in use",
      meaning: "Somebody else, or another feature of the location, has the number or extension at Webex, and keeps it.",
      example: "extension 4501 for a second user of the location",
      resolution: "Write a free one, or give its present holder another one in the same batch.",
    },
    nl: {
      title: "Nummer of toestelnummer in gebruik",
      meaning:
        "Iemand anders, of een andere functie van de locatie, heeft het nummer of toestelnummer bij Webex en houdt het.",
      example: "toestelnummer 4501 voor een tweede gebruiker van de locatie",
      resolution: "Vul een vrije waarde in, of geef de huidige houder in dezelfde batch een andere.",
    },
  },
  line_swap: {
    severity: "error",
    en: {
      title: "Numbers or extensions change hands in a circle",
      meaning: "Each of these users is to get what another of them still has, so that nobody can begin.",
      example: "4501 and 4502 trade places",
      resolution: "Give one of them a free number or extension in a first run, and the wanted one in a second.",
    },
    nl: {
      title: "Nummers of toestelnummers wisselen in een kring",
      meaning: "Elk van deze gebruikers moet krijgen wat een ander nog heeft, zodat niemand kan beginnen.",
      example: "4501 en 4502 wisselen van plaats",
      resolution: "Geef een van hen in een eerste run een vrij nummer of toestelnummer, en in een tweede het gewenste.",
    },
  },
  impacts_not_accepted: {
    severity: "error",
    en: {
      title: "The move would take something away",
      meaning:
        "Webex was asked what a move to another location brings with it: stored voice messages would be lost, or the user would leave hunt groups or call queues. Nothing was sent.",
      example: "a user who is a member of a hunt group of the old location",
      resolution: "Agree with the user, then run again with --accept-impacts; or put the old location back.",
    },
    nl: {
      title: "Door de verplaatsing gaat iets verloren",
      meaning:
        "Webex is gevraagd wat een verplaatsing naar een andere locatie meebrengt: opgeslagen voicemailberichten gaan verloren, of de gebruiker verlaat huntgroepen of wachtrijen. Er is niets verstuurd.",
      example: "een gebruiker die lid is van een huntgroep van de oude locatie",
      resolution:
        "Overleg met de gebruiker en voer daarna opnieuw uit met --accept-impacts; of zet de oude locatie terug.",
    },
  },
  move_impacts: {
    severity: "warning",
    en: {
      title: "What a move changes for the user",
      meaning:
        "The user is moved to another location, and Webex was asked what that brings with it. The message has Webex's own words.",
      example: "the number that others see becomes that of the new location",
      resolution: "Nothing to correct. Tell the user what the move changes.",
    },
    nl: {
      title: "Wat een verplaatsing voor de gebruiker verandert",
      meaning:
        "De gebruiker wordt naar een andere locatie verplaatst, en Webex is gevraagd wat dat meebrengt. De melding is in de woorden van Webex.",
      example: "het nummer dat anderen zien, wordt dat van de nieuwe locatie",
      resolution: "Niets te corrigeren. Vertel de gebruiker wat er door de verplaatsing verandert.",
    },
  },
  number_with_outage: {
    severity: "warning",
    en: {
      title: "Number moves with an outage",
      meaning:
        "Webex may refuse to move the number with the user. With --allow-outage it is then removed from the old location and added at the new one; meanwhile nobody can be reached on it.",
      example: "the number of a provider that is not integrated, and a user who goes to another branch",
      resolution: "Nothing to correct. Choose an hour in which the number is hardly called.",
    },
    nl: {
      title: "Nummer verhuist met onderbreking",
      meaning:
        "Webex kan weigeren het nummer met de gebruiker mee te verhuizen. Met --allow-outage wordt het dan op de oude locatie verwijderd en op de nieuwe toegevoegd; zolang is er niemand op bereikbaar.",
      example: "het nummer van een niet-geïntegreerde provider, en een gebruiker die naar een ander filiaal gaat",
      resolution: "Niets te corrigeren. Kies een moment waarop er weinig naar het nummer wordt gebeld.",
    },
  },
  number_stays_behind: {
    severity: "error",
    en: {
      title: "The number cannot go along",
      meaning:
        "The user goes to another location, Webex does not move the number, and numbers of one of the two locations cannot be removed or added by API.",
      example: "a move to a location with Cisco PSTN",
      resolution: "Write a number of the new location in phone_number, or order the number there in Control Hub.",
    },
    nl: {
      title: "Het nummer kan niet mee",
      meaning:
        "De gebruiker gaat naar een andere locatie, Webex verhuist het nummer niet, en nummers van een van beide locaties kunnen niet via de API worden verwijderd of toegevoegd.",
      example: "een verplaatsing naar een locatie met Cisco PSTN",
      resolution: "Vul bij phone_number een nummer van de nieuwe locatie in, of bestel het nummer daar in Control Hub.",
    },
  },
  no_announcements: {
    severity: "error",
    en: {
      title: "No announcements in this language",
      meaning:
        "Webex Calling has no announcements in the language of the location or head office. Webex would refuse it halfway, after other objects were created.",
      example: "sk_sk",
      resolution:
        "Write a supported language in announcement_language; the language of the location can stay. For a head office, write it in hq_language.",
    },
    nl: {
      title: "Geen aankondigingen in deze taal",
      meaning:
        "Webex Calling heeft geen aankondigingen in de taal van de locatie of het hoofdkantoor. Webex zou halverwege weigeren, als andere onderdelen al zijn gemaakt.",
      example: "sk_sk",
      resolution:
        "Schrijf een ondersteunde taal in announcement_language; de taal van de locatie kan blijven. Voor een hoofdkantoor schrijft u die in hq_language.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
