/** Codes of locations whose calling is being turned off, as Webex publishes them: data. */
import { controlHub } from "./code-hints.ts";
import type { Row } from "./error-code-facts.ts";

export const locationCodes: readonly Row[] = [
  [
    "BATCH-1012002",
    ["Webex could not turn off calling at the location.", "Webex kon bellen op de locatie niet uitschakelen."],
  ],
  [
    "BATCH-1012004",
    [
      "Calling cannot be turned off at the location: something there is still in use.",
      "Bellen kan op de locatie niet worden uitgeschakeld: er is daar nog iets in gebruik.",
    ],
    controlHub,
  ],
  [
    "BATCH-1012005",
    [
      "Webex could not determine whether anything at the location is still in use.",
      "Webex kon niet bepalen of er op de locatie nog iets in gebruik is.",
    ],
  ],
  ["BATCH-1012006", ["Trunks of the location are in use.", "Er zijn trunks van de locatie in gebruik."], controlHub],
  [
    "BATCH-1012007",
    ["The location still has users.", "De locatie heeft nog gebruikers."],
    ["Move or remove its users first.", "Verplaats of verwijder eerst de gebruikers."],
  ],
  ["BATCH-1012008", ["The location still has workspaces.", "De locatie heeft nog werkruimten."], controlHub],
  ["BATCH-1012009", ["The location still has virtual lines.", "De locatie heeft nog virtuele lijnen."], controlHub],
  [
    "BATCH-1012010",
    ["A number order is in progress.", "Er loopt een bestelling van nummers."],
    ["Retry when the numbers have been delivered.", "Probeer het opnieuw als de nummers zijn geleverd."],
  ],
  [
    "BATCH-1012011",
    [
      "The location still has features such as hunt groups or auto attendants.",
      "De locatie heeft nog functies zoals huntgroepen of auto-attendants.",
    ],
    controlHub,
  ],
  [
    "BATCH-1012012",
    [
      "Calling cannot be turned off at the last location of a customer that has it.",
      "Op de laatste locatie van een klant met bellen kan bellen niet worden uitgeschakeld.",
    ],
  ],
  ["BATCH-1012013", ["The location still has local gateways.", "De locatie heeft nog lokale gateways."], controlHub],
  ["BATCH-1012014", ["The location does not exist.", "De locatie bestaat niet."]],
];
