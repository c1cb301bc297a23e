/** The catalogue of what can be wrong with the data: every code of an issue, explained. */

import { acrossRowsCodes } from "./codes/across-rows-codes.ts";
import { characterCodes } from "./codes/character-codes.ts";
import { choiceCodes } from "./codes/choice-codes.ts";
import { emailCodes } from "./codes/email-codes.ts";
import { existingCodes } from "./codes/existing-codes.ts";
import { fileCodes } from "./codes/file-codes.ts";
import { goLiveCodes } from "./codes/go-live-codes.ts";
import { locationCodes } from "./codes/location-codes.ts";
import { mappingCodes } from "./codes/mapping-codes.ts";
import { moveCodes } from "./codes/move-codes.ts";
import { packageCodes } from "./codes/package-codes.ts";
import { phoneCodes } from "./codes/phone-codes.ts";
import { planCodes } from "./codes/plan-codes.ts";
import { profileCodes } from "./codes/profile-codes.ts";
import { referenceCodes } from "./codes/reference-codes.ts";
import { regionCodes } from "./codes/region-codes.ts";
import { rowCodes } from "./codes/row-codes.ts";
import { rowOutcomeCodes } from "./codes/row-outcome-codes.ts";
import { textCodes } from "./codes/text-codes.ts";
import type { IssueFacts } from "./issue-facts.ts";

/** Written out: derived from the objects below, the published types would repeat the facts of every code. */
export type IssueCode =
  | keyof typeof fileCodes
  | keyof typeof mappingCodes
  | keyof typeof textCodes
  | keyof typeof characterCodes
  | keyof typeof phoneCodes
  | keyof typeof emailCodes
  | keyof typeof regionCodes
  | keyof typeof choiceCodes
  | keyof typeof packageCodes
  | keyof typeof rowCodes
  | keyof typeof acrossRowsCodes
  | keyof typeof referenceCodes
  | keyof typeof rowOutcomeCodes
  | keyof typeof existingCodes
  | keyof typeof moveCodes
  | keyof typeof planCodes
  | keyof typeof profileCodes
  | keyof typeof locationCodes
  | keyof typeof goLiveCodes;

type Facts<Code extends string = string> = Readonly<Record<Code, IssueFacts>>;

/** By what has to be looked at to find them: the chapters of docs/errors.md. */
type Group = "files" | "cells" | "rows" | "batch";

const files = { ...fileCodes, ...mappingCodes };

const cells = {
  ...textCodes,
  ...characterCodes,
  ...phoneCodes,
  ...emailCodes,
  ...regionCodes,
  ...choiceCodes,
  ...packageCodes,
};

const batch = {
  ...acrossRowsCodes,
  ...referenceCodes,
  ...rowOutcomeCodes,
  ...existingCodes,
  ...moveCodes,
  ...planCodes,
  ...profileCodes,
  ...locationCodes,
  ...goLiveCodes,
};

export const issueCodes: Facts<IssueCode> = { ...files, ...cells, ...rowCodes, ...batch };

export const issueCodeGroups: Readonly<Record<Group, Facts>> = { files, cells, rows: rowCodes, batch };

/** The facts of a code; undefined when it is not one of ours. */
export function issueFacts(code: string): IssueFacts | undefined {
  return isIssueCode(code) ? issueCodes[code] : undefined;
}

function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(issueCodes, code);
}
