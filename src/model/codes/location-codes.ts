/** What can prevent what a locations row or a head office asks for, found when Webex was read. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { onPage, type Saying, type StoredText, words } from "../words/wording.ts";

export const locationCodes = {
  numbers_on_integrated_pstn: {
    severity: "error",
    en: {
      title: "Numbers managed by the PSTN provider",
      meaning:
        "With Cisco Calling Plan and integrated Cloud Connected PSTN, numbers come from the provider. Adding them through the API damages data at Webex.",
      example: "phone_numbers for such a location",
      resolution: "Leave the numbers blank, and order them from the provider.",
    },
    nl: {
      title: "Nummers van de PSTN-provider",
      meaning:
        "Bij Cisco Calling Plan en geïntegreerde Cloud Connected PSTN komen de nummers van de provider. Toevoegen via de API beschadigt gegevens bij Webex.",
      example: "phone_numbers voor zo'n locatie",
      resolution: "Laat de nummers leeg en bestel ze bij de provider.",
    },
  },
  location_in_use: {
    severity: "error",
    en: {
      title: "Location is still in use",
      meaning:
        "The row removes a location that still has users, workspaces, virtual lines, trunks or a number order, or that is the customer's last one with calling. The message names them.",
      example: "remove in the row of a branch whose users stay",
      resolution:
        "Remove its users or move them to another location, remove the rest in Control Hub, then apply again.",
    },
    nl: {
      title: "Locatie is nog in gebruik",
      meaning:
        "De rij verwijdert een locatie die nog gebruikers, werkruimten, virtuele lijnen, trunks of een bestelling van nummers heeft, of die de laatste met bellen van de klant is. De melding noemt ze.",
      example: "remove in de rij van een filiaal waarvan de gebruikers blijven",
      resolution:
        "Verwijder de gebruikers of verplaats ze naar een andere locatie, verwijder de rest in Control Hub en voer apply opnieuw uit.",
    },
  },
  location_needs_force: {
    severity: "error",
    en: {
      title: "Location still has features",
      meaning:
        "The row removes a location that still has hunt groups, auto attendants or other features, or trunks that nobody uses. Webex removes these only on explicit request.",
      example: "remove in the row of a branch with a hunt group",
      resolution: "Add --force-locations to remove them too, or move them in Control Hub first.",
    },
    nl: {
      title: "Locatie heeft nog functies",
      meaning:
        "De rij verwijdert een locatie die nog huntgroepen, auto-attendants of andere functies heeft, of ongebruikte trunks. Webex verwijdert die alleen als dat uitdrukkelijk is gevraagd.",
      example: "remove in de rij van een filiaal met een huntgroep",
      resolution: "Voeg --force-locations toe om ze mee te verwijderen, of verplaats ze eerst in Control Hub.",
    },
  },
  location_stays: {
    severity: "error",
    en: {
      title: "Location is still there",
      meaning: "Webex's job to disable calling at the location has finished, but calling is still enabled.",
      example: "a job that is COMPLETED and has removed nothing",
      resolution: "Look at the location in Control Hub, then: wholesale-import retry.",
    },
    nl: {
      title: "Locatie is er nog",
      meaning: "De taak van Webex om bellen op de locatie uit te schakelen is klaar, maar bellen staat nog aan.",
      example: "een taak die COMPLETED is en niets heeft verwijderd",
      resolution: "Bekijk de locatie in Control Hub en voer daarna uit: wholesale-import retry.",
    },
  },
  head_office_stays: {
    severity: "error",
    en: {
      title: "Head office is not removed",
      meaning: "The head office is part of its customer and is removed only with it.",
      example: "remove in a locations row named Head Office",
      resolution: "Take the row out, or remove the customer.",
    },
    nl: {
      title: "Hoofdkantoor wordt niet verwijderd",
      meaning: "Het hoofdkantoor hoort bij de klant en wordt alleen samen met de klant verwijderd.",
      example: "remove in een rij van locations met de naam Head Office",
      resolution: "Haal de rij weg, of verwijder de klant.",
    },
  },
  number_not_released: {
    severity: "warning",
    en: {
      title: "Number is not released",
      meaning:
        "With --remove-missing-numbers, a location releases the numbers that its row does not list. Numbers that are still assigned, and those of a PSTN provider, stay.",
      example: "a number that was taken out of phone_numbers while a user has it",
      resolution: "Give the user another number, or list the number again.",
    },
    nl: {
      title: "Nummer wordt niet vrijgegeven",
      meaning:
        "Met --remove-missing-numbers geeft een locatie de nummers vrij die de rij niet noemt. Nummers die nog zijn toegewezen, en die van een PSTN-provider, blijven.",
      example: "een nummer dat uit phone_numbers is gehaald terwijl een gebruiker het heeft",
      resolution: "Geef de gebruiker een ander nummer, of noem het nummer weer.",
    },
  },
  invalid_pstn_route: {
    severity: "error",
    en: {
      title: "Invalid route to a local gateway",
      meaning: "A route is written as trunk:NAME or route_group:NAME, with a name or an ID.",
      example: "Amsterdam",
      resolution: "Write trunk:Amsterdam.",
    },
    nl: {
      title: "Ongeldige route naar een lokale gateway",
      meaning: "Een route wordt geschreven als trunk:NAAM of route_group:NAAM, met een naam of een id.",
      example: "Amsterdam",
      resolution: "Schrijf trunk:Amsterdam.",
    },
  },
  pstn_route_required: {
    severity: "error",
    en: {
      title: "Local gateway without a route",
      meaning:
        "The row asks for a premises-based connection, which the API sets up only through a trunk or a route group.",
      example: "Premises-based PSTN, with a blank pstn_route",
      resolution: "Write the trunk or route group in pstn_route.",
    },
    nl: {
      title: "Lokale gateway zonder route",
      meaning:
        "De rij vraagt om een verbinding via een lokale gateway; de API stelt die alleen in met een trunk of routegroep.",
      example: "Premises-based PSTN, met een lege pstn_route",
      resolution: "Vul de trunk of routegroep in pstn_route in.",
    },
  },
  pstn_and_route: {
    severity: "error",
    en: {
      title: "Two ways to the telephone network",
      meaning: "The row names a provider in pstn and a local gateway in pstn_route. A location has one connection.",
      example: "a provider and trunk:Amsterdam",
      resolution: "Clear one of the two cells.",
    },
    nl: {
      title: "Twee wegen naar het telefoonnet",
      meaning:
        "De rij noemt een provider in pstn en een lokale gateway in pstn_route. Een locatie heeft één verbinding.",
      example: "een provider en trunk:Amsterdam",
      resolution: "Maak een van de twee cellen leeg.",
    },
  },
  unknown_pstn_route: {
    severity: "error",
    en: {
      title: "Route not found",
      meaning:
        "The customer has no trunk or route group of this name or ID. A new customer has none at all: they are added in Control Hub when it exists.",
      example: "trunk:Amsterdan",
      resolution: "Write one of the routes that the message names, or add the trunk in Control Hub first.",
    },
    nl: {
      title: "Route niet gevonden",
      meaning:
        "De klant heeft geen trunk of routegroep met deze naam of id. Een nieuwe klant heeft er nog geen enkele: die worden in Control Hub toegevoegd zodra de klant bestaat.",
      example: "trunk:Amsterdan",
      resolution: "Vul een van de routes uit de melding in, of voeg de trunk eerst toe in Control Hub.",
    },
  },
} as const satisfies Record<string, IssueFacts>;

type Location = { readonly location: string };

/** What is in use at a location, as Webex's own check tells it. */
export type InUse = {
  /** The last one with calling. */
  readonly isLast: boolean;
  readonly users: number;
  readonly workspaces: number;
  readonly virtualLines: number;
  readonly trunks: number;
  readonly isOrderPending: boolean;
  /** These go only by force. */
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
    "The last location is removed only with its customer. Add another location first, or remove the customer.",
    "De laatste locatie wordt alleen samen met de klant verwijderd. Voeg eerst een andere locatie toe, of verwijder de klant.",
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
      `${location} is to be removed, but this batch keeps users there: ${list(users)}.`,
    ({ location, users }, { list }) =>
      `${location} moet weg, terwijl deze batch daar gebruikers houdt: ${list(users)}.`,
  ),
  users_elsewhere_first: words(
    "Write remove or another location in their rows, or keep the location.",
    "Vul remove of een andere locatie in hun rijen in, of behoud de locatie.",
  ),
  head_office_stays: words(
    ({ location }: Location) => `${location} is the head office: it is removed only with its customer.`,
    ({ location }) => `${location} is het hoofdkantoor en wordt alleen samen met de klant verwijderd.`,
  ),
  remove_customer_instead: words(
    "Take the row out, or remove the customer.",
    "Haal de rij weg, of verwijder de klant.",
  ),
  numbers_in_use_stay: words(
    ({ numbers }: { numbers: readonly string[] }, { list }) =>
      `The row does not list ${list(numbers)}, but users still have or show them: they are not released.`,
    ({ numbers }, { list }) =>
      `De rij noemt ${list(numbers)} niet, maar gebruikers hebben of tonen ze nog: ze worden niet vrijgegeven.`,
  ),
  take_number_from_user: words(
    "Give their users another number, or list them in phone_numbers again.",
    "Geef de gebruikers een ander nummer, of noem de nummers weer in phone_numbers.",
  ),
  numbers_of_provider_stay: words(
    ({ numbers }: { numbers: readonly string[] }, { list }) =>
      `The row does not list ${list(numbers)}, but they belong to the PSTN provider: they are not released.`,
    ({ numbers }, { list }) =>
      `De rij noemt ${list(numbers)} niet, maar ze zijn van de PSTN-provider: ze worden niet vrijgegeven.`,
  ),
  return_to_provider: words(
    "Return them to the provider, in Control Hub under the PSTN of the location.",
    "Geef ze terug aan de provider, in Control Hub bij de PSTN van de locatie.",
  ),
  location_stays: words(
    ({ location }: Location) => `Webex reports that calling at ${location} is disabled, but still shows it.`,
    ({ location }) => `Webex meldt dat bellen op ${location} is uitgeschakeld, maar toont het nog.`,
  ),
  closing_failed: words(
    ({ location, reason }: Location & { reason: StoredText }, { say }) =>
      `Webex could not disable calling at ${location}: ${say(reason)}`,
    ({ location, reason }, { say }) => `Webex kon bellen op ${location} niet uitschakelen: ${say(reason)}`,
  ),
  location_lost_for_ever: words(
    ({ location }: Location) =>
      `${location} can be created again, but its schedules, hunt groups, auto attendants and other features do not come back.`,
    ({ location }) =>
      `${location} kan opnieuw worden aangemaakt, maar roosters, huntgroepen, auto-attendants en andere functies komen niet terug.`,
  ),
} as const;
