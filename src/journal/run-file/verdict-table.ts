/** Which rows may be planned. Only those that may not are written down. */
import type Libsql from "libsql";
import type { RowId } from "../../model/plan.ts";
import type { SheetName } from "../../model/sheet.ts";

/** valid: may be planned. invalid: our checks refused it. blocked: a row that it needs is one of these two. */
export type Verdict = "valid" | "invalid" | "blocked";

export type Judged = { readonly verdict: Verdict; readonly blockedBy: RowId | null };

export type VerdictTable = ReturnType<typeof verdictTable>;

type Columns = { readonly row: RowId; readonly verdict: "invalid" | "blocked"; readonly blocked_by: RowId | null };

const valid: Judged = { verdict: "valid", blockedBy: null };

export function verdictTable(db: Libsql.Database) {
  const refuse = db.prepare(
    "insert into verdicts (row, sheet, verdict) values (?, ?, 'invalid') on conflict do update set verdict = 'invalid'",
  );
  const block = db.prepare(
    "insert into verdicts (row, sheet, verdict, blocked_by) values (?, ?, 'blocked', ?) on conflict do nothing",
  );
  const one = db.prepare("select row, verdict, blocked_by from verdicts where row = ?");
  const between = db.prepare("select row, verdict, blocked_by from verdicts where row between ? and ?");
  const ofSheet = db.prepare("select row from verdicts where sheet = ? order by row");
  const all = db.prepare("select row from verdicts");
  const counts = db.prepare("select sheet, verdict, count(*) as rows from verdicts group by sheet, verdict");

  return {
    refuse: (row: RowId, sheet: SheetName): void => void refuse.run(row, sheet),
    /** A row that is refused already stays so. */
    block: (row: RowId, sheet: SheetName, by: RowId): void => void block.run(row, sheet, by),
    of: (row: RowId): Judged => toJudged(one.get(row)),
    /** Of the rows from `first` to `last` that are not valid. */
    between(first: RowId, last: RowId): ReadonlyMap<RowId, Judged> {
      const found = between.all(first, last) as Columns[]; // selected by name
      return new Map(found.map((line) => [line.row, toJudged(line)]));
    },
    /** Rows of a sheet that are not valid. */
    ofSheet: (sheet: SheetName): readonly RowId[] => (ofSheet.all(sheet) as Columns[]).map(({ row }) => row), // selected by name
    /** Every row that is not valid. */
    all: (): readonly RowId[] => (all.all() as Columns[]).map(({ row }) => row), // selected by name
    /** Of rows that are not valid. */
    count: () =>
      counts.all() as readonly { readonly sheet: SheetName; readonly verdict: Verdict; readonly rows: number }[], // selected by name
  };
}

function toJudged(found: unknown): Judged {
  if (found === undefined) return valid;
  const { verdict, blocked_by } = found as Columns; // selected by name
  return { verdict, blockedBy: blocked_by };
}
