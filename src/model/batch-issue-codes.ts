/** Problems between rows, and of what is at Webex. Data for `explain` and the documentation. */
import type { IssueFacts } from "./issue-facts.ts";

export const batchIssueCodes = {
  unknown_customer: {
    severity: "error",
    en: {
      title: "Customer not in the batch",
      meaning: "The batch does not contain this customer, but one with a very similar ID or name.",
      example: "CUST-01 instead of CUST-001",
      resolution: "Write the external ID as it is in the customers sheet.",
    },
    nl: {
      title: "Klant staat niet in de batch",
      meaning: "De batch bevat deze klant niet, maar wel een klant met een id of naam die er sterk op lijkt.",
      example: "CUST-01 in plaats van CUST-001",
      resolution: "Schrijf de externe id zoals die op het blad customers staat.",
    },
  },
  ambiguous_customer: {
    severity: "error",
    en: {
      title: "Ambiguous customer name",
      meaning: "The row refers to a customer by a name that several customers have.",
      example: "Jansen",
      resolution: "Write the external ID of the customer.",
    },
    nl: {
      title: "Klantnaam niet uniek",
      meaning: "De rij verwijst naar een klant met een naam die meer klanten hebben.",
      example: "Jansen",
      resolution: "Schrijf de externe id van de klant.",
    },
  },
  customer_will_be_looked_up: {
    severity: "warning",
    en: {
      title: "Customer will be looked up at Webex",
      meaning: "The batch does not contain the customer, so it is looked up at Webex.",
      example: "a batch with only users.csv",
      resolution: "Nothing to do if the customer exists at Webex.",
    },
    nl: {
      title: "Klant wordt bij Webex opgezocht",
      meaning: "De batch bevat de klant niet; de klant wordt daarom bij Webex opgezocht.",
      example: "een batch met alleen users.csv",
      resolution: "U hoeft niets te doen als de klant bij Webex bestaat.",
    },
  },
  customer_not_found: {
    severity: "error",
    en: {
      title: "Customer not found",
      meaning: "The customer is neither in the batch nor at Webex.",
      example: "the ID of a customer that was never created",
      resolution: "Add the customer to the batch, or correct the ID.",
    },
    nl: {
      title: "Klant niet gevonden",
      meaning: "De klant staat niet in de batch en ook niet bij Webex.",
      example: "de id van een klant die nooit is gemaakt",
      resolution: "Voeg de klant toe aan de batch, of corrigeer de id.",
    },
  },
  unknown_location: {
    severity: "error",
    en: {
      title: "Location not found",
      meaning: "Neither the customer's head office nor any of its locations has this name.",
      example: "Roterdam",
      resolution: "Write the name as it is in the locations sheet.",
    },
    nl: {
      title: "Locatie niet gevonden",
      meaning: "Het hoofdkantoor en de locaties van de klant hebben geen van alle deze naam.",
      example: "Roterdam",
      resolution: "Schrijf de naam zoals die op het blad locations staat.",
    },
  },
  location_will_be_looked_up: {
    severity: "warning",
    en: {
      title: "Location will be looked up at Webex",
      meaning: "The batch does not contain the location, so it is looked up at Webex.",
      example: "a batch with only users.csv",
      resolution: "Nothing to do if the location exists at Webex.",
    },
    nl: {
      title: "Locatie wordt bij Webex opgezocht",
      meaning: "De batch bevat de locatie niet; de locatie wordt daarom bij Webex opgezocht.",
      example: "een batch met alleen users.csv",
      resolution: "U hoeft niets te doen als de locatie bij Webex bestaat.",
    },
  },
  line_will_be_looked_up: {
    severity: "warning",
    en: {
      title: "Number or extension will be looked up at Webex",
      meaning:
        "A user with a calling package has neither a phone number nor an extension in the row. Somebody who has one at Webex keeps it; a new user is refused when the plan is made.",
      example: "webex_calling with both cells blank, in a batch with only users.csv",
      resolution: "Nothing to do if the user has a number or an extension at Webex. Otherwise fill in one of the two.",
    },
    nl: {
      title: "Nummer of toestelnummer wordt bij Webex opgezocht",
      meaning:
        "De rij van een gebruiker met een belpakket heeft geen telefoonnummer en geen toestelnummer. Wie er bij Webex een heeft, houdt dat; een nieuwe gebruiker wordt bij het maken van het plan geweigerd.",
      example: "webex_calling met beide cellen leeg, in een batch met alleen users.csv",
      resolution:
        "U hoeft niets te doen als de gebruiker bij Webex een nummer of toestelnummer heeft. Vul anders een van de twee in.",
    },
  },
  location_required: {
    severity: "error",
    en: {
      title: "Location required",
      meaning: "The customer has several locations, and the user's row does not name one.",
      example: "location left blank",
      resolution: "Write the name of the user's location.",
    },
    nl: {
      title: "Locatie verplicht",
      meaning: "De klant heeft meerdere locaties, en de rij van de gebruiker noemt er geen.",
      example: "location leeg gelaten",
      resolution: "Schrijf de naam van de locatie van de gebruiker.",
    },
  },
  unknown_template: {
    severity: "error",
    en: {
      title: "Template not found",
      meaning: "No template with this name is in the batch or known from earlier runs.",
      example: "Caling NL",
      resolution: "Write the name as it is in the templates sheet, or link it with: wholesale-import templates link.",
    },
    nl: {
      title: "Sjabloon niet gevonden",
      meaning: "Er staat geen sjabloon met deze naam in de batch, en er is er geen bekend van eerdere runs.",
      example: "Caling NL",
      resolution:
        "Schrijf de naam zoals die op het blad templates staat, of koppel die met: wholesale-import templates link.",
    },
  },
  template_disagrees: {
    severity: "error",
    en: {
      title: "Template and provisioning ID do not match",
      meaning: "The provisioning ID in the row is not that of the template it names.",
      example: "template Calling NL with the provisioning ID of Calling BE",
      resolution: "Remove one of the two.",
    },
    nl: {
      title: "Sjabloon en inrichtings-id horen niet bij elkaar",
      meaning: "De inrichtings-id in de rij is niet die van het genoemde sjabloon.",
      example: "sjabloon Calling NL met de inrichtings-id van Calling BE",
      resolution: "Verwijder een van de twee.",
    },
  },
  template_without_provisioning_id: {
    severity: "error",
    en: {
      title: "Template not created yet",
      meaning:
        "The API cannot create templates. You create a template in Partner Hub, which then shows its provisioning ID.",
      example: "a templates row without provisioning_id",
      resolution: "Create it in Partner Hub with the checklist, then: wholesale-import templates link.",
    },
    nl: {
      title: "Sjabloon nog niet gemaakt",
      meaning:
        "De API kan geen sjablonen maken. U maakt een sjabloon in Partner Hub, dat daarna de inrichtings-id toont.",
      example: "een rij van templates zonder provisioning_id",
      resolution:
        "Maak het sjabloon in Partner Hub met de checklist en voer daarna uit: wholesale-import templates link.",
    },
  },
  package_not_of_customer: {
    severity: "error",
    en: {
      title: "Customer does not have this package",
      meaning: "The user's package or add-on is not one of the customer's packages.",
      example: "webex_suite for a customer with only webex_calling",
      resolution: "Add the package to the customer, or choose another one for the user.",
    },
    nl: {
      title: "Klant heeft dit pakket niet",
      meaning: "Het pakket of de add-on van de gebruiker is geen pakket van de klant.",
      example: "webex_suite bij een klant met alleen webex_calling",
      resolution: "Voeg het pakket toe aan de klant, of kies een ander voor de gebruiker.",
    },
  },
  admin_package_below_customer: {
    severity: "warning",
    en: {
      title: "Administrator without a calling package",
      meaning:
        "An administrator should have a package of the same level as the customer. This one has meetings only, while the customer has calling.",
      example: "a full_admin with webex_meetings at a customer with calling",
      resolution: "Assign one of the customer's calling packages.",
    },
    nl: {
      title: "Beheerder zonder belpakket",
      meaning:
        "Een beheerder hoort een pakket van hetzelfde niveau te hebben als de klant. Deze heeft alleen vergaderen, terwijl de klant ook bellen heeft.",
      example: "een full_admin met webex_meetings bij een klant met bellen",
      resolution: "Wijs een van de belpakketten van de klant toe.",
    },
  },
  admin_downgrade: {
    severity: "error",
    en: {
      title: "Administrator's package downgraded",
      meaning: "Webex does not allow a lower package for a customer's full administrator.",
      example: "a full_admin who has webex_suite, with webex_calling in the row",
      resolution: "Write the package that the person has, or remove the role in Control Hub first.",
    },
    nl: {
      title: "Lager pakket voor een beheerder",
      meaning: "Webex staat voor de volledige beheerder van een klant geen lager pakket toe.",
      example: "een full_admin die webex_suite heeft, met webex_calling in de rij",
      resolution: "Schrijf het pakket dat de persoon heeft, of verwijder eerst de rol in Control Hub.",
    },
  },
  number_not_at_location: {
    severity: "error",
    en: {
      title: "Number not at the user's location",
      meaning: "The user's phone number is not one of the numbers of the user's location.",
      example: "+31201234600 at a location with +31201234500-+31201234549",
      resolution: "Choose one of the location's numbers, or add this number to the location.",
    },
    nl: {
      title: "Nummer hoort niet bij de locatie",
      meaning: "Het telefoonnummer van de gebruiker is geen nummer van de locatie van de gebruiker.",
      example: "+31201234600 bij een locatie met +31201234500-+31201234549",
      resolution: "Kies een nummer van de locatie, of voeg dit nummer toe aan de locatie.",
    },
  },
  extension_is_service_number: {
    severity: "warning",
    en: {
      title: "Extension is a public service number",
      meaning: "In the country of the location, this number reaches a public service.",
      example: "113 in NL",
      resolution: "Choose another extension.",
    },
    nl: {
      title: "Toestelnummer is een servicenummer",
      meaning: "In het land van de locatie is dit het nummer van een publieke dienst.",
      example: "113 in NL",
      resolution: "Kies een ander toestelnummer.",
    },
  },
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
        "The administrator of a new customer is somebody whom another row of the same run removes from another customer. A Webex account belongs to one organization, so the customer can only be made when that is done.",
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
      title: "Customer exists under another external id",
      meaning:
        "Webex has a customer with the organization of the row, or with its name and its administrator, under an external id that the batch does not name. A second customer for the same company is never made.",
      example: "a customer made by hand in Partner Hub",
      resolution:
        "If it is the same company, add --adopt: the customer gets the external id of the sheet, and is compared like any other. Or write its external id in the sheet.",
    },
    nl: {
      title: "Klant bestaat onder een ander extern id",
      meaning:
        "Webex heeft een klant met de organisatie van de rij, of met de naam en de beheerder ervan, onder een extern id dat de batch niet noemt. Er wordt nooit een tweede klant voor hetzelfde bedrijf gemaakt.",
      example: "een klant die met de hand in Partner Hub is gemaakt",
      resolution:
        "Is het hetzelfde bedrijf, voeg dan --adopt toe: de klant krijgt het externe id van het blad en wordt vergeleken zoals elke andere. Of schrijf het externe id van de klant in het blad.",
    },
  },
  organization_attached: {
    severity: "warning",
    en: {
      title: "Existing organization becomes a customer",
      meaning:
        "The organization in org_id exists and is no wholesale customer yet. Webex takes it only on conditions that cannot be asked about beforehand.",
      example: "org_id of a company that bought Webex elsewhere before",
      resolution:
        "Check that the template allows existing organizations, and that the owner of the organization agrees where it has 100 users or more, or claimed domains.",
    },
    nl: {
      title: "Bestaande organisatie wordt klant",
      meaning:
        "De organisatie in org_id bestaat en is nog geen wholesale-klant. Webex accepteert die alleen onder voorwaarden die niet vooraf kunnen worden gevraagd.",
      example: "org_id van een bedrijf dat Webex eerder elders heeft gekocht",
      resolution:
        "Controleer of het sjabloon bestaande organisaties toestaat, en of de eigenaar akkoord is bij 100 gebruikers of meer, of bij geclaimde domeinen.",
    },
  },
  customer_removal_not_allowed: {
    severity: "error",
    en: {
      title: "Customer may not be removed",
      meaning: "The row says that the customer is to go, with all its users. That needs a flag of its own.",
      example: "remove in the column action of a customer",
      resolution: "If the customer is to go, add --allow-customer-removals. Otherwise clear the cell.",
    },
    nl: {
      title: "Klant mag niet worden verwijderd",
      meaning: "De rij zegt dat de klant weg moet, met alle gebruikers. Daarvoor is een aparte vlag nodig.",
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
      title: "Change made in part",
      meaning:
        "Webex changed a part of what the row asks for and not the rest, or said that it had and had not. Several services of Webex are behind one call.",
      example: "another number and another extension, of which only the number was changed",
      resolution: "Look at the user in Control Hub. Then apply again: only what is still missing is changed.",
    },
    nl: {
      title: "Wijziging deels uitgevoerd",
      meaning:
        "Webex heeft een deel van wat de rij vraagt gewijzigd en de rest niet, of zei dat het klaar was terwijl dat niet zo was. Achter één aanroep zitten meerdere diensten van Webex.",
      example: "een ander nummer en een ander toestelnummer, waarvan alleen het nummer is gewijzigd",
      resolution:
        "Bekijk de gebruiker in Control Hub. Voer daarna apply opnieuw uit: alleen wat nog ontbreekt, wordt gewijzigd.",
    },
  },
  line_in_use: {
    severity: "error",
    en: {
      title: "Number or extension in use",
      meaning: "Somebody else, or another feature of the location, has the number or extension at Webex, and keeps it.",
      example: "extension 4501 for a second user of the location",
      resolution: "Write a free one, or give its present holder another one in the same batch.",
    },
    nl: {
      title: "Nummer of toestelnummer in gebruik",
      meaning:
        "Iemand anders, of een andere functie van de locatie, heeft het nummer of toestelnummer bij Webex en houdt het.",
      example: "toestelnummer 4501 voor een tweede gebruiker van de locatie",
      resolution: "Vul een vrije waarde in, of geef de huidige houder in dezelfde batch een andere.",
    },
  },
  line_swap: {
    severity: "error",
    en: {
      title: "Numbers or extensions change hands in a circle",
      meaning: "Each of these users is to get what another of them still has, so that nobody can begin.",
      example: "4501 and 4502 trade places",
      resolution: "Give one of them a free number or extension in a first run, and the wanted one in a second.",
    },
    nl: {
      title: "Nummers of toestelnummers wisselen in een kring",
      meaning: "Elk van deze gebruikers moet krijgen wat een ander nog heeft, zodat niemand kan beginnen.",
      example: "4501 en 4502 wisselen van plaats",
      resolution: "Geef een van hen in een eerste run een vrij nummer of toestelnummer, en in een tweede het gewenste.",
    },
  },
  impacts_not_accepted: {
    severity: "error",
    en: {
      title: "The move would take something away",
      meaning:
        "Webex was asked what a move to another location brings with it: stored voice messages would be lost, or the user would leave hunt groups or call queues. Nothing was sent.",
      example: "a user who is a member of a hunt group of the old location",
      resolution: "Agree with the user, then run again with --accept-impacts; or put the old location back.",
    },
    nl: {
      title: "Door de verplaatsing gaat iets verloren",
      meaning:
        "Webex is gevraagd wat een verplaatsing naar een andere locatie meebrengt: opgeslagen voicemailberichten gaan verloren, of de gebruiker verlaat huntgroepen of wachtrijen. Er is niets verstuurd.",
      example: "een gebruiker die lid is van een huntgroep van de oude locatie",
      resolution:
        "Overleg met de gebruiker en voer daarna opnieuw uit met --accept-impacts; of zet de oude locatie terug.",
    },
  },
  move_impacts: {
    severity: "warning",
    en: {
      title: "What a move changes for the user",
      meaning:
        "The user is moved to another location, and Webex was asked what that brings with it. The message has Webex's own words.",
      example: "the number that others see becomes that of the new location",
      resolution: "Nothing to correct. Tell the user what the move changes.",
    },
    nl: {
      title: "Wat een verplaatsing voor de gebruiker verandert",
      meaning:
        "De gebruiker wordt naar een andere locatie verplaatst, en Webex is gevraagd wat dat meebrengt. De melding is in de woorden van Webex.",
      example: "het nummer dat anderen zien, wordt dat van de nieuwe locatie",
      resolution: "Niets te corrigeren. Vertel de gebruiker wat er door de verplaatsing verandert.",
    },
  },
  number_with_outage: {
    severity: "warning",
    en: {
      title: "Number moves with an outage",
      meaning:
        "Webex may refuse to move the number with the user. With --allow-outage it is then removed from the old location and added at the new one; meanwhile nobody can be reached on it.",
      example: "the number of a provider that is not integrated, and a user who goes to another branch",
      resolution: "Nothing to correct. Choose an hour in which the number is hardly called.",
    },
    nl: {
      title: "Nummer verhuist met onderbreking",
      meaning:
        "Webex kan weigeren het nummer met de gebruiker mee te verhuizen. Met --allow-outage wordt het dan op de oude locatie verwijderd en op de nieuwe toegevoegd; zolang is er niemand op bereikbaar.",
      example: "het nummer van een niet-geïntegreerde provider, en een gebruiker die naar een ander filiaal gaat",
      resolution: "Niets te corrigeren. Kies een moment waarop er weinig naar het nummer wordt gebeld.",
    },
  },
  number_stays_behind: {
    severity: "error",
    en: {
      title: "The number cannot go along",
      meaning:
        "The user goes to another location, Webex does not move the number, and numbers of one of the two locations cannot be removed or added by API.",
      example: "a move to a location with Cisco PSTN",
      resolution: "Write a number of the new location in phone_number, or order the number there in Control Hub.",
    },
    nl: {
      title: "Het nummer kan niet mee",
      meaning:
        "De gebruiker gaat naar een andere locatie, Webex verhuist het nummer niet, en nummers van een van beide locaties kunnen niet via de API worden verwijderd of toegevoegd.",
      example: "een verplaatsing naar een locatie met Cisco PSTN",
      resolution: "Vul bij phone_number een nummer van de nieuwe locatie in, of bestel het nummer daar in Control Hub.",
    },
  },
  no_announcements: {
    severity: "error",
    en: {
      title: "No announcements in this language",
      meaning:
        "Webex Calling has no announcements in the language of the location or head office. Webex would refuse it halfway, after other objects were created.",
      example: "sk_sk",
      resolution:
        "Write a supported language in announcement_language; the language of the location can stay. For a head office, write it in hq_language.",
    },
    nl: {
      title: "Geen aankondigingen in deze taal",
      meaning:
        "Webex Calling heeft geen aankondigingen in de taal van de locatie of het hoofdkantoor. Webex zou halverwege weigeren, als andere onderdelen al zijn gemaakt.",
      example: "sk_sk",
      resolution:
        "Schrijf een ondersteunde taal in announcement_language; de taal van de locatie kan blijven. Voor een hoofdkantoor schrijft u die in hq_language.",
    },
  },
  precheck_refused: {
    severity: "error",
    en: {
      title: "Refused by Webex's precheck",
      meaning: "With --precheck, Webex was asked whether it would accept the row, and it said no. Nothing was sent.",
      example: "an email address that belongs to another organization",
      resolution: "Correct what the message names.",
    },
    nl: {
      title: "Geweigerd door de voorcontrole van Webex",
      meaning: "Met --precheck is Webex gevraagd of het de rij zou accepteren, en het zei nee. Er is niets verstuurd.",
      example: "een e-mailadres dat bij een andere organisatie hoort",
      resolution: "Corrigeer wat de melding noemt.",
    },
  },
  not_compared: {
    severity: "warning",
    en: {
      title: "Not compared with Webex",
      meaning:
        "Webex does not return this value, and no completed run of this state folder has sent the row. The value at Webex was left unchanged.",
      example: "package_limits of a customer created in Partner Hub",
      resolution: "Compare it in Partner Hub once. From then on, a change of the cell is sent.",
    },
    nl: {
      title: "Niet vergeleken met Webex",
      meaning:
        "Webex geeft deze waarde niet terug, en geen voltooide run van deze statusmap heeft de rij verstuurd. De waarde bij Webex is ongewijzigd gelaten.",
      example: "package_limits van een klant die in Partner Hub is gemaakt",
      resolution: "Vergelijk de waarde één keer in Partner Hub. Daarna wordt een wijziging van de cel wel verstuurd.",
    },
  },
  template_changed: {
    severity: "warning",
    en: {
      title: "Template changed in the sheet",
      meaning: "The API cannot change an onboarding template; you change it in Partner Hub.",
      example: "another country for a template",
      resolution: "Change it in Partner Hub, under Customers > Onboarding templates.",
    },
    nl: {
      title: "Sjabloon gewijzigd op het blad",
      meaning: "De API kan een onboardingssjabloon niet wijzigen; dat doet u in Partner Hub.",
      example: "een ander land voor een sjabloon",
      resolution: "Wijzig het in Partner Hub, onder Klanten > Onboardingssjablonen.",
    },
  },
  changed_since: {
    severity: "error",
    en: {
      title: "Changed since the run",
      meaning:
        "Undo reverts only what is still as the run left it. This object has changed since, so somebody may need it.",
      example: "a customer that got users from another run",
      resolution: "Check it where the hint says. If it must still go, remove it there by hand.",
    },
    nl: {
      title: "Gewijzigd na de run",
      meaning:
        "Undo maakt alleen ongedaan wat nog is zoals de run het achterliet. Dit is sindsdien gewijzigd; iemand kan het nodig hebben.",
      example: "een klant die gebruikers uit een andere run heeft gekregen",
      resolution: "Controleer het op de plek die de hint noemt. Moet het toch weg, verwijder het daar dan handmatig.",
    },
  },
  undo_by_hand: {
    severity: "either",
    en: {
      title: "Undo by hand",
      meaning:
        "The run did this, and no API call can undo it, so you have to do it by hand. For templates it is a warning.",
      example: "a location that the run added to an existing customer",
      resolution: "Undo it in Control Hub or Partner Hub, as the hint says.",
    },
    nl: {
      title: "Handmatig ongedaan maken",
      meaning:
        "De run heeft dit gedaan, en de API kan het niet ongedaan maken; dat moet handmatig. Bij sjablonen is het een waarschuwing.",
      example: "een locatie die de run aan een bestaande klant heeft toegevoegd",
      resolution: "Maak het ongedaan in Control Hub of Partner Hub, zoals de hint aangeeft.",
    },
  },
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
} as const satisfies Record<string, IssueFacts>;
