/** Messages about onboarding templates, their provisioning IDs, and the customers created from them. */
import { words } from "./wording.ts";

type Id = { readonly id: string };

export const templateTexts = {
  provisioning_id_is_name: words(
    "The provisioning ID is the name of the template.",
    "De inrichtings-id is de naam van het sjabloon.",
  ),
  copy_provisioning_id_or_clear: words(
    "Copy the ID that Partner Hub shows with the template, or leave the cell blank.",
    "Kopieer de id die Partner Hub bij het sjabloon toont, of laat de cel leeg.",
  ),
  not_a_provisioning_id: words(
    ({ id }: Id) => `"${id}" does not look like a provisioning ID, which is a long string of letters and digits.`,
    ({ id }) => `"${id}" lijkt niet op een inrichtings-id: dat is een lange reeks letters en cijfers.`,
  ),
  copy_provisioning_id: words(
    "Copy the ID that Partner Hub shows with the template.",
    "Kopieer de id die Partner Hub bij het sjabloon toont.",
  ),
  template_required: words(
    "A customer is created from an onboarding template, and the row does not name one.",
    "Een klant wordt met een onboardingssjabloon aangemaakt, en de rij noemt er geen.",
  ),
  fill_template: words("Fill in template or provisioning_id.", "Vul template of provisioning_id in."),
  location_not_verified: words(
    "Partner Hub only continues once you confirm that the customer is in a location that Webex supports.",
    "Partner Hub gaat pas verder als u bevestigt dat de klant op een locatie zit die Webex ondersteunt.",
  ),
  verify_location: words("Check it, then write yes.", "Controleer het en vul daarna ja in."),
  pstn_vendor_in_template: words(
    "Cisco advises against a PSTN vendor in a template: it limits the PSTN options of its customers.",
    "Cisco raadt een PSTN-leverancier in een sjabloon af: die beperkt de PSTN-keuze van de klanten.",
  ),
  choose_pstn_per_location: words(
    "Leave the cell blank, and choose the PSTN connection per location.",
    "Laat de cel leeg en kies de PSTN-verbinding per locatie.",
  ),
  entity_id_required: words(
    "Partner authentication needs the entity ID of the identity provider.",
    "Voor partnerverificatie is de entiteits-id van de identiteitsprovider nodig.",
  ),
  copy_entity_id: words(
    "Copy the EntityID from the SAML metadata of the identity provider.",
    "Kopieer de EntityID uit de SAML-metadata van de identiteitsprovider.",
  ),
  entity_id_without_partner: words(
    "An entity ID applies to partner authentication only.",
    "Een entiteits-id geldt alleen bij partnerverificatie.",
  ),
  choose_partner_or_clear: words(
    "Write partner in authentication, or leave this cell blank.",
    "Vul partner in bij authentication, of laat deze cel leeg.",
  ),
};
