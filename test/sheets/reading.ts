/** Reads one file in a test, and gathers what it gave. */
import type { Issue } from "../../src/model/issue.ts";
import type { SheetFile, SheetName } from "../../src/model/sheet.ts";
import { type CheckedRow, type ReadOptions, readSheet } from "../../src/sheets/read-sheet.ts";
import type { SourceFile } from "../../src/sheets/source-file.ts";

export type Reading = {
  readonly file: SheetFile | undefined;
  readonly rows: readonly CheckedRow[];
  readonly fileIssues: readonly Issue[];
  readonly count: number;
  readonly isRefused: boolean;
  readonly kinds: readonly string[];
};

export async function readAll(source: SourceFile, options: ReadOptions = {}): Promise<Reading> {
  let file: SheetFile | undefined;
  const rows: CheckedRow[] = [];
  const fileIssues: Issue[] = [];
  const kinds: string[] = [];
  let end = { rows: -1, refused: false };
  for await (const event of readSheet(source, options)) {
    kinds.push(event.kind);
    if (event.kind === "header") file = event.file;
    if (event.kind === "rows") rows.push(...event.rows);
    if (event.kind === "issues") fileIssues.push(...event.issues);
    if (event.kind === "end") end = event;
  }
  return { file, rows, fileIssues, count: end.rows, isRefused: end.refused, kinds };
}

export function sourceOf(path: string, sheet: SheetName = "users", worksheet?: string): SourceFile {
  return { sheet, file: "users.csv", path, ...(worksheet === undefined ? {} : { worksheet }) };
}
