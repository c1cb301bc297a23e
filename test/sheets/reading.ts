/** Reads one file in a test, and gathers what it gave. */
import type { Issue } from "../../src/model/issue.ts";
import type { SheetFile, SheetName } from "../../src/model/sheet.ts";
import { type Spoken, speak } from "../../src/model/words/text.ts";
import { type CheckedRow, type ReadOptions, readSheet } from "../../src/sheets/read/read-sheet.ts";
import type { SourceFile } from "../../src/sheets/read/source-file.ts";

type ReadRow = Omit<CheckedRow, "checked"> & {
  readonly checked: Omit<CheckedRow["checked"], "issues"> & { readonly issues: readonly Spoken<Issue>[] };
};

/** What a file gave; what is said of it in English. */
export type Reading = {
  readonly file: SheetFile | undefined;
  readonly rows: readonly ReadRow[];
  readonly fileIssues: readonly Spoken<Issue>[];
  readonly count: number;
  readonly isRefused: boolean;
  readonly kinds: readonly string[];
};

export async function readAll(source: SourceFile, options: ReadOptions = {}): Promise<Reading> {
  let file: SheetFile | undefined;
  const rows: ReadRow[] = [];
  const fileIssues: Spoken<Issue>[] = [];
  const kinds: string[] = [];
  let end = { rows: -1, refused: false };
  for await (const event of readSheet(source, options)) {
    kinds.push(event.kind);
    if (event.kind === "header") file = event.file;
    if (event.kind === "rows") rows.push(...event.rows.map(inEnglish));
    if (event.kind === "issues") fileIssues.push(...speak(event.issues, "en"));
    if (event.kind === "end") end = event;
  }
  return { file, rows, fileIssues, count: end.rows, isRefused: end.refused, kinds };
}

function inEnglish({ checked, ...row }: CheckedRow): ReadRow {
  return { ...row, checked: { ...checked, issues: speak(checked.issues, "en") } };
}

export function sourceOf(path: string, sheet: SheetName = "users", worksheet?: string): SourceFile {
  return { sheet, file: "users.csv", path, ...(worksheet === undefined ? {} : { worksheet }) };
}
