/** Messages of undo: what it cannot take back, and what has changed since the run. */
import type { Saying, StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type Names = { readonly names: readonly string[]; readonly more: number };

export const undoTexts = {
  template_stays: words(
    ({ template }: { template: string }) => `The onboarding template ${template} stays: the API cannot remove it.`,
    ({ template }) => `Het onboardingssjabloon ${template} blijft staan: de API kan het niet verwijderen.`,
  ),
  remove_template_in_hub: words(
    ({ template }: { template: string }) =>
      `If no customer uses it, remove it in Partner Hub > Customers > Onboarding templates > ${template}.`,
    ({ template }) =>
      `Gebruikt geen klant het, verwijder het dan in Partner Hub > Klanten > Onboardingssjablonen > ${template}.`,
  ),
  undo_by_hand: words(
    ({ done }: { done: readonly StoredText[] }, { say }) =>
      `The API cannot undo what the run did here: ${done.map(say).join("; ")}.`,
    ({ done }, { say }) => `De API kan niet ongedaan maken wat de run hier heeft gedaan: ${done.map(say).join("; ")}.`,
  ),
  do_by_hand_in: words(
    ({ places }: { places: readonly StoredText[] }, { say }) => `Undo it by hand, in ${places.map(say).join("; ")}.`,
    ({ places }, { say }) => `Maak het handmatig ongedaan, in ${places.map(say).join("; ")}.`,
  ),
  changed_since_run: words(
    ({ drift }: { drift: readonly StoredText[] }, { say }) =>
      `It has changed since the run and is left as it is: ${drift.map(say).join("; ")}.`,
    ({ drift }, { say }) => `Sinds de run is dit gewijzigd; het blijft zoals het is: ${drift.map(say).join("; ")}.`,
  ),
  check_and_remove_there: words(
    ({ place }: { place: StoredText }, { say }) => `Check it in ${say(place)}. If it must still go, remove it there.`,
    ({ place }, { say }) => `Controleer het in ${say(place)}. Moet het toch weg, verwijder het dan daar.`,
  ),
  user_stays: words(
    ({ email }: { email: string }) => `its user ${email} has changed and stays`,
    ({ email }) => `de gebruiker ${email} is gewijzigd en blijft`,
  ),
  users_stay: words(
    ({ count }: { count: number }) => `${count} of its users have changed and stay`,
    ({ count }) => `${count} gebruikers zijn gewijzigd en blijven`,
  ),
  customer_made_again: words(
    "it was removed and created again by someone else",
    "een ander heeft de klant verwijderd en opnieuw aangemaakt",
  ),
  user_made_again: words(
    "the user was removed and created again by someone else",
    "een ander heeft de gebruiker verwijderd en opnieuw aangemaakt",
  ),
  webex_at_work: words(
    ({ status }: { status: string }) => `Webex is still working on it (${status})`,
    ({ status }) => `Webex is er nog mee bezig (${status})`,
  ),
  person_got_roles: words(
    ({ roles }: { roles: readonly string[] }, { list }) => `the person got the role ${list(roles)}`,
    ({ roles }, { list }) => `de persoon heeft de rol ${list(roles)} gekregen`,
  ),
  users_of_others: words(
    (names: Names, speak) => `it has users that the run did not create (${some(names, speak)})`,
    (names, speak) => `er zijn gebruikers die de run niet heeft aangemaakt (${some(names, speak)})`,
  ),
  people_of_others: words(
    (names: Names, speak) => `its organization has people that the run did not create (${some(names, speak)})`,
    (names, speak) => `de organisatie heeft personen die de run niet heeft aangemaakt (${some(names, speak)})`,
  ),
  locations_of_others: words(
    (names: Names, speak) => `it has locations that the run did not create (${some(names, speak)})`,
    (names, speak) => `er zijn locaties die de run niet heeft aangemaakt (${some(names, speak)})`,
  ),
  numbers_of_others: words(
    (names: Names, speak) => `it has numbers that the run did not add (${some(names, speak)})`,
    (names, speak) => `er zijn nummers die de run niet heeft toegevoegd (${some(names, speak)})`,
  ),
  location_of_run: words("that of the run", "die van de run"),
  location_drifted: words(
    ({ location, drift }: { location: string; drift: StoredText }, { say }) => `location ${location}: ${say(drift)}`,
    ({ location, drift }, { say }) => `locatie ${location}: ${say(drift)}`,
  ),
  value_drifted: words(
    ({ field, now, sent }: { field: string; now: string; sent: string }) =>
      `${field} is ${now || "blank"} instead of ${sent || "blank"}`,
    ({ field, now, sent }) => `${field} is ${now || "leeg"} in plaats van ${sent || "leeg"}`,
  ),
};

function some({ names, more }: Names, { language, list }: Saying): string {
  if (more === 0) return list(names);
  return list([...names, language === "en" ? `${more} more` : `nog ${more}`]);
}
