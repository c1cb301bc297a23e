/** Problems of what a row names: its customer, location, template, packages and numbers. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { onPage, type Saying, type StoredText, words } from "../words/wording.ts";

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
  caller_id_of_other_location: {
    severity: "warning",
    en: {
      title: "Caller ID is no number of the location",
      meaning:
        "The number that the user is to show is not one of the numbers of the user's location. Webex takes a number of another location only where country and PSTN provider are the same.",
      example: "+31101234500 in caller_id, at a location with +31201234500-+31201234549",
      resolution: "Check that the number belongs to the customer; else Webex refuses it.",
    },
    nl: {
      title: "Nummerweergave is geen nummer van de locatie",
      meaning:
        "Het nummer dat de gebruiker moet tonen, is geen nummer van de locatie van de gebruiker. Webex neemt een nummer van een andere locatie alleen aan als land en PSTN-provider dezelfde zijn.",
      example: "+31101234500 in caller_id, bij een locatie met +31201234500-+31201234549",
      resolution: "Controleer of het nummer van de klant is; anders weigert Webex het.",
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

type Reference = { readonly reference: string };
/** A letter, with its code where it is not ASCII. */
type Letter = { readonly letter: string; readonly code?: string };

export const referenceTexts = {
  extension_shorter_than_others: words(
    ({ digits, others, isLeast }: { digits: number; others: number; isLeast: boolean }) =>
      `The extension has ${digits} digits and all others at its location have ${others}${isLeast ? " or more" : ""}: a spreadsheet probably removed the leading 0.`,
    ({ digits, others, isLeast }) =>
      `Het toestelnummer heeft ${digits} cijfers en alle andere op de locatie hebben er ${others}${isLeast ? " of meer" : ""}: waarschijnlijk heeft een spreadsheet de voorloopnul verwijderd.`,
  ),
  write_in_full: words(
    "Write it in full, and format the column as text.",
    "Vul het voluit in en geef de kolom de opmaak Tekst.",
  ),

  did_you_mean_one_of: words(
    ({ meant }: { meant: readonly string[] }, { choice }) => `Did you mean ${choice(meant)}?`,
    ({ meant }, { choice }) => `Bedoelde u ${choice(meant)}?`,
  ),
  customer_ambiguous: words(
    ({ reference, count, customers }: Reference & { count: number; customers: readonly string[] }, { list }) =>
      `${count} customers are named "${reference}": ${list(customers)}.`,
    ({ reference, count, customers }, { list }) => `${count} klanten heten "${reference}": ${list(customers)}.`,
  ),
  write_external_id: words(
    ({ example }: { example: string }) => `Write the external_id of the one you mean, such as ${example}.`,
    ({ example }) => `Vul de external_id van de bedoelde klant in, bijvoorbeeld ${example}.`,
  ),
  customer_unknown: words(
    ({ reference, difference }: Reference & { difference?: StoredText }, { say }) =>
      `No customer in this batch has the external ID or name "${reference}".${difference ? ` ${say(difference)}` : ""}`,
    ({ reference, difference }, { say }) =>
      `Geen klant in deze batch heeft de externe id of naam "${reference}".${difference ? ` ${say(difference)}` : ""}`,
  ),
  letter_differs: words(
    ({ position, written, meant }: { position: number; written: Letter; meant: Letter }, speak) =>
      `Character ${position} is ${nameLetter(written, speak)}, not ${nameLetter(meant, speak)}.`,
    ({ position, written, meant }, speak) =>
      `Teken ${position} is ${nameLetter(written, speak)}, niet ${nameLetter(meant, speak)}.`,
  ),
  customer_looked_up: words(
    ({ reference }: Reference) =>
      `The batch has no customer "${reference}"; it will be looked up at Webex. (Reported once per customer.)`,
    ({ reference }) =>
      `De batch heeft geen klant "${reference}"; die wordt bij Webex opgezocht. (Wordt één keer per klant gemeld.)`,
  ),
  add_customer_unless_there: words(
    "Nothing to do if Webex has the customer. Otherwise add it to the customers sheet.",
    "U hoeft niets te doen als Webex de klant heeft. Zet die anders op het blad customers.",
  ),
  location_without_calling: words(
    "The customer has no calling package, so its locations get no PSTN connection and no numbers.",
    "De klant heeft geen belpakket; de locaties krijgen dus geen PSTN-verbinding en geen nummers.",
  ),
  add_calling_or_clear_cells: words(
    "Add a calling package to the customer, or leave the calling cells blank.",
    "Voeg een belpakket toe aan de klant, of laat de cellen voor bellen leeg.",
  ),
  provisioning_id_is_template: words(
    ({ id }: { id: string }) => `The provisioning ID "${id}" is the name of a template.`,
    ({ id }) => `De inrichtings-id "${id}" is de naam van een sjabloon.`,
  ),
  template_disagrees: words(
    ({ template, known, row, given }: { template: string; known: string; row: string; given: string }) =>
      `The template "${template}" has the provisioning ID ${known} (${row}), but this row has ${given}.`,
    ({ template, known, row, given }) =>
      `Het sjabloon "${template}" heeft inrichtings-id ${known} (${row}), maar in deze rij staat ${given}.`,
  ),
  linked_template_disagrees: words(
    ({ template, known, given }: { template: string; known: string; given: string }) =>
      `The template "${template}" is linked to the provisioning ID ${known}, but this row has ${given}.`,
    ({ template, known, given }) =>
      `Het sjabloon "${template}" is gekoppeld aan inrichtings-id ${known}, maar in deze rij staat ${given}.`,
  ),
  clear_one_or_correct: words(
    "Clear one of the two cells, or correct the wrong one.",
    "Maak een van de twee cellen leeg, of corrigeer de foute.",
  ),
  template_unknown: words(
    ({ template }: { template: string }) =>
      `There is no template "${template}" in the templates sheet or among the linked ones.`,
    ({ template }) => `Er is geen sjabloon "${template}" op het blad templates of bij de gekoppelde sjablonen.`,
  ),
  add_or_link_template: onPage(
    words(
      "Add it to the templates sheet, or link its ID: wholesale-import templates link <name> <provisioning-id>.",
      "Zet het op het blad templates, of koppel de id: wholesale-import templates link <naam> <inrichtings-id>.",
    ),
    words(
      "Add it to the templates sheet; if it exists in Partner Hub already, with its provisioning ID.",
      "Zet het op het blad templates; bestaat het al in Partner Hub, dan met de inrichtings-id.",
    ),
  ),

  location_required: words(
    ({ code, count }: { code: string; count: number }) =>
      count === 0
        ? `${code} needs a location, and the customer has none.`
        : `${code} needs a location, and the customer has ${count}: the row must name one.`,
    ({ code, count }) =>
      count === 0
        ? `Voor ${code} is een locatie nodig, en de klant heeft er geen.`
        : `Voor ${code} is een locatie nodig, en de klant heeft er ${count}: de rij moet er een noemen.`,
  ),
  write_one_of: words(
    ({ values }: { values: readonly string[] }, { choice }) => `Write ${choice(values)}.`,
    ({ values }, { choice }) => `Vul ${choice(values)} in.`,
  ),
  add_location_and_name_it: words(
    "Add a location to the locations sheet, and name it here.",
    "Zet een locatie op het blad locations en noem die hier.",
  ),
  location_unknown: words(
    ({ name }: { name: string }) =>
      `The customer has no location "${name}": it is neither its head office nor in the locations sheet.`,
    ({ name }) =>
      `De klant heeft geen locatie "${name}": het is niet het hoofdkantoor en staat niet op het blad locations.`,
  ),
  location_alike: words(
    ({ name }: { name: string }) =>
      `The batch has no location "${name}" for this customer, but one that looks like it.`,
    ({ name }) => `De batch heeft voor deze klant geen locatie "${name}", maar wel een die erop lijkt.`,
  ),
  locations_are: words(
    ({ names }: { names: readonly string[] }, { list }) => `It has ${list(names)}.`,
    ({ names }, { list }) => `Wel ${list(names)}.`,
  ),
  location_looked_up: words(
    ({ name }: { name: string }) => `The batch has no location "${name}"; it will be looked up at Webex.`,
    ({ name }) => `De batch heeft geen locatie "${name}"; die wordt bij Webex opgezocht.`,
  ),
  add_location_unless_there: words(
    "Nothing to do if the customer has it at Webex. Otherwise add it to the locations sheet.",
    "U hoeft niets te doen als de klant die bij Webex heeft. Zet de locatie anders op het blad locations.",
  ),
  package_not_of_customer: words(
    ({ code }: { code: string }) => `The customer does not have the package ${code}.`,
    ({ code }) => `De klant heeft het pakket ${code} niet.`,
  ),
  use_package_of_customer: words(
    ({ code, owned }: { code: string; owned: readonly string[] }, { list }) =>
      `Use one of its packages (${list(owned)}), or add ${code} to the packages of the customer.`,
    ({ code, owned }, { list }) =>
      `Gebruik een van de pakketten van de klant (${list(owned)}), of voeg ${code} eraan toe.`,
  ),
  administrator_without_calling: words(
    "An administrator should have a package of the same level as the customer, and this customer has calling.",
    "Een beheerder hoort een pakket van hetzelfde niveau te hebben als de klant, en deze klant heeft bellen.",
  ),
  give_package: words(
    ({ codes }: { codes: readonly string[] }, { choice }) => `Give this person ${choice(codes)}.`,
    ({ codes }, { choice }) => `Geef deze persoon ${choice(codes)}.`,
  ),
  caller_id_of_other_location: words(
    ({ number, location }: { number: string; location: string }) =>
      `The caller ID ${number} is not one of the numbers of ${location}.`,
    ({ number, location }) => `Het nummer ${number} in caller_id is geen nummer van ${location}.`,
  ),
  check_number_of_other_location: words(
    "Webex takes it where the number is one of the customer's, in the same country and with the same PSTN provider.",
    "Webex neemt het aan als het een nummer van de klant is, in hetzelfde land en bij dezelfde PSTN-provider.",
  ),
  number_not_at_location: words(
    ({ number }: { number?: string }) =>
      `The number${number ? ` ${number}` : ""} is not one of the location's numbers.`,
    ({ number }) => `Het nummer${number ? ` ${number}` : ""} is geen nummer van de locatie.`,
  ),
  choose_number_of_location: words(
    ({
      location,
      from,
      to,
      count,
      row,
    }: {
      location: string;
      from: string;
      to?: string;
      count: number;
      row: string;
    }) =>
      to === undefined
        ? `${location} has ${from} only: use that, or add the number in ${row}.`
        : `${location} has ${from} to ${to} (${count}): use one of these, or add the number in ${row}.`,
    ({ location, from, to, count, row }) =>
      to === undefined
        ? `${location} heeft alleen ${from}: gebruik dat nummer, of voeg het nummer toe in ${row}.`
        : `${location} heeft ${from} tot en met ${to} (${count}): gebruik een van deze, of voeg het nummer toe in ${row}.`,
  ),
  extension_of_public_service: words(
    ({ extension, country }: { extension: string; country: string }) =>
      `In ${country}, ${extension} is the number of a public service.`,
    ({ extension, country }) => `In ${country} is ${extension} het nummer van een openbare dienst.`,
  ),
  choose_extension_of_no_service: words(
    "Choose another extension, so that nobody who calls the service reaches a colleague.",
    "Kies een ander toestelnummer, zodat wie de dienst belt geen collega krijgt.",
  ),
};

function nameLetter({ letter, code }: Letter, { language }: Saying): string {
  if (code !== undefined) return `${letter} (${code})`;
  const isDigit = /\d/.test(letter);
  if (language === "en") return `the ${isDigit ? "digit" : "letter"} ${letter}`;
  return isDigit ? `het cijfer ${letter}` : `de letter ${letter}`;
}
