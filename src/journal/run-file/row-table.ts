/** Rows as they were read, what was found out about each, and the queries across rows. Knows no rules: `staging/` decides what an answer means. */
import type Libsql from "libsql";
import { type Issue, isError } from "../../model/issue.ts";
import type { NumberRange } from "../../model/number-ranges.ts";
import type { RowId } from "../../model/plan.ts";
import type { RowAddress, SheetName } from "../../model/sheet.ts";
import { blocking } from "./blocking.ts";
import type { FileId, FileTable } from "./file-table.ts";
import { fingerprintTable, type UniqueValues } from "./fingerprint-table.ts";
import type { IssueTable } from "./issue-table.ts";
import { type Drawn, limitTable } from "./limit-table.ts";
import { numberTable } from "./number-table.ts";
import { type NewPagedRow, type PagedRow, pageTable } from "./page-table.ts";
import { rowCounts, rowReading, type StoredRow } from "./row-reading.ts";
import { spanTable } from "./span-table.ts";
import { type VerdictTable, verdictTable } from "./verdict-table.ts";

/** A row to be staged. Everything except the cells is for queries. */
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

export type RowTable = ReturnType<typeof rowTable>;

export function rowTable(db: Libsql.Database, files: FileTable, issues: IssueTable) {
  const pages = pageTable(db);
  const verdicts = verdictTable(db);
  const spans = spanTable(db);
  const prints = fingerprintTable(db);
  const numbers = numberTable(db);
  const limits = limitTable(db);
  const names = templateNames(db);
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

  const reading = rowReading(db, { pages, verdicts, spans });
  const addressOfRow = ({ file, row, sheet }: PagedRow): RowAddress => ({ sheet, file: files.of(file).file, row });

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

    ...reading,
    ...rowCounts(db, { pages, verdicts, issues }),
    sheetOf: pages.sheetOf,
    address: (id: RowId): RowAddress => addressOfRow(pages.row(id)),
    addressOfRow,

    templateNamed(name: string): StoredRow | undefined {
      const id = names.find(name);
      return id === undefined ? undefined : reading.row(id);
    },

    templateNames: names.all,

    isContext,

    contextSpans,

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
    blockDependents: blocking(db, {
      verdicts: ownVerdicts,
      spans,
      row: pages.row,
      ofSheet: reading.ofSheet,
      ofUnit: reading.ofUnit,
    }),
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
