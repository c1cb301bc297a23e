/** Writes down the days on which something goes live, as a run has set them, and which of them it has carried out. */
import { z } from "zod";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { GoLiveDays, GoLiveKey } from "../journal/state/go-live-days.ts";
import { resultOf, stateOf } from "../model/journal-entry.ts";
import { foldName } from "../model/names.ts";
import type { Failure } from "../model/outcome.ts";
import type { GoLiveDay, GoLiveKind, Operation, OperationId, RowId } from "../model/plan.ts";

/** Of operations that were remembered: the run may be gone on with when other runs have set other days. */
const factName = "go_live";

type DaysOf = {
  readonly runFile: RunFile;
  readonly days: GoLiveDays;
  /** Whose they are at the target. */
  readonly owner: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
};

/** Each operation once. What is carried out in part is tried again: its day stays open. */
export function rememberGoLive(at: DaysOf): void {
  const { runFile } = at;
  const before = runFile.readFact(factName, (value) => z.array(z.number()).parse(value)) ?? [];
  const known = new Set<OperationId>(before);
  const isNew = ({ id }: Operation) => !known.has(id);
  const set = [...runFile.operations.ofResource("go_live")].filter((each) => isNew(each) && isDone(runFile, each));
  for (const operation of set) rememberDay(at, operation);
  const done = [...activationsByRow(runFile, isNew).values()].flatMap((operations) =>
    rememberActivation(at, operations),
  );
  const welcomes = [...runFile.operations.ofResource("welcome")].filter(isNew);
  for (const operation of welcomes) rememberDayOfMails(at, operation);
  const mailed = welcomes.filter((each) => mayHaveLeft(runFile, each));
  for (const operation of mailed) at.days.settle(at.owner, keyOf(runFile, operation, "welcome"), at.nowMs);
  const now = [...set.map(({ id }) => id), ...done, ...mailed.map(({ id }) => id)];
  if (now.length > 0) runFile.writeFact(factName, [...before, ...now]);
}

/** One that was reached when its row was read was never set: it is now, whatever became of the mails. */
function rememberDayOfMails({ runFile, days, owner }: DaysOf, operation: Operation): void {
  const hasBegun = (runFile.operations.get(operation.id)?.entries ?? []).length > 0;
  if (operation.resource !== "welcome" || !operation.payload.day || !hasBegun) return;
  setDay(days, owner, keyOf(runFile, operation, "welcome"), operation.payload.day);
}

function isDone(runFile: RunFile, { id, action }: Operation): boolean {
  return action === "none" || resultOf(stateOf(runFile.operations.get(id)?.entries ?? []))?.status === "done";
}

/** Nobody is mailed twice by itself: only what was certainly not sent is due again. */
function mayHaveLeft(runFile: RunFile, { id }: Operation): boolean {
  const state = stateOf(runFile.operations.get(id)?.entries ?? []);
  const result = resultOf(state);
  if (!result) return state.isInDoubt || state.kind === "started";
  return result.status !== "failed" || (result.failure.sent && !definite.has(result.failure.kind));
}

/** Webex has answered, and it was no. */
const definite: ReadonlySet<Failure["kind"]> = new Set(["rejected", "throttled", "locked", "unauthorized"]);

function rememberDay({ runFile, days, owner, nowMs }: DaysOf, operation: Operation): void {
  if (operation.resource !== "go_live") return;
  const key = keyOf(runFile, operation, operation.payload.kind);
  if (operation.action === "none") days.settle(owner, key, nowMs);
  else setDay(days, owner, key, operation.payload);
}

function setDay(days: GoLiveDays, owner: string, key: GoLiveKey, { on, timezone, name, numbers }: GoLiveDay): void {
  if (on === undefined) days.drop(owner, key);
  else days.set(owner, { ...key, on, timezone, name, numbers });
}

function activationsByRow(
  runFile: RunFile,
  isNew: (operation: Operation) => boolean,
): ReadonlyMap<RowId, readonly Operation[]> {
  const byRow = new Map<RowId, Operation[]>();
  for (const operation of runFile.operations.ofResource("activation")) {
    if (!isNew(operation)) continue;
    const known = byRow.get(operation.row);
    if (known) known.push(operation);
    else byRow.set(operation.row, [operation]);
  }
  return byRow;
}

/** Of one row. The result: those that are done with. */
function rememberActivation(
  { runFile, days, owner, nowMs }: DaysOf,
  operations: readonly Operation[],
): readonly OperationId[] {
  const [first] = operations;
  if (first?.resource !== "activation" || first.payload.state !== "ACTIVE") return [];
  const key = keyOf(runFile, first, "numbers");
  if (operations.every((each) => isDone(runFile, each))) {
    days.settle(owner, key, nowMs);
    return operations.map(({ id }) => id);
  }
  const { day } = first.payload;
  const isKnown = days.ofCustomer(owner, key.customer).some(isOf(key));
  if (day && !isKnown) setDay(days, owner, key, day); // one that was reached when it was read was never set
  return [];
}

function isOf({ place, kind }: GoLiveKey): (other: GoLiveKey) => boolean {
  return (other) => other.place === place && other.kind === kind;
}

function keyOf(runFile: RunFile, { unit, row }: Operation, kind: GoLiveKind): GoLiveKey {
  const { sheet, key } = runFile.rows.row(row);
  const customer = runFile.units.get(unit).reference;
  return { customer, place: sheet === "locations" ? foldName(key) : "", kind };
}
