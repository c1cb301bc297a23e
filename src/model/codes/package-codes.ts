/** Problems of packages, roles and the provisioning ID. Data for `explain` and the documentation. */
import type { IssueFacts } from "../issue-facts.ts";

export const packageCodes = {
  unknown_package: {
    severity: "error",
    en: {
      title: "Unknown package",
      meaning: "Webex for Wholesale has no package with this name.",
      example: "webex_caling",
      resolution: "Write the code of the package, or its name in Partner Hub.",
    },
    nl: {
      title: "Onbekend pakket",
      meaning: "Webex for Wholesale heeft geen pakket met deze naam.",
      example: "webex_caling",
      resolution: "Schrijf de code van het pakket, of de naam in Partner Hub.",
    },
  },
  missing_dependency: {
    severity: "warning",
    en: {
      title: "Add-on without its base package",
      meaning:
        "As far as is known, this package requires one of several others. Cisco changes these rules, so the row is sent and Webex decides.",
      example: "attendant_console with only webex_meetings",
      resolution: "Add one of the packages that the message lists, unless Webex accepts the row without it.",
    },
    nl: {
      title: "Add-on zonder basispakket",
      meaning:
        "Voor zover bekend vereist dit pakket een van een aantal andere. Cisco past die regels aan; de rij wordt daarom verstuurd en Webex beslist.",
      example: "attendant_console met alleen webex_meetings",
      resolution: "Voeg een van de pakketten uit de melding toe, tenzij Webex de rij ook zonder accepteert.",
    },
  },
  unknown_role: {
    severity: "error",
    en: {
      title: "Unknown role",
      meaning: "A role is one of full_admin, user_admin, readonly_admin and device_admin.",
      example: "admin",
      resolution: "Write one of these roles.",
    },
    nl: {
      title: "Onbekende rol",
      meaning: "Een rol is full_admin, user_admin, readonly_admin of device_admin.",
      example: "admin",
      resolution: "Schrijf een van deze rollen.",
    },
  },
  role_not_assignable: {
    severity: "error",
    en: {
      title: "Role not assignable by the API",
      meaning: "The API (SCIM) cannot assign the roles of location administrator and site administrator.",
      example: "location_admin",
      resolution: "Assign the role in Control Hub.",
    },
    nl: {
      title: "Rol niet toe te wijzen via de API",
      meaning: "De API (SCIM) kan de rollen locatiebeheerder en sitebeheerder niet toewijzen.",
      example: "location_admin",
      resolution: "Wijs de rol toe in Control Hub.",
    },
  },
  suspicious_provisioning_id: {
    severity: "warning",
    en: {
      title: "Unusual provisioning ID",
      meaning: "A provisioning ID is normally a long string of letters and digits. This one is not.",
      example: "template 1",
      resolution: "Copy the provisioning ID from Partner Hub.",
    },
    nl: {
      title: "Ongewone inrichtings-id",
      meaning: "Een inrichtings-id is normaal een lange reeks letters en cijfers. Deze niet.",
      example: "sjabloon 1",
      resolution: "Kopieer de inrichtings-id uit Partner Hub.",
    },
  },
} as const satisfies Record<string, IssueFacts>;
