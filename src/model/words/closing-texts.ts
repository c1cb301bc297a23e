/** What is said of locations that are to go, and of numbers that are released. */
import type { Saying, StoredText } from "./wording.ts";
import { onPage, words } from "./wording.ts";

type Location = { readonly location: string };

/** What is in use at a location, as Webex's own check tells it. */
type InUse = {
  readonly isLast: boolean;
  readonly users: number;
  readonly workspaces: number;
  readonly virtualLines: number;
  readonly trunks: number;
  readonly isOrderPending: boolean;
  readonly hasFeatures: boolean;
  readonly idleTrunks: number;
};

function inUseEn(
  { isLast, users, workspaces, virtualLines, trunks, isOrderPending }: InUse,
  { count, list }: Saying,
): string {
  return list([
    ...(isLast ? ["it is the customer's last location with calling"] : []),
    ...(users > 0 ? [count(users, "user", "users")] : []),
    ...(workspaces > 0 ? [count(workspaces, "workspace", "workspaces")] : []),
    ...(virtualLines > 0 ? [count(virtualLines, "virtual line", "virtual lines")] : []),
    ...(trunks > 0 ? [count(trunks, "trunk in use", "trunks in use")] : []),
    ...(isOrderPending ? ["a number order in progress"] : []),
  ]);
}

function inUseNl(
  { isLast, users, workspaces, virtualLines, trunks, isOrderPending }: InUse,
  { count, list }: Saying,
): string {
  return list([
    ...(isLast ? ["dit is de laatste locatie met bellen van de klant"] : []),
    ...(users > 0 ? [count(users, "gebruiker", "gebruikers")] : []),
    ...(workspaces > 0 ? [count(workspaces, "werkruimte", "werkruimten")] : []),
    ...(virtualLines > 0 ? [count(virtualLines, "virtuele lijn", "virtuele lijnen")] : []),
    ...(trunks > 0 ? [count(trunks, "trunk in gebruik", "trunks in gebruik")] : []),
    ...(isOrderPending ? ["een lopende bestelling van nummers"] : []),
  ]);
}

export const closingTexts = {
  location_in_use: words(
    ({ location, ...inUse }: Location & InUse, speak) =>
      `Webex does not remove ${location}: ${inUseEn(inUse, speak) || "it is in use"}.`,
    ({ location, ...inUse }, speak) =>
      `Webex verwijdert ${location} niet: ${inUseNl(inUse, speak) || "de locatie is in gebruik"}.`,
  ),
  last_location_goes_with_customer: words(
    "The last location goes with its customer only. Add another location first, or remove the customer.",
    "De laatste locatie gaat alleen weg met de klant. Voeg eerst een andere locatie toe, of verwijder de klant.",
  ),
  free_location_first: words(
    "Remove its users in this batch too, or move them to another location; remove the rest in Control Hub. Then apply again.",
    "Verwijder ook de gebruikers in deze batch, of verplaats ze naar een andere locatie; verwijder de rest in Control Hub. Voer apply daarna opnieuw uit.",
  ),
  location_needs_force: words(
    ({ location, hasFeatures, idleTrunks }: Location & InUse, { count, list }) =>
      `${location} still has ${
        list([
          ...(hasFeatures ? ["features such as hunt groups or auto attendants"] : []),
          ...(idleTrunks > 0 ? [count(idleTrunks, "trunk that is not in use", "trunks that are not in use")] : []),
        ]) || "something that Webex removes only by force"
      }.`,
    ({ location, hasFeatures, idleTrunks }, { count, list }) =>
      `${location} heeft nog ${
        list([
          ...(hasFeatures ? ["functies zoals huntgroepen of auto-attendants"] : []),
          ...(idleTrunks > 0 ? [count(idleTrunks, "ongebruikte trunk", "ongebruikte trunks")] : []),
        ]) || "iets dat Webex alleen geforceerd verwijdert"
      }.`,
  ),
  force_location: onPage(
    words(
      "To remove them with the location, add --force-locations; otherwise move them in Control Hub first.",
      "Voeg --force-locations toe om ze met de locatie te verwijderen; verplaats ze anders eerst in Control Hub.",
    ),
    words(
      "Move them in Control Hub first. The page cannot remove them with the location; on the command line, --force-locations does.",
      "Verplaats ze eerst in Control Hub. Op de pagina kunt u ze niet met de locatie verwijderen; op de opdrachtregel doet --force-locations dat.",
    ),
  ),
  location_still_used: words(
    ({ location, users }: Location & { users: readonly string[] }, { list }) =>
      `${location} is to be removed, and this batch keeps users there: ${list(users)}.`,
    ({ location, users }, { list }) =>
      `${location} moet weg, terwijl deze batch daar gebruikers houdt: ${list(users)}.`,
  ),
  users_elsewhere_first: words(
    "Write remove or another location in their rows, or keep the location.",
    "Vul remove of een andere locatie in hun rijen in, of behoud de locatie.",
  ),
  head_office_stays: words(
    ({ location }: Location) => `${location} is the head office: it goes with its customer only.`,
    ({ location }) => `${location} is het hoofdkantoor en gaat alleen weg met de klant.`,
  ),
  remove_customer_instead: words(
    "Take the row out, or remove the customer.",
    "Haal de rij weg, of verwijder de klant.",
  ),
  numbers_in_use_stay: words(
    ({ numbers }: { numbers: readonly string[] }, { list }) =>
      `The row does not list ${list(numbers)}, but somebody still has them: they are not released.`,
    ({ numbers }, { list }) =>
      `De rij noemt ${list(numbers)} niet, maar iemand heeft ze nog: ze worden niet vrijgegeven.`,
  ),
  take_number_from_user: words(
    "Give their users another number, or list them in phone_numbers again.",
    "Geef de gebruikers een ander nummer, of noem de nummers weer in phone_numbers.",
  ),
  numbers_of_provider_stay: words(
    ({ numbers }: { numbers: readonly string[] }, { list }) =>
      `The row does not list ${list(numbers)}, but they belong to the PSTN provider: they are not released.`,
    ({ numbers }, { list }) =>
      `De rij noemt ${list(numbers)} niet, maar ze zijn van de PSTN-aanbieder: ze worden niet vrijgegeven.`,
  ),
  return_to_provider: words(
    "Return them to the provider, in Control Hub under the PSTN of the location.",
    "Geef ze terug aan de aanbieder, in Control Hub bij de PSTN van de locatie.",
  ),
  location_stays: words(
    ({ location }: Location) => `Webex says that calling at ${location} has ended, and still shows it.`,
    ({ location }) => `Webex zegt dat bellen op ${location} is beëindigd, maar toont het nog.`,
  ),
  closing_failed: words(
    ({ location, reason }: Location & { reason: StoredText }, { say }) =>
      `Webex could not end calling at ${location}: ${say(reason)}`,
    ({ location, reason }, { say }) => `Webex kon bellen op ${location} niet beëindigen: ${say(reason)}`,
  ),
  location_lost_for_ever: words(
    ({ location }: Location) =>
      `${location} can be created again, but its schedules, hunt groups, auto attendants and other features do not come back.`,
    ({ location }) =>
      `${location} kan opnieuw worden aangemaakt, maar roosters, huntgroepen, auto-attendants en andere functies komen niet terug.`,
  ),
} as const;
