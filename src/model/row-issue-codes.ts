/** Problems of several cells of one row, or of the row as it was read. Data for `explain` and the documentation. */
import type { IssueFacts } from "./issue-facts.ts";

export const rowIssueCodes = {
  wrong_cell_count: {
    title: "Wrong number of cells",
    meaning: "The row has more or fewer cells than the header, so that we cannot know which is which.",
    example: "a comma in a name without quotes",
    wayOut: "Put such cells between double quotes, and write a delimiter for each blank cell.",
  },
  nul_character: {
    title: "NUL character",
    meaning: "The cell has a byte that no text has.",
    example: "a file cut out of a database",
    wayOut: "Write the cell again.",
  },
  cell_too_large: {
    title: "Cell too large",
    meaning: "A cell has more than 32 KiB.",
    example: "a quote left open, closed thousands of rows later",
    wayOut: "Shorten the cell; look for an open quote.",
  },
  stray_quote: {
    title: "Text behind a closing quote",
    meaning: "A cell in quotes goes on after its quote closed.",
    example: '"Acme" B.V.',
    wayOut: 'Double the quotes that belong to the text: """Acme"" B.V.".',
  },
  formula_without_result: {
    title: "Formula without a result",
    meaning: "The workbook holds a formula and not what it yields: the program that wrote it did not calculate.",
    example: "a workbook made by a script",
    wayOut: "Open it in a spreadsheet program and save it, or write the values.",
  },
  idp_entity_id_not_allowed: {
    title: "Identity provider without partner authentication",
    meaning: "An entity id is for partner authentication only.",
    example: "idp_entity_id with authentication webex",
    wayOut: "Write partner in authentication, or clear the cell.",
  },
  pstn_vendor_in_template: {
    title: "PSTN vendor in a template",
    meaning: "Cisco advises against setting the PSTN vendor in a template: it limits the set-up of its customers.",
    example: "pstn_vendor filled",
    wayOut: "Choose the PSTN per location.",
  },
  provisioning_id_is_name: {
    title: "Name in the place of the ID",
    meaning: "The provisioning ID equals the name of the template.",
    example: "Calling NL in both",
    wayOut: "Copy the ID that Partner Hub shows under the template.",
  },
  template_required: {
    title: "No template",
    meaning: "A new customer is made from an onboarding template, and the row names none.",
    example: "template and provisioning_id blank",
    wayOut: "Fill one of the two.",
  },
  location_not_supported: {
    title: "Supported location not verified",
    meaning: "Somebody must verify that the customer is in a location that Webex supports.",
    example: "supported_location no",
    wayOut: "Verify it, and write yes.",
  },
  head_office_not_created: {
    title: "Head office without calling",
    meaning: "Webex makes a head office only for customers with a calling package.",
    example: "hq_timezone with webex_meetings alone",
    wayOut: "Clear the cells, or add a calling package.",
  },
  calling_plan_by_hand: {
    title: "Cisco Calling Plan",
    meaning: "PSTN and numbers on a Cisco Calling Plan cannot be set by the API.",
    example: "cisco_calling_plan and hq_phone_numbers",
    wayOut: "Order the numbers in Control Hub.",
  },
  limit_without_package: {
    title: "Limit without its package",
    meaning: "A limit is given for a package that the customer does not have.",
    example: "webex_suite=10 with webex_calling alone",
    wayOut: "Add the package, or take the limit out.",
  },
  main_number_not_listed: {
    title: "Main number is not the location's",
    meaning: "The main number must be one of the numbers of its location.",
    example: "main number +31201234600 of the range ...500 to ...549",
    wayOut: "Add it to the numbers, or choose one of them.",
  },
  main_number_unchecked: {
    title: "Main number without numbers",
    meaning: "The row gives a main number and no numbers: it must be at the location already.",
    example: "main_number filled, phone_numbers blank",
    wayOut: "Add it to phone_numbers if it is not there yet.",
  },
  phone_country_mismatch: {
    title: "Number of another country",
    meaning: "A number does not belong to the country of its location.",
    example: "+32... in an office in NL",
    wayOut: "Check the number and the address.",
  },
  emergency_location_identifier_unused: {
    title: "Emergency location identifier without use",
    meaning: "Webex uses it in BE, DE and FR only.",
    example: "filled for an office in NL",
    wayOut: "Clear the cell.",
  },
  one_base_package: {
    title: "Not one base package",
    meaning: "A user has exactly one base package; add-ons have a column of their own.",
    example: "webex_calling;webex_meetings",
    wayOut: "Write one, and add-ons in addons.",
  },
  package_not_for_users: {
    title: "Package of the customer",
    meaning: "The package belongs to the customer and cannot be given to a user.",
    example: "common_area_calling",
    wayOut: "Choose a base package.",
  },
  not_an_addon: {
    title: "Base package as add-on",
    meaning: "A base package stands in addons.",
    example: "webex_meetings in addons",
    wayOut: "Take it out.",
  },
  number_or_extension_required: {
    title: "Calling without number",
    meaning: "A user with a calling package needs a phone number, an extension or both.",
    example: "webex_calling, both cells blank",
    wayOut: "Fill one of them.",
  },
  calling_cell_unused: {
    title: "Calling cell without calling",
    meaning:
      "No package brings calling: Webex has no use for location, number and extension of such a user, nor for PSTN and numbers at a location of such a customer.",
    example: "webex_meetings with extension 4015",
    wayOut: "Clear the cell, or choose a calling package.",
  },
} as const satisfies Record<string, IssueFacts>;
