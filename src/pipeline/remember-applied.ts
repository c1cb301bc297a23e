/** Writes down what a run has brought about, row by row, for the nights to come. */
import type { AppliedRow, AppliedRows } from "../journal/applied-rows.ts";
import type { RunFile } from "../journal/run-file.ts";
import type { RowOutcome } from "../model/run-report.ts";
import type { UpdatePolicy } from "../plan/customer-changes.ts";
import { withEarlier } from "../plan/last-applied.ts";
import { digestOf } from "../plan/row-digest.ts";
import { rowReader } from "../plan/row-reader.ts";
import type { RowWatcher } from "./end-run.ts";

/** How many rows are written at a time. */
const atATime = 2_000;

/**
 * Takes the outcome of every row, in input order and once, and keeps those that succeeded or were right already. Rows
 * that were not asked about keep the time at which they were.
 * `owner`: whose they are at the target.
 */
export function rememberApplied(
  runFile: RunFile,
  applied: AppliedRows,
  owner: string,
  policy: UpdatePolicy,
  nowMs: number,
): RowWatcher {
  const waiting = new Map<string, SeenRow[]>();
  const records = recordsOf(runFile);
  let kept = 0;
  const write = () => {
    for (const [customer, rows] of waiting) {
      const hasBlanks = rows.some(({ sheet }) => sheet !== "users");
      waiting.set(customer, keepEarlier(rows, hasBlanks ? applied.ofCustomer(owner, customer) : []));
    }
    applied.remember(owner, waiting);
    waiting.clear();
    kept = 0;
  };
  return {
    see(outcome) {
      const record = records.next().value;
      if (!isApplied(outcome) || record === undefined) return;
      const list = waiting.get(outcome.customer) ?? [];
      list.push({ ...toAppliedRow(outcome, record, policy, nowMs), isNew: outcome.action === "create" });
      waiting.set(outcome.customer, list);
      kept += 1;
      if (kept >= atATime) write();
    },
    finish: write,
  };
}

type SeenRow = AppliedRow & { readonly isNew?: boolean };

/** Only customers and locations have blank cells of which Webex tells nothing. */
function keepEarlier(rows: readonly SeenRow[], earlier: readonly AppliedRow[]): SeenRow[] {
  const known = new Map(earlier.map(({ sheet, key, record }) => [`${sheet} ${key}`, record]));
  return rows.map(({ isNew, ...row }) => {
    const before = row.sheet === "users" || isNew ? undefined : known.get(`${row.sheet} ${row.key}`);
    return before === undefined ? row : { ...row, record: withEarlier(row.record, before) };
  });
}

/** The record of each row, in input order; undefined for rows that have none. */
function* recordsOf(runFile: RunFile): Generator<unknown> {
  const read = rowReader(runFile);
  for (const row of runFile.rows.all()) yield row.verdict === "valid" ? read(row, row.sheet).value : undefined;
}

function isApplied({ status, lastAppliedAt }: RowOutcome): boolean {
  return lastAppliedAt === undefined && (status === "succeeded" || status === "unchanged");
}

function toAppliedRow(
  { at, key, webexId }: RowOutcome,
  record: unknown,
  policy: UpdatePolicy,
  atMs: number,
): AppliedRow {
  const { sheet } = at;
  return { sheet, key, record, digest: digestOf(sheet, record, policy), atMs, ...(webexId ? { webexId } : {}) };
}
