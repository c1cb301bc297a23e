/** Replies of the calls as results of an operation. */
import type { AttemptResult, Effect, Ids } from "../model/outcome.ts";
import type { Operation } from "../model/plan.ts";
import { factsOfErrorCode } from "./error-codes.ts";
import type { Refused, Reply } from "./request.ts";

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

/** A failure, with what is known of its code. */
export function toFailed({ failure }: Refused): AttemptResult {
  const facts = failure.errorCode ? factsOfErrorCode(failure.errorCode) : undefined;
  return { status: "failed", failure: facts && !failure.hint ? { ...failure, hint: facts.hint } : failure };
}

/** A refusal of our own, before anything is sent. */
export function refuse(code: string, message: string, hint: string, column?: string): AttemptResult {
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
