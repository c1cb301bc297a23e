/** What a cause is called when many rows have it. */
import type { Language } from "./language.ts";

/**
 * By code, as a sentence of its own without its full stop. Of other codes of ours, the title stands for messages that
 * differ; what Webex says is told in the words that its messages share.
 */
export const groupWordings: Readonly<Record<string, { readonly [L in Language]: string }>> = {
  "10022": {
    en: "The email address already belongs to a Webex user",
    nl: "Het e-mailadres is al van een Webex-gebruiker",
  },
  ambiguous_customer: {
    en: "Several customers have the name in the cell",
    nl: "Meerdere klanten heten zoals in de cel staat",
  },
  customer_not_found: {
    en: "The customer is neither in the sheets nor at Webex",
    nl: "De klant staat niet op de bladen en ook niet bij Webex",
  },
  customer_will_be_looked_up: {
    en: "The customer is not in these sheets and is looked up at Webex",
    nl: "De klant staat niet op deze bladen en wordt bij Webex opgezocht",
  },
  date_in_cell: {
    en: "The cell contains a date instead of its value",
    nl: "De cel bevat een datum in plaats van de waarde",
  },
  duplicate_key: { en: "More than one row has this value", nl: "Deze waarde staat in meer dan één rij" },
  duplicate_number: {
    en: "The phone number occurs more than once",
    nl: "Het telefoonnummer komt meer dan één keer voor",
  },
  email_look_alike: {
    en: "The email address contains look-alike letters of another alphabet",
    nl: "Het e-mailadres bevat letters uit een ander alfabet",
  },
  email_not_ascii: {
    en: "The email address contains accented letters",
    nl: "Het e-mailadres bevat letters met accenten",
  },
  email_of_other_customer: {
    en: "The email address is that of another customer's administrator",
    nl: "Het e-mailadres is van de beheerder van een andere klant",
  },
  extension_lost_zero: {
    en: "The extension lost its leading zeros",
    nl: "Het toestelnummer is de voorloopnullen kwijt",
  },
  formula_error: { en: "The cell contains a formula error", nl: "De cel bevat een formulefout" },
  invalid_email: { en: "The email address is not valid", nl: "Het e-mailadres is ongeldig" },
  invalid_extension: { en: "The extension is not valid", nl: "Het toestelnummer is ongeldig" },
  location_required: {
    en: "The customer has several locations and the row does not name one",
    nl: "De klant heeft meerdere locaties en de rij noemt er geen",
  },
  location_will_be_looked_up: {
    en: "The location is not in these sheets and is looked up at Webex",
    nl: "De locatie staat niet op deze bladen en wordt bij Webex opgezocht",
  },
  caller_id_of_other_location: {
    en: "The caller ID is not one of the location's numbers",
    nl: "De nummerweergave is geen nummer van de locatie",
  },
  nothing_to_remove: { en: "There is nothing to remove", nl: "Er is niets te verwijderen" },
  number_not_at_location: {
    en: "The number is not one of the location's numbers",
    nl: "Het nummer is geen nummer van de locatie",
  },
  package_not_of_customer: { en: "The customer does not have the package", nl: "De klant heeft het pakket niet" },
  phone_country_mismatch: {
    en: "The number is from another country than its location",
    nl: "Het nummer is van een ander land dan de locatie",
  },
  phone_lost_plus: { en: "The phone number has lost its +", nl: "Het telefoonnummer is de + kwijt" },
  phone_unlikely: { en: "The phone number is unlikely to exist", nl: "Het telefoonnummer bestaat waarschijnlijk niet" },
  postal_code_lost_zero: { en: "The postal code lost its leading 0", nl: "De postcode is de voorloopnul kwijt" },
  required: { en: "A required cell is blank", nl: "Een verplichte cel is leeg" },
  run_interrupted: {
    en: "The run stopped before these rows were finished at Webex",
    nl: "De run stopte voordat deze rijen bij Webex klaar waren",
  },
  scientific_notation: {
    en: "The number is in scientific notation",
    nl: "Het getal staat in wetenschappelijke notatie",
  },
  taken_over: {
    en: "Another run has processed these rows since; nothing more was sent for them here",
    nl: "Een andere run heeft deze rijen sindsdien verwerkt; hier is er niets meer voor verstuurd",
  },
  unknown_customer: { en: "The customer is not in the sheets", nl: "De klant staat niet op de bladen" },
  unknown_location: {
    en: "The location of the customer is not in the sheets",
    nl: "De locatie van de klant staat niet op de bladen",
  },
  unknown_package: { en: "The package does not exist", nl: "Het pakket bestaat niet" },
  unknown_template: { en: "The template does not exist", nl: "Het sjabloon bestaat niet" },
};
