/** Problems of cells that hold a choice, a list or a limit. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const choiceCodes = {
  invalid_yes_no: {
    severity: "error",
    en: {
      title: "Not yes or no",
      meaning: "The cell accepts yes, no, true, false, 1, 0, x, ja and nee.",
      example: "maybe",
      resolution: "Write yes or no.",
    },
    nl: {
      title: "Geen ja of nee",
      meaning: "De cel accepteert ja, nee, yes, no, true, false, 1, 0 en x.",
      example: "misschien",
      resolution: "Schrijf ja of nee.",
    },
  },
  not_a_choice: {
    severity: "error",
    en: {
      title: "Not one of the allowed values",
      meaning: "The cell accepts only certain values.",
      example: "saml in authentication",
      resolution: "Write one of the values that the message lists.",
    },
    nl: {
      title: "Geen toegestane waarde",
      meaning: "De cel accepteert alleen bepaalde waarden.",
      example: "saml in authentication",
      resolution: "Schrijf een van de waarden uit de melding.",
    },
  },
  wrong_list_separator: {
    severity: "error",
    en: {
      title: "Wrong list separator",
      meaning: "The values of a list are separated by semicolons.",
      example: "webex_calling, webex_meetings",
      resolution: "Write webex_calling;webex_meetings.",
    },
    nl: {
      title: "Verkeerd scheidingsteken in een lijst",
      meaning: "De waarden van een lijst worden gescheiden door puntkomma's.",
      example: "webex_calling, webex_meetings",
      resolution: "Schrijf webex_calling;webex_meetings.",
    },
  },
  repeated_value: {
    severity: "warning",
    en: {
      title: "Repeated value",
      meaning: "The list contains the same value twice. It is used once.",
      example: "webex_suite;webex_suite",
      resolution: "Remove one, or replace it if you meant another value.",
    },
    nl: {
      title: "Herhaalde waarde",
      meaning: "De lijst bevat dezelfde waarde twee keer. Die wordt één keer gebruikt.",
      example: "webex_suite;webex_suite",
      resolution: "Haal er een weg, of vervang die als u een andere waarde bedoelde.",
    },
  },
  invalid_setting: {
    severity: "error",
    en: {
      title: "Not of the form name=value",
      meaning: "A part of the list is not of the form name=value, or a name occurs twice.",
      example: "webex_calling:50",
      resolution: "Write webex_calling=50.",
    },
    nl: {
      title: "Niet van de vorm naam=waarde",
      meaning: "Een deel van de lijst heeft niet de vorm naam=waarde, of een naam komt twee keer voor.",
      example: "webex_calling:50",
      resolution: "Schrijf webex_calling=50.",
    },
  },
  invalid_limit: {
    severity: "error",
    en: {
      title: "Limit is not a whole number",
      meaning: "The limit of a package must be a whole number.",
      example: "webex_calling=many",
      resolution: "Write webex_calling=50.",
    },
    nl: {
      title: "Limiet is geen geheel getal",
      meaning: "De limiet van een pakket moet een geheel getal zijn.",
      example: "webex_calling=veel",
      resolution: "Schrijf webex_calling=50.",
    },
  },
  limit_not_offered: {
    severity: "error",
    en: {
      title: "Package without a limit",
      meaning: "Webex does not support a limit for this package.",
      example: "cisco_calling_plan=10",
      resolution: "Remove it from package_limits.",
    },
    nl: {
      title: "Pakket zonder limiet",
      meaning: "Webex kent voor dit pakket geen limiet.",
      example: "cisco_calling_plan=10",
      resolution: "Verwijder het uit package_limits.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
