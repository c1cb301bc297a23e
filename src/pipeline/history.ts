/** What all runs of a state folder did to a customer, a person or a number. The index says where to look; what was done is read from the run files. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { type HistoryIndex, openHistoryIndex, strides } from "../journal/state/history-index.ts";
import { foldNumber } from "../model/names.ts";
import type { RowAction, RowStatus } from "../model/outcome.ts";
import type { Change, RowId, UnitId } from "../model/plan.ts";
import type { RowOutcome } from "../model/run-report.ts";
import { formatAddress, type SheetName } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { type Text, text } from "../model/words/text.ts";
import { rowsWithSteps } from "../outcome/report-source.ts";
import { lookUps } from "../outcome/row-steps.ts";
import { printOf, termsOf } from "../outcome/run-terms.ts";
import { doerAt, readRunFacts, type StoredFacts } from "../run/facts.ts";
import { listRunIds, openRun, runFileOf, runFolderOf } from "../run/folder.ts";
import { historyIndexName } from "../run/runs.ts";

/** One thing that a run did, or tried. */
export type HistoryLine = {
  /** ISO 8601, UTC: when it was done; of a row for which nothing was sent, when its run began. */
  readonly at: string;
  readonly runId: string;
  readonly command: string;
  readonly target?: "simulator" | "webex";
  readonly customer: string;
  readonly sheet: SheetName;
  readonly key: string;
  /** `users.csv:17`. */
  readonly row: string;
  readonly action: RowAction;
  readonly status: RowStatus;
  readonly changes: readonly Change[];
  /** Why not, of a row that is not right. */
  readonly code?: string;
  readonly message?: Text;
  readonly operator?: string;
  readonly ticket?: string;
  /** The run that has taken this one back since. */
  readonly undoneBy?: string;
};

/** Of those that are given, all must hold. */
export type HistoryQuery = {
  /** External id or name. */
  readonly customer?: string;
  readonly email?: string;
  /** E.164. */
  readonly number?: string;
  readonly operator?: string;
  readonly ticket?: string;
  readonly target?: "simulator" | "webex";
  /** Also where nothing was to be done: what was right already, and what was not attempted. */
  readonly isWhole?: boolean;
};

export type HistoryWatch = {
  /** Run files that have to be read first, because they are new or have changed. */
  readonly onRead?: (runs: number) => void;
  /** A run of which nothing can be told. */
  readonly onUnreadable?: (runId: string, reason: Text) => void;
  readonly signal?: AbortSignal;
};

/** Oldest first, read while they are asked for. Throws UserError when nothing is asked for. */
export async function* history(
  query: HistoryQuery,
  stateFolder: string,
  watch: HistoryWatch = {},
): AsyncGenerator<HistoryLine, void> {
  const { customer, email, number, operator, ticket } = query;
  if ([customer, email, number, operator, ticket].every((each) => each === undefined))
    throw new UserError("nothing_asked_for", text("history_of_nothing"), text("history_of_what"));
  const unreadable = new Set<string>();
  const places = await findPlaces(query, stateFolder, {
    ...watch,
    onUnreadable(runId, reason) {
      unreadable.add(runId);
      watch.onUnreadable?.(runId, reason);
    },
  });
  for (const [runId, place] of places) {
    watch.signal?.throwIfAborted();
    if (unreadable.has(runId)) continue;
    using runFile = openRun(runFolderOf(stateFolder, runId));
    yield* linesOf(runFile, place, query);
  }
}

/** Where a run names what is looked for: in these rows, of these customers. Absent: in any. */
type Place = { readonly rows?: ReadonlySet<RowId>; readonly units?: ReadonlySet<UnitId> };

async function findPlaces(
  query: HistoryQuery,
  stateFolder: string,
  watch: HistoryWatch,
): Promise<ReadonlyMap<string, Place>> {
  const { customer, email, number, isWhole = false } = query;
  if ([customer, email, number].every((each) => each === undefined))
    return new Map((await listRunIds(stateFolder)).map((runId) => [runId, {}]));
  using index = openHistoryIndex(join(stateFolder, historyIndexName));
  await readNewRuns(index, stateFolder, watch);
  const isAsked = (place: number) => isWhole || place > 0;
  const found: ReadonlyMap<string, Place>[] = [];
  if (email !== undefined) found.push(rowsNaming(index, isAsked, { email: printOf.email(email) }));
  if (number !== undefined) found.push(rowsNaming(index, isAsked, numberTerms(number)));
  if (customer !== undefined) found.push(unitsNamed(index, isAsked, customer));
  return inAll(found);
}

function numberTerms(number: string) {
  const digits = foldNumber(number);
  return { number: printOf.number(`+${digits}`), range: Number(digits) };
}

/** Reads what is new since the last time, and forgets runs that are gone. */
async function readNewRuns(index: HistoryIndex, stateFolder: string, watch: HistoryWatch): Promise<void> {
  const marks = index.marks();
  const ids = await listRunIds(stateFolder);
  index.forget([...marks.keys()].filter((runId) => !ids.includes(runId)));
  const found = await Promise.all(ids.map(async (runId) => ({ runId, mark: await markOf(stateFolder, runId) })));
  const changed = found.filter(({ runId, mark }) => marks.get(runId) !== mark);
  if (changed.length > 0) watch.onRead?.(changed.length);
  for (const { runId, mark } of changed) {
    watch.signal?.throwIfAborted();
    try {
      using runFile = openRun(runFolderOf(stateFolder, runId));
      readRunFacts(runFile);
      index.put(runId, mark, termsOf(runFile));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      index.forget([runId]);
      watch.onUnreadable?.(runId, error.what);
    }
    await new Promise(setImmediate); // a signal comes through
  }
}

/** Changes with what is in the run file. */
async function markOf(stateFolder: string, runId: string): Promise<string> {
  const path = runFileOf(runFolderOf(stateFolder, runId));
  const facts = await Promise.all([path, `${path}-wal`].map((each) => stat(each).catch(() => undefined)));
  return facts.map((each) => (each && each.size > 0 ? `${each.size}@${each.mtimeMs}` : "")).join(" ");
}

type Terms = { readonly email?: number; readonly number?: number; readonly range?: number };

function rowsNaming(index: HistoryIndex, isAsked: (place: number) => boolean, wanted: Terms): Map<string, Place> {
  const found = new Map<string, Set<RowId>>();
  const add = (runId: string, place: number) => {
    if (!isAsked(place)) return;
    const rows = found.get(runId) ?? new Set();
    found.set(runId, rows.add(Math.abs(place)));
  };
  for (const kind of ["email", "number"] as const) {
    const print = wanted[kind];
    if (print === undefined) continue;
    for (const { runId, terms } of index.terms(kind))
      for (let at = 0; at < terms.length; at += strides[kind]) if (terms[at] === print) add(runId, terms[at + 1] ?? 0);
  }
  const { range } = wanted;
  if (range !== undefined) {
    for (const { runId, terms } of index.terms("range"))
      for (let at = 0; at < terms.length; at += strides.range)
        if ((terms[at] ?? 0) <= range && range <= (terms[at + 1] ?? 0)) add(runId, terms[at + 2] ?? 0);
  }
  return new Map([...found].map(([runId, rows]) => [runId, { rows }]));
}

type CustomerTerm = {
  readonly runId: string;
  readonly externalId: number;
  readonly name: number;
  readonly isOnlyNamed: boolean;
  readonly place: number;
};

/** By external id or name; and where sheets name that customer the other way. */
function unitsNamed(index: HistoryIndex, isAsked: (place: number) => boolean, customer: string): Map<string, Place> {
  const [id, name] = [printOf.externalId(customer.trim()), printOf.name(customer)];
  const ids = new Set([id]);
  const names = new Set<number>();
  for (const term of customerTerms(index)) {
    if (term.externalId !== id && term.name !== name) continue;
    ids.add(term.externalId);
    if (term.name !== 0) names.add(term.name);
  }
  const found = new Map<string, Set<UnitId>>();
  for (const { runId, place, ...term } of customerTerms(index)) {
    if (!ids.has(term.externalId) && !(term.isOnlyNamed && names.has(term.name))) continue;
    if (isAsked(place)) found.set(runId, (found.get(runId) ?? new Set()).add(Math.abs(place)));
  }
  return new Map([...found].map(([runId, units]) => [runId, { units }]));
}

function* customerTerms(index: HistoryIndex): Generator<CustomerTerm> {
  for (const { runId, terms } of index.terms("customer")) {
    for (let at = 0; at < terms.length; at += strides.customer) {
      const [externalId = 0, name = 0, isOnlyNamed = 0, place = 0] = terms.subarray(at, at + strides.customer);
      yield { runId, externalId, name, isOnlyNamed: isOnlyNamed === 1, place };
    }
  }
}

/** Runs that name all of it, oldest first. */
function inAll(found: readonly ReadonlyMap<string, Place>[]): ReadonlyMap<string, Place> {
  const [first = new Map<string, Place>(), ...others] = found;
  const ids = [...first.keys()].filter((runId) => others.every((each) => each.has(runId))).toSorted();
  return new Map(ids.map((runId) => [runId, found.flatMap((each) => each.get(runId) ?? []).reduce(bothOf)]));
}

function bothOf(one: Place, other: Place): Place {
  const { rows: a = other.rows, units = other.units } = one;
  const b = other.rows;
  const rows = a && b ? new Set([...a].filter((row) => b.has(row))) : a;
  return { ...(rows ? { rows } : {}), ...(units ? { units } : {}) };
}

function* linesOf(runFile: RunFile, place: Place, query: HistoryQuery): Generator<HistoryLine> {
  const facts = readRunFacts(runFile);
  if (query.target !== undefined && facts.target?.name !== query.target) return;
  const look = lookUps(runFile);
  for (const page of pagesOf(runFile, place)) {
    for (const { outcome, steps } of rowsWithSteps(runFile, page, look)) {
      const line = toLine(
        outcome,
        steps.flatMap(({ operation: { changes = [] } }) => changes),
        facts,
      );
      if (isAskedFor(line, query)) yield line;
    }
  }
}

function isAskedFor({ action, status, operator, ticket }: HistoryLine, query: HistoryQuery): boolean {
  if (query.operator !== undefined && operator?.toLowerCase() !== query.operator.toLowerCase()) return false;
  if (query.ticket !== undefined && ticket?.toLowerCase() !== query.ticket.toLowerCase()) return false;
  return query.isWhole === true || action !== "none" || (status !== "unchanged" && status !== "not_attempted");
}

/** Rows one behind the other, as they are read together. */
function* pagesOf(runFile: RunFile, { rows: named, units }: Place): Generator<readonly StoredRow[]> {
  const { rows } = runFile;
  if (units) for (const unit of units) yield* rowsOfUnit(runFile, unit, named);
  else if (named) for (const row of [...named].toSorted((a, b) => a - b)) yield [rows.row(row)];
  else yield* rows.pages();
}

function* rowsOfUnit(runFile: RunFile, unit: UnitId, named?: ReadonlySet<RowId>): Generator<readonly StoredRow[]> {
  const { rows } = runFile;
  const isNamed = (row: RowId) => !rows.isContext(row) && (!named || named.has(row));
  const { row: own } = runFile.units.get(unit);
  if (own !== null && isNamed(own)) yield [rows.row(own)];
  for (const sheet of ["locations", "users"] as const)
    for (const row of rows.ofUnit(unit, sheet)) if (isNamed(row.id)) yield [row];
}

function toLine(outcome: RowOutcome, changes: readonly Change[], facts: StoredFacts): HistoryLine {
  const { at, customer, key, action, status, problems, startedAt, finishedAt } = outcome;
  const when = finishedAt ?? startedAt ?? facts.startedAt;
  const { operator, ticket } = doerAt(facts, when);
  const [problem] = status === "succeeded" || status === "unchanged" ? [] : problems;
  return {
    at: when,
    runId: facts.runId,
    command: facts.command,
    ...(facts.target ? { target: facts.target.name } : {}),
    ...{ customer, sheet: at.sheet, key, row: formatAddress(at), action, status, changes },
    ...(problem ? { code: problem.code, message: problem.message } : {}),
    ...(operator ? { operator } : {}),
    ...(ticket ? { ticket } : {}),
    ...(facts.undoneBy ? { undoneBy: facts.undoneBy } : {}),
  };
}
