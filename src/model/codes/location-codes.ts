/** What can stand against the wishes of a locations row, or of a head office, now that Webex was looked at. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

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
      title: "Nummers van de PSTN-aanbieder",
      meaning:
        "Bij Cisco Calling Plan en geïntegreerde Cloud Connected PSTN komen de nummers van de aanbieder. Toevoegen via de API beschadigt gegevens bij Webex.",
      example: "phone_numbers voor zo'n locatie",
      resolution: "Laat de nummers leeg en bestel ze bij de aanbieder.",
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
      example: "remove in de rij van een vestiging waarvan de gebruikers blijven",
      resolution:
        "Verwijder de gebruikers of verplaats ze naar een andere locatie, verwijder de rest in Control Hub en voer apply opnieuw uit.",
    },
  },
  location_needs_force: {
    severity: "error",
    en: {
      title: "Location still has features",
      meaning:
        "The row removes a location that still has hunt groups, auto attendants or other features, or trunks that nobody uses. Webex removes these only when it is told to.",
      example: "remove in the row of a branch with a hunt group",
      resolution: "Add --force-locations to remove them too, or move them in Control Hub first.",
    },
    nl: {
      title: "Locatie heeft nog functies",
      meaning:
        "De rij verwijdert een locatie die nog huntgroepen, auto-attendants of andere functies heeft, of ongebruikte trunks. Webex verwijdert die alleen als dat uitdrukkelijk is gevraagd.",
      example: "remove in de rij van een vestiging met een huntgroep",
      resolution: "Voeg --force-locations toe om ze mee te verwijderen, of verplaats ze eerst in Control Hub.",
    },
  },
  location_stays: {
    severity: "error",
    en: {
      title: "Location is still there",
      meaning: "Webex's job that ends calling at the location has ended, and calling is still there.",
      example: "a job that is COMPLETED and has removed nothing",
      resolution: "Look at the location in Control Hub, then: wholesale-import retry.",
    },
    nl: {
      title: "Locatie is er nog",
      meaning: "De taak van Webex die bellen op de locatie beëindigt is klaar, maar bellen is er nog.",
      example: "een taak die COMPLETED is en niets heeft verwijderd",
      resolution: "Bekijk de locatie in Control Hub en voer daarna uit: wholesale-import retry.",
    },
  },
  head_office_stays: {
    severity: "error",
    en: {
      title: "Head office is not removed",
      meaning: "The head office is part of its customer, and goes with it only.",
      example: "remove in a locations row named Head Office",
      resolution: "Take the row out, or remove the customer.",
    },
    nl: {
      title: "Hoofdkantoor wordt niet verwijderd",
      meaning: "Het hoofdkantoor hoort bij de klant en gaat alleen daarmee weg.",
      example: "remove in een rij van locations met de naam Head Office",
      resolution: "Haal de rij weg, of verwijder de klant.",
    },
  },
  number_not_released: {
    severity: "warning",
    en: {
      title: "Number is not released",
      meaning:
        "With --remove-missing-numbers a location lets go of the numbers that its row does not list. Those that somebody still has, and those of a PSTN provider, stay.",
      example: "a number that was taken out of phone_numbers while a user has it",
      resolution: "Give the user another number, or list the number again.",
    },
    nl: {
      title: "Nummer wordt niet vrijgegeven",
      meaning:
        "Met --remove-missing-numbers geeft een locatie de nummers vrij die de rij niet noemt. Nummers die iemand nog heeft, en die van een PSTN-aanbieder, blijven.",
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
      meaning: "The row asks for a premises-based connection, which the API sets up by a trunk or a route group only.",
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
        "De rij noemt een aanbieder in pstn en een lokale gateway in pstn_route. Een locatie heeft één verbinding.",
      example: "een aanbieder en trunk:Amsterdam",
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
