/** The issues of rows and files. */
import type Libsql from "libsql";
import type { Issue } from "../../model/issue.ts";
import type { IssueCode } from "../../model/issue-codes.ts";
import type { RowId } from "../../model/plan.ts";
import type { FileId } from "./file-table.ts";

export type IssueTable = ReturnType<typeof issueTable>;

export function issueTable(db: Libsql.Database) {
  const insert = db.prepare("insert into issues (row, file, severity, issue) values (?, ?, ?, ?)");
  const remove = db.prepare("delete from issues where row = ? and json_extract(issue, '$.code') = ?");
  const ofRow = db.prepare("select issue from issues where row = ? order by id");
  const ofRows = db.prepare("select row, issue from issues where row between ? and ? order by row, id");
  const ofFiles = db.prepare("select issue from issues where row is null order by id");
  const warnings = db.prepare("select count(*) as warnings from issues where severity = 'warning'");

  return {
    /** `row` undefined: of the file as a whole. */
    add: (row: RowId | undefined, file: FileId, issue: Issue): void =>
      void insert.run(row ?? null, file, issue.severity, JSON.stringify(issue)),

    /** Those of a code that an issue found later makes superfluous. */
    withdraw: (row: RowId, code: IssueCode): void => void remove.run(row, code),

    of: (row: RowId): readonly Issue[] => ofRow.all(row).map(parse),

    /** Issues of the rows from `first` to `last`, for those that have any. */
    between(first: RowId, last: RowId): ReadonlyMap<RowId, readonly Issue[]> {
      const found = new Map<RowId, Issue[]>();
      for (const line of ofRows.all(first, last) as { row: number; issue: string }[]) {
        // selected by name
        const issues = found.get(line.row) ?? [];
        issues.push(parse(line));
        found.set(line.row, issues);
      }
      return found;
    },

    /** Of files as a whole. */
    ofFiles: (): readonly Issue[] => ofFiles.all().map(parse),

    countWarnings: (): number => (warnings.get() as { warnings: number }).warnings, // one count
  };
}

function parse(line: unknown): Issue {
  return JSON.parse((line as { issue: string }).issue) as Issue; // written by `add`
}
