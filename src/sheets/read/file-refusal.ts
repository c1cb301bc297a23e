/** Why a file cannot be read: thrown within this folder, and turned into an issue of the file before it leaves. */
import type { Issue } from "../../model/issue.ts";
import type { IssueCode } from "../../model/issue-codes.ts";
import type { SheetName } from "../../model/sheet.ts";
import { inEnglish, type Text, withValues } from "../../model/words/text.ts";
import type { SourceFile } from "./source-file.ts";

export class FileRefusal extends Error {
  constructor(
    readonly code: IssueCode,
    readonly said: Text,
    readonly hint: Text,
    /** 0: the file as a whole. */
    readonly row = 0,
  ) {
    super(inEnglish(said));
  }
}

/** Under the name by which people know the file. */
export function issueOfRefusal(
  { code, said, hint, row }: FileRefusal,
  { sheet, file, path, name = path }: Pick<SourceFile, "file" | "path" | "name"> & { readonly sheet?: SheetName },
): Issue {
  return {
    code,
    severity: "error",
    at: { ...(sheet ? { sheet } : {}), file, row },
    message: withValues(said, (value) => value.replaceAll(path, name)),
    hint: withValues(hint, (value) => value.replaceAll(path, name)),
  };
}
