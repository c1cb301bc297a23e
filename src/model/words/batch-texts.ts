/** Messages about what a row refers to, and what its customer and its location allow. */
import type { Saying, StoredText } from "./wording.ts";
import { onPage, words } from "./wording.ts";

type Reference = { readonly reference: string };
/** A letter, with its code where it is not ASCII. */
type Letter = { readonly letter: string; readonly code?: string };

export const batchTexts = {
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
  number_not_at_location: words(
    "The number is not one of the location's numbers.",
    "Het nummer is geen nummer van de locatie.",
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
