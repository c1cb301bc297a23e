/** Staged rows as they are read again, each with its verdict: one, by customer, by sheet, all of them; and how many there are. */
import type Libsql from "libsql";
import type { RowId, UnitId } from "../../model/plan.ts";
import type { SheetName } from "../../model/sheet.ts";
import type { IssueTable } from "./issue-table.ts";
import type { PagedRow, PageTable } from "./page-table.ts";
import type { SheetOfUnits, SpanTable } from "./span-table.ts";
import type { Judged, Verdict, VerdictTable } from "./verdict-table.ts";

export type StoredRow = PagedRow & Judged;

const valid: Judged = { verdict: "valid", blockedBy: null };

type Tables = { readonly pages: PageTable; readonly verdicts: VerdictTable; readonly spans: SpanTable };

export function rowReading(db: Libsql.Database, { pages, verdicts, spans }: Tables) {
  const notableAfter = db.prepare(
    "select row from issues where row > ?1 union select row from verdicts where row > ?1 order by row limit 1000",
  );

  const judge = (rows: readonly PagedRow[]): readonly StoredRow[] => {
    const found = verdicts.between(rows[0]?.id ?? 0, rows.at(-1)?.id ?? 0);
    return rows.map((row) => ({ ...row, ...(found.get(row.id) ?? valid) }));
  };

  const row = (id: RowId): StoredRow => ({ ...pages.row(id), ...verdicts.of(id) });

  function* ofUnit(unit: UnitId, sheet: SheetOfUnits): Generator<StoredRow> {
    for (const { first, last } of spans.ofUnit(unit, sheet)) {
      for (const rows of pages.between(first, last)) yield* judge(rows);
    }
  }

  function* ofSheet(sheet: SheetName): Generator<StoredRow> {
    for (const rows of pages.all(sheet)) yield* judge(rows);
  }

  return {
    row,
    ofUnit,
    ofSheet,

    ofTemplates: (): Generator<StoredRow> => ofSheet("templates"),

    ofCustomers: (): Generator<StoredRow> => ofSheet("customers"),

    ofProfiles: (): Generator<StoredRow> => ofSheet("profiles"),

    /** Rows that are not of this run, with their files, page by page. */
    *contextPages(): Generator<readonly StoredRow[]> {
      for (const rows of pages.context()) yield judge(rows);
    },

    /** All rows of this run in input order, page by page. */
    *pages(): Generator<readonly StoredRow[]> {
      for (const rows of pages.all()) yield judge(rows);
    },

    *all(): Generator<StoredRow> {
      for (const rows of pages.all()) yield* judge(rows);
    },

    /** Rows that have issues or are not valid, in input order, up to a thousand at a time. */
    *notable(): Generator<readonly StoredRow[]> {
      for (let last = 0; ; ) {
        const ids = (notableAfter.all(last) as { row: RowId }[]).map((found) => found.row); // selected by name
        const end = ids.at(-1);
        if (end === undefined) return;
        yield ids.map(row);
        last = end;
      }
    },
  };
}

export function rowCounts(
  db: Libsql.Database,
  { pages, verdicts, issues }: Omit<Tables, "spans"> & { readonly issues: IssueTable },
) {
  // sheets are staged one after the other
  const notableBySheet = db.prepare(`
    with notable as (select row from issues where row is not null union select row from verdicts)
    select s.sheet as sheet, count(*) as rows from notable n
    join (select sheet, min(first) as first, max(first + count) - 1 as last from pages group by sheet) s
      on n.row between s.first and s.last group by s.sheet`);

  return {
    /** Rows by sheet that are valid and without issues. */
    countGood(): ReadonlyMap<SheetName, number> {
      const left = new Map(pages.count().map(({ sheet, rows }) => [sheet, rows]));
      for (const { sheet, rows } of notableBySheet.all() as { sheet: SheetName; rows: number }[]) {
        // selected by name
        left.set(sheet, (left.get(sheet) ?? 0) - rows);
      }
      return left;
    },

    /** Rows by sheet and verdict, and warnings. */
    count(): {
      readonly verdicts: readonly { sheet: SheetName; verdict: Verdict; rows: number }[];
      readonly warnings: number;
    } {
      const refused = verdicts.count();
      const good = pages.count().map(({ sheet, rows }) => {
        const others = refused.filter((each) => each.sheet === sheet);
        return { sheet, verdict: "valid" as const, rows: others.reduce((left, each) => left - each.rows, rows) };
      });
      return { verdicts: [...good, ...refused], warnings: issues.countWarnings() };
    },
  };
}
