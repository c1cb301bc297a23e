/** Why a file cannot be read: thrown within this folder, and turned into an issue of the file before it leaves. */
import type { Issue } from "../model/issue.ts";
import type { IssueCode } from "../model/issue-codes.ts";
import type { SourceFile } from "./source-file.ts";

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

/** Under the name by which people know the file. */
export function issueOfRefusal(
  { code, message, hint, row }: FileRefusal,
  { sheet, file, path, name = path }: SourceFile,
): Issue {
  return { code, severity: "error", at: { sheet, file, row }, message: message.replaceAll(path, name), hint };
}
