/** Problems of what already exists at Webex, and of what a batch removes. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const existingCodes = {
  head_office_not_found: {
    severity: "error",
    en: {
      title: "Head office not found",
      meaning: "Webex creates the head office together with the customer, but the organization does not list it.",
      example: "a head office that was renamed in Control Hub",
      resolution: "Write its name as in Control Hub. If it is only late, run again.",
    },
    nl: {
      title: "Hoofdkantoor niet gevonden",
      meaning: "Webex maakt het hoofdkantoor samen met de klant, maar de organisatie toont het niet.",
      example: "een hoofdkantoor dat in Control Hub een andere naam heeft gekregen",
      resolution:
        "Schrijf de naam zoals in Control Hub. Is het alleen nog niet zichtbaar, voer de run dan opnieuw uit.",
    },
  },
  change_not_offered: {
    severity: "error",
    en: {
      title: "Change not supported by the API",
      meaning: "The value differs from the one at Webex, and no API call can change it.",
      example: "another admin_email for an existing customer",
      resolution: "Change it in Control Hub, as the hint says.",
    },
    nl: {
      title: "Wijziging kan niet via de API",
      meaning: "De waarde wijkt af van die bij Webex, en de API kan die niet wijzigen.",
      example: "een andere admin_email voor een bestaande klant",
      resolution: "Wijzig de waarde in Control Hub, zoals de hint aangeeft.",
    },
  },
  nothing_to_remove: {
    severity: "warning",
    en: {
      title: "Nothing to remove",
      meaning:
        "The row is to remove something that Webex does not have: it is gone already, or its key is written otherwise there. Nothing was removed.",
      example: "remove in a row with ann.vissr@example.com, where Webex has ann.visser@example.com",
      resolution: "If it is gone, the row may stay or be deleted. Otherwise correct its key.",
    },
    nl: {
      title: "Niets te verwijderen",
      meaning:
        "De rij moet iets verwijderen dat Webex niet heeft: het is al weg, of de sleutel is daar anders geschreven. Er is niets verwijderd.",
      example: "remove in een rij met ann.vissr@example.com, terwijl Webex ann.visser@example.com heeft",
      resolution: "Is het weg, dan mag de rij blijven of verdwijnen. Corrigeer anders de sleutel.",
    },
  },
  admin_stays: {
    severity: "error",
    en: {
      title: "Administrator is not removed",
      meaning:
        "The row removes the customer's administrator address, or its last full administrator. Nobody could look after the customer then.",
      example: "remove in the row of the owner of the company",
      resolution: "Give full_admin to somebody else first, or change the administrator in Partner Hub.",
    },
    nl: {
      title: "Beheerder wordt niet verwijderd",
      meaning:
        "De rij verwijdert het beheerdersadres van de klant, of de laatste volledige beheerder. Niemand zou de klant dan nog kunnen beheren.",
      example: "remove in de rij van de eigenaar van het bedrijf",
      resolution: "Geef eerst full_admin aan iemand anders, of wijzig de beheerder in Partner Hub.",
    },
  },
  admin_leaves_first: {
    severity: "error",
    en: {
      title: "Administrator leaves another customer first",
      meaning:
        "The administrator of a new customer is removed from another customer by another row of the same run. A Webex account belongs to one organization, so the new customer can only be created afterwards.",
      example: "a firm that continues under a new customer with the same administrator",
      resolution: "Run retry when the user has been removed, or give the customer another administrator.",
    },
    nl: {
      title: "Beheerder vertrekt eerst bij een andere klant",
      meaning:
        "De beheerder van een nieuwe klant is iemand die een andere rij van dezelfde run bij een andere klant verwijdert. Een Webex-account hoort bij één organisatie; de klant kan dus pas daarna worden aangemaakt.",
      example: "een bedrijf dat doorgaat als nieuwe klant met dezelfde beheerder",
      resolution: "Voer retry uit zodra de gebruiker is verwijderd, of geef de klant een andere beheerder.",
    },
  },
  exists_under_other_id: {
    severity: "error",
    en: {
      title: "Customer exists under another external ID",
      meaning:
        "Webex has a customer with the organization of the row, or with its name and its administrator, under an external ID that is not in the batch. A second customer for the same company is never created.",
      example: "a customer created by hand in Partner Hub",
      resolution:
        "If it is the same company, add --adopt: the customer gets the external ID of the sheet, and is compared like any other. Or write its present external ID in the sheet.",
    },
    nl: {
      title: "Klant bestaat onder een andere externe id",
      meaning:
        "Webex heeft een klant met de organisatie van de rij, of met de naam en de beheerder ervan, onder een externe id die niet in de batch staat. Er wordt nooit een tweede klant voor hetzelfde bedrijf aangemaakt.",
      example: "een klant die handmatig in Partner Hub is aangemaakt",
      resolution:
        "Is het hetzelfde bedrijf, voeg dan --adopt toe: de klant krijgt de externe id van het blad en wordt vergeleken zoals elke andere. Of vul op het blad de huidige externe id in.",
    },
  },
  directory_sets_back: {
    severity: "warning",
    en: {
      title: "Name or title was set back",
      meaning:
        "A name, title, department or language that was sent before has another value at Webex now. Somebody changed it, or the organization synchronizes its users from a directory, which overwrites what is sent. Webex does not show which organizations do.",
      example: "a new surname that is the old one again the next morning",
      resolution: "If the organization synchronizes its users, change the value in its directory.",
    },
    nl: {
      title: "Naam of functie is teruggezet",
      meaning:
        "Een naam, functie, afdeling of taal die eerder is verstuurd, heeft nu een andere waarde bij Webex. Iemand heeft die gewijzigd, of de organisatie synchroniseert haar gebruikers vanuit een directory, die overschrijft wat is verstuurd. Webex laat niet zien welke organisaties dat doen.",
      example: "een nieuwe achternaam die de volgende ochtend weer de oude is",
      resolution: "Wijzig de waarde in de directory als de organisatie haar gebruikers synchroniseert.",
    },
  },
  organization_attached: {
    severity: "warning",
    en: {
      title: "Existing organization becomes a customer",
      meaning:
        "The organization in org_id exists and is not a wholesale customer yet. Webex accepts it only on conditions that cannot be checked beforehand.",
      example: "org_id of a company that bought Webex elsewhere before",
      resolution:
        "Check that the template allows existing organizations, and that the owner of the organization agrees where it has 100 users or more, or claimed domains.",
    },
    nl: {
      title: "Bestaande organisatie wordt klant",
      meaning:
        "De organisatie in org_id bestaat en is nog geen wholesale-klant. Webex accepteert haar alleen onder voorwaarden die niet vooraf zijn te controleren.",
      example: "org_id van een bedrijf dat Webex eerder elders heeft gekocht",
      resolution:
        "Controleer of het sjabloon bestaande organisaties toestaat, en of de eigenaar akkoord is bij 100 gebruikers of meer, of bij geclaimde domeinen.",
    },
  },
  customer_removal_not_allowed: {
    severity: "error",
    en: {
      title: "Customer removal not allowed",
      meaning: "The row removes the customer with all its users. That needs a flag of its own.",
      example: "remove in the column action of a customer",
      resolution: "To remove the customer, add --allow-customer-removals. Otherwise clear the cell.",
    },
    nl: {
      title: "Klant mag niet worden verwijderd",
      meaning: "De rij verwijdert de klant met alle gebruikers. Daarvoor is een aparte optie nodig.",
      example: "remove in de kolom action van een klant",
      resolution: "Moet de klant weg, voeg dan --allow-customer-removals toe. Maak de cel anders leeg.",
    },
  },
  customer_leaves: {
    severity: "error",
    en: {
      title: "Row in a customer to be removed",
      meaning: "The row creates or changes something in a customer that the same batch removes.",
      example: "a new user of a customer whose own row says remove",
      resolution: "Take the row out, or keep the customer.",
    },
    nl: {
      title: "Rij in een te verwijderen klant",
      meaning: "De rij maakt of wijzigt iets in een klant die dezelfde batch verwijdert.",
      example: "een nieuwe gebruiker van een klant waarvan de eigen rij remove zegt",
      resolution: "Haal de rij weg, of behoud de klant.",
    },
  },
  organization_stays: {
    severity: "warning",
    en: {
      title: "Organization stays",
      meaning:
        "The customer is removed from wholesale; its Webex organization stays, with the people who have no subscription, the locations and their numbers.",
      example: "a customer removed without --delete-organizations",
      resolution:
        "If you need its numbers elsewhere, release them in Control Hub first: you may lose access to the organization.",
    },
    nl: {
      title: "Organisatie blijft",
      meaning:
        "De klant wordt uit wholesale verwijderd; de Webex-organisatie blijft, met de personen zonder abonnement, de locaties en hun nummers.",
      example: "een klant verwijderd zonder --delete-organizations",
      resolution:
        "Hebt u de nummers elders nodig, geef ze dan eerst vrij in Control Hub: u kunt de toegang tot de organisatie verliezen.",
    },
  },
  half_applied: {
    severity: "error",
    en: {
      title: "Change partly made",
      meaning:
        "Webex changed only part of what the row asks for, or reported success without making the change. Several Webex services are behind one call.",
      example: "another number and another extension, of which only the number was changed",
      resolution: "Check the user in Control Hub, then apply again: only what is still missing is changed.",
    },
    nl: {
      title: "Wijziging deels uitgevoerd",
      meaning:
        "Webex heeft een deel van wat de rij vraagt gewijzigd en de rest niet, of meldde succes zonder de wijziging uit te voeren. Achter één aanroep zitten meerdere diensten van Webex.",
      example: "een ander nummer en een ander toestelnummer, waarvan alleen het nummer is gewijzigd",
      resolution:
        "Controleer de gebruiker in Control Hub en voer daarna opnieuw apply uit: alleen wat nog ontbreekt, wordt gewijzigd.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
