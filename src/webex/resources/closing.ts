/** The end of Webex Calling at a location: checked by Webex, done by a job of Webex, and looked at when the job has ended. */
import type { ClosingCheck } from "../../model/existing.ts";
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import type { OperationId } from "../../model/plan.ts";
import type { PollAnswer, Waiting } from "../../model/ports.ts";
import { type Text, text, verbatim } from "../../model/words/text.ts";
import { hintOfErrorCode } from "../http/codes/error-codes.ts";
import type { Http, Refused } from "../http/request.ts";
import {
  type ClosingError,
  type ClosingJob,
  checkClosing,
  closeCalling,
  getClosing,
  type JobOf,
  listClosingErrors,
  listClosings,
} from "./closing.wire.ts";
import { locationOf } from "./location.ts";
import { getCallingLocation, type LocationOf } from "./location.wire.ts";
import { idFrom, refuse, toFailed } from "./reply-result.ts";
import type { Call } from "./resource.ts";

/** If something prevents it, it is named and nothing is sent; otherwise the job starts. */
export async function closeLocation({ http, operation, ids, signal }: Call<"calling">): Promise<AttemptResult> {
  const of = locationOf(ids);
  const { name, isForced = false } = operation.payload;
  const check = await checkClosing(http, of, signal);
  if (!check.ok) return toFailed(check);
  if (!check.value) return { status: "done", effect: "deleted", ids: {}, trace: check.trace };
  const refusal = whatStandsAgainst(name, check.value, isForced);
  if (refusal) return refuse(refusal.code, refusal.message, refusal.hint, "name");
  const job = await closeCalling(http, { ...of, name, isForced: isForced && needsForce(check.value) }, signal);
  if (!job.ok) return isBusy(job) ? toFailed({ ...job, failure: { ...job.failure, kind: "locked" } }) : toFailed(job);
  return { status: "accepted", ids: { locationId: of.locationId, jobId: job.value.id }, trace: job.trace };
}

/** Another job of this kind is in progress for the organization: it waits for its turn. */
function isBusy({ failure }: Refused): boolean {
  return failure.kind === "rejected" && failure.status === 409;
}

function needsForce({ status }: ClosingCheck): boolean {
  return status === "FORCE_REQUIRED";
}

/** Of a check: why calling is not ended there, with what is to be done. `undefined`: nothing is in the way. */
export function whatStandsAgainst(location: string, check: ClosingCheck, isForced: boolean) {
  if (check.status === "BLOCKED")
    return {
      code: "location_in_use",
      message: text("location_in_use", { location, ...check }),
      hint: check.isLast ? text("last_location_goes_with_customer") : text("free_location_first"),
    } as const;
  if (!needsForce(check) || isForced) return undefined;
  const message = text("location_needs_force", { location, ...check });
  return { code: "location_needs_force", message, hint: text("force_location") } as const;
}

/** Gone, or on its way: then it is waited for. */
export async function findClosed({
  http,
  operation,
  ids,
  signal,
}: Call<"calling">): Promise<AttemptResult | undefined> {
  const of = locationOf(ids);
  const there = await getCallingLocation(http, of, signal);
  if (!there.ok) return toFailed(there);
  if (!there.value) return { status: "done", effect: "deleted", ids: {}, trace: there.trace };
  const jobs = await listClosings(http, of.orgId, signal);
  if (!jobs.ok) return toFailed(jobs);
  const own = jobs.value.find(({ locationName }) => locationName === operation.payload.name);
  if (!own || isOver(own)) return undefined;
  return { status: "accepted", ids: { locationId: of.locationId, jobId: own.id }, trace: jobs.trace };
}

function isOver({ status }: ClosingJob): boolean {
  return status === "COMPLETED" || status === "FAILED";
}

/** Asks job by job: there is one at a time in an organization. */
export async function pollClosings(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  const final = new Map<OperationId, AttemptResult>();
  for (const each of waiting) {
    const end = await endOf(http, each, signal);
    if (!end) continue;
    if (isQuestion(end)) return { final, failure: end.failure };
    final.set(each.operation.id, end);
  }
  return { final };
}

type Failed = Extract<AttemptResult, { status: "failed" }>;

/** Was it the question that failed? */
function isQuestion(result: AttemptResult): result is Failed {
  return result.status === "failed" && result.failure.kind !== "rejected";
}

async function endOf(http: Http, { operation, ids }: Waiting, signal: AbortSignal): Promise<AttemptResult | undefined> {
  const of = { ...locationOf(ids), jobId: idFrom(ids, "jobId") };
  const job = await getClosing(http, of, signal);
  if (!job.ok) return toFailed(job);
  if (!isOver(job.value)) return undefined;
  if (job.value.status === "FAILED") return whyFailed(http, of, operation.key, signal);
  return afterCompletion(http, of, job.value, operation.key, signal);
}

/** A job that is over is not a location that is closed: that is looked at. */
async function afterCompletion(
  http: Http,
  of: LocationOf & JobOf,
  { failed }: ClosingJob,
  name: string,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const there = await getCallingLocation(http, of, signal);
  if (!there.ok) return toFailed(there);
  if (!there.value) return { status: "done", effect: "deleted", ids: {}, trace: there.trace };
  if (failed > 0) return whyFailed(http, of, name, signal);
  const failure: Failure = {
    ...{ kind: "rejected", sent: true, isAbsent: true, errorCode: "location_stays" },
    ...{ message: text("location_stays", { location: name }), hint: text("retry_does_the_rest") },
  };
  return { status: "failed", failure };
}

/** That there is no such location is what was wanted. */
async function whyFailed(
  http: Http,
  of: LocationOf & JobOf,
  name: string,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const errors = await listClosingErrors(http, of, signal);
  if (!errors.ok) return toFailed(errors);
  if (errors.value.some(({ code }) => code === "BATCH-1012014")) return { status: "done", effect: "deleted", ids: {} };
  const told = errors.value.map(tell);
  const last = errors.value.findLast(({ code }) => code !== undefined);
  const hint = hintOfErrorCode(last?.code);
  const said = told.length > 0 ? text("sentences", { said: told }) : text("no_reason");
  return {
    status: "failed",
    failure: {
      ...{ kind: "rejected", sent: true, column: "name" },
      errorCode: last?.code ?? "location_stays",
      message: text("closing_failed", { location: name, reason: said }),
      ...(hint ? { hint } : {}),
    },
  };
}

function tell({ description, code }: ClosingError): Text {
  return description ? verbatim(description) : code ? verbatim(code) : text("no_reason");
}
