/** The error codes of Webex that are known for certain, as data. Webex publishes no complete table; a code that is not here is shown as Webex words it. */

export type ErrorCodeFacts = {
  readonly code: string;
  /** Where it was seen. */
  readonly where: string;
  readonly meaning: string;
  /** May the same request succeed later? */
  readonly isRetryable: boolean;
  /** What to do. */
  readonly hint: string;
};

export const errorCodes: readonly ErrorCodeFacts[] = [
  {
    code: "10022",
    where: "errors of customers and subscribers",
    meaning: "The e-mail address already belongs to a Webex user.",
    isRetryable: false,
    hint: "Use another address, or ask the user's present organization to release it: a Webex identity belongs to one organization.",
  },
  {
    code: "2560",
    where: "warnings of a customer's packages",
    meaning: "Webex Calling is under maintenance and cannot start provisioning.",
    isRetryable: true,
    hint: "See status.webex.com, and retry the row later.",
  },
  {
    code: "8361",
    where: "validation of phone numbers",
    meaning: "The phone number is not available.",
    isRetryable: false,
    hint: "Check whether another location or organization holds the number, or use another one.",
  },
  {
    code: "9495",
    where: "validation of extensions in a location",
    meaning: "The extension is in use, for example as a call park extension.",
    isRetryable: false,
    hint: "Choose an extension that is free in the location.",
  },
  {
    code: "9498",
    where: "validation of extensions in a location",
    meaning: "The extension stands twice in one request.",
    isRetryable: false,
    hint: "Give each user of a location an extension of their own.",
  },
  {
    code: "4910",
    where: "validation of extensions",
    meaning: "An extension can only contain the characters 0-9.",
    isRetryable: false,
    hint: "Write the extension with digits only.",
  },
  {
    code: "4911",
    where: "validation of extensions",
    meaning: "An extension cannot be an emergency number.",
    isRetryable: false,
    hint: "Choose another extension.",
  },
  {
    code: "59475",
    where: "validation of extensions in an organization",
    meaning: "The extension is already assigned.",
    isRetryable: false,
    hint: "Choose an extension that is free, or give the locations routing prefixes.",
  },
];

const factsByCode = new Map(errorCodes.map((facts) => [facts.code, facts]));

/** What is known of a code, as Webex spells it; `undefined` for the many that Webex does not publish. */
export function factsOfErrorCode(code: string): ErrorCodeFacts | undefined {
  return factsByCode.get(code);
}
