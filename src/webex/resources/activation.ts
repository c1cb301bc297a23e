/** Numbers of a location go into service: what is inactive is activated, and read back, for Webex's yes alone is not believed. */
import { foldNumber } from "../../model/names.ts";
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import { text } from "../../model/words/text.ts";
import type { Http } from "../http/request.ts";
import { locationOf } from "./location.ts";
import type { LocationOf } from "./location.wire.ts";
import { listNumbers, switchNumbers } from "./numbers.wire.ts";
import { toFailed } from "./reply-result.ts";
import type { ByHand, Call, PastCall, Resource } from "./resource.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** Numbers of a location go into service, or (by an undo) out of it. */
    readonly activation: {
      readonly phoneNumbers: readonly string[];
      readonly state: "ACTIVE" | "INACTIVE";
      /** The day for which that was planned. */
      readonly day?: GoLiveDay;
    };
    /** The state folder is to remember a day: nothing is sent. */
    readonly go_live: GoLiveDay;
  }
}

const activation = { update: activate, byHand } satisfies Resource<"activation">;

/** Nothing is sent: the state folder remembers the day when the run ends. */
const goLive = {
  update: async () => ({ status: "done", effect: "updated", ids: {} }),
  byHand: () => [],
} satisfies Resource<"go_live">;

export const activationResources = { activation, go_live: goLive };

/** Only those that are not so yet are sent, and only those count that are so afterwards: so it may be done again. */
async function activate({ http, operation, ids, signal }: Call<"activation">): Promise<AttemptResult> {
  const of = locationOf(ids);
  const { phoneNumbers, state } = operation.payload;
  const before = await othersThan(state, http, of, phoneNumbers, signal);
  if ("status" in before) return before;
  if (before.numbers.length === 0) return { status: "done", effect: "unchanged", ids: {} };
  const action = state === "ACTIVE" ? "ACTIVATE" : "DEACTIVATE";
  const reply = await switchNumbers(http, { ...of, phoneNumbers: before.numbers, action }, signal);
  if (!reply.ok && reply.failure.kind !== "rejected") return toFailed(reply);
  const after = await othersThan(state, http, of, phoneNumbers, signal);
  if ("status" in after) return after;
  if (after.numbers.length === 0)
    return { status: "done", effect: "updated", ids: {}, ...(reply.ok ? { trace: reply.trace } : {}) };
  return stillOthers(after.numbers, before.numbers.length, reply.ok ? undefined : toFailed(reply));
}

type Failed = Extract<AttemptResult, { status: "failed" }>;

/** The numbers that are in another state at the location; or why that is unknown. */
async function othersThan(
  state: "ACTIVE" | "INACTIVE",
  http: Http,
  of: LocationOf,
  phoneNumbers: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly numbers: readonly string[] } | AttemptResult> {
  const wanted = new Map(phoneNumbers.map((number) => [foldNumber(number), number]));
  const others: string[] = [];
  for await (const page of listNumbers(http, of, signal)) {
    if (!page.ok) return toFailed(page);
    for (const { phoneNumber = "", state: found } of page.value) {
      const number = wanted.get(foldNumber(phoneNumber));
      if (number !== undefined && (found === "INACTIVE") !== (state === "INACTIVE")) others.push(number);
    }
  }
  return { numbers: others };
}

/** Of a part the others are done. */
function stillOthers(numbers: readonly string[], asked: number, refusal: AttemptResult | undefined): Failed {
  const ours: Failure = {
    kind: "rejected",
    sent: true,
    errorCode: "numbers_still_inactive",
    message: text("numbers_still_inactive", { numbers }),
    hint: text("next_night_tries_again"),
  };
  const said = refusal?.status === "failed" ? refusal.failure : ours;
  const failure = { ...said, column: "activate_on" };
  if (numbers.length === asked) return { status: "failed", failure };
  const { message, errorCode, hint } = failure;
  const about = { message, ...(errorCode ? { errorCode } : {}), ...(hint ? { hint } : {}) };
  return { status: "failed", failure, refused: numbers.map((part) => ({ part, ...about })) };
}

/** The key is the location and the first number. */
function byHand({ operation: { key, payload }, refused }: PastCall<"activation">): readonly ByHand[] {
  const numbers = payload.phoneNumbers.filter((number) => !refused.includes(number));
  const location = key.slice(0, key.lastIndexOf(" "));
  return [{ what: text("did_activate", { numbers, location }), where: text("page_numbers") }];
}
