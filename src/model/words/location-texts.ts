/** Messages about addresses, countries, languages, time zones and the numbers of a location. */
import { words } from "./wording.ts";

type Value = { readonly value: string };
type Country = { readonly country: string };

export const locationTexts = {
  not_a_route: words(
    ({ value }: Value) => `"${value}" is not a route to a local gateway.`,
    ({ value }) => `"${value}" is geen route naar een lokale gateway.`,
  ),
  write_pstn_route: words(
    "Write trunk: or route_group: and the name or ID that Control Hub shows, such as trunk:Amsterdam.",
    "Vul trunk: of route_group: in met de naam of id die Control Hub toont, zoals trunk:Amsterdam.",
  ),
  route_required: words(
    ({ column }: { column: string }) =>
      `A premises-based connection needs its trunk or route group, and ${column} is blank.`,
    ({ column }) => `Een verbinding via een lokale gateway heeft een trunk of routegroep nodig, en ${column} is leeg.`,
  ),
  pstn_and_route: words(
    ({ column }: { column: string }) => `The row names a provider, and in ${column} a local gateway.`,
    ({ column }) => `De rij noemt een provider, en in ${column} een lokale gateway.`,
  ),
  clear_one_of_two: words(
    "Clear one of the two cells: a location reaches the telephone network one way.",
    "Maak een van de twee cellen leeg: een locatie bereikt het telefoonnet op één manier.",
  ),
  main_number_unchecked: words(
    ({ number }: { number: string }) => `The row lists no numbers, so the location must already have ${number}.`,
    ({ number }) => `De rij noemt geen nummers; de locatie moet ${number} dus al hebben.`,
  ),
  add_if_missing: words(
    ({ column }: { column: string }) => `If it does not, add the number to ${column}.`,
    ({ column }) => `Is dat niet zo, voeg het nummer dan toe aan ${column}.`,
  ),
  main_number_not_listed: words(
    ({ number }: { number: string }) => `The main number ${number} is not one of the location's numbers.`,
    ({ number }) => `Het hoofdnummer ${number} is geen nummer van de locatie.`,
  ),
  add_or_choose_number: words(
    ({ column }: { column: string }) => `Add it to ${column}, or choose one of those numbers.`,
    ({ column }) => `Voeg het toe aan ${column}, of kies een van die nummers.`,
  ),
  number_of_other_country: words(
    ({ number, country, prefix }: { number: string; country: string; prefix: string }) =>
      `The number ${number} is not a number in ${country} (${prefix}).`,
    ({ number, country, prefix }) => `Het nummer ${number} is geen nummer in ${country} (${prefix}).`,
  ),
  check_number_and_country: words(
    "Check the number and the country of the address.",
    "Controleer het nummer en het land van het adres.",
  ),
  location_identifier_unused: words(
    ({ country }: Country) => `Webex uses an emergency location identifier in BE, DE and FR only, not in ${country}.`,
    ({ country }) => `Webex gebruikt een noodlocatie-id alleen in BE, DE en FR, niet in ${country}.`,
  ),
  head_office_address_incomplete: words(
    "The head office has an address of its own, but this part of it is blank.",
    "Het hoofdkantoor heeft een eigen adres, maar dit deel ervan is leeg.",
  ),
  fill_in_or_use_billing_address: words(
    "Fill in the cell, or clear the whole address of the head office to use the billing address.",
    "Vul de cel in, of maak het hele adres van het hoofdkantoor leeg om het factuuradres te gebruiken.",
  ),
};
