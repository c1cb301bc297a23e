/** Problems of what a row names: its customer, location, template, packages and numbers. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const referenceCodes = {
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
} as const satisfies Record<string, IssueFacts>;
