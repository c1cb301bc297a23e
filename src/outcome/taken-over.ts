/** Rows of an interrupted run that another run has done since: a retry that was forced, a run of the same sheets. They are not sent again, and the row says who did it. */

import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { ownerOf } from "../journal/state/template-registry.ts";
import { type JournalEntry, type JournalledOperation, resultOf, stateOf } from "../model/journal-entry.ts";
import type { Ids, RowStatus } from "../model/outcome.ts";
import type { Operation, ResourceKind, UnitId } from "../model/plan.ts";
import { isOfSheets, type Problem, type RowOutcome } from "../model/run-report.ts";
import { formatAddress } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { readRunFacts, type StoredFacts } from "../run/facts.ts";
import { findRun, listRunIds, openRun } from "../run/folder.ts";
import { mayHaveSent } from "../run/phase.ts";
import { addProblem } from "../staging/issue-at.ts";
import { rowsWithSteps } from "./report-source.ts";
import { lookUps, type Step } from "./row-steps.ts";

export type TakenOver = { readonly runId: string; readonly rows: number };

type OpenRow = { readonly row: StoredRow; readonly steps: readonly Step[] };

/** Settles the rows of this run that others have done; by whom, and how many. Reads nothing but facts where no other run came after. */
export async function settleTakenOver(
  runFile: RunFile,
  stateFolder: string,
  nowMs: number,
): Promise<readonly TakenOver[]> {
  const own = readRunFacts(runFile);
  const at = new Date(nowMs).toISOString();
  const found: TakenOver[] = [];
  let open: Map<string, OpenRow> | undefined;
  for (const id of (await listRunIds(stateFolder)).toReversed()) {
    if (id === own.runId) continue;
    using other = await openOther(stateFolder, id, own, isLaterRun);
    if (!other) continue;
    open ??= openRowsOf(runFile);
    const rows = settleFrom(runFile, other, id, open, at);
    if (rows > 0) found.push({ runId: id, rows });
  }
  return found;
}

/** The newest run that has worked on the same target since this one began; `undefined`: none has. */
export async function findLaterRun(runFile: RunFile, stateFolder: string): Promise<string | undefined> {
  const own = readRunFacts(runFile);
  for (const id of (await listRunIds(stateFolder)).toReversed()) {
    if (id === own.runId) continue;
    using other = await openOther(stateFolder, id, own, isLaterRun);
    if (other) return id;
  }
  return undefined;
}

/** The newest undo that has taken away, since this run began, what its plan counts on; `undefined`: none has. */
export async function findLaterUndo(runFile: RunFile, stateFolder: string): Promise<string | undefined> {
  const own = readRunFacts(runFile);
  for (const id of (await listRunIds(stateFolder)).toReversed()) {
    if (id === own.runId) continue;
    using undo = await openOther(stateFolder, id, own, isLaterUndo);
    if (undo && hasTakenFrom(runFile, undo, own.startedAt)) return id;
  }
  return undefined;
}

function hasTakenFrom(runFile: RunFile, undo: RunFile, since: string): boolean {
  const units = new Map<string, UnitId>();
  for (const { unit, reference, customerId } of runFile.operations.plannedCustomers()) {
    units.set(reference, unit);
    if (customerId) units.set(customerId, unit);
  }
  for (const { id, reference } of undo.units.all()) {
    const taken = undo.operations.ofUnit(id).filter((removal) => isTaken(removal, since));
    const unit = units.get(reference) ?? units.get(taken[0]?.operation.ids.customerId ?? "");
    if (taken.length === 0 || unit === undefined) continue;
    const names = new Set(taken.map(({ operation }) => nameOfThing(operation)));
    const isWhole = taken.some(({ operation }) => operation.resource === "customer");
    const relied = runFile.operations.ofUnit(unit).filter(isReliedOn);
    if (relied.some(({ operation }) => isWhole || names.has(nameOfThing(operation)))) return true;
  }
  return false;
}

/** It was removed after this moment, or perhaps was. */
function isTaken({ operation, entries }: JournalledOperation, since: string): boolean {
  if (operation.action !== "delete" || (entries.at(-1)?.at ?? "") <= since) return false;
  const state = stateOf(entries);
  return resultOf(state)?.status !== "failed" && (state.kind !== "waiting" || state.isInDoubt);
}

/** The run says of it that it is there. */
function isReliedOn({ operation, entries }: JournalledOperation): boolean {
  if (operation.action === "none" || operation.action === "update") return !operation.refusal;
  return resultOf(stateOf(entries))?.status === "done";
}

/** Roles, number, extension and place are a user's. */
function nameOfThing({ resource, key }: Operation): string {
  return `${ofUsers.has(resource) ? "user" : resource} ${key}`;
}

const ofUsers: ReadonlySet<ResourceKind> = new Set([
  "directory_entry",
  "telephone",
  "move",
  "moved_number",
  "caller_id",
]);

/** A run that has worked on the same target and passes the test. */
async function openOther(
  stateFolder: string,
  id: string,
  own: StoredFacts,
  isWanted: (facts: StoredFacts, own: StoredFacts) => boolean,
): Promise<RunFile | undefined> {
  let runFile: RunFile | undefined;
  try {
    runFile = openRun(await findRun(stateFolder, id));
    const facts = readRunFacts(runFile);
    const { target, phase } = facts;
    const isSameTarget = target !== undefined && own.target !== undefined && ownerOf(target) === ownerOf(own.target);
    if (isSameTarget && mayHaveSent(phase) && isWanted(facts, own)) return runFile;
  } catch (error) {
    if (!(error instanceof UserError)) throw error; // a run that cannot be read has nothing to say
  }
  runFile?.close();
  return undefined;
}

/** It has worked since this one began, and stands. */
function isLaterRun({ command, startedAt, finishedAt, undoneBy }: StoredFacts, own: StoredFacts): boolean {
  return isOfSheets(command) && !undoneBy && (startedAt > own.startedAt || (finishedAt ?? startedAt) > own.startedAt);
}

/** Of one without an end, only its entries tell when it has worked. */
function isLaterUndo({ command, finishedAt }: StoredFacts, own: StoredFacts): boolean {
  return command === "undo" && (finishedAt === undefined || finishedAt > own.startedAt);
}

/** Rows of which something is to be done and is not: not attempted, begun, or refused at Webex when this run tried, with what waits for them. */
function openRowsOf(runFile: RunFile): Map<string, OpenRow> {
  const look = lookUps(runFile);
  const open = new Map<string, OpenRow>();
  for (const page of runFile.rows.pages()) {
    for (const { row, steps, outcome } of rowsWithSteps(runFile, page, look)) {
      if (openStatuses.has(outcome.status) && steps.length > 0) open.set(nameOf(outcome), { row, steps });
    }
  }
  return open;
}

const openStatuses: ReadonlySet<RowStatus> = new Set(["not_attempted", "pending", "failed", "blocked"]);

function settleFrom(runFile: RunFile, other: RunFile, otherId: string, open: Map<string, OpenRow>, at: string): number {
  const look = lookUps(other);
  let settled = 0;
  for (const page of open.size > 0 ? other.rows.pages() : []) {
    runFile.together(() => {
      for (const { steps, outcome } of rowsWithSteps(other, page, look)) {
        const mine = open.get(nameOf(outcome));
        if (!mine || (outcome.status !== "succeeded" && outcome.status !== "unchanged")) continue;
        settle(runFile, mine, steps, at);
        const told = tell(otherId, outcome, mine.row);
        addProblem(runFile, mine.row, "warning", { ...told, message: told.message });
        open.delete(nameOf(outcome));
        settled += 1;
      }
    });
  }
  return settled;
}

function nameOf({ at, customer, key }: RowOutcome): string {
  return JSON.stringify([at.sheet, customer, key]);
}

function settle(runFile: RunFile, { steps }: OpenRow, theirs: readonly Step[], at: string): void {
  const known: Ids = Object.assign(
    {},
    ...theirs.map(({ operation, state }) => ({ ...operation.ids, ...idsOf(state) })),
  );
  for (const { operation, state } of steps) {
    if (operation.action === "none" || resultOf(state)?.status === "done") continue;
    const ids = pick(known, idsOfResource[operation.resource] ?? []);
    const result = { status: "done", effect: "unchanged", ids } as const;
    const entry: JournalEntry = { kind: "result", operation: operation.id, attempt: state.attempts, at, result };
    runFile.operations.append(entry);
  }
}

function idsOf(state: Step["state"]): Ids {
  return resultOf(state)?.ids ?? {};
}

/** The ids that an operation gives to those that need it; the others give those of what they change, which is known. */
const idsOfResource: Partial<Record<ResourceKind, readonly (keyof Ids)[]>> = {
  template: ["provisioningId"],
  customer: ["customerId", "orgId"],
  organization: ["customerId", "orgId"],
  head_office: ["locationId"],
  location: ["locationId"],
  calling: ["locationId"],
  user: ["subscriberId", "personId"],
};

function pick(ids: Ids, names: readonly (keyof Ids)[]): Ids {
  return Object.fromEntries(names.flatMap((name) => (ids[name] === undefined ? [] : [[name, ids[name]]])));
}

function tell(otherId: string, { at, cells }: RowOutcome, row: StoredRow): Pick<Problem, "code" | "message"> {
  const isSame = JSON.stringify(cells) === JSON.stringify(row.cells);
  return {
    code: "taken_over",
    message: text("row_taken_over", { runId: otherId, at: formatAddress(at), isSame }),
  };
}
