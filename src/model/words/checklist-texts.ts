/** The wizard of Partner Hub as its English and its Dutch screens name it. Source: help article nf9ghpq. */
import { words } from "./wording.ts";

export const checklistTexts = {
  wizard_start: words("Start", "Begin"),
  wizard_create_template: words(
    "Customers > Onboarding templates > Create template",
    "Klanten > Onboardingssjablonen > Sjabloon maken",
  ),
  wizard_primary_settings: words("Primary settings", "Primaire instellingen"),
  wizard_template_name: words("Template name", "Sjabloonnaam"),
  wizard_country: words("Country or region", "Land of regio"),
  wizard_service_provider_admin: words("Service provider admin", "Serviceproviderbeheerder"),
  wizard_default_language: words("Default email language", "Standaard e-mailtaal"),
  wizard_subscription: words("Wholesale subscription", "Groothandelabonnement"),
  wizard_calling: words("Wholesale calling", "Groothandelgesprekken"),
  wizard_pstn_vendor: words("Cloud Connected PSTN vendor", "Cloud Connected PSTN-leverancier"),
  wizard_authentication: words("Authentication", "Verificatie"),
  wizard_authentication_method: words("Authentication", "Verificatiemethode"),
  wizard_webex_authentication: words("Webex authentication", "Webex-verificatie"),
  wizard_partner_authentication: words("Partner authentication", "Partnerverificatie"),
  wizard_idp_entity_id: words("IdP Entity ID", "Entiteits-id van de IdP"),
  wizard_common_settings: words("Common and call settings", "Algemene en gespreksinstellingen"),
  wizard_invite_emails: words("Allow admin invite emails", "Uitnodigingsmails van beheerders toestaan"),
  wizard_attaching: words(
    "Allow admin-invite emails when attaching to existing orgs",
    "Uitnodigingsmails van beheerders toestaan bij het koppelen van bestaande organisaties",
  ),
  wizard_summary: words("Summary", "Overzicht"),
  wizard_submit: words("Submit", "Verzenden"),
  wizard_copy_id: words(
    "then copy the Provisioning ID that the template shows",
    "kopieer daarna de inrichtings-id die bij het sjabloon staat",
  ),
  wizard_on: words("on", "aan"),
  wizard_off: words("off", "uit"),
  wizard_leave_blank: words("leave blank", "leeg laten"),
  wizard_your_choice: words("your choice: blank in the sheet", "uw keuze: leeg op het blad"),
};
