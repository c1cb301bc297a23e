/** Codes of what a move of a user takes along, changes or loses, and of numbers that stay behind, as Webex publishes them with the job: data. */
import { otherMainNumber } from "./code-hints.ts";
import type { Both, Row } from "./error-code-facts.ts";

const acceptImpacts: Both = [
  "Agree with the user, then run again with --accept-impacts.",
  "Overleg met de gebruiker en voer daarna opnieuw uit met --accept-impacts.",
];
const freeExtension: Both = [
  "Write an extension that is free at the new location.",
  "Vul een toestelnummer in dat op de nieuwe locatie vrij is.",
];
const otherNumber: Both = [
  "Write a number of the new location in phone_number; or run again with --allow-outage.",
  "Vul bij phone_number een nummer van de nieuwe locatie in; of voer opnieuw uit met --allow-outage.",
];
const orderFirst: Both = [
  "Retry when the order has been completed.",
  "Probeer het opnieuw als de bestelling klaar is.",
];

/** They do not stop the move. */
export const impactCodes: readonly Row[] = [
  ["19701", ["The user's device profile moves along.", "Het apparaatprofiel van de gebruiker verhuist mee."]],
  [
    "19702",
    [
      "The user's own rules for incoming digits are replaced by those of the new location.",
      "De eigen regels van de gebruiker voor inkomende cijfers worden vervangen door die van de nieuwe locatie.",
    ],
  ],
  [
    "19703",
    [
      "The user's own outgoing calling plan is replaced by that of the new location.",
      "Het eigen uitgaande belplan van de gebruiker wordt vervangen door dat van de nieuwe locatie.",
    ],
  ],
  [
    "19704",
    [
      "The user's own enhanced outgoing calling plan is replaced by that of the new location.",
      "Het eigen uitgebreide uitgaande belplan van de gebruiker wordt vervangen door dat van de nieuwe locatie.",
    ],
  ],
  [
    "19705",
    [
      "The user leaves hunt groups, call queues or other features of the old location.",
      "De gebruiker verlaat huntgroepen, wachtrijen of andere functies van de oude locatie.",
    ],
    acceptImpacts,
  ],
  [
    "19706",
    [
      "Schedules of the old location are removed from the user's settings.",
      "Schema's van de oude locatie worden uit de instellingen van de gebruiker verwijderd.",
    ],
  ],
  [
    "19707",
    ["The user leaves the department of the old location.", "De gebruiker verlaat de afdeling van de oude locatie."],
  ],
  [
    "19708",
    [
      "The user gets the standard call barring of the new location.",
      "De gebruiker krijgt de standaardblokkering van gesprekken van de nieuwe locatie.",
    ],
  ],
  ["19709", ["The user's call barring moves along.", "De gespreksblokkering van de gebruiker verhuist mee."]],
  ["19710", ["The user's charge number is removed.", "Het factureringsnummer van de gebruiker wordt verwijderd."]],
  [
    "19711",
    [
      "Feature codes that the new location does not have are removed.",
      "Functiecodes die de nieuwe locatie niet heeft, worden verwijderd.",
    ],
  ],
  ["19712", ["The user leaves the trunk group.", "De gebruiker verlaat de trunkgroep."]],
  [
    "19713",
    [
      "The user loses the extension: it is in use at the new location, or too long or too short there.",
      "De gebruiker raakt het toestelnummer kwijt: het is op de nieuwe locatie in gebruik, of daar te lang of te kort.",
    ],
    freeExtension,
  ],
  [
    "19714",
    [
      "An alternate number of the user loses its extension.",
      "Een alternatief nummer van de gebruiker raakt zijn toestelnummer kwijt.",
    ],
  ],
  [
    "19715",
    [
      "The user's collaboration room moves to the bridge of the new location.",
      "De vergaderruimte van de gebruiker verhuist naar de brug van de nieuwe locatie.",
    ],
  ],
  [
    "19716",
    ["Stored voice messages of the user are lost.", "Opgeslagen voicemailberichten van de gebruiker gaan verloren."],
    acceptImpacts,
  ],
  ["19717", ["The user's numbers move along.", "De nummers van de gebruiker verhuizen mee."]],
  ["19718", ["Domains of the user move along.", "Domeinen van de gebruiker verhuizen mee."]],
  [
    "19719",
    ["The user's network class of service moves along.", "De netwerkserviceklasse van de gebruiker verhuist mee."],
  ],
  ["19720", ["The user's office zone moves along.", "De kantoorzone van de gebruiker verhuist mee."]],
  ["19721", ["The user's announcements move along.", "De aankondigingen van de gebruiker verhuizen mee."]],
  [
    "19722",
    [
      "Others see the main number of the new location when the user calls.",
      "Anderen zien het hoofdnummer van de nieuwe locatie als de gebruiker belt.",
    ],
  ],
  [
    "19723",
    [
      "The new location has no main number to show when the user calls.",
      "De nieuwe locatie heeft geen hoofdnummer om te tonen als de gebruiker belt.",
    ],
  ],
  [
    "19724",
    [
      "Announcements of the old location are removed from the user's music on hold.",
      "Aankondigingen van de oude locatie worden uit de wachtmuziek van de gebruiker verwijderd.",
    ],
  ],
  [
    "25388",
    [
      "The new location has no call recording: recording of the user ends.",
      "De nieuwe locatie heeft geen gespreksopname: de opname van de gebruiker stopt.",
    ],
  ],
  [
    "25389",
    [
      "The provider of the user's call recording changes.",
      "De aanbieder van de gespreksopname van de gebruiker verandert.",
    ],
  ],
  ["25390", ["The user's recording point moves along.", "Het opnamepunt van de gebruiker verhuist mee."]],
  [
    "25391",
    [
      "Webex could not move the user's call recording settings.",
      "Webex kon de instellingen voor gespreksopname van de gebruiker niet verplaatsen.",
    ],
  ],
  [
    "25392",
    [
      "Webex could not determine what happens to the user's call recording.",
      "Webex kon niet bepalen wat er met de gespreksopname van de gebruiker gebeurt.",
    ],
  ],
  [
    "25393",
    ["Webex could not report the move to billing.", "Webex kon de verplaatsing niet aan de facturering melden."],
  ],
];

/** Why a number does not move. */
export const stayingNumberCodes: readonly Row[] = [
  ["10010202", ["Numbers of the block have not been verified.", "Nummers van het blok zijn niet geverifieerd."]],
  ["10010203", ["Numbers of the block are missing.", "Er ontbreken nummers van het blok."]],
  ["10010204", ["The number does not belong to the block.", "Het nummer hoort niet bij het blok."]],
  [
    "10010205",
    ["A block of Cisco PSTN numbers cannot be moved.", "Een nummerblok van Cisco PSTN kan niet worden verplaatst."],
  ],
  ["10010299", ["None of the numbers can be moved.", "Geen van de nummers kan worden verplaatst."]],
  ["10030000", ["The number does not exist.", "Het nummer bestaat niet."]],
  ["10030001", ["The number does not belong to the old location.", "Het nummer hoort niet bij de oude locatie."]],
  [
    "10030003",
    ["The number is assigned to a user or device.", "Het nummer is toegewezen aan een gebruiker of apparaat."],
  ],
  ["10030004", ["The number is not in service yet.", "Het nummer is nog niet in gebruik genomen."], otherNumber],
  [
    "10030005",
    ["The number is the main number of its location.", "Het nummer is het hoofdnummer van de locatie."],
    otherMainNumber,
  ],
  ["10030006", ["An order for the number is in progress.", "Er loopt een bestelling voor het nummer."], orderFirst],
  ["10030010", ["The number cannot be ported.", "Het nummer kan niet worden geporteerd."]],
  [
    "10050008",
    [
      "The new location has no licence for toll-free numbers.",
      "De nieuwe locatie heeft geen licentie voor gratis nummers.",
    ],
  ],
  [
    "10050009",
    [
      "The subscription of one of the two locations is suspended or cancelled.",
      "Het abonnement van een van de twee locaties is opgeschort of opgezegd.",
    ],
  ],
  [
    "10050010",
    [
      "Numbers of an own trunk, or of a provider that is not integrated, are not moved by Webex.",
      "Nummers van een eigen trunk of van een niet-geïntegreerde provider verhuist Webex niet.",
    ],
    otherNumber,
  ],
];
