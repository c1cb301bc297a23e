/** The number and the name that somebody who has calling shows: read, replaced with all the rest of the caller ID, and read again. */
import { type Comparison, changeOf } from "../../model/changes.ts";
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import type { Change, Payloads } from "../../model/plan.ts";
import type { CallerId } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import {
  type CallerIdOf,
  encodeCallerId,
  getCallerId,
  type Names,
  type PersonCallerId,
  putCallerId,
  selectionOf,
  shownBy,
  withNames,
} from "./caller-id.wire.ts";
import { findPersonId } from "./person.ts";
import { asPlanned, idFrom, toFailed } from "./reply-result.ts";
import { type Call, changesByHand, type Resource } from "./resource.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** What somebody who has calling shows to those whom they call. */
    readonly caller_id: {
      readonly email: string;
      /** The number; absent: it stays. */
      readonly show?: CallerId;
      /** The person has another name: a former one that is shown gives way to it. */
      readonly renamed?: { readonly before: Names; readonly after: Names };
    };
  }
}

/** Sent twice it does no harm: none is looked for. */
export const callerId = {
  create: give,
  update: give,
  diff,
  byHand: ({ operation: { action, key, changes } }) =>
    action === "update" ? changesByHand(changes, text("page_user_calling", { where: key })) : [],
} satisfies Resource<"caller_id">;

export const callerIdResources = { caller_id: callerId };

async function give({ http, operation, ids, signal }: Call<"caller_id">): Promise<AttemptResult> {
  const orgId = idFrom(ids, "orgId");
  const personId = ids.personId ?? (await findPersonId(http, orgId, operation.key, signal));
  if (typeof personId !== "string") return personId;
  const of: CallerIdOf = { orgId, personId };
  const { payload } = operation;
  const before = await getCallerId(http, of, signal);
  if (!before.ok) return toFailed(before);
  if (missingIn(before.value, payload).length === 0)
    return asPlanned(operation, { status: "done", effect: "unchanged", ids: {}, trace: before.trace });
  const body = encodeCallerId(renamed(before.value, payload), payload.show);
  const reply = await putCallerId(http, { ...of, body }, signal);
  if (!reply.ok) return toFailed({ ...reply, failure: withWayOut(reply.failure, payload, before.value.allowed) });
  const after = await getCallerId(http, of, signal);
  if (!after.ok) return toFailed(after);
  const missing = missingIn(after.value, payload);
  const [column] = missing;
  if (column === undefined) return { status: "done", effect: "updated", ids: {}, trace: reply.trace };
  const message = text("said_done_and_was_not", { missing, changed: [], lost: [] });
  const failure = { kind: "unavailable", sent: true, ...reply.trace, errorCode: "half_applied" } as const;
  return { status: "failed", failure: { ...failure, column, message, hint: text("look_at_user_then_apply") } };
}

/** Columns of what is not shown as it should be. */
function missingIn(found: PersonCallerId, payload: Payloads["caller_id"]): readonly string[] {
  return [
    ...diff(payload.show, shownBy(found)).map(({ field }) => field),
    ...(renamed(found, payload) === found ? [] : ["last_name"]),
  ];
}

function renamed(found: PersonCallerId, { renamed: names }: Payloads["caller_id"]): PersonCallerId {
  return names ? withNames(found, names.before, names.after) : found;
}

/** Webex tells which kinds it allows for a person. */
function withWayOut(failure: Failure, { show }: Payloads["caller_id"], allowed: readonly string[]): Failure {
  if (failure.kind !== "rejected" || show === undefined) return failure;
  const isAllowed = allowed.length === 0 || allowed.includes(selectionOf(show));
  const hint = isAllowed ? text("choose_other_caller_id") : text("caller_ids_allowed", { allowed: allowed.map(said) });
  return { ...failure, column: "caller_id", hint };
}

function said(selection: string): string {
  return shownBy({ selected: selection, customNumber: "+31201234500" }) ?? selection;
}

/** Webex may tell a number without its country code. */
function diff(want: CallerId | undefined, found: string | undefined, how: Comparison = "asked"): readonly Change[] {
  if (want !== undefined && found !== undefined && isSameNumber(want, found)) return [];
  return changeOf("caller_id", found, want, how);
}

/** National numbers have seven digits or more. */
function isSameNumber(want: string, found: string): boolean {
  const [one, other] = [want, found].map((each) => each.replace(/\D/g, ""));
  return one !== undefined && other !== undefined && other.length >= 7 && one.endsWith(other);
}
