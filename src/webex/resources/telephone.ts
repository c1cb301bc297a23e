/** Number and extension of somebody who has calling: read, replaced with all the rest of the person, and read again. */
import { changeOf } from "../../model/changes.ts";
import { foldNumber } from "../../model/names.ts";
import type { AttemptResult, Failure, Trace } from "../../model/outcome.ts";
import type { Change } from "../../model/plan.ts";
import { type Text, text } from "../../model/words/text.ts";
import type { Reply } from "../http/request.ts";
import { isSameId } from "../ids.ts";
import { findLines } from "./numbers.wire.ts";
import { asPlanned, idFrom, toFailed } from "./reply-result.ts";
import { type Call, changesByHand, type Resource } from "./resource.ts";
import {
  type CallingPerson,
  type CallingPersonOf,
  encodeReplacement,
  getCallingPerson,
  replacePerson,
  type WantedLine,
} from "./telephone.wire.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** Number and extension of somebody who has calling already. Absent: as it is; blank: none. */
    readonly telephone: { readonly email: string; readonly phoneNumber?: string; readonly extension?: string };
  }
}

export const telephone = {
  update: async ({ http, operation, ids, signal }) =>
    asPlanned(operation, await giveLine({ http, ids, signal }, operation.payload)),
  // nothing is sent: number and extension become free by themselves when their holder has gone
  remove: waitUntilFree,
  findGone: waitUntilFree,
  diff,
  byHand: ({ operation: { key, changes } }) => changesByHand(changes, text("page_user_calling", { where: key })),
} satisfies Resource<"telephone">;

export const telephoneResources = { telephone };

/** It is asked again until nobody has them. */
async function waitUntilFree({ http, operation, ids, signal }: Call<"telephone">): Promise<AttemptResult> {
  const lines = await findLines(http, { orgId: idFrom(ids, "orgId"), ownerId: idFrom(ids, "personId") }, signal);
  if (!lines.ok) return toFailed(lines);
  const held = lines.value.find(({ owner }) => owner?.id !== undefined && isSameId(owner.id, idFrom(ids, "personId")));
  if (!held) return { status: "done", effect: "deleted", ids: {}, trace: lines.trace };
  const { phoneNumber, extension } = operation.payload;
  const message = text("number_still_held", { number: phoneNumber ?? extension ?? "" });
  return { status: "failed", failure: { kind: "unavailable", sent: true, errorCode: "half_applied", message } };
}

type CallAbout = Pick<Call<"telephone">, "http" | "ids" | "signal">;

/** `email`: with which the person signs in. */
export type LineOf = WantedLine & { readonly email: string };

/**
 * Gives a person another number or extension. The request replaces the whole person, so that it is read first; its
 * answer is not believed, whether it says yes or no: the person is read once more. Sent twice it does no harm.
 */
export async function giveLine({ http, ids, signal }: CallAbout, line: LineOf): Promise<AttemptResult> {
  const of: CallingPersonOf = { orgId: idFrom(ids, "orgId"), personId: idFrom(ids, "personId") };
  const before = await getCallingPerson(http, of, signal);
  if (!before.ok) return toFailed(before);
  if (diff(line, before.value).length === 0) return done("unchanged", before.trace);
  const body = encodeReplacement(before.value, line.email, line);
  const reply = await replacePerson(http, { ...of, body }, signal);
  if (!reply.ok && isUntouched(reply.failure)) return toFailed(reply);
  const after = await getCallingPerson(http, of, signal);
  if (!after.ok) return toFailed(reply.ok ? after : reply);
  return judge(line, before.value, after.value, reply);
}

function done(effect: "updated" | "unchanged", trace: Trace): AttemptResult {
  return { status: "done", effect, ids: {}, trace };
}

/** Webex has not looked at it, or asks to come back. */
function isUntouched({ kind, sent }: Failure): boolean {
  return kind === "throttled" || kind === "locked" || kind === "unauthorized" || (kind === "unavailable" && !sent);
}

/** A blank number or extension: none is wanted. */
function diff(want: WantedLine, { workNumbers, extension }: CallingPerson): readonly Change[] {
  const isThere = workNumbers.some((each) => foldNumber(each) === foldNumber(want.phoneNumber ?? ""));
  const isWithout = want.phoneNumber === "" && workNumbers.length === 0;
  const numberStays = want.phoneNumber === undefined || isThere || isWithout;
  return [
    ...(numberStays ? [] : [{ field: "phone_number", before: workNumbers[0] ?? "", after: want.phoneNumber ?? "" }]),
    ...(want.extension === undefined ? [] : changeOf("extension", extension, want.extension, "exact")),
  ];
}

function judge(line: LineOf, before: CallingPerson, after: CallingPerson, reply: Reply<CallingPerson>): AttemptResult {
  const missing = diff(line, after);
  const lost = lostBetween(before, after);
  if (missing.length === 0 && lost.length === 0) return done("updated", reply.ok ? reply.trace : {});
  const asked = [
    ...(line.phoneNumber === undefined ? [] : ["phone_number"]),
    ...(line.extension === undefined ? [] : ["extension"]),
  ];
  // also by an earlier try, of which the answer was no better
  const changed = asked.filter((field) => !missing.some((each) => each.field === field));
  const message = tell({ missing: missing.map(({ field }) => field), changed, lost }, reply);
  if (!reply.ok) {
    const isHalf = changed.length > 0 || lost.length > 0;
    return toFailed({ ...reply, failure: isHalf ? { ...reply.failure, message } : reply.failure });
  }
  // a read may be late: it is asked again, and what is there by then is not sent again
  const failure: Failure = {
    kind: lost.length > 0 ? "rejected" : "unavailable",
    sent: true,
    ...reply.trace,
    errorCode: "half_applied",
    column: missing[0]?.field ?? "phone_number",
    message,
    hint: text("look_at_user_then_apply"),
  };
  return { status: "failed", failure };
}

/** What the person had and has no more, though it was sent again. */
function lostBetween(before: CallingPerson, after: CallingPerson): readonly string[] {
  const isLess = (had: readonly string[], has: readonly string[]) => had.some((each) => !has.includes(each));
  return [
    ...(isLess(before.licenses, after.licenses) ? ["licenses"] : []),
    ...(isLess(before.roles, after.roles) ? ["roles"] : []),
  ];
}

/** Columns that have not changed, that have, and what the person has lost. */
type Halves = {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly lost: readonly string[];
};

function tell(halves: Halves, reply: Reply<CallingPerson>): Text {
  if (reply.ok) return text("said_done_and_was_not", halves);
  return text("refused_and_half_done", { ...halves, said: reply.failure.message });
}
