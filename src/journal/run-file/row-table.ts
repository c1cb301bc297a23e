/** Rows as they were read, what was found out about each, and the queries across rows. Knows no rules: `staging/` decides what an answer means. */
import type Libsql from "libsql";
import { type Issue, isError } from "../../model/issue.ts";
import type { NumberRange } from "../../model/number-ranges.ts";
import type { RowId, UnitId } from "../../model/plan.ts";
import type { RowAddress, SheetName } from "../../model/sheet.ts";
import { blocking } from "./blocking.ts";
import type { FileId, FileTable } from "./file-table.ts";
import { fingerprintTable, type UniqueValues } from "./fingerprint-table.ts";
import type { IssueTable } from "./issue-table.ts";
import { type Drawn, limitTable } from "./limit-table.ts";
import { numberTable } from "./number-table.ts";
import { type NewPagedRow, type PagedRow, pageTable } from "./page-table.ts";
import { type SheetOfUnits, spanTable } from "./span-table.ts";
import { type Judged, type Verdict, type VerdictTable, verdictTable } from "./verdict-table.ts";

/** A row to be staged. What stands beside the cells is there to be asked for. */
export type NewRow = NewPagedRow & {
  /** What no two rows may share, as it is compared. */
  readonly unique?: UniqueValues;
  /** Numbers that it gives to its place. */
  readonly numbers?: readonly NumberRange[];
  readonly draws?: readonly Drawn[];
  readonly issues: readonly Issue[];
  /** A row that it takes values from, and that is not valid. */
  readonly blockedBy?: RowId | undefined;
};

export type StoredRow = PagedRow & Judged;

export type RowTable = ReturnType<typeof rowTable>;

const valid: Judged = { verdict: "valid", blockedBy: null };

export function rowTable(db: Libsql.Database, files: FileTable, issues: IssueTable) {
  const pages = pageTable(db);
  const verdicts = verdictTable(db);
  const spans = spanTable(db);
  const prints = fingerprintTable(db);
  const numbers = numberTable(db);
  const limits = limitTable(db);
  const names = templateNames(db);
  const notableAfter = db.prepare(
    "select row from issues where row > ?1 union select row from verdicts where row > ?1 order by row limit 1000",
  );
  // sheets are staged one after the other
  const notableBySheet = db.prepare(`
    with notable as (select row from issues where row is not null union select row from verdicts)
    select s.sheet as sheet, count(*) as rows from notable n
    join (select sheet, min(first) as first, max(first + count) - 1 as last from pages group by sheet) s
      on n.row between s.first and s.last group by s.sheet`);

  let knownSpans: ReturnType<typeof pages.contextSpans> | undefined;
  const contextSpans = () => {
    knownSpans ??= pages.contextSpans();
    return knownSpans;
  };
  /** Is the row not of this run, but there to be checked against? */
  const isContext = (id: RowId): boolean => contextSpans().some(({ first, last }) => id >= first && id <= last);
  const ownVerdicts: VerdictTable = {
    ...verdicts,
    refuse: (id, sheet) => void (isContext(id) || verdicts.refuse(id, sheet)),
    block: (id, sheet, by) => void (isContext(id) || verdicts.block(id, sheet, by)),
  };

  const addressOfRow = ({ file, row, sheet }: PagedRow): RowAddress => ({ sheet, file: files.of(file).file, row });

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
    /** The id that the next staged row will get. */
    nextId: pages.nextId,

    /** Writes rows in order; returns the id of the first, the others follow by one. */
    stage(file: FileId, sheet: SheetName, rows: readonly NewRow[]): RowId {
      const first = pages.nextId();
      pages.add(file, sheet, rows);
      if (files.isContext(file)) knownSpans = undefined;
      else stageIssues(first, file, sheet, rows);
      prints.add(sheet, first, rows);
      const units = rows.map(({ unit }) => unit);
      if (sheet === "locations" || sheet === "users") spans.add(sheet, first, units);
      if (sheet === "templates") names.add(first, rows);
      for (const [index, { blockedBy }] of rows.entries())
        if (blockedBy !== undefined) ownVerdicts.block(first + index, sheet, blockedBy);
      limits.add(rows.filter(isValid));
      numbers.add(first, rows);
      return first;
    },

    /** An issue found later than its row. An error makes the row invalid. Of a row that is not of this run nothing is written down. */
    addIssue(id: RowId | undefined, file: FileId, issue: Issue): void {
      if (id !== undefined && isContext(id)) return;
      issues.add(id, file, issue);
      if (id !== undefined && isError(issue)) verdicts.refuse(id, files.of(file).sheet);
    },

    /** Warnings of a row to which another issue gives the answer. */
    withdrawIssues: issues.withdraw,

    row,
    sheetOf: pages.sheetOf,
    address: (id: RowId): RowAddress => addressOfRow(pages.row(id)),
    addressOfRow,

    ofTemplates: (): Generator<StoredRow> => ofSheet("templates"),

    ofCustomers: (): Generator<StoredRow> => ofSheet("customers"),

    ofProfiles: (): Generator<StoredRow> => ofSheet("profiles"),

    templateNamed(name: string): StoredRow | undefined {
      const id = names.find(name);
      return id === undefined ? undefined : row(id);
    },

    templateNames: names.all,

    isContext,

    /** Rows that are not of this run, with their files, page by page. */
    *contextPages(): Generator<readonly StoredRow[]> {
      for (const rows of pages.context()) yield judge(rows);
    },

    contextSpans,

    /** All rows of this run in input order, page by page. */
    *pages(): Generator<readonly StoredRow[]> {
      for (const rows of pages.all()) yield judge(rows);
    },

    *all(): Generator<StoredRow> {
      for (const rows of pages.all()) yield* judge(rows);
    },

    ofUnit,

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

    /** Rows of a sheet that probably share a value, grouped, groups in the order of their first row. */
    alike: prints.alike,

    /** Rows of one sheet, each with those of another that probably bear the same value. */
    alikeAcross: prints.alikeAcross,

    /** Rows that are not valid. */
    refused: verdicts.all,

    /** What rows must not share, as fingerprints. */
    prints: prints.lists,

    /** Ranges of numbers that rows of customers and locations give to their places. */
    numberClaims: numbers.claims,

    sharedNumbers: numbers.shared,
    overdrawnLimits: limits.overdrawn,

    /** Rows that need an invalid row, or one that is blocked itself, become blocked by it. */
    blockDependents: blocking(db, { verdicts: ownVerdicts, spans, row: pages.row, ofSheet, ofUnit }),

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

  function stageIssues(first: RowId, file: FileId, sheet: SheetName, rows: readonly NewRow[]): void {
    for (const [index, row] of rows.entries()) {
      if (row.issues.length === 0) continue;
      for (const issue of row.issues) issues.add(first + index, file, issue);
      if (!isValid(row)) verdicts.refuse(first + index, sheet);
    }
  }
}

function isValid({ issues }: NewRow): boolean {
  return !issues.some(isError);
}

type Named = { readonly unique?: UniqueValues };

function templateNames(db: Libsql.Database) {
  const insert = db.prepare("insert into template_names (row, name) values (?, ?)");
  const byName = db.prepare("select row from template_names where name = ? order by row limit 1");
  const all = db.prepare("select name from template_names order by row");

  return {
    /** `rows` in a row, the first of which has the id `first`; those without a name are left out. */
    add(first: RowId, rows: readonly Named[]): void {
      for (const [index, { unique }] of rows.entries()) {
        if (unique?.match !== undefined) insert.run(first + index, toText(unique.match));
      }
    },
    /** The first one of that name. */
    find: (name: string): RowId | undefined => (byName.get(toText(name)) as { row: RowId } | undefined)?.row, // selected by name
    all: (): readonly string[] => (all.all() as { name: string }[]).map(({ name }) => name), // selected by name
  };
}

/** SQLite's text ends at a NUL, and libsql breaks on half characters: a mark stands for them. */
function toText(name: string): string {
  return name.replaceAll("\0", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd");
}
