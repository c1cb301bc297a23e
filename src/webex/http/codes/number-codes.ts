/** Codes of phone numbers of locations, as Webex publishes them: data. */
import { otherMainNumber, retryLater } from "./code-hints.ts";
import type { Both, Row } from "./error-code-facts.ts";

const numberExists: Both = ["The phone number already exists.", "Het telefoonnummer bestaat al."];

const noNumber: Both = ["The phone number does not exist.", "Het telefoonnummer bestaat niet."];

export const numberCodes: readonly Row[] = [
  ["8363", numberExists],
  ["25223", numberExists],
  ["4251", noNumber],
  ["25089", noNumber],
  ["10010000", ["The request contains too many numbers.", "Het verzoek bevat te veel nummers."]],
  ["10010001", ["The numbers are already at that location.", "De nummers horen al bij die locatie."]],
  ["10010002", ["The locations belong to different customers.", "De locaties horen bij verschillende klanten."]],
  [
    "10010003",
    ["The new location has no PSTN provider.", "De nieuwe locatie heeft geen PSTN-aanbieder."],
    [
      "Set up the location's PSTN first, in the column pstn.",
      "Stel eerst de PSTN van de locatie in, met de kolom pstn.",
    ],
  ],
  [
    "10010004",
    [
      "The current location of the numbers has no PSTN provider.",
      "De huidige locatie van de nummers heeft geen PSTN-aanbieder.",
    ],
  ],
  [
    "10010005",
    [
      "The provider of the numbers can only be changed with Cisco PSTN.",
      "De aanbieder van de nummers kan alleen met Cisco PSTN worden gewijzigd.",
    ],
  ],
  [
    "10010006",
    [
      "Numbers of this type of provider cannot be moved.",
      "Nummers van dit soort aanbieder kunnen niet worden verplaatst.",
    ],
  ],
  [
    "10010007",
    [
      "Webex has inconsistent records of these numbers.",
      "De gegevens van Webex over deze nummers spreken elkaar tegen.",
    ],
    ["Contact Cisco support with the tracking ID.", "Neem contact op met Cisco-support en geef de tracking-id door."],
  ],
  [
    "10010008",
    [
      "The current location of the numbers, or its PSTN connection, does not exist.",
      "De huidige locatie van de nummers, of de PSTN-verbinding ervan, bestaat niet.",
    ],
  ],
  [
    "10010009",
    [
      "The new location, or its PSTN connection, does not exist.",
      "De nieuwe locatie, of de PSTN-verbinding ervan, bestaat niet.",
    ],
  ],
  [
    "10010010",
    [
      "The current location of the numbers is being changed.",
      "De huidige locatie van de nummers wordt op dit moment gewijzigd.",
    ],
    retryLater,
  ],
  ["10010011", ["The new location is being changed.", "De nieuwe locatie wordt op dit moment gewijzigd."], retryLater],
  ["10010012", ["The numbers have no provider.", "De nummers hebben geen aanbieder."]],
  [
    "10010013",
    [
      "The numbers belong to no location and have no provider.",
      "De nummers horen bij geen locatie en hebben geen aanbieder.",
    ],
  ],
  [
    "10010014",
    [
      "The provider of numbers from different countries cannot be changed.",
      "De aanbieder van nummers uit verschillende landen kan niet worden gewijzigd.",
    ],
  ],
  [
    "10010015",
    [
      "The request mixes mobile numbers with other numbers.",
      "Het verzoek bevat mobiele en andere nummers door elkaar.",
    ],
  ],
  [
    "10010016",
    [
      "Mobile numbers can only be moved between locations with the same provider.",
      "Mobiele nummers kunnen alleen tussen locaties met dezelfde aanbieder worden verplaatst.",
    ],
  ],
  [
    "10010017",
    ["A number without a location cannot be moved.", "Een nummer zonder locatie kan niet worden verplaatst."],
  ],
  [
    "10010200",
    ["Only one block of numbers can be moved at a time.", "Er kan maar één nummerblok per keer worden verplaatst."],
  ],
  [
    "10010201",
    ["A block of numbers can only be moved as a whole.", "Een nummerblok kan alleen in zijn geheel worden verplaatst."],
  ],
  [
    "BATCH-1017017",
    ["The phone number is not valid.", "Het telefoonnummer is ongeldig."],
    ["Write the number with + and the country code.", "Schrijf het nummer met + en de landcode."],
  ],
  ["BATCH-1017021", ["The number is not in service.", "Het nummer is niet in gebruik."]],
  [
    "BATCH-1017022",
    ["The locations have different PSTN providers.", "De locaties hebben verschillende PSTN-aanbieders."],
  ],
  [
    "BATCH-1017023",
    ["The number is assigned.", "Het nummer is toegewezen."],
    ["Remove the number from its current owner first.", "Haal het nummer eerst weg bij wie het nu heeft."],
  ],
  [
    "BATCH-1017024",
    ["The number is the main number of its location.", "Het nummer is het hoofdnummer van de locatie."],
    otherMainNumber,
  ],
  ["BATCH-1017027", ["The number cannot be moved.", "Het nummer kan niet worden verplaatst."]],
  ["BATCH-1017031", ["Webex moves one number at a time.", "Webex verplaatst één nummer per keer."]],
];
