/** Replies of the calls as results of an operation. */

import type { IssueCode } from "../../model/issue-codes.ts";
import type { AttemptResult, Effect, Ids, Remark } from "../../model/outcome.ts";
import type { Operation } from "../../model/plan.ts";
import type { FailureCode, WebexCode } from "../../model/problem-code.ts";
import { type Text, text, verbatim } from "../../model/words/text.ts";
import { hintOfErrorCode } from "../http/codes/error-codes.ts";
import type { Refused, Reply } from "../http/request.ts";

/** Done, with the effect that the operation's action has; or the failure. */
export function toResult<T>(
  reply: Reply<T>,
  operation: Operation,
  idsOf: (value: T) => Ids = () => ({}),
): AttemptResult {
  return reply.ok
    ? { status: "done", effect: effectOf(operation), ids: idsOf(reply.value), trace: reply.trace }
    : toFailed(reply);
}

/** Reads a 404 as "there is none". For calls of which a parent is known to exist. */
export function orAbsent<T>(reply: Reply<T>): Reply<T | undefined> {
  if (reply.ok || reply.failure.status !== 404) return reply;
  const { trackingId } = reply.failure;
  return { ok: true, value: undefined, status: 404, trace: { status: 404, ...(trackingId && { trackingId }) } };
}

/** Removed, also when it was not there any more; or the failure. */
export function toRemoved(reply: Reply<unknown>): AttemptResult {
  const gone = orAbsent(reply);
  return gone.ok ? { status: "done", effect: "deleted", ids: {}, trace: gone.trace } : toFailed(gone);
}

/** Of a look-up for what was removed. `undefined`: it is still there. */
export function goneOrNot(reply: Reply<unknown>): AttemptResult | undefined {
  return reply.ok ? undefined : toRemoved(reply);
}

/** A failure, with what is known of its code. */
export function toFailed({ failure }: Refused): AttemptResult {
  const hint = hintOfErrorCode(failure.errorCode);
  return { status: "failed", failure: hint && !failure.hint ? { ...failure, hint } : failure };
}

/** An error or a warning that stands in an answer of success. `subject`: what it is about. */
export function toRemark(
  { errorCode, description }: { readonly errorCode?: WebexCode | undefined; readonly description?: string | undefined },
  subject: Text,
): Remark {
  const hint = hintOfErrorCode(errorCode);
  const reason = description === undefined ? text("no_reason") : verbatim(description);
  const message = text("error_in_success", { subject, ...(errorCode ? { code: errorCode } : {}), reason });
  return { code: errorCode ?? "error_in_success", message, ...(hint ? { hint } : {}) };
}

/** A refusal of our own, before anything is sent. */
export function refuse(code: IssueCode | FailureCode, message: Text, hint: Text, column?: string): AttemptResult {
  const failure = { kind: "rejected", sent: false, errorCode: code, message, hint } as const;
  return { status: "failed", failure: column ? { ...failure, column } : failure };
}

export function effectOf({ action }: Operation): Effect {
  switch (action) {
    case "create":
      return "created";
    case "update":
      return "updated";
    case "delete":
      return "deleted";
    case "read":
    case "none":
      return "unchanged";
  }
}

/** An id that the plan promised; its absence is a bug of ours. */
export function idFrom(ids: Ids, name: keyof Ids): string {
  const id = ids[name];
  if (!id) throw new Error(`an operation was started without its ${name}`);
  return id;
}

/** What the plan has seen otherwise is as it wanted it: an earlier try, of which the answer was lost, has changed it. */
export function asPlanned({ changes = [] }: Operation, result: AttemptResult): AttemptResult {
  const isSettled = result.status === "done" && result.effect === "unchanged" && changes.length > 0;
  return isSettled ? { ...result, effect: "updated" } : result;
}
