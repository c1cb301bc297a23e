/** Problems of packages, roles and the provisioning ID. Each code with its facts, and below them the sentences that are said of it. */

import type { IssueFacts } from "../issue-facts.ts";
import { packageFacts } from "../packages.ts";
import { onPage, words } from "../words/wording.ts";

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
      meaning: "The Webex API cannot assign the roles of location administrator and site administrator.",
      example: "location_admin",
      resolution: "Assign the role in Control Hub.",
    },
    nl: {
      title: "Rol niet toe te wijzen via de API",
      meaning: "De API van Webex kan de rollen locatiebeheerder en sitebeheerder niet toewijzen.",
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

type Code = { readonly code: string };
type Value = { readonly value: string };

const codes = packageFacts.map(({ code }) => code).join(", ");

export const packageTexts = {
  unknown_package: words(
    ({ value }: Value) => `There is no package "${value}".`,
    ({ value }) => `Er is geen pakket "${value}".`,
  ),
  list_package_codes: onPage(
    words(
      "To list the codes: wholesale-import schema customers.",
      "Voor een lijst van de codes: wholesale-import schema customers.",
    ),
    words(`The codes are ${codes}.`, `De codes zijn ${codes}.`),
  ),
  package_needs_one_of: words(
    ({ code, needed }: Code & { needed: readonly string[] }, { choice }) =>
      `As far as we know, ${code} also needs ${choice(needed)}; Webex decides.`,
    ({ code, needed }, { choice }) => `Voor zover bekend heeft ${code} ook ${choice(needed)} nodig; Webex beslist.`,
  ),
  add_needed_package: words(
    ({ code }: Code) => `Add one of these packages, or remove ${code}.`,
    ({ code }) => `Voeg een van deze pakketten toe, of verwijder ${code}.`,
  ),
  addon_needs_base: words(
    ({ code, needed, base }: Code & { needed: readonly string[]; base: string }, { choice }) =>
      `As far as we know, ${code} needs the base package ${choice(needed)}, and this user has ${base}; Webex decides.`,
    ({ code, needed, base }, { choice }) =>
      `Voor zover bekend hoort ${code} bij het basispakket ${choice(needed)}, en deze gebruiker heeft ${base}; Webex beslist.`,
  ),
  choose_needed_base: words(
    ({ code }: Code) => `Choose one of these packages, or remove ${code}.`,
    ({ code }) => `Kies een van deze pakketten, of verwijder ${code}.`,
  ),
  limit_not_a_number: words(
    ({ code, value }: Code & Value) => `The limit "${value}" of ${code} is not a whole number.`,
    ({ code, value }) => `De limiet "${value}" van ${code} is geen geheel getal.`,
  ),
  write_limit: words("Write digits only, as in webex_calling=50.", "Vul alleen cijfers in, zoals webex_calling=50."),
  limit_not_offered: words(
    ({ code }: Code) => `Webex has no limit for ${code}.`,
    ({ code }) => `Webex heeft geen limiet voor ${code}.`,
  ),
  take_out_of_cell: words(
    ({ code }: Code) => `Remove ${code} from this cell.`,
    ({ code }) => `Haal ${code} uit deze cel.`,
  ),
  limit_without_package: words(
    ({ code }: Code) => `The limit for ${code} has no effect: the customer does not have this package.`,
    ({ code }) => `De limiet voor ${code} heeft geen effect: de klant heeft dit pakket niet.`,
  ),
  add_package_or_drop_limit: words(
    ({ code }: Code) => `Add ${code} to packages, or remove the limit.`,
    ({ code }) => `Voeg ${code} toe aan packages, of verwijder de limiet.`,
  ),
  one_base_package: words(
    "A user has exactly one base package; this cell names more than one.",
    "Een gebruiker heeft precies één basispakket; in deze cel staan er meer.",
  ),
  write_one_base_package: words(
    "Write one base package here, and add-ons in addons.",
    "Vul hier één basispakket in, en add-ons in addons.",
  ),
  package_not_for_users: words(
    ({ code }: Code) => `${code} belongs to the customer and cannot be assigned to a user.`,
    ({ code }) => `${code} hoort bij de klant en kan niet aan een gebruiker worden toegewezen.`,
  ),
  choose_base_of_customer: words(
    "Choose one of the customer's base packages.",
    "Kies een van de basispakketten van de klant.",
  ),
  addon_is_no_base: words(
    ({ code }: Code) => `${code} is an add-on, not a base package.`,
    ({ code }) => `${code} is een add-on, geen basispakket.`,
  ),
  write_addon_in_addons: words(
    ({ code }: Code) => `Put ${code} in addons, and a base package here.`,
    ({ code }) => `Zet ${code} in addons, en hier een basispakket.`,
  ),
  base_is_no_addon: words(
    ({ code }: Code) => `${code} is a base package, not an add-on.`,
    ({ code }) => `${code} is een basispakket, geen add-on.`,
  ),
  take_out_or_write_in_package: words(
    ({ code }: Code) => `Remove ${code}, or put it in package.`,
    ({ code }) => `Verwijder ${code}, of zet het in package.`,
  ),
  number_or_extension_required: words(
    ({ code }: Code) => `A user with ${code} needs a phone number, an extension or both.`,
    ({ code }) => `Een gebruiker met ${code} heeft een telefoonnummer nodig, een toestelnummer of allebei.`,
  ),
  fill_number_or_extension: words("Fill in phone_number or extension.", "Vul phone_number of extension in."),
  line_looked_up: words(
    "The row has no phone number and no extension. A user who has one at Webex keeps it; a new user needs one.",
    "De rij heeft geen telefoonnummer en geen toestelnummer. Wie er bij Webex een heeft, houdt dat; een nieuwe gebruiker heeft er een nodig.",
  ),
  fill_line_unless_there: words(
    "If the user is new, fill in phone_number or extension.",
    "Vul voor een nieuwe gebruiker phone_number of extension in.",
  ),
  package_without_calling: words(
    ({ code }: Code) => `${code} does not include calling, so Webex does not use this value.`,
    ({ code }) => `${code} is een pakket zonder bellen; Webex gebruikt deze waarde dus niet.`,
  ),
  clear_or_choose_calling: words(
    "Leave the cell blank, or choose a calling package.",
    "Laat de cel leeg, of kies een belpakket.",
  ),
  calling_needs_head_office: words(
    "A customer with a calling package needs a time zone and a language for its head office.",
    "Een klant met een belpakket heeft een tijdzone en een taal voor het hoofdkantoor nodig.",
  ),
  calling_plan_by_hand: words(
    "With a Cisco Calling Plan, the API cannot set the PSTN connection and numbers of a location.",
    "Met een Cisco Calling Plan kan de API de PSTN-verbinding en nummers van een locatie niet instellen.",
  ),
  order_calling_plan_numbers: words(
    "If the head office uses the calling plan, leave hq_pstn and hq_phone_numbers blank and order its numbers in Control Hub.",
    "Gebruikt het hoofdkantoor het calling plan, laat hq_pstn en hq_phone_numbers dan leeg en bestel de nummers in Control Hub.",
  ),
  head_office_not_created: words(
    "The customer has no calling package, so Webex creates no head office.",
    "De klant heeft geen belpakket; Webex maakt dus geen hoofdkantoor.",
  ),
  add_calling_or_clear_head_office: words(
    "Add a calling package, or leave the cells of the head office blank.",
    "Voeg een belpakket toe, of laat de cellen van het hoofdkantoor leeg.",
  ),

  role_not_by_api: words(
    ({ value }: Value) => `The Webex API cannot assign the role "${value}".`,
    ({ value }) => `De API van Webex kan de rol "${value}" niet toewijzen.`,
  ),
  role_not_assigned_here: words(
    ({ value, roles }: Value & { roles: readonly string[] }, { list }) =>
      `The role "${value}" cannot be imported; ${list(roles)} can.`,
    ({ value, roles }, { list }) => `De rol "${value}" kan niet worden geïmporteerd; ${list(roles)} wel.`,
  ),
  assign_role_by_hand: words(
    "Remove it, and assign it in Control Hub once the user exists.",
    "Verwijder de rol hier, en wijs die in Control Hub toe zodra de gebruiker bestaat.",
  ),
  unknown_role: words(
    ({ value, roles }: Value & { roles: readonly string[] }, { list }) =>
      `There is no role "${value}"; the roles are ${list(roles)}.`,
    ({ value, roles }, { list }) => `Er is geen rol "${value}"; de rollen zijn ${list(roles)}.`,
  ),
  write_roles: words(
    "Write one of these; separate several with semicolons.",
    "Vul een van deze rollen in; scheid meer rollen met puntkomma's.",
  ),
};
