/** Every code that a problem can have. A code of our own that no catalogue has does not compile. */
import type { failureCodes } from "./codes/failure-codes.ts";
import type { IssueCode } from "./issue-codes.ts";

/** A code as Webex spells it: a number or, where a reply was parsed, a text. */
export type WebexCode = `${number}` | (string & { readonly spelledBy: "Webex" });

/** Of a refusal for which Webex gives no code of its own. */
export type FailureCode = keyof typeof failureCodes | `http_${number}`;

export type ProblemCode = IssueCode | FailureCode | WebexCode;
