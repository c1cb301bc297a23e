/**
 * What is sent for an operation, and what is believed of the answer. Found is not made: what stands there is compared.
 * Just made is not yet everywhere: a "not there" or a "there already" is asked again before it counts. Sends and looks;
 * writes nothing down and never waits.
 */
import { existsDifferently, type Found, judgeTheirs } from "../model/found.ts";
import type { OperationState, Search } from "../model/journal-entry.ts";
import type { AttemptResult, Failure } from "../model/outcome.ts";
import type { Operation, ResourceKind } from "../model/plan.ts";
import type { Clock, Target } from "../model/ports.ts";
import type { NamedResource } from "../model/words/resource-words.ts";
import { inEnglish, text } from "../model/words/text.ts";
import type { Needed } from "./operation-graph.ts";
import { nextLookMs, type RetryLimits, shortSettlingMs } from "./retry-delay.ts";

export type Work = {
  readonly operation: Operation;
  readonly started: OperationState;
  readonly needed: Needed;
  readonly target: Target;
  readonly clock: Clock;
  readonly limits: RetryLimits;
  readonly signal: AbortSignal;
};

/** It is asked again after `delayMs`. `looks`: so many times in a row, this one included. `isConflict`: nothing is sent any more. */
export type NotYet = {
  readonly kind: "not_yet";
  readonly failure: Failure;
  readonly delayMs: number;
  readonly looks: number;
  readonly isConflict?: true;
};

/** `isLookUp`: the result is that of a question, and nothing was sent. */
export type Carried = NotYet | { readonly kind: "result"; readonly result: AttemptResult; readonly isLookUp?: true };

type Failed = Extract<AttemptResult, { status: "failed" }>;

/** Looks first where the thing may be there: in doubt, called there already by Webex, or part of something that was found. */
export async function carryOut(work: Work): Promise<Carried> {
  const { operation, started, needed, target, signal } = work;
  const { conflict } = started;
  if (started.isInDoubt || conflict || (needed.isFound && operation.action !== "delete")) {
    const looked = await look(work, conflict);
    if (looked) return looked;
  }
  return judgeAnswer(work, await target.apply(operation, needed.ids, signal));
}

/** `undefined`: it is not there, and may be sent. */
async function look(work: Work, conflict: Failure | undefined): Promise<Carried | undefined> {
  const { operation, needed, target, signal, started } = work;
  const found = await target.find(operation, needed.ids, signal, conflict);
  if (found && !isUnseen(found)) return judgeFound(work, found, conflict);
  if (conflict) return again(work, conflict, conflictMs(work, conflict)) ?? ended(neverFound(work, conflict));
  return started.isInDoubt ? again(work, notSeenYet(operation), doubtMs(work)) : undefined;
}

function isUnseen({ result }: Found): boolean {
  return result.status === "failed" && isAbsence(result.failure);
}

/** What is there after an intent of ours in doubt is ours; else it was there already. */
async function judgeFound(work: Work, found: Found, conflict: Failure | undefined): Promise<Carried> {
  const { operation, started, needed, target, signal, limits } = work;
  const { result, differences = [], isIncomplete } = found;
  const isOurs = started.isInDoubt;
  if (operation.action === "delete" || (isOurs && result.status === "failed"))
    return { ...ended(result), isLookUp: true };
  if (isIncomplete && (isOurs || conflict)) {
    const later = again(work, conflict ?? notSeenYet(operation), limits.settlingMs);
    if (later) return later;
  }
  if (!isOurs) return { ...ended(judgeTheirs(operation, found)), isLookUp: true };
  if (differences.length === 0) return ended(result);
  if (differences.some(({ isChangeable }) => !isChangeable)) return ended(existsDifferently(operation, differences));
  const changed = await target.change(operation, { ...needed.ids, ...result.ids }, differences, signal);
  if (changed.status === "done" || changed.status === "accepted") return ended({ ...changed, effect: "updated" });
  return ended(changed);
}

async function judgeAnswer(work: Work, result: AttemptResult): Promise<Carried> {
  const { operation, started } = work;
  const isCreate = operation.action === "create";
  if (result.status !== "failed") return ended(started.isInDoubt ? asOurs(operation, result) : result);
  const { failure, refused } = result;
  if (operation.action === "delete") return ended(result);
  if (refused) return partMayBeOurs(work) ?? ended(result);
  if (failure.kind !== "rejected") return ended(result);
  if (isAbsence(failure)) return again(work, failure, settlingLeftMs(work)) ?? ended(stillAbsent(work, failure));
  if (isCreate && isConflict(failure)) return judgeConflict(work, failure);
  if (!isCreate || !started.isInDoubt) return ended(result);
  const found = await work.target.find(operation, work.needed.ids, work.signal, failure);
  return found && found.result.status !== "failed" ? judgeFound(work, found, undefined) : ended(result);
}

/** What is there as it was asked for, after an intent of ours in doubt, is our doing. */
function asOurs({ action }: Operation, result: AttemptResult): AttemptResult {
  if (result.status !== "done") return result;
  if (action === "create") return { ...result, effect: "created" };
  return action === "update" ? { ...result, effect: "updated" } : result;
}

/** Parts that are refused because an earlier intent of ours brought them, and that are not to be seen yet. */
function partMayBeOurs(work: Work): NotYet | undefined {
  const { operation, started, limits } = work;
  if (operation.action !== "create" || !started.isInDoubt) return undefined;
  return again(work, notSeenYet(operation), limits.settlingMs);
}

/** A look-up that does not work now is made again later: only what is seen ends it. */
async function judgeConflict(work: Work, failure: Failure): Promise<Carried> {
  const { operation, needed, target, signal } = work;
  const found = await target.find(operation, needed.ids, signal, failure);
  const isSeen = found && (found.result.status !== "failed" || isDefinite(found.result));
  if (found && isSeen) return judgeFound(work, found, failure);
  return again(work, failure, conflictMs(work, failure)) ?? ended(neverFound(work, failure));
}

function isDefinite({ failure, refused }: Failed): boolean {
  return refused !== undefined || (failure.kind === "rejected" && !isAbsence(failure));
}

function ended(result: AttemptResult) {
  return { kind: "result", result } as const;
}

/** Undefined when it was asked for long enough. */
function again(work: Work, failure: Failure, untilMs: number): NotYet | undefined {
  const { limits, started } = work;
  const { looks, forMs } = searchFor(failure, started.search);
  const delayMs = nextLookMs(forMs, untilMs, limits);
  if (delayMs === undefined) return undefined;
  const isConflicting = started.conflict !== undefined || (work.operation.action === "create" && isConflict(failure));
  return { kind: "not_yet", failure, delayMs, looks: looks + 1, ...(isConflicting ? { isConflict: true } : {}) };
}

/** The search that this answer belongs to. Each reason has a time of its own. */
function searchFor(failure: Failure, search: Search | undefined): Pick<Search, "looks" | "forMs"> {
  const isSame = search && (!search.answer || reasonOf(search.answer) === reasonOf(failure));
  return isSame ? search : { looks: 0, forMs: 0 };
}

/** Of the times for which it is asked again; each has its own. */
function reasonOf(failure: Failure): "absent" | "unseen" | "conflict" | "other" {
  if (failure.errorCode === notSeenCode) return "unseen";
  if (isAbsence(failure)) return "absent";
  return isConflict(failure) ? "conflict" : "other";
}

/** Not there, or not open to us. */
export function isAbsence({ kind, status, isAbsent }: Failure): boolean {
  return kind === "rejected" && (status === 404 || status === 403 || isAbsent === true);
}

const emailTaken = "10022";

/** Webex says that it is there already: by its status, its code for e-mail addresses, or in words without a code. */
function isConflict({ kind, status, errorCode, message }: Failure): boolean {
  if (kind !== "rejected" || status === undefined || status < 400) return false;
  return (
    status === 409 || errorCode === emailTaken || (errorCode === undefined && /\balready\b/i.test(inEnglish(message)))
  );
}

/** An e-mail address that no intent of ours can have taken is somebody else's soon; anything else may be late for as long as things take to settle. */
function conflictMs({ started, limits }: Work, { status }: Failure): number {
  return started.isInDoubt || status === 409 ? limits.settlingMs : shortSettlingMs(limits);
}

/** Webex refuses to make them twice, or (numbers) takes those that it has for no others: they are sent again soon. */
const neverThereTwice: ReadonlySet<ResourceKind> = new Set(["customer", "user", "calling", "numbers"]);

function doubtMs({ operation, limits }: Work): number {
  if (operation.action !== "create") return 0;
  if (operation.resource === "location") return limits.settlingMs; // there can be two
  return neverThereTwice.has(operation.resource) ? shortSettlingMs(limits) : 0;
}

/** Of the time in which what was just made may not be everywhere; none when nothing was. */
function settlingLeftMs({ started, needed, clock, limits }: Work): number {
  if (started.isInDoubt) return limits.settlingMs;
  if (!needed.newest) return -1;
  const ageMs = Math.max(0, clock.now() - needed.newest.madeAtMs);
  return ageMs < limits.settlingMs ? limits.settlingMs : -1;
}

const notSeenCode = "not_seen_yet";

function notSeenYet(operation: Operation): Failure {
  const message = text("not_seen_yet", { thing: nameOf(operation) });
  return { kind: "rejected", sent: false, errorCode: notSeenCode, message };
}

/** Webex says that it is there, and it is nowhere to be seen. */
function neverFound({ operation, started, limits }: Work, failure: Failure): AttemptResult {
  if (!started.isInDoubt && failure.status !== 409) return { status: "failed", failure };
  const seconds = Math.round(limits.settlingMs / 1000);
  const message = text("never_found", { reason: failure.message, thing: nameOf(operation), seconds });
  const hint = started.isInDoubt ? text("perhaps_of_this_run") : text("look_in_control_hub");
  return { status: "failed", failure: { ...failure, message, hint } };
}

function nameOf({ resource, key }: Pick<Operation, "resource" | "key">): NamedResource {
  return { resource, key };
}

/** Says what was made, and what is missing. */
function stillAbsent({ operation, started: { search }, needed: { newest } }: Work, failure: Failure): AttemptResult {
  if (!newest || !search?.looks) return { status: "failed", failure };
  const message = text("still_absent", {
    reason: failure.message,
    made: nameOf(newest),
    missing: nameOf(operation),
    looks: search.looks,
  });
  const hint = text("retry_does_the_rest");
  return { status: "failed", failure: { ...failure, message, hint } };
}
