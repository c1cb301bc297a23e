/** Problems of moves to another location, and of numbers that change hands. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { onPage, type StoredText, words } from "../words/wording.ts";

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
      title: "Circular swap of numbers or extensions",
      meaning: "Each of these users needs a value that another of them still has, so none can go first.",
      example: "two users swap 4501 and 4502",
      resolution: "Give one of them a free number or extension in a first run, and the wanted one in a second.",
    },
    nl: {
      title: "Nummers of toestelnummers wisselen in een kring",
      meaning: "Elk van deze gebruikers heeft een waarde nodig die een ander nog heeft, zodat niemand als eerste kan.",
      example: "twee gebruikers ruilen 4501 en 4502",
      resolution: "Geef een van hen in een eerste run een vrij nummer of toestelnummer, en in een tweede het gewenste.",
    },
  },
  impacts_not_accepted: {
    severity: "error",
    en: {
      title: "The move would lose something",
      meaning:
        "By Webex's own check, the move to another location would lose something: stored voice messages, or the user's place in hunt groups or call queues. Nothing was sent.",
      example: "a user who is a member of a hunt group of the old location",
      resolution: "Check with the user, then run again with --accept-impacts. Or put the old location back.",
    },
    nl: {
      title: "Door de verplaatsing gaat iets verloren",
      meaning:
        "Volgens de controle van Webex gaat bij de verplaatsing naar een andere locatie iets verloren: opgeslagen voicemailberichten, of de plaats van de gebruiker in huntgroepen of wachtrijen. Er is niets verstuurd.",
      example: "een gebruiker die lid is van een huntgroep van de oude locatie",
      resolution:
        "Overleg met de gebruiker en voer daarna opnieuw uit met --accept-impacts; of zet de oude locatie terug.",
    },
  },
  move_impacts: {
    severity: "warning",
    en: {
      title: "What a move changes for the user",
      meaning: "The user is moved to another location. The message quotes what Webex says about the move.",
      example: "the number that others see becomes that of the new location",
      resolution: "Nothing to correct. Tell the user what the move changes.",
    },
    nl: {
      title: "Wat een verplaatsing voor de gebruiker verandert",
      meaning: "De gebruiker wordt naar een andere locatie verplaatst. In de melding staat wat Webex daarover zegt.",
      example: "het nummer dat anderen zien, wordt dat van de nieuwe locatie",
      resolution: "Niets te corrigeren. Vertel de gebruiker wat er door de verplaatsing verandert.",
    },
  },
  number_with_outage: {
    severity: "warning",
    en: {
      title: "Number moves with an outage",
      meaning:
        "Webex may refuse to move the number with the user. With --allow-outage it is then removed from the old location and added at the new one; in the meantime it is out of service.",
      example: "the number of a provider that is not integrated, and a user who goes to another branch",
      resolution: "Nothing to correct. Choose a time when few people call the number.",
    },
    nl: {
      title: "Nummer verhuist met onderbreking",
      meaning:
        "Webex kan weigeren het nummer met de gebruiker mee te verhuizen. Met --allow-outage wordt het dan op de oude locatie verwijderd en op de nieuwe toegevoegd; in de tussentijd is het onbereikbaar.",
      example: "het nummer van een niet-geïntegreerde provider, en een gebruiker die naar een ander filiaal gaat",
      resolution: "Niets te corrigeren. Kies een moment waarop er weinig naar het nummer wordt gebeld.",
    },
  },
  number_stays_behind: {
    severity: "error",
    en: {
      title: "Number cannot move with the user",
      meaning:
        "The user moves to another location, Webex does not move the number, and the API cannot remove or add numbers at one of the two locations.",
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

type Lost = { readonly location: string; readonly lost: readonly StoredText[] };

type Bare = { readonly location: string; readonly missing: readonly string[]; readonly reason: StoredText };

export const moveTexts = {
  moved_without_line: words(
    ({ location, missing, reason }: Bare, { list, say }) =>
      `The user was moved to ${location}, but ${list(missing)} could not be set there: ${say(reason)}`,
    ({ location, missing, reason }, { list, say }) =>
      `De gebruiker is verplaatst naar ${location}, maar ${list(missing)} kon daar niet worden ingesteld: ${say(reason)}`,
  ),
  number_order_runs: words(
    ({ location }: { location: string }) =>
      `The user was moved to ${location}; the provider has not delivered the number there yet.`,
    ({ location }) =>
      `De gebruiker is verplaatst naar ${location}; de provider heeft het nummer daar nog niet geleverd.`,
  ),
  look_at_number_later: words(
    "Check the user's number in Control Hub in a day or so.",
    "Controleer het nummer van de gebruiker over een dag nog eens in Control Hub.",
  ),
  move_would_lose: words(
    ({ location, lost }: Lost, { say }) => `The move to ${location} would lose something: ${lost.map(say).join(" ")}`,
    ({ location, lost }, { say }) =>
      `Bij de verplaatsing naar ${location} gaat iets verloren: ${lost.map(say).join(" ")}`,
  ),
  accept_impacts: onPage(
    words(
      "Check with the user, then run again with --accept-impacts. Or put the old location back.",
      "Overleg met de gebruiker en voer daarna opnieuw uit met --accept-impacts; of zet de oude locatie terug.",
    ),
    words(
      "Put the old location back. Or check with the user, and run the sheets on the command line with --accept-impacts; the page cannot do this.",
      "Zet de oude locatie terug; of overleg met de gebruiker en voer de bladen uit op de opdrachtregel met --accept-impacts, want op de pagina kan dit niet.",
    ),
  ),
  move_brings: words(
    ({ location, impacts }: { location: string; impacts: readonly StoredText[] }, { say }) =>
      `Webex says about the move to ${location}: ${impacts.map(say).join(" ")}`,
    ({ location, impacts }, { say }) =>
      `Webex meldt bij de verplaatsing naar ${location}: ${impacts.map(say).join(" ")}`,
  ),
  tell_user_of_move: words(
    "Nothing to correct. Tell the user what the move changes.",
    "Niets te corrigeren. Vertel de gebruiker wat er door de verplaatsing verandert.",
  ),
  number_moves_with_outage: words(
    ({ phoneNumber, location }: { phoneNumber: string; location: string }) =>
      `The number ${phoneNumber} is removed and added again at ${location}: in the meantime it is out of service.`,
    ({ phoneNumber, location }) =>
      `Het nummer ${phoneNumber} wordt verwijderd en op ${location} opnieuw toegevoegd: in de tussentijd is het onbereikbaar.`,
  ),
  choose_quiet_hour: words(
    "Nothing to correct. Choose a time when few people call the number.",
    "Niets te corrigeren. Kies een moment waarop er weinig naar het nummer wordt gebeld.",
  ),
  impact_without_words: words(
    ({ code }: { code: string }) => `an impact with code ${code}.`,
    ({ code }) => `een gevolg met code ${code}.`,
  ),
  number_stays_behind: onPage(
    words(
      "Write a number of the new location in phone_number; or run again with --allow-outage, which removes the number and adds it at the new location.",
      "Vul bij phone_number een nummer van de nieuwe locatie in; of voer opnieuw uit met --allow-outage: dan wordt het nummer verwijderd en op de nieuwe locatie toegevoegd.",
    ),
    words(
      "Write a number of the new location in phone_number. The page cannot move the number; on the command line, --allow-outage removes it and adds it at the new location.",
      "Vul bij phone_number een nummer van de nieuwe locatie in. Op de pagina kan het nummer niet mee; op de opdrachtregel verwijdert --allow-outage het en voegt het toe op de nieuwe locatie.",
    ),
  ),
  number_cannot_be_added_again: words(
    "The number does not move with the user, and the API cannot remove or add numbers at one of the two locations.",
    "Het nummer verhuist niet mee, en nummers van een van beide locaties kunnen niet via de API worden verwijderd of toegevoegd.",
  ),
  move_without_effect: words(
    "Webex ended the move without an error, but the user is still at the old location.",
    "Webex beëindigde de verplaatsing zonder fout, maar de gebruiker zit nog op de oude locatie.",
  ),
  move_job_at_work: words(
    "Webex is still moving other users of this customer.",
    "Webex is nog bezig andere gebruikers van deze klant te verplaatsen.",
  ),
  person_without_number: words(
    ({ phoneNumber, reason }: { phoneNumber: string; reason: StoredText }, { say }) =>
      `The user was moved but does not have the number ${phoneNumber}: ${say(reason)}`,
    ({ phoneNumber, reason }, { say }) =>
      `De gebruiker is verplaatst, maar heeft het nummer ${phoneNumber} niet: ${say(reason)}`,
  ),
  write_number_and_retry: onPage(
    words(
      ({ phoneNumber }: { phoneNumber: string }) =>
        `Write ${phoneNumber} in phone_number of the row, then: wholesale-import retry. The number is then added where it is missing.`,
      ({ phoneNumber }) =>
        `Vul bij phone_number van de rij ${phoneNumber} in en voer daarna uit: wholesale-import retry. Het nummer wordt dan toegevoegd waar het ontbreekt.`,
    ),
    words(
      ({ phoneNumber }) =>
        `Choose "Correct failed rows" in the review, write ${phoneNumber} in phone_number of the row, and run again. The number is then added where it is missing.`,
      ({ phoneNumber }) =>
        `Kies bij het resultaat "Mislukte rijen corrigeren", vul bij phone_number van de rij ${phoneNumber} in en voer opnieuw uit. Het nummer wordt dan toegevoegd waar het ontbreekt.`,
    ),
  ),
} as const;
