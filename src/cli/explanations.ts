/** Every code that a result file can hold, of whichever catalogue, in one form. */
import { failureCodes, failureFacts } from "../model/failure-codes.ts";
import { issueCodes, issueFacts } from "../model/issue-codes.ts";
import type { Explanation } from "../report/explain.ts";
import { errorCodes, factsOfErrorCode } from "../webex/error-codes.ts";

/** Undefined for a code that nobody knows. */
export function explanationOf(code: string): Explanation | undefined {
  const facts = issueFacts(code) ?? failureFacts(code);
  return facts ? { code, ...facts } : explainWebex(code);
}

/** Webex has numbers, and no titles for them. */
function explainWebex(code: string): Explanation | undefined {
  const facts = factsOfErrorCode(code);
  if (!facts) return undefined;
  const { where, meaning, isRetryable, hint } = facts;
  return { code, title: "a code of Webex", meaning, where, isRetryable, wayOut: hint };
}

/** Ours in the order of the catalogue, then what is said of answers, then Webex's own. */
export function codesKnown(): readonly string[] {
  return [...Object.keys(issueCodes), ...Object.keys(failureCodes), ...errorCodes.map(({ code }) => code)];
}
