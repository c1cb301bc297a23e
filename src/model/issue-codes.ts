/** The catalogue of what can be wrong with the data: every code of an issue, explained. */
import { batchIssueCodes } from "./batch-issue-codes.ts";
import { cellIssueCodes } from "./cell-issue-codes.ts";
import { fileIssueCodes } from "./file-issue-codes.ts";
import type { IssueFacts } from "./issue-facts.ts";
import { locationIssueCodes } from "./location-issue-codes.ts";
import { rowIssueCodes } from "./row-issue-codes.ts";
import { acrossRowsCodes } from "./words/across-rows.ts";
import { mappingIssueCodes } from "./words/mapping-issue-codes.ts";
import { profileIssueCodes } from "./words/profile-issue-codes.ts";

const all = {
  ...fileIssueCodes,
  ...cellIssueCodes,
  ...rowIssueCodes,
  ...profileIssueCodes,
  ...mappingIssueCodes,
  ...acrossRowsCodes,
  ...batchIssueCodes,
  ...locationIssueCodes,
};

export type IssueCode = keyof typeof all;

export const issueCodes: Readonly<Record<IssueCode, IssueFacts>> = all;

/** The facts of a code; undefined when it is not one of ours. */
export function issueFacts(code: string): IssueFacts | undefined {
  return isIssueCode(code) ? issueCodes[code] : undefined;
}

function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(issueCodes, code);
}
