/** What a result file says of a refusal for which Webex gives no code of its own: the status of the answer, or the lack of one. Data for `explain` and the documentation. */
import type { IssueFacts } from "./issue-facts.ts";

export const failureCodes = {
  http_400: {
    severity: "error",
    title: "Webex finds the request wrong",
    meaning: "Webex did not take a value of the row, and gave no code of its own; its words are the message.",
    example: "400 Bad Request: invalid address",
    wayOut: "Correct what the message names, then: wholesale-import retry.",
  },
  http_401: {
    severity: "error",
    title: "Not logged in",
    meaning: "The access token is missing, wrong or has run out.",
    example: "the personal token of yesterday",
    wayOut: "wholesale-import auth check tells what is wrong; log in again, then: wholesale-import retry.",
  },
  http_403: {
    severity: "error",
    title: "Not allowed",
    meaning: "The token lacks a scope, or its owner does not administer this organisation.",
    example: "a token without spark-admin:wholesale_customers_write",
    wayOut: "wholesale-import auth check names the missing scopes; a partner full administrator has the rights.",
  },
  http_404: {
    severity: "error",
    title: "Not there",
    meaning: "What the row changes or belongs to is not at Webex, or not for this token.",
    example: "a user who was removed in Control Hub in the meantime",
    wayOut: "Look for it in Control Hub; if it is gone, a new apply makes it again.",
  },
  http_409: {
    severity: "error",
    title: "In the way of something else",
    meaning: "Something with this name, address or number is there already, or another change is under way.",
    example: "an external id that another customer has",
    wayOut: "Look for it in Partner Hub or Control Hub, and correct the row or try again later.",
  },
  http_423: {
    severity: "error",
    title: "Locked at Webex",
    meaning: "Webex is at work on the same object, and did not become free in the time that we wait.",
    example: "a customer who is still being provisioned",
    wayOut: "Later: wholesale-import retry.",
  },
  http_429: {
    severity: "error",
    title: "Too many requests",
    meaning: "Webex asked to wait longer than --max-wait allows.",
    example: "a second program with the same token",
    wayOut: "Later: wholesale-import retry; or allow a longer wait with --max-wait.",
  },
  http_4xx: {
    severity: "error",
    title: "Refused by Webex",
    meaning: "Webex refused the request and gave no code of its own; its words are the message.",
    example: "http_422",
    wayOut: "Correct what the message names, then: wholesale-import retry.",
  },
  http_5xx: {
    severity: "error",
    title: "Trouble at Webex",
    meaning:
      "Webex could not answer, also after several attempts. Whether the request was carried out is looked up before it is sent again.",
    example: "http_503 during maintenance",
    wayOut: "See status.webex.com; later: wholesale-import retry.",
  },
  refused: {
    severity: "error",
    title: "A part was refused",
    meaning: "Webex took one part of the row and refused another, which stands in value.",
    example: "one of twenty phone numbers",
    wayOut: "Correct that part; what was taken is not sent again.",
  },
  rejected: {
    severity: "error",
    title: "Refused",
    meaning: "Webex refused the row without saying more than the message.",
    example: "a customer whose provisioning ended with an error",
    wayOut: "Correct what the message names; if it names nothing, give its tracking id to Cisco's support.",
  },
  unauthorized: {
    severity: "error",
    title: "No access",
    meaning: "No access token could be had: the saved login was withdrawn or has run out.",
    example: "a refresh token older than 90 days",
    wayOut: "wholesale-import auth login, then: wholesale-import retry.",
  },
  throttled: {
    severity: "error",
    title: "Too many requests",
    meaning: "Webex asked to wait longer than --max-wait allows.",
    example: "a second program with the same token",
    wayOut: "Later: wholesale-import retry; or allow a longer wait with --max-wait.",
  },
  unavailable: {
    severity: "error",
    title: "No answer",
    meaning:
      "No connection, or no complete answer in time, also after several attempts. Whether the request was carried out is looked up before it is sent again.",
    example: "a proxy that closes connections",
    wayOut: "Check the network, HTTPS_PROXY and status.webex.com, then: wholesale-import retry.",
  },
  contract: {
    severity: "error",
    title: "Answer not understood",
    meaning: "Webex answered with something other than its API describes. What was asked may have been done.",
    example: "a page of a proxy in the place of an answer",
    wayOut:
      "Check --base-url and the proxy. Otherwise look at the object in Control Hub, then: wholesale-import retry.",
  },
} as const satisfies Record<string, IssueFacts>;

const all: Readonly<Record<string, IssueFacts>> = failureCodes;

/** The facts of a code such as `http_503` or `unavailable`; undefined when it is none of these. */
export function failureFacts(code: string): IssueFacts | undefined {
  if (Object.hasOwn(all, code)) return all[code];
  const [, family] = /^http_([45])\d\d$/.exec(code) ?? [];
  return family === undefined ? undefined : all[`http_${family}xx`];
}
