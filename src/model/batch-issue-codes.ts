/** Problems between rows, and of what is at Webex. Data for `explain` and the documentation. */
import type { IssueFacts } from "./issue-facts.ts";

export const batchIssueCodes = {
  duplicate_key: {
    title: "Same key twice",
    meaning: "Two rows of a sheet have the same key, or a value that must be unique.",
    example: "one e-mail address in two users rows",
    wayOut: "Keep one of the rows.",
  },
  duplicate_number: {
    title: "Number given twice",
    meaning: "A phone number belongs to one location and one user.",
    example: "+31201234501 at two locations",
    wayOut: "Take it out of one of them.",
  },
  email_of_other_customer: {
    title: "Address of another customer's administrator",
    meaning: "A Webex identity belongs to one organisation.",
    example: "a user of CUST-2 with the admin e-mail of CUST-1",
    wayOut: "Use another address.",
  },
  unknown_customer: {
    title: "Customer not found",
    meaning: "The batch has no such customer, and has one that looks like it.",
    example: "CUST-01, where CUST-001 is meant",
    wayOut: "Write the id as the customers sheet has it.",
  },
  ambiguous_customer: {
    title: "Name of several customers",
    meaning: "The row refers to a customer by a name that several bear.",
    example: "Jansen",
    wayOut: "Write the external id.",
  },
  customer_will_be_looked_up: {
    title: "Customer not in the batch",
    meaning: "The batch does not hold the customer; it will be looked for at Webex.",
    example: "a file with users only",
    wayOut: "Nothing, if the customer exists at Webex.",
  },
  customer_not_found: {
    title: "Customer not at Webex",
    meaning: "Neither the batch nor Webex has the customer.",
    example: "an id of a customer that was never made",
    wayOut: "Add the customer to the batch, or correct the id.",
  },
  unknown_location: {
    title: "Location not found",
    meaning: "Neither the customer's head office nor one of its locations has this name.",
    example: "Roterdam",
    wayOut: "Write the name as the locations sheet has it.",
  },
  location_will_be_looked_up: {
    title: "Location not in the batch",
    meaning: "The batch does not hold the location; it will be looked for at Webex.",
    example: "a file with users only",
    wayOut: "Nothing, if the location exists at Webex.",
  },
  location_required: {
    title: "Location needed",
    meaning: "The customer has several locations, and the user's row names none.",
    example: "location blank",
    wayOut: "Write the name of the user's location.",
  },
  unknown_template: {
    title: "Template not found",
    meaning: "Neither the batch nor the templates known from before have this name.",
    example: "Caling NL",
    wayOut: "Write the name as the templates sheet has it, or link it with: wholesale-import templates link.",
  },
  template_disagrees: {
    title: "Template and ID disagree",
    meaning: "The row gives a provisioning ID that is not that of the template it names.",
    example: "template Calling NL with the ID of Calling BE",
    wayOut: "Keep one of the two.",
  },
  template_without_provisioning_id: {
    title: "Template not made yet",
    meaning: "No API makes templates: a person makes it in Partner Hub, and only then it has a provisioning ID.",
    example: "a templates row without provisioning_id",
    wayOut: "Make it by the checklist, then: wholesale-import templates link.",
  },
  package_not_of_customer: {
    title: "Package not of the customer",
    meaning: "A user's package or add-on is not one of the customer's packages.",
    example: "webex_suite for a customer with webex_calling",
    wayOut: "Add it to the customer, or choose another.",
  },
  limit_below_assigned: {
    title: "Limit too low",
    meaning: "The batch assigns a package to more users than the customer's limit allows.",
    example: "webex_calling=10 and 12 users",
    wayOut: "Raise the limit, or take users out.",
  },
  admin_package_below_customer: {
    title: "Package of an administrator",
    meaning:
      "A full administrator should have a package of the level that the customer was made with, and never a lower one.",
    example: "a full_admin with webex_meetings at a calling customer",
    wayOut: "Give one of the customer's calling packages.",
  },
  admin_downgrade: {
    title: "Package of an administrator lowered",
    meaning: "Webex does not allow a customer's full administrator to get a lower package than the one they have.",
    example: "a full_admin who has webex_suite, with webex_calling in the sheet",
    wayOut: "Write the package that the person has, or take the role from this person in Control Hub first.",
  },
  number_not_at_location: {
    title: "Number of another location",
    meaning: "The user's number is not one of the numbers of the user's location.",
    example: "+31201234600 in a location with ...500 to ...549",
    wayOut: "Choose one of its numbers, or add it to the location.",
  },
  extension_is_service_number: {
    title: "Extension is a public service",
    meaning: "In the country of the location, the extension reaches a public service.",
    example: "113 in NL",
    wayOut: "Choose another extension.",
  },
  blocked: {
    title: "Waits for a refused row",
    meaning: "The row itself may be right; a row that it needs is invalid or failed.",
    example: "a user of an invalid customer",
    wayOut: "Correct the row in blocked_by.",
  },
  pending: {
    title: "Not final at Webex",
    meaning:
      "Webex took the request, and what comes of it is out of our reach: a compliance review, a user's consent, provisioning that takes long.",
    example: "a user with a free Webex account, who must agree to the move",
    wayOut: "Wait, then: wholesale-import resume.",
  },
  head_office_not_found: {
    title: "Head office not there yet",
    meaning: "Webex makes the head office together with the customer, and the organisation does not list it.",
    example: "a head office that was renamed in Control Hub",
    wayOut: "Write its name as Control Hub has it; if it is only late, run again.",
  },
  change_not_offered: {
    title: "Change not offered by the API",
    meaning: "The value differs at Webex, and no API call changes it.",
    example: "another extension for an existing user",
    wayOut: "Change it in Control Hub where the hint says.",
  },
  precheck_refused: {
    title: "Refused by Webex's precheck",
    meaning: "Webex was asked with --precheck whether it would take this, and says no; nothing was sent.",
    example: "an e-mail address that belongs to another organisation",
    wayOut: "Correct what the message says.",
  },
  not_compared: {
    title: "Not compared",
    meaning:
      "Webex does not give this value back, and the row was never applied from this state folder: what is at Webex is left alone.",
    example: "package_limits of a customer that was made in Partner Hub",
    wayOut: "Compare it in Partner Hub once. From then on a change of the cell is sent.",
  },
  template_changed: {
    title: "Template changed in the sheet",
    meaning: "No API changes an onboarding template: a person does, in Partner Hub.",
    example: "another country for a template",
    wayOut: "Change it in Partner Hub, under Customers > Onboarding templates.",
  },
  changed_since: {
    title: "Changed since the run",
    meaning: "Undo takes back only what is still as the run left it; this is not, so somebody else may need it.",
    example: "a customer that got users of another run",
    wayOut: "Look at it where the hint says; what must go all the same, remove there by hand.",
  },
  undo_by_hand: {
    title: "Not taken back by the API",
    meaning: "The run did this, and no call of Webex takes it back: undo leaves it to a person.",
    example: "a location that the run created at a customer which was there before",
    wayOut: "Do it in Control Hub or Partner Hub where the hint says.",
  },
  numbers_on_integrated_pstn: {
    title: "Numbers of an integrated PSTN",
    meaning:
      "Numbers of Cisco Calling Plan and integrated Cloud Connected PSTN come from the provider; adding them by API damages data there.",
    example: "phone_numbers for such a location",
    wayOut: "Leave the numbers blank, and order them from the provider.",
  },
} as const satisfies Record<string, IssueFacts>;
