/** What is said of changes and moves of what is at Webex already. */
import { type StoredText, words } from "./wording.ts";

type Halves = {
  /** Columns that are not as they were asked for. */
  readonly missing: readonly string[];
  /** Columns that have changed. */
  readonly changed: readonly string[];
  /** What the person had and has no more. */
  readonly lost: readonly string[];
};

/** `holder`: absent for what is no user. `workspace`: its name. */
type Holding = { readonly value: string; readonly holder?: string; readonly workspace?: string };

export const changeTexts = {
  said_done_and_was_not: words(
    ({ missing, lost }: Halves, { list }) =>
      `Webex answered that the change was made, but ${
        missing.length > 0
          ? `${list(missing)} still ${missing.length === 1 ? "has its" : "have their"} old value`
          : `the user has lost ${list(lost)}`
      }.`,
    ({ missing, lost }, { list }) =>
      `Webex antwoordde dat de wijziging is gedaan, maar ${
        missing.length > 0
          ? `${list(missing)} ${missing.length === 1 ? "heeft" : "hebben"} nog de oude waarde`
          : `de gebruiker is ${list(lost)} kwijt`
      }.`,
  ),
  refused_and_half_done: words(
    ({ said, missing, changed, lost }: Halves & { said: StoredText }, { list, say }) =>
      [
        `Webex answered with an error (${say(said)}) and made part of the change:`,
        ...(changed.length > 0 ? [`${list(changed)} changed,`] : []),
        ...(missing.length > 0 ? [`${list(missing)} did not.`] : ["nothing is missing."]),
        ...(lost.length > 0 ? [`The user has lost ${list(lost)}.`] : []),
      ].join(" "),
    ({ said, missing, changed, lost }, { list, say }) =>
      [
        `Webex antwoordde met een fout (${say(said)}) en voerde een deel van de wijziging uit:`,
        ...(changed.length > 0 ? [`${list(changed)} wel,`] : []),
        ...(missing.length > 0 ? [`${list(missing)} niet.`] : ["er ontbreekt niets."]),
        ...(lost.length > 0 ? [`De gebruiker is ${list(lost)} kwijt.`] : []),
      ].join(" "),
  ),
  not_a_caller_id: words(
    ({ value }: { value: string }) => `"${value}" is neither direct nor location, nor a phone number.`,
    ({ value }) => `"${value}" is geen direct of location, en geen telefoonnummer.`,
  ),
  choose_other_caller_id: words(
    "Write direct, location, or a number of the user's location in caller_id.",
    "Zet in caller_id direct, location of een nummer van de locatie van de gebruiker.",
  ),
  caller_ids_allowed: words(
    ({ allowed }: { allowed: readonly string[] }, { list }) =>
      `For this user, Webex allows ${list(allowed)} in caller_id.`,
    ({ allowed }, { list }) => `Voor deze gebruiker staat Webex ${list(allowed)} toe in caller_id.`,
  ),
  look_at_user_then_apply: words(
    "Check the user in Control Hub, then apply again: only what is still missing is changed.",
    "Controleer de gebruiker in Control Hub en voer daarna opnieuw apply uit: alleen wat nog ontbreekt, wordt gewijzigd.",
  ),
  set_back_in_directory: words(
    ({ column, sent, now }: { column: string; sent: string; now: string }) =>
      `${column} was sent as "${sent}" before, and is ${now ? `"${now}"` : "blank"} now: somebody changed it since, or a directory did. It is sent again.`,
    ({ column, sent, now }) =>
      `${column} is eerder als "${sent}" verstuurd en is nu ${now ? `"${now}"` : "leeg"}: iemand heeft dat sindsdien gewijzigd, of een directory. De waarde wordt opnieuw verstuurd.`,
  ),
  perhaps_synchronised: words(
    "If the organization synchronizes its users from a directory, change it there.",
    "Synchroniseert de organisatie haar gebruikers vanuit een directory, wijzig het dan daar.",
  ),
  language_without_country: words(
    ({ value }: { value: string }) => `"${value}" has no country, and the directory requires one.`,
    ({ value }) => `"${value}" bevat geen land, en de directory vereist er een.`,
  ),
  number_at_other_location: words(
    ({ number, location }: { number: string; location: string }) =>
      `The number ${number} belongs to another location of the customer: ${location}.`,
    ({ number, location }) => `Het nummer ${number} hoort bij een andere locatie van de klant: ${location}.`,
  ),
  take_number_of_own_location: words(
    "Write one of the numbers of the user's own location, or move the number in Control Hub first.",
    "Vul een nummer van de eigen locatie van de gebruiker in, of verplaats het nummer eerst in Control Hub.",
  ),
  line_in_use: words(
    ({ value, workspace, holder = workspace ? `the workspace ${workspace}` : "a workspace or a feature" }: Holding) =>
      `${value} is in use: ${holder} has it.`,
    ({ value, workspace, holder = workspace ? `de werkruimte ${workspace}` : "een werkruimte of een functie" }) =>
      `${value} is in gebruik bij ${holder}.`,
  ),
  free_line_first: words(
    "Write a free one, or give its present holder another one in the same batch.",
    "Vul een vrije waarde in, of geef de huidige houder in dezelfde batch een andere.",
  ),
  lines_in_circle: words(
    ({ value, holder = "somebody else" }: Holding) =>
      `${value} cannot be freed first: ${holder} has it and waits for a value of this row.`,
    ({ value, holder = "iemand anders" }) =>
      `${value} kan niet eerst vrijkomen: ${holder} heeft die waarde en wacht op een waarde van deze rij.`,
  ),
  swap_in_two_runs: words(
    "Give one of the two a free number or extension in a first run, and the wanted one in a second.",
    "Geef een van beiden in een eerste run een vrij nummer of toestelnummer, en in een tweede het gewenste.",
  ),
} as const;
