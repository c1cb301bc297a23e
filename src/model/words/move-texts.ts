/** What is said of users who go to another location. */
import { onPage, type StoredText, words } from "./wording.ts";

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
      `The user was moved to ${location}; the carrier has not delivered the number there yet.`,
    ({ location }) =>
      `De gebruiker is verplaatst naar ${location}; de provider heeft het nummer daar nog niet geleverd.`,
  ),
  look_at_number_later: words(
    "Check the user's number in Control Hub in a day or so.",
    "Controleer het nummer van de gebruiker over een dag of zo in Control Hub.",
  ),
  move_would_lose: words(
    ({ location, lost }: Lost, { say }) => `The move to ${location} takes something away: ${lost.map(say).join(" ")}`,
    ({ location, lost }, { say }) =>
      `Bij de verplaatsing naar ${location} gaat iets verloren: ${lost.map(say).join(" ")}`,
  ),
  accept_impacts: onPage(
    words(
      "Agree with the user, then run again with --accept-impacts; or put the old location back.",
      "Overleg met de gebruiker en voer daarna opnieuw uit met --accept-impacts; of zet de oude locatie terug.",
    ),
    words(
      "Put the old location back; or agree with the user, and run the sheets on the command line with --accept-impacts, as the page cannot do this.",
      "Zet de oude locatie terug; of overleg met de gebruiker en voer de bladen uit op de opdrachtregel met --accept-impacts, want op de pagina kan dit niet.",
    ),
  ),
  move_brings: words(
    ({ location, impacts }: { location: string; impacts: readonly StoredText[] }, { say }) =>
      `With the move to ${location}, Webex says: ${impacts.map(say).join(" ")}`,
    ({ location, impacts }, { say }) =>
      `Webex meldt bij de verplaatsing naar ${location}: ${impacts.map(say).join(" ")}`,
  ),
  tell_user_of_move: words(
    "Nothing to correct. Tell the user what the move changes.",
    "Niets te corrigeren. Vertel de gebruiker wat er door de verplaatsing verandert.",
  ),
  number_moves_with_outage: words(
    ({ phoneNumber, location }: { phoneNumber: string; location: string }) =>
      `${phoneNumber} is removed and added again at ${location}: meanwhile nobody can be reached on it.`,
    ({ phoneNumber, location }) =>
      `${phoneNumber} wordt verwijderd en op ${location} opnieuw toegevoegd: zolang is er niemand op bereikbaar.`,
  ),
  choose_quiet_hour: words(
    "Nothing to correct. Choose an hour in which the number is hardly called.",
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
    "The number does not go along, and numbers of one of the two locations cannot be removed or added by API.",
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
      `The user was moved, and does not have the number ${phoneNumber}: ${say(reason)}`,
    ({ phoneNumber, reason }, { say }) =>
      `De gebruiker is verplaatst en heeft het nummer ${phoneNumber} niet: ${say(reason)}`,
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
