/** Codes of changes of users with calling, as Webex publishes them: data. */
import { controlHub, otherMainNumber, signedIn } from "./code-hints.ts";
import type { Both, Row } from "./error-code-facts.ts";

const noUser: Both = ["Webex Calling does not know the user.", "Webex Calling kent de gebruiker niet."];

const noLocation: Both = ["The location does not exist.", "De locatie bestaat niet."];

const sameLocation: Both = ["The user is already at that location.", "De gebruiker zit al op die locatie."];

const noUsers: Both = ["The request contains no users.", "Het verzoek bevat geen gebruikers."];

export const userCodes: readonly Row[] = [
  ["4003", noUser],
  ["4007", noUser],
  ["4152", noLocation],
  ["5620", noLocation],
  [
    "4202",
    ["The extension is already assigned to a user.", "Het toestelnummer is al aan een gebruiker toegewezen."],
    [
      "Choose an extension that is free at the location, or remove it from the user who has it.",
      "Kies een toestelnummer dat vrij is op de locatie, of haal het weg bij de gebruiker die het heeft.",
    ],
  ],
  ["8264", ["The new location has another routing profile.", "De nieuwe locatie heeft een ander routeringsprofiel."]],
  ["19600", ["The user does not belong to an organization.", "De gebruiker hoort niet bij een organisatie."]],
  [
    "19601",
    ["The new location belongs to another organization.", "De nieuwe locatie hoort bij een andere organisatie."],
  ],
  [
    "19602",
    [
      "Only a person can be moved; this is the user of a service.",
      "Alleen een persoon kan worden verplaatst; dit is de gebruiker van een dienst.",
    ],
  ],
  [
    "19603",
    [
      "The new location has reached its maximum number of users.",
      "De nieuwe locatie heeft het maximale aantal gebruikers bereikt.",
    ],
  ],
  [
    "19604",
    [
      "The user's number is the main number of the location.",
      "Het nummer van de gebruiker is het hoofdnummer van de locatie.",
    ],
    otherMainNumber,
  ],
  [
    "19605",
    [
      "The user has services that the new location does not allow.",
      "De gebruiker heeft diensten die op de nieuwe locatie niet zijn toegestaan.",
    ],
    controlHub,
  ],
  [
    "19606",
    [
      "The user is signed in at a hot desk, or hosts one.",
      "De gebruiker is aangemeld op een gedeelde werkplek, of is er host van.",
    ],
    signedIn,
  ],
  [
    "19607",
    ["The user is the pilot user of a trunk group.", "De gebruiker is de hoofdgebruiker van een trunkgroep."],
    controlHub,
  ],
  [
    "19608",
    [
      "The user shares a device profile with other users of the location.",
      "De gebruiker deelt een apparaatprofiel met andere gebruikers van de locatie.",
    ],
    controlHub,
  ],
  [
    "19609",
    ["The new location has devices with the same name.", "Op de nieuwe locatie zijn apparaten met dezelfde naam."],
    controlHub,
  ],
  [
    "19610",
    [
      "An auto attendant transfers calls to the user's extension.",
      "Een auto-attendant verbindt door naar het toestelnummer van de gebruiker.",
    ],
    controlHub,
  ],
  [
    "19611",
    ["An announcement of the user could not be moved.", "Een aankondiging van de gebruiker kon niet mee verhuizen."],
  ],
  [
    "19612",
    [
      "Device settings of the user could not be moved.",
      "Apparaatinstellingen van de gebruiker konden niet mee verhuizen.",
    ],
  ],
  [
    "19613",
    [
      "The user has service packs that the new location does not allow.",
      "De gebruiker heeft servicepakketten die op de nieuwe locatie niet zijn toegestaan.",
    ],
    controlHub,
  ],
  ["25378", sameLocation],
  [
    "25379",
    ["Webex could not determine the user's location.", "Webex kon niet bepalen op welke locatie de gebruiker zit."],
  ],
  [
    "25381",
    [
      "Webex could not restore the user's call recording settings.",
      "Webex kon de instellingen voor gespreksopname van de gebruiker niet herstellen.",
    ],
    ["Check the user's call recording.", "Controleer de gespreksopname van de gebruiker."],
  ],
  [
    "25382",
    [
      "Webex could not turn off the user's call recording, which is required for a move.",
      "Webex kon de gespreksopname van de gebruiker niet uitschakelen; dat is nodig om te verplaatsen.",
    ],
    controlHub,
  ],
  ["25383", ["Webex failed while moving the user.", "Bij Webex is het verplaatsen van de gebruiker mislukt."]],
  [
    "25384",
    [
      "Webex could not determine what happens to the user's call recording.",
      "Webex kon niet bepalen wat er met de gespreksopname van de gebruiker gebeurt.",
    ],
  ],
  [
    "25385",
    [
      "Webex could not read the user's call recording settings.",
      "Webex kon de instellingen voor gespreksopname van de gebruiker niet lezen.",
    ],
  ],
  ["27559", ["The locations belong to different calling zones.", "De locaties horen bij verschillende belzones."]],
  [
    "27960",
    [
      "A new number or extension can only be assigned in Webex Calling.",
      "Een nieuw telefoonnummer of toestelnummer kan alleen in Webex Calling worden toegewezen.",
    ],
  ],
  [
    "27961",
    [
      "A new number or extension requires the Webex Calling flag in the request.",
      "Een nieuw telefoonnummer of toestelnummer vereist de markering voor Webex Calling in het verzoek.",
    ],
  ],
  ["27962", ["A workspace cannot be moved.", "Een werkruimte kan niet worden verplaatst."]],
  ["27963", ["A virtual user cannot be moved.", "Een virtuele gebruiker kan niet worden verplaatst."]],
  [
    "27965",
    [
      "The user's number is the charge number of the location.",
      "Het nummer van de gebruiker is het factureringsnummer van de locatie.",
    ],
    controlHub,
  ],
  [
    "27966",
    [
      "The phone number is not available at the new location.",
      "Het telefoonnummer is op de nieuwe locatie niet beschikbaar.",
    ],
    [
      "Add the number to the location, or use one that is free there.",
      "Voeg het nummer toe aan de locatie, of gebruik een nummer dat daar vrij is.",
    ],
  ],
  [
    "27967",
    [
      "This user is the emergency callback number of another user at the location.",
      "Deze gebruiker is het terugbelnummer bij noodoproepen van een andere gebruiker op de locatie.",
    ],
    controlHub,
  ],
  [
    "27968",
    [
      "This user is the emergency callback number of the location.",
      "Deze gebruiker is het terugbelnummer bij noodoproepen van de locatie.",
    ],
    controlHub,
  ],
  ["27969", ["The user has a DECT handset.", "De gebruiker heeft een DECT-handset."], controlHub],
  [
    "27970",
    ["The user has a customer-managed device.", "De gebruiker heeft een apparaat dat de klant beheert."],
    controlHub,
  ],
  [
    "27971",
    ["The user has an analog telephone adapter.", "De gebruiker heeft een analoge telefoonadapter (ATA)."],
    controlHub,
  ],
  ["27972", ["The user is signed in at a hot desk.", "De gebruiker is aangemeld op een gedeelde werkplek."], signedIn],
  [
    "27975",
    ["The number is the main number of its location.", "Het nummer is het hoofdnummer van de locatie."],
    otherMainNumber,
  ],
  [
    "27976",
    [
      "The number uses the local gateway of its location, and the new location has another one.",
      "Het nummer loopt via de lokale gateway van de locatie, en de nieuwe locatie heeft een andere.",
    ],
  ],
  [
    "1026006",
    [
      "The request does not say whether it only validates.",
      "Het verzoek geeft niet aan of het alleen een controle is.",
    ],
  ],
  ["1026010", ["The user does not have calling.", "De gebruiker heeft geen bellen."]],
  ["1026011", noUsers],
  ["1026012", noUsers],
  ["1026013", sameLocation],
  ["1026014", ["Webex failed while processing the request.", "Bij Webex is het verwerken van het verzoek mislukt."]],
  [
    "1026015",
    [
      "Webex failed while moving the user's number to the new location.",
      "Bij Webex is het verplaatsen van het nummer van de gebruiker naar de nieuwe locatie mislukt.",
    ],
  ],
  [
    "1026016",
    [
      "The user needs a phone number or an extension.",
      "De gebruiker heeft een telefoonnummer of een toestelnummer nodig.",
    ],
    ["Fill in one of the two.", "Vul een van de twee in."],
  ],
  [
    "1026017",
    ["The phone number is not in the form +31201234567.", "Het telefoonnummer heeft niet de vorm +31201234567."],
    ["Write the number with + and the country code.", "Schrijf het nummer met + en de landcode."],
  ],
  ["1026018", ["The request contains too many users.", "Het verzoek bevat te veel gebruikers."]],
  ["1026019", ["The request contains a user twice.", "Het verzoek bevat een gebruiker twee keer."]],
  ["1026020", ["Webex validates one user at a time.", "Webex controleert één gebruiker per keer."]],
  [
    "1026021",
    ["A user with calling needs a location.", "Een gebruiker met bellen heeft een locatie nodig."],
    ["Write the location of the user.", "Vul de locatie van de gebruiker in."],
  ],
  ["1026022", ["Webex validates only users with calling.", "Webex controleert alleen gebruikers met bellen."]],
  [
    "1026023",
    [
      "Only users with calling can have a phone number or an extension.",
      "Alleen gebruikers met bellen kunnen een telefoonnummer of toestelnummer hebben.",
    ],
  ],
  ["2150012", ["The user does not exist.", "De gebruiker bestaat niet."]],
  [
    "BATCH-400",
    [
      "The request contains no users, or one without an ID.",
      "Het verzoek bevat geen gebruikers, of een gebruiker zonder id.",
    ],
  ],
];
