/** What a result file says of a refusal for which Webex gives no code of its own: the status of the response, or the lack of one. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const failureCodes = {
  http_400: {
    severity: "error",
    en: {
      title: "Bad request",
      meaning: "Webex refused a value of the row without a code of its own. The message is Webex's.",
      example: "400 Bad Request: invalid address",
      resolution: "Correct what the message names, then: wholesale-import retry.",
    },
    nl: {
      title: "Ongeldig verzoek",
      meaning: "Webex heeft een waarde van de rij geweigerd zonder eigen code. De melding is van Webex.",
      example: "400 Bad Request: invalid address",
      resolution: "Corrigeer wat de melding noemt en voer daarna uit: wholesale-import retry.",
    },
  },
  http_401: {
    severity: "error",
    en: {
      title: "Not logged in",
      meaning: "The access token is missing, invalid or expired.",
      example: "yesterday's personal access token",
      resolution: "To see what is wrong: wholesale-import auth check. Log in again, then: wholesale-import retry.",
    },
    nl: {
      title: "Niet aangemeld",
      meaning: "Het toegangstoken ontbreekt, is ongeldig of is verlopen.",
      example: "het persoonlijke toegangstoken van gisteren",
      resolution:
        "Bekijk wat er mis is met: wholesale-import auth check. Meld u opnieuw aan en voer daarna uit: wholesale-import retry.",
    },
  },
  route_refused: {
    severity: "error",
    en: {
      title: "Not authorized for this call",
      meaning: "Webex accepts the access token but refuses this call (401): a scope or a role is missing.",
      example: "a token without spark-admin:wholesale_subscribers_write",
      resolution:
        "To list the missing scopes: wholesale-import auth check. Log in again with all of them, then: wholesale-import retry.",
    },
    nl: {
      title: "Geen rechten voor deze aanroep",
      meaning: "Webex accepteert het toegangstoken, maar weigert deze aanroep (401): een scope of een rol ontbreekt.",
      example: "een token zonder spark-admin:wholesale_subscribers_write",
      resolution:
        "Bekijk welke scopes ontbreken met: wholesale-import auth check. Meld u opnieuw aan met alle scopes en voer daarna uit: wholesale-import retry.",
    },
  },
  http_403: {
    severity: "error",
    en: {
      title: "Forbidden",
      meaning: "The token lacks a scope, or its owner is not an administrator of this organization.",
      example: "a token without spark-admin:wholesale_customers_write",
      resolution:
        "To list the missing scopes: wholesale-import auth check. Log in as a partner full administrator, then: wholesale-import retry.",
    },
    nl: {
      title: "Geen toegang",
      meaning: "Het token mist een scope, of de eigenaar is geen beheerder van deze organisatie.",
      example: "een token zonder spark-admin:wholesale_customers_write",
      resolution:
        "Bekijk welke scopes ontbreken met: wholesale-import auth check. Meld u aan als volledige beheerder van de partner en voer daarna uit: wholesale-import retry.",
    },
  },
  http_404: {
    severity: "error",
    en: {
      title: "Not found",
      meaning: "What the row changes or belongs to does not exist at Webex, or this token cannot see it.",
      example: "a user removed in Control Hub in the meantime",
      resolution: "Look for it in Control Hub. If it is gone, apply again to create it.",
    },
    nl: {
      title: "Niet gevonden",
      meaning: "Wat de rij wijzigt of waar die bij hoort, bestaat niet bij Webex, of is met dit token niet te zien.",
      example: "een gebruiker die intussen in Control Hub is verwijderd",
      resolution: "Zoek het op in Control Hub. Is het weg, voer dan opnieuw apply uit om het te maken.",
    },
  },
  http_409: {
    severity: "error",
    en: {
      title: "Conflict",
      meaning: "Something with this name, address or number already exists, or another change is in progress.",
      example: "an external ID that another customer already has",
      resolution: "Look for it in Partner Hub or Control Hub, then correct the row or retry later.",
    },
    nl: {
      title: "Conflict",
      meaning: "Er bestaat al iets met deze naam, dit adres of dit nummer, of er loopt een andere wijziging.",
      example: "een externe id die een andere klant al heeft",
      resolution: "Zoek het op in Partner Hub of Control Hub. Corrigeer de rij of probeer het later opnieuw.",
    },
  },
  http_423: {
    severity: "error",
    en: {
      title: "Locked at Webex",
      meaning: "Webex is working on the same object and did not release it within the waiting time.",
      example: "a customer that is still being provisioned",
      resolution: "Later: wholesale-import retry.",
    },
    nl: {
      title: "Vergrendeld bij Webex",
      meaning: "Webex is met hetzelfde object bezig en heeft het niet binnen de wachttijd vrijgegeven.",
      example: "een klant die nog wordt ingericht",
      resolution: "Voer later uit: wholesale-import retry.",
    },
  },
  http_429: {
    severity: "error",
    en: {
      title: "Too many requests",
      meaning: "Webex asked to wait longer than --max-wait allows.",
      example: "a second program using the same token",
      resolution: "Later: wholesale-import retry. Or allow a longer wait with --max-wait.",
    },
    nl: {
      title: "Te veel verzoeken",
      meaning: "Webex vroeg om langer te wachten dan --max-wait toestaat.",
      example: "een tweede programma met hetzelfde token",
      resolution: "Voer later uit: wholesale-import retry. Of sta met --max-wait een langere wachttijd toe.",
    },
  },
  http_4xx: {
    severity: "error",
    en: {
      title: "Refused by Webex",
      meaning: "Webex refused the request without a code of its own. The message is Webex's.",
      example: "http_422",
      resolution: "Correct what the message names, then: wholesale-import retry.",
    },
    nl: {
      title: "Geweigerd door Webex",
      meaning: "Webex heeft het verzoek geweigerd zonder eigen code. De melding is van Webex.",
      example: "http_422",
      resolution: "Corrigeer wat de melding noemt en voer daarna uit: wholesale-import retry.",
    },
  },
  http_5xx: {
    severity: "error",
    en: {
      title: "Webex server error",
      meaning:
        "Webex could not answer, even after several attempts. Before the request is sent again, the program checks whether it was carried out.",
      example: "http_503 during maintenance",
      resolution: "Check status.webex.com. Later: wholesale-import retry.",
    },
    nl: {
      title: "Storing bij Webex",
      meaning:
        "Webex kon niet antwoorden, ook niet na meer pogingen. Voordat het verzoek opnieuw wordt verstuurd, wordt nagekeken of het is uitgevoerd.",
      example: "http_503 tijdens onderhoud",
      resolution: "Bekijk status.webex.com en voer later uit: wholesale-import retry.",
    },
  },
  exists_differently: {
    severity: "error",
    en: {
      title: "Already exists with other values",
      meaning:
        "An object with the key of this row exists at Webex, with values other than the row's. It was created after the plan was made, or no API call changes it. Nothing was changed.",
      example: "a user created by somebody else in the meantime, with another package",
      resolution:
        "Apply again: the plan shows what would change. What the API cannot change, correct in Control Hub or in the row.",
    },
    nl: {
      title: "Bestaat al met andere waarden",
      meaning:
        "Bij Webex bestaat al een object met de sleutel van deze rij, met andere waarden dan de rij. Het is gemaakt nadat het plan klaar was, of de API kan het niet wijzigen. Er is niets gewijzigd.",
      example: "een gebruiker die iemand anders intussen heeft gemaakt, met een ander pakket",
      resolution:
        "Voer opnieuw apply uit: het plan laat zien wat er zou wijzigen. Wat de API niet kan wijzigen, past u aan in Control Hub of in de rij.",
    },
  },
  being_deleted: {
    severity: "error",
    en: {
      title: "Customer is being deleted",
      meaning: "Webex is deleting the customer and everything in it. Nothing more is sent for it.",
      example: "a customer that a colleague has just deleted in Partner Hub",
      resolution: "Ask who deleted it. If you need the customer, apply again once it is gone.",
    },
    nl: {
      title: "Klant wordt verwijderd",
      meaning: "Webex verwijdert de klant met alles erin. Er wordt niets meer voor verstuurd.",
      example: "een klant die een collega net in Partner Hub heeft verwijderd",
      resolution:
        "Vraag na wie de klant heeft verwijderd. Hebt u die nodig, voer dan opnieuw apply uit zodra de klant weg is.",
    },
  },
  customer_gone: {
    severity: "error",
    en: {
      title: "Customer no longer exists",
      meaning: "The customer existed when the plan was made, but no longer exists at Webex.",
      example: "a customer deleted while the plan was waiting for confirmation",
      resolution: "If you need the customer, apply again to create it.",
    },
    nl: {
      title: "Klant bestaat niet meer",
      meaning: "De klant bestond toen het plan werd gemaakt, maar bestaat niet meer bij Webex.",
      example: "een klant die is verwijderd terwijl het plan op bevestiging wachtte",
      resolution: "Hebt u de klant nodig, voer dan opnieuw apply uit om die te maken.",
    },
  },
  customer_busy: {
    severity: "error",
    en: {
      title: "Customer is being updated",
      meaning: "Webex is updating the customer and accepts no other change. The time of --max-wait has passed.",
      example: "packages changed in Partner Hub a moment ago",
      resolution: "Later: wholesale-import retry.",
    },
    nl: {
      title: "Klant wordt bijgewerkt",
      meaning: "Webex werkt de klant bij en accepteert geen andere wijziging. De tijd van --max-wait is verstreken.",
      example: "pakketten die net in Partner Hub zijn gewijzigd",
      resolution: "Voer later uit: wholesale-import retry.",
    },
  },
  person_not_found: {
    severity: "error",
    en: {
      title: "Person not in the directory yet",
      meaning:
        "The user was created, but the organization's directory does not list the person yet. The roles were not assigned.",
      example: "a directory that is some minutes behind",
      resolution: "To assign the roles, later: wholesale-import retry.",
    },
    nl: {
      title: "Persoon nog niet in de directory",
      meaning:
        "De gebruiker is gemaakt, maar de directory van de organisatie toont de persoon nog niet. De rollen zijn niet toegewezen.",
      example: "een directory die enkele minuten achterloopt",
      resolution: "Voer later uit om de rollen toe te wijzen: wholesale-import retry.",
    },
  },
  error_in_success: {
    severity: "either",
    en: {
      title: "Accepted with an error",
      meaning:
        "Webex accepted the request but reported an error without a code of its own. If the object works, this is a warning.",
      example: "a user who was created without the number",
      resolution: "Check the object in Control Hub, then: wholesale-import retry.",
    },
    nl: {
      title: "Geaccepteerd met een fout",
      meaning:
        "Webex heeft het verzoek geaccepteerd, maar meldt een fout zonder eigen code. Werkt het object, dan is dit een waarschuwing.",
      example: "een gebruiker die zonder het telefoonnummer is gemaakt",
      resolution: "Controleer het object in Control Hub en voer daarna uit: wholesale-import retry.",
    },
  },
  customer_error: {
    severity: "error",
    en: {
      title: "Customer not provisioned",
      meaning: "Webex could not provision the customer and gave no code of its own. The message is Webex's.",
      example: "a customer whose order Webex did not accept",
      resolution:
        "Check the customer in Partner Hub. If it cannot be repaired, delete it there, then: wholesale-import retry.",
    },
    nl: {
      title: "Klant niet ingericht",
      meaning: "Webex kon de klant niet inrichten en gaf geen eigen code. De melding is van Webex.",
      example: "een klant van wie Webex de bestelling niet heeft geaccepteerd",
      resolution:
        "Controleer de klant in Partner Hub. Is die niet te herstellen, verwijder de klant daar dan en voer uit: wholesale-import retry.",
    },
  },
  customer_provisioned_with_errors: {
    severity: "error",
    en: {
      title: "Customer partly provisioned",
      meaning: "Webex provisioned the customer, but not all of its packages, and gave no code of its own.",
      example: "a package that could not be set up",
      resolution: "Later: wholesale-import retry. The packages that work can be used.",
    },
    nl: {
      title: "Klant gedeeltelijk ingericht",
      meaning: "Webex heeft de klant ingericht, maar niet alle pakketten, en gaf geen eigen code.",
      example: "een pakket dat niet kon worden ingesteld",
      resolution: "Voer later uit: wholesale-import retry. De pakketten die werken, zijn te gebruiken.",
    },
  },
  location_without_pstn: {
    severity: "error",
    en: {
      title: "Location without PSTN connection",
      meaning: "The location has no PSTN connection at Webex yet, so numbers cannot be added to it.",
      example: "phone_numbers filled in and pstn blank, at a location without a connection",
      resolution: "Name a connection option in the column pstn, or set up the location's PSTN in Control Hub.",
    },
    nl: {
      title: "Locatie zonder PSTN-verbinding",
      meaning: "De locatie heeft bij Webex nog geen PSTN-verbinding. Er kunnen daarom geen nummers worden toegevoegd.",
      example: "phone_numbers ingevuld en pstn leeg, bij een locatie zonder verbinding",
      resolution: "Noem een verbindingsoptie in de kolom pstn, of stel de PSTN van de locatie in via Control Hub.",
    },
  },
  unknown_pstn_connection: {
    severity: "error",
    en: {
      title: "PSTN connection not offered",
      meaning: "Webex does not offer this location the connection option named in the column pstn.",
      example: "the option of another partner",
      resolution: "Use one of the options that the hint lists. If there are none, set up the PSTN in Control Hub.",
    },
    nl: {
      title: "PSTN-verbinding niet beschikbaar",
      meaning: "Webex biedt deze locatie niet de verbindingsoptie die in de kolom pstn staat.",
      example: "de optie van een andere partner",
      resolution: "Gebruik een van de opties uit de hint. Zijn die er niet, stel de PSTN dan in via Control Hub.",
    },
  },
  not_seen_yet: {
    severity: "error",
    en: {
      title: "Not visible yet",
      meaning: "The object may have been created, but Webex did not show it within the waiting time.",
      example: "a location that was being created when the connection broke",
      resolution:
        "Later: wholesale-import resume or retry. The program looks for the object again before it sends anything.",
    },
    nl: {
      title: "Nog niet zichtbaar",
      meaning: "Het object is mogelijk gemaakt, maar Webex toonde het niet binnen de wachttijd.",
      example: "een locatie die werd gemaakt toen de verbinding wegviel",
      resolution:
        "Voer later wholesale-import resume of retry uit. Er wordt eerst opnieuw naar het object gezocht voordat er iets wordt verstuurd.",
    },
  },
  locked: {
    severity: "error",
    en: {
      title: "Locked at Webex",
      meaning: "Webex is working on the same object and did not release it within the waiting time.",
      example: "a customer that is still being changed",
      resolution: "Later: wholesale-import retry.",
    },
    nl: {
      title: "Vergrendeld bij Webex",
      meaning: "Webex is met hetzelfde object bezig en heeft het niet binnen de wachttijd vrijgegeven.",
      example: "een klant die nog wordt gewijzigd",
      resolution: "Voer later uit: wholesale-import retry.",
    },
  },
  refused: {
    severity: "error",
    en: {
      title: "Partly refused",
      meaning: "Webex accepted one part of the row and refused another. The refused part is in value.",
      example: "one of twenty phone numbers",
      resolution: "Correct that part. What was accepted is not sent again.",
    },
    nl: {
      title: "Gedeeltelijk geweigerd",
      meaning:
        "Webex heeft een deel van de rij geaccepteerd en een ander deel geweigerd. Het geweigerde deel staat in value.",
      example: "een van twintig telefoonnummers",
      resolution: "Corrigeer dat deel. Wat is geaccepteerd, wordt niet opnieuw verstuurd.",
    },
  },
  rejected: {
    severity: "error",
    en: {
      title: "Refused",
      meaning: "Webex refused the row and gave no more detail than the message.",
      example: "a customer whose provisioning ended with an error",
      resolution: "Correct what the message names. If it names nothing, send the tracking ID to Cisco support.",
    },
    nl: {
      title: "Geweigerd",
      meaning: "Webex heeft de rij geweigerd zonder meer uitleg dan de melding.",
      example: "een klant waarvan de inrichting op een fout eindigde",
      resolution: "Corrigeer wat de melding noemt. Noemt die niets, geef de tracking-id dan door aan Cisco-support.",
    },
  },
  unauthorized: {
    severity: "error",
    en: {
      title: "No access token",
      meaning: "Webex gave no access token: the saved login was revoked or has expired.",
      example: "a refresh token older than 90 days",
      resolution: "wholesale-import auth login, then: wholesale-import retry.",
    },
    nl: {
      title: "Geen toegangstoken",
      meaning: "Webex gaf geen toegangstoken: de opgeslagen aanmelding is ingetrokken of verlopen.",
      example: "een refresh-token ouder dan 90 dagen",
      resolution: "Voer uit: wholesale-import auth login, en daarna: wholesale-import retry.",
    },
  },
  unavailable: {
    severity: "error",
    en: {
      title: "No response",
      meaning:
        "There was no connection, or no complete response in time, even after several attempts. Before the request is sent again, the program checks whether it was carried out.",
      example: "a proxy that closes connections",
      resolution: "Check the network, HTTPS_PROXY and status.webex.com, then: wholesale-import retry.",
    },
    nl: {
      title: "Geen antwoord",
      meaning:
        "Er was geen verbinding, of geen volledig antwoord binnen de tijd, ook niet na meer pogingen. Voordat het verzoek opnieuw wordt verstuurd, wordt nagekeken of het is uitgevoerd.",
      example: "een proxy die verbindingen verbreekt",
      resolution: "Controleer het netwerk, HTTPS_PROXY en status.webex.com en voer daarna uit: wholesale-import retry.",
    },
  },
  contract: {
    severity: "error",
    en: {
      title: "Unexpected response",
      meaning: "The response does not match Webex's API description. The request may have been carried out.",
      example: "a proxy's error page instead of a response",
      resolution:
        "Check --base-url and the proxy. If they are right, check the object in Control Hub, then: wholesale-import retry.",
    },
    nl: {
      title: "Onverwacht antwoord",
      meaning: "Het antwoord past niet bij de API-beschrijving van Webex. Het verzoek is mogelijk wel uitgevoerd.",
      example: "een foutpagina van een proxy in plaats van een antwoord",
      resolution:
        "Controleer --base-url en de proxy. Kloppen die, controleer dan het object in Control Hub en voer uit: wholesale-import retry.",
    },
  },
} as const satisfies Record<string, IssueFacts>;

const all: Readonly<Record<string, IssueFacts>> = failureCodes;

/** The facts of a code such as `http_503` or `unavailable`; undefined when it is none of these. */
export function failureFacts(code: string): IssueFacts | undefined {
  if (Object.hasOwn(all, code)) return all[code];
  const [, family] = /^http_([45])\d\d$/.exec(code) ?? [];
  return family === undefined ? undefined : all[`http_${family}xx`];
}
