/** Run files for tests, closed after them, and the few things that every batch in them needs. */
import { onTestFinished } from "vitest";
import type { FileId } from "../../src/journal/run-file/file-table.ts";
import type { NewRow } from "../../src/journal/run-file/row-table.ts";
import { openRunFile, type RunFile } from "../../src/journal/run-file/run-file.ts";
import type { Issue } from "../../src/model/issue.ts";
import type { SheetFile, SheetName } from "../../src/model/sheet.ts";
import { verbatim } from "../../src/model/words/text.ts";

export function runFileInMemory(): RunFile {
  return runFileAt(":memory:");
}

export function runFileAt(path: string): RunFile {
  const runFile = openRunFile(path);
  onTestFinished(() => runFile.close());
  return runFile;
}

export function sheetFile(sheet: SheetName, given: Partial<SheetFile> = {}): SheetFile {
  const file = `${sheet}.csv`;
  const header = ["customer", "email"];
  return { sheet, file, path: `/in/${file}`, header, columns: header, encoding: "UTF-8", delimiter: "comma", ...given };
}

/** A row whose key is also what it is compared by, but for what is given. */
export function newRow(row: number, given: Partial<NewRow> = {}): NewRow {
  return { row, cells: [`cell of ${row}`], key: `key ${row}`, issues: [], ...given };
}

export function issueOf(file: FileId, given: Partial<Issue> = {}): Issue {
  const at = { sheet: "users", file: `${file}.csv`, row: 2 } as const;
  return {
    code: "required",
    severity: "error",
    at,
    column: "email",
    message: verbatim("The cell is blank."),
    ...given,
  };
}
