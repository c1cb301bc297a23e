/** The number of a user who was moved without it: its state is read before each step, so that a resumed run continues where the last one ended. */
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import { text } from "../../model/words/text.ts";
import { isSameId } from "../ids.ts";
import { locationOf } from "./location.ts";
import { addNumbers, findNumber, removeNumbers } from "./numbers.wire.ts";
import { getConnection, takesNumbers } from "./pstn.wire.ts";
import { idFrom, refuse, toFailed } from "./reply-result.ts";
import type { Call, Resource } from "./resource.ts";
import { giveLine } from "./telephone.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** The number of somebody who was moved without it: removed where it was, added where they are, and given back. */
    readonly moved_number: { readonly email: string; readonly phoneNumber: string };
  }
}

const movedNumber = { update: bringAlong } satisfies Resource<"moved_number">;

export const movedNumberResources = { moved_number: movedNumber };

type NumberCall = Call<"moved_number">;

async function bringAlong(call: NumberCall): Promise<AttemptResult> {
  const { http, operation, ids, signal } = call;
  const { email, phoneNumber } = operation.payload;
  const found = await findNumber(http, { orgId: idFrom(ids, "orgId"), phoneNumber }, signal);
  if (!found.ok) return toFailed(found);
  const { location, owner } = found.value ?? {};
  if (owner?.id !== undefined && !isSameId(owner.id, idFrom(ids, "personId"))) return takenByOther(phoneNumber);
  if (!location || !isSameId(location.id, idFrom(ids, "locationId"))) {
    const stuck = await relocate(call, location?.id);
    if (stuck) return withNumber(stuck, phoneNumber);
  }
  return withNumber(await giveLine({ http, ids, signal }, { email, phoneNumber }), phoneNumber);
}

/** Out of the location where it was, into the one where its person is; undefined: it is there. */
async function relocate({ http, operation, ids, signal }: NumberCall, from: string | undefined) {
  const { phoneNumber } = operation.payload;
  const to = locationOf(ids);
  const connection = await getConnection(http, to, signal);
  if (!connection.ok) return toFailed(connection);
  if (!connection.value || !takesNumbers(connection.value))
    return refuse("number_stays_behind", text("number_cannot_be_added_again"), text("order_numbers"), "phone_number");
  if (from !== undefined) {
    const removed = await removeNumbers(http, { ...to, locationId: from, phoneNumbers: [phoneNumber] }, signal);
    if (!removed.ok && removed.failure.status !== 404) return toFailed(removed);
  }
  const added = await addNumbers(http, { ...to, phoneNumbers: [phoneNumber] }, signal);
  return added.ok ? undefined : toFailed(added);
}

function takenByOther(phoneNumber: string): AttemptResult {
  return refuse("line_in_use", text("line_in_use", { value: phoneNumber }), text("free_line_first"), "phone_number");
}

/** Whoever reads of a failure must know which number the person lacks. */
function withNumber(result: AttemptResult, phoneNumber: string): AttemptResult {
  if (result.status !== "failed" || result.failure.kind === "throttled" || result.failure.kind === "locked")
    return result;
  const message = text("person_without_number", { phoneNumber, reason: result.failure.message });
  const failure: Failure = { ...result.failure, column: "phone_number", message };
  return { ...result, failure: { ...failure, hint: text("write_number_and_retry", { phoneNumber }) } };
}
