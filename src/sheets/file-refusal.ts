/** Why a file cannot be read: thrown within this folder, and turned into an issue of the file before it leaves. */
import type { Issue } from "../model/issue.ts";
import type { IssueCode } from "../model/issue-codes.ts";
import type { SheetName } from "../model/sheet.ts";

export class FileRefusal extends Error {
  constructor(
    readonly code: IssueCode,
    message: string,
    readonly hint: string,
    /** 0: the file as a whole. */
    readonly row = 0,
  ) {
    super(message);
  }
}

export function issueOfRefusal(refusal: FileRefusal, sheet: SheetName, file: string): Issue {
  const { code, message, hint, row } = refusal;
  return { code, severity: "error", at: { sheet, file, row }, message, hint };
}
