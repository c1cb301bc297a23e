/** A user with calling goes to another location of the customer: in a job with others, or alone. A job that is COMPLETED has moved whom it could: where a person is, is read. */
import type { AttemptResult, Failure, Ids, Remark, Trace } from "../../model/outcome.ts";
import type { OperationId } from "../../model/plan.ts";
import type { PollAnswer, Waiting } from "../../model/ports.ts";
import type { WebexCode } from "../../model/problem-code.ts";
import { type Text, text, verbatim } from "../../model/words/text.ts";
import { hintOfErrorCode } from "../http/codes/error-codes.ts";
import type { Http, Refused, Reply } from "../http/request.ts";
import { isSameId } from "../ids.ts";
import {
  getMoveJob,
  listMoveFailures,
  type MoveJob,
  type MoveSaid,
  type MovingPerson,
  newestMoveJob,
  startMove,
} from "./move.wire.ts";
import { getConnection, takesNumbers } from "./pstn.wire.ts";
import { idFrom, refuse, toFailed } from "./reply-result.ts";
import { type Call, changesByHand, type Resource } from "./resource.ts";
import { giveLine, telephone } from "./telephone.ts";
import { type CallingPerson, getCallingPerson } from "./telephone.wire.ts";

export type MovePayload = {
  readonly email: string;
  readonly locationName: string;
  /** Where the person was when the plan was made. */
  readonly from: { readonly locationId: string; readonly name: string };
  /** As the row has them. Absent: what the person has goes along. */
  readonly phoneNumber?: string;
  readonly extension?: string;
  /** What goes along. */
  readonly keeps: { readonly phoneNumber?: string; readonly extension?: string };
  /** Webex was not asked yet what the move takes away. */
  readonly mustValidate?: true;
  /** Voice messages and memberships of groups may be lost. */
  readonly mayLose?: true;
  /** A number that does not move along may be removed and added; `letsGo`: Webex has answered that it does not move along. */
  readonly mayLetGo?: true;
  readonly letsGo?: true;
};

declare module "../../model/plan.ts" {
  interface Payloads {
    /** Another location for somebody who has calling. */
    readonly move: MovePayload;
    /** People who go to one location together, on behalf of their own operations: who is not moved by it goes alone. */
    readonly move_job: {
      readonly people: readonly (Pick<MovePayload, "phoneNumber" | "extension" | "mustValidate" | "mayLose"> & {
        readonly personId: string;
      })[];
    };
  }
}

const move = {
  update: ({ http, operation, ids, signal }) => goThere({ http, ids, signal, payload: operation.payload }),
  poll,
  byHand: ({ operation: { key, changes } }) => changesByHand(changes, text("page_user_calling", { where: key })),
} satisfies Resource<"move">;

/** It never refuses: whom it does not move goes alone, and has a reason of their own. */
const moveJob = { update: goTogether, poll: pollJobs } satisfies Resource<"move_job">;

export const moveResources = { move_job: moveJob, move };

type Moving = {
  readonly http: Http;
  readonly ids: Ids;
  readonly signal: AbortSignal;
  readonly payload: MovePayload;
};

/** What was done already, by a job or an earlier try, is seen and not sent again. */
async function goThere(moving: Moving): Promise<AttemptResult> {
  const { payload, ids } = moving;
  const before = await readPerson(moving);
  if (!before.ok) return toFailed(before);
  if (isThere(moving, before.value)) return settle(moving, before.value, before.trace);
  const why = ids.jobId === undefined ? undefined : await whyNotMoved(moving, ids.jobId);
  if (why && !why.ok) return toFailed(why);
  const said = why?.value && !isSameLocation(why.value.code) ? why.value : undefined;
  if (said && !letsGo(payload, said)) return notMoved(said);
  const judged = said || payload.letsGo ? { isLettingGo: true } : await judge(moving);
  if ("status" in judged) return judged;
  if (!judged.isLettingGo) return begin(moving, {});
  const obstacle = await closedConnection(moving, before.value);
  return obstacle ?? begin(moving, { phoneNumber: "" });
}

/** Asks Webex first, where nobody has, or where the number may not go along. */
async function judge(moving: Moving): Promise<AttemptResult | { readonly isLettingGo: boolean }> {
  const { payload } = moving;
  if (!payload.mustValidate && !payload.mayLetGo) return { isLettingGo: false };
  const asked = await askAboutMove(moving.http, moving.ids, payload, moving.signal);
  if (!asked.ok) return isSameLocation(asked.failure.errorCode) ? { isLettingGo: false } : failed(asked);
  const verdict = judgeMove(payload, asked.value);
  return verdict.refusal ? { status: "failed", failure: verdict.refusal } : verdict;
}

async function begin(moving: Moving, instead: Partial<MovingPerson>): Promise<AttemptResult> {
  const { http, ids, payload, signal } = moving;
  const people = [{ ...personOf(ids, payload), ...instead }];
  const reply = await startMove(http, { ...placeOf(ids), people, isValidating: false }, signal);
  if (!reply.ok) return isSameLocation(reply.failure.errorCode) ? readBack(moving) : failed(reply);
  if ("jobId" in reply.value) return { status: "accepted", ids: { jobId: reply.value.jobId }, trace: reply.trace };
  const error = reply.value.judged.flatMap(({ errors }) => errors)[0];
  return error ? notMoved(error) : readBack(moving);
}

async function readBack(moving: Moving): Promise<AttemptResult> {
  const after = await readPerson(moving);
  if (!after.ok) return toFailed(after);
  if (isThere(moving, after.value)) return settle(moving, after.value, after.trace);
  return notThere("unavailable");
}

/** Number and extension too are as they were asked for; what is missing is given to the person where they are now. */
async function settle(moving: Moving, person: CallingPerson, trace: Trace): Promise<AttemptResult> {
  const { http, ids, payload, signal } = moving;
  const { email, keeps, mayLetGo } = payload;
  const keptNumber = mayLetGo ? undefined : keeps.phoneNumber;
  const want = {
    phoneNumber: payload.phoneNumber ?? keptNumber,
    extension: payload.extension ?? keeps.extension,
  };
  const missing = telephone.diff(want, person).map(({ field }) => field);
  if (missing.length === 0) return moved(trace);
  const remark = missing.includes("phone_number") ? await orderOf(moving) : undefined;
  if (remark) return { ...moved(trace), remarks: [remark] };
  const given = await giveLine({ http, ids, signal }, { email, ...want });
  if (given.status !== "failed") return moved(trace);
  const { failure } = given;
  const message = text("moved_without_line", {
    location: payload.locationName,
    missing,
    reason: failure.message,
  });
  return { ...given, failure: { ...failure, column: missing[0] ?? "location", message } };
}

function moved(trace: Trace): Extract<AttemptResult, { status: "done" }> {
  return { status: "done", effect: "updated", ids: {}, trace };
}

/** The carrier is still asked for the number. */
async function orderOf({ http, ids, signal, payload }: Moving): Promise<Remark | undefined> {
  if (ids.jobId === undefined) return undefined;
  const job = await getMoveJob(http, { orgId: idFrom(ids, "orgId"), jobId: ids.jobId }, signal);
  if (!job.ok || job.value.ordersPending === 0) return undefined;
  const message = text("number_order_runs", { location: payload.locationName });
  return { code: "pending", message, hint: text("look_at_number_later") };
}

// What Webex says of a move

/** Without it, memberships or voice messages are not given up. */
const losses: ReadonlySet<string> = new Set(["19705", "19716"]);

/** The number does not go along; a person may go without it. */
const numberStays: ReadonlySet<string> = new Set([
  ...["10050010", "27976", "10030004"],
  ...Array.from({ length: 12 }, (_, index) => String(10_010_003 + index)),
]);

function letsGo({ mayLetGo }: MovePayload, { code }: MoveSaid): boolean {
  return mayLetGo === true && code !== undefined && numberStays.has(code);
}

function isSameLocation(code: string | undefined): boolean {
  return code === "1026013" || code === "25378";
}

/** Asks what would come of the move of one person; nothing changes. */
export async function askAboutMove(
  http: Http,
  ids: Ids,
  payload: MovePayload,
  signal: AbortSignal,
): Promise<Reply<JudgedPerson>> {
  const people = [personOf(ids, payload)];
  const reply = await startMove(http, { ...placeOf(ids), people, isValidating: true }, signal);
  if (!reply.ok) return reply;
  const judged = "judged" in reply.value ? reply.value.judged : [];
  const of = (list: "errors" | "impacts") => judged.flatMap((each) => each[list]);
  return { ...reply, value: { errors: of("errors"), impacts: of("impacts") } };
}

export type JudgedPerson = { readonly errors: readonly MoveSaid[]; readonly impacts: readonly MoveSaid[] };

/** `isLettingGo`: everything is fine but the number, which is let go. `impacts`: what the move brings with it, for people. */
export function judgeMove(
  payload: MovePayload,
  { errors, impacts }: JudgedPerson,
): { readonly refusal?: Failure; readonly isLettingGo: boolean; readonly impacts: readonly Text[] } {
  const error = errors.find((each) => !letsGo(payload, each));
  const told = impacts.map(({ code, message }) => impactOf(code, message));
  const lost = impacts.filter(({ code }) => losses.has(code ?? ""));
  if (error) return { refusal: whyRefused(error), isLettingGo: false, impacts: told };
  if (lost.length > 0 && !payload.mayLose) {
    const message = text("move_would_lose", {
      location: payload.locationName,
      lost: lost.map(({ code, message: said }) => impactOf(code, said)),
    });
    const failure = { kind: "rejected", sent: false, errorCode: "impacts_not_accepted", column: "location" } as const;
    return { refusal: { ...failure, message, hint: text("accept_impacts") }, isLettingGo: false, impacts: told };
  }
  return { isLettingGo: errors.length > 0, impacts: told };
}

function impactOf(code: WebexCode | undefined, message: string | undefined): Text {
  return message === undefined ? text("impact_without_words", { code: code ?? "" }) : verbatim(message);
}

function whyRefused({ code, message }: MoveSaid): Failure {
  const hint = code !== undefined && numberStays.has(code) ? text("number_stays_behind") : hintOfErrorCode(code);
  return {
    ...{ kind: "rejected", sent: true, column: "location" },
    ...(code === undefined ? {} : { errorCode: code }),
    message: message === undefined ? text("no_reason") : verbatim(message),
    ...(hint ? { hint } : {}),
  };
}

function notMoved(said: MoveSaid): AttemptResult {
  return { status: "failed", failure: whyRefused(said) };
}

/** It is asked again. */
function notThere(kind: "unavailable" | "rejected"): AttemptResult {
  const message = text("move_without_effect");
  const failure = { kind, sent: true, errorCode: "half_applied", column: "location", message } as const;
  return { status: "failed", failure: { ...failure, hint: text("look_at_user_then_apply") } };
}

/** Somebody else's job is at work (409): it is waited for. */
function failed(reply: Refused): AttemptResult {
  const { failure } = reply;
  if (failure.status === 409) return toFailed({ ...reply, failure: { ...failure, kind: "locked", sent: false } });
  return toFailed({ ...reply, failure: { column: "location", ...failure } });
}

// Reading

function placeOf(ids: Ids) {
  return { orgId: idFrom(ids, "orgId"), locationId: idFrom(ids, "locationId") };
}

function personOf(ids: Ids, { phoneNumber, extension }: MovePayload): MovingPerson {
  return { personId: idFrom(ids, "personId"), phoneNumber, extension };
}

function readPerson({ http, ids, signal }: Moving): Promise<Reply<CallingPerson>> {
  return getCallingPerson(http, { orgId: idFrom(ids, "orgId"), personId: idFrom(ids, "personId") }, signal);
}

function isThere({ ids }: Moving, { locationId }: CallingPerson): boolean {
  return locationId !== undefined && isSameId(locationId, idFrom(ids, "locationId"));
}

/** What the job says of this person; nothing where it has moved them, or did not have them. */
async function whyNotMoved({ http, ids, signal }: Moving, jobId: string): Promise<Reply<MoveSaid | undefined>> {
  const failures = await listMoveFailures(http, { orgId: idFrom(ids, "orgId"), jobId }, signal);
  if (!failures.ok) return failures;
  const own = failures.value.find(
    ({ personId }) => personId !== undefined && isSameId(personId, idFrom(ids, "personId")),
  );
  return { ...failures, value: own && (own.said[0] ?? { code: undefined, message: undefined }) };
}

/** A number is let go only between locations to which numbers can be added: elsewhere it would be lost. */
async function closedConnection(
  { http, ids, signal }: Moving,
  person: CallingPerson,
): Promise<AttemptResult | undefined> {
  const orgId = idFrom(ids, "orgId");
  for (const locationId of [person.locationId, idFrom(ids, "locationId")]) {
    if (locationId === undefined) continue;
    const connection = await getConnection(http, { orgId, locationId }, signal);
    if (!connection.ok) return toFailed(connection);
    if (!connection.value || !takesNumbers(connection.value))
      return refuse("number_stays_behind", text("number_cannot_be_added_again"), text("order_numbers"), "phone_number");
  }
  return undefined;
}

// Jobs

/** Several people of one target in one job. One that is at work already may be ours, of an answer that was lost: its end is waited for. */
async function goTogether({ http, operation, ids, signal }: Call<"move_job">): Promise<AttemptResult> {
  const newest = await newestMoveJob(http, idFrom(ids, "orgId"), signal);
  if (!newest.ok) return toFailed(newest);
  if (newest.value && isAtWork(newest.value)) return busy();
  const people: MovingPerson[] = [];
  for (const { mustValidate, mayLose, ...person } of operation.payload.people) {
    if (mustValidate) {
      const of = { ...placeOf(ids), people: [person], isValidating: true };
      const asked = await startMove(http, of, signal);
      if (!asked.ok && asked.failure.kind !== "rejected") return toFailed(asked);
      if (!asked.ok || !("judged" in asked.value) || !isFine(asked.value.judged, mayLose)) continue;
    }
    people.push(person);
  }
  if (people.length === 0) return nothingDone;
  const reply = await startMove(http, { ...placeOf(ids), people, isValidating: false }, signal);
  if (!reply.ok) return reply.failure.kind === "rejected" && reply.failure.status !== 409 ? nothingDone : failed(reply);
  if (!("jobId" in reply.value)) return nothingDone;
  return { status: "accepted", ids: { jobId: reply.value.jobId }, trace: reply.trace };
}

const nothingDone: AttemptResult = { status: "done", effect: "unchanged", ids: {} };

function isAtWork({ status }: MoveJob): boolean {
  return status === "STARTED" || status === "STARTING";
}

function busy(): AttemptResult {
  const message = text("move_job_at_work");
  return { status: "failed", failure: { kind: "locked", sent: false, message } };
}

function isFine(judged: readonly JudgedPerson[], mayLose: true | undefined): boolean {
  return judged.every(
    ({ errors, impacts }) => errors.length === 0 && (mayLose || !impacts.some(({ code }) => losses.has(code ?? ""))),
  );
}

async function poll(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  return pollEach(http, waiting, signal, async ({ operation, ids }) => {
    if (operation.resource !== "move") throw new Error(`a ${operation.resource} is no move`);
    const moving = { http, ids, signal, payload: operation.payload };
    const person = await readPerson(moving);
    if (!person.ok) return toFailed(person);
    if (isThere(moving, person.value)) return settle(moving, person.value, person.trace);
    const why = await whyNotMoved(moving, idFrom(ids, "jobId"));
    if (!why.ok) return toFailed(why);
    if (why.value && !isSameLocation(why.value.code)) return notMoved(why.value);
    const late = notThere("rejected");
    return late.status === "failed" ? { ...late, failure: { ...late.failure, isAbsent: true } } : late;
  });
}

function pollJobs(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  return pollEach(http, waiting, signal, async ({ ids }) => ({
    ...{ status: "done", effect: "updated" },
    ids: { jobId: idFrom(ids, "jobId") },
  }));
}

/** `endOf`: of one whose job has ended. */
async function pollEach(
  http: Http,
  waiting: readonly Waiting[],
  signal: AbortSignal,
  endOf: (each: Waiting) => Promise<AttemptResult>,
): Promise<PollAnswer> {
  const final = new Map<OperationId, AttemptResult>();
  for (const each of waiting) {
    const of = { orgId: idFrom(each.ids, "orgId"), jobId: idFrom(each.ids, "jobId") };
    const job = await getMoveJob(http, of, signal);
    if (!job.ok) return { final, failure: job.failure };
    if (!job.value.isEnded) continue;
    const result = await endOf(each);
    if (result.status === "failed" && result.failure.kind !== "rejected") return { final, failure: result.failure };
    final.set(each.operation.id, result);
  }
  return { final };
}
