/** What became of a row beside success and failure: it waits, is blocked, was taken over or undone. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const rowOutcomeCodes = {
  blocked: {
    severity: "error",
    en: {
      title: "Blocked by another row",
      meaning: "The row itself may be right, but a row that it depends on is invalid or failed.",
      example: "a user of an invalid customer",
      resolution: "Correct the row named in blocked_by.",
    },
    nl: {
      title: "Geblokkeerd door een andere rij",
      meaning: "De rij zelf kan goed zijn, maar een rij waarvan die afhangt, is ongeldig of mislukt.",
      example: "een gebruiker van een ongeldige klant",
      resolution: "Corrigeer de rij die in blocked_by staat.",
    },
  },
  pending: {
    severity: "warning",
    en: {
      title: "Still in progress at Webex",
      meaning: "Webex accepted the request and is still processing it, or the row depends on another one in progress.",
      example: "a location of a customer that Webex is still reviewing",
      resolution: "Wait, then: wholesale-import resume.",
    },
    nl: {
      title: "Nog in behandeling bij Webex",
      meaning:
        "Webex heeft het verzoek geaccepteerd en is er nog mee bezig, of de rij hangt af van een andere die nog in behandeling is.",
      example: "een locatie van een klant die Webex nog beoordeelt",
      resolution: "Wacht en voer daarna uit: wholesale-import resume.",
    },
  },
  pending_rpl_review: {
    severity: "warning",
    en: {
      title: "In compliance review",
      meaning: "Webex accepted the customer and reviews it for compliance before it continues. This may take days.",
      example: "a customer whose name or address resembles one on a list of restricted parties",
      resolution: "Wait for the review to finish, then: wholesale-import resume.",
    },
    nl: {
      title: "In compliancebeoordeling",
      meaning:
        "Webex heeft de klant geaccepteerd en beoordeelt die op compliance voordat het verdergaat. Dat kan dagen duren.",
      example: "een klant met een naam of adres dat lijkt op een vermelding op een sanctielijst",
      resolution: "Wacht tot de beoordeling klaar is en voer daarna uit: wholesale-import resume.",
    },
  },
  pending_user_migration: {
    severity: "warning",
    en: {
      title: "Waiting for the user's consent",
      meaning: "The person has a free Webex account and must agree to move it to the customer.",
      example: "a user who signed up at webex.com with the same email address",
      resolution: "Ask the person to accept the email from Webex, then: wholesale-import resume.",
    },
    nl: {
      title: "Wacht op toestemming van de gebruiker",
      meaning: "De persoon heeft een gratis Webex-account en moet ermee instemmen dat het naar de klant overgaat.",
      example: "een gebruiker die zich met hetzelfde e-mailadres bij webex.com heeft aangemeld",
      resolution: "Vraag de persoon de e-mail van Webex te accepteren en voer daarna uit: wholesale-import resume.",
    },
  },
  taken_over: {
    severity: "warning",
    en: {
      title: "Done by another run",
      meaning:
        "The run was interrupted. Before it was resumed, another run processed this row: a forced retry, or a run of the same sheets.",
      example: "apply, Ctrl-C, retry --force, then resume",
      resolution: "Nothing to do. The results of the other run say what it did.",
    },
    nl: {
      title: "Gedaan door een andere run",
      meaning:
        "De run is onderbroken. Voordat die werd hervat, heeft een andere run deze rij verwerkt: een geforceerde retry, of een run van dezelfde bladen.",
      example: "apply, Ctrl-C, retry --force en daarna resume",
      resolution: "U hoeft niets te doen. In de resultaten van de andere run staat wat die heeft gedaan.",
    },
  },
  run_interrupted: {
    severity: "warning",
    en: {
      title: "Row started but not finished",
      meaning:
        "Something was sent to Webex for this row, but the run was interrupted, or lost its connection to the target, before the row was finished.",
      example: "a customer that was created, but whose head office was not read yet",
      resolution: "To finish it: wholesale-import resume. Nothing is done twice.",
    },
    nl: {
      title: "Rij begonnen maar niet afgerond",
      meaning:
        "Voor deze rij is iets naar Webex verstuurd, maar de run is onderbroken, of verloor de verbinding met het doel, voordat de rij klaar was.",
      example: "een klant die is gemaakt, maar waarvan het hoofdkantoor nog niet is gelezen",
      resolution: "Rond de rij af met: wholesale-import resume. Er wordt niets dubbel gedaan.",
    },
  },
  run_undone: {
    severity: "warning",
    en: {
      title: "Row started, then undone",
      meaning:
        "Something was sent to Webex for this row, the run stopped before the row was finished, and the run was undone afterwards.",
      example: "apply, Ctrl-C, then undo",
      resolution: "See the results of the undo. If you still need the row, apply its sheets again.",
    },
    nl: {
      title: "Rij begonnen en daarna ongedaan gemaakt",
      meaning:
        "Voor deze rij is iets naar Webex verstuurd, de run stopte voordat de rij klaar was, en daarna is de run ongedaan gemaakt.",
      example: "apply, Ctrl-C en daarna undo",
      resolution:
        "Bekijk de resultaten van de undo. Hebt u de rij nog nodig, voer dan opnieuw apply uit met de bladen.",
    },
  },
  run_overtaken: {
    severity: "warning",
    en: {
      title: "Run cannot be resumed",
      meaning:
        "The run was interrupted, and another run has changed the same target since: an undo removed what this plan relies on, or this run is an undo and an apply came after it. The row shows the state at the moment of the interruption.",
      example: "apply A, apply B, Ctrl-C, undo A, then resume B",
      resolution:
        "Apply its sheets again: existing objects are found and nothing is created twice. For an undo, check whether you still want it and start it anew.",
    },
    nl: {
      title: "Run kan niet worden hervat",
      meaning:
        "De run is onderbroken, en sindsdien heeft een andere run hetzelfde doel gewijzigd: een undo heeft verwijderd waar dit plan op steunt, of deze run is een undo en er kwam een apply na. De rij toont de toestand op het moment van de onderbreking.",
      example: "apply A, apply B, Ctrl-C, undo A en daarna resume B",
      resolution:
        "Voer opnieuw apply uit met de bladen: wat er al is, wordt gevonden en niets wordt dubbel gemaakt. Ga bij een undo na of u die nog wilt, en start die dan opnieuw.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
