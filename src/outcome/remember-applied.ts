/** Writes down what a run has brought about, row by row, for the nights to come. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { AppliedRow, AppliedRows } from "../journal/state/applied-rows.ts";
import { resultOf, stateOf } from "../model/journal-entry.ts";
import type { OperationId } from "../model/plan.ts";
import type { Assigned, RowOutcome } from "../model/run-report.ts";
import type { UpdatePolicy } from "../planning/customer-changes.ts";
import { nameOfApplied, withEarlier, youngestOfEach } from "../planning/last-applied.ts";
import { digestOf } from "../planning/row-digest.ts";
import { isRemoval } from "../sheets/cells/check-row.ts";
import { rowReader } from "../staging/row-reader.ts";
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
      if (isRecordOfRemoval(record)) {
        if (outcome.status === "succeeded" || outcome.status === "unchanged")
          applied.forget(owner, outcome.customer, outcome.at.sheet, outcome.key);
        return;
      }
      if (!isApplied(outcome) || record === undefined || outcome.at.sheet === "profiles") return;
      const list = waiting.get(outcome.customer) ?? [];
      list.push({ ...toAppliedRow(outcome, record, policy, nowMs), isNew: outcome.action === "create" });
      waiting.set(outcome.customer, list);
      kept += 1;
      if (kept >= atATime) write();
    },
    finish() {
      write();
      for (const { former, now } of formerCustomers(runFile)) {
        if (now !== undefined) applied.goLive.rename(owner, former, now);
        applied.forgetCustomer(owner, former);
      }
    },
  };
}

/** External ids under which nothing stands any more: customers that have gone, and those that have another one `now`. */
function formerCustomers(runFile: RunFile): readonly { readonly former: string; readonly now?: string }[] {
  const isDone = (id: OperationId) => resultOf(stateOf(runFile.operations.get(id)?.entries ?? []))?.status === "done";
  const gone = runFile.operations
    .ofResource("customer")
    .flatMap(({ id, key, action }) => (action === "delete" && isDone(id) ? [{ former: key }] : []));
  const renamed = runFile.operations.ofResource("external_id").flatMap(({ id, key, changes = [] }) => {
    const former = changes[0]?.before ?? "";
    return former !== "" && isDone(id) ? [{ former, now: key }] : [];
  });
  return [...gone, ...renamed];
}

/** Who has gone is nothing that was applied. */
function isRecordOfRemoval(record: unknown): boolean {
  return typeof record === "object" && record !== null && isRemoval(record);
}

type SeenRow = AppliedRow & { readonly isNew?: boolean };

/** Only customers and locations have blank cells of which Webex tells nothing. */
function keepEarlier(rows: readonly SeenRow[], earlier: readonly AppliedRow[]): SeenRow[] {
  const known = new Map(youngestOfEach(earlier).map((row) => [nameOfApplied(row), row.record]));
  return rows.map(({ isNew, ...row }) => {
    const before = row.sheet === "users" || isNew ? undefined : known.get(nameOfApplied(row));
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
  { at, key, webexId, assigned }: RowOutcome,
  record: unknown,
  policy: UpdatePolicy,
  atMs: number,
): AppliedRow {
  const { sheet } = at;
  const chosen = chosenOf(assigned);
  const kept = chosen && typeof record === "object" ? { ...record, assigned: chosen } : record;
  return { sheet, key, record: kept, digest: digestOf(sheet, record, policy), atMs, ...(webexId ? { webexId } : {}) };
}

/** The number and the extension that were chosen for the row. */
function chosenOf({ phoneNumber, extension }: Assigned = {}): Omit<Assigned, "profile"> | undefined {
  if (phoneNumber === undefined && extension === undefined) return undefined;
  return { ...(phoneNumber ? { phoneNumber } : {}), ...(extension ? { extension } : {}) };
}

/** What an undo took back is not what was last applied any more. */
export function forgetApplied(applied: AppliedRows, owner: string): RowWatcher {
  return {
    see({ at, customer, key, status }) {
      if (status === "succeeded") applied.forget(owner, customer, at.sheet, key);
    },
    finish: () => undefined,
  };
}
