/** What became of an operation at the target, and of a row in a run. */

import type { ProblemCode } from "./problem-code.ts";
import type { Text } from "./words/text.ts";

/** Ids that Webex gave; children need those of their parents. */
export type Ids = {
  readonly provisioningId?: string;
  readonly customerId?: string;
  readonly orgId?: string;
  readonly locationId?: string;
  readonly subscriberId?: string;
  readonly personId?: string;
  /** Of work that Webex does on its own. */
  readonly jobId?: string;
};

/** A rejection by the target. Returned and journalled, never thrown. */
export type Failure = {
  /** rejected: 4xx, never repeated. throttled: 429, and 503 that says when to come back. locked: 423, of one object alone. unavailable: 5xx, reset, timeout. unauthorized: the token. contract: an answer that we do not understand. */
  readonly kind: "rejected" | "throttled" | "locked" | "unavailable" | "unauthorized" | "contract";
  /** May the request have reached Webex? Then look up before sending again. */
  readonly sent: boolean;
  readonly message: Text;
  readonly status?: number;
  /** As Webex spells it, or our own catalogue's code for a refusal of our own. */
  readonly errorCode?: ProblemCode;
  readonly hint?: Text;
  readonly column?: string;
  readonly retryAfterMs?: number;
  readonly trackingId?: string;
  /** Not the weather: another try would hardly fare better. */
  readonly isLasting?: true;
  /** A list does not show what was asked for. Like a 404 not to be believed soon after it was made. */
  readonly isAbsent?: true;
};

/** Something that Webex says of an object that works all the same. */
export type Remark = { readonly code: ProblemCode; readonly message: Text; readonly hint?: Text };

/** One part of an operation that was refused while the rest was done: a number of a chunk, a package of a customer. */
export type RefusedPart = {
  readonly part: string;
  readonly message: Text;
  readonly errorCode?: ProblemCode;
  readonly hint?: Text;
};

export type Effect = "created" | "updated" | "unchanged" | "deleted";

/** Of one answer: for the result row. */
export type Trace = { readonly trackingId?: string; readonly status?: number };

/** Webex's own words for what waits for somebody: a compliance review of the customer, the consent of the user. */
export const waitCodes = ["pending_rpl_review", "pending_user_migration"] as const;
export type WaitCode = (typeof waitCodes)[number];

export type AttemptResult =
  | {
      readonly status: "done";
      readonly effect: Effect;
      readonly ids: Ids;
      readonly trace?: Trace;
      readonly remarks?: readonly Remark[];
    }
  /**
   * Webex took it and works on it (202): its final state comes by polling. `effect`: the one that its end has, when that
   * is not the one of the operation's action: `unchanged` for what somebody else made.
   */
  | { readonly status: "accepted"; readonly ids: Ids; readonly trace?: Trace; readonly effect?: Effect }
  /** Taken, and not final for reasons outside our reach: compliance review, user consent. `code`: what Webex calls it, where it does. `effect`: as of `accepted`. */
  | {
      readonly status: "pending";
      readonly reason: Text;
      readonly effect?: Effect;
      readonly code?: WaitCode;
      readonly ids: Ids;
      readonly trace?: Trace;
      readonly remarks?: readonly Remark[];
    }
  /** `refused`: only these parts failed, the rest is done. `isFound`: it was there already, made by somebody else. */
  | {
      readonly status: "failed";
      readonly failure: Failure;
      readonly refused?: readonly RefusedPart[];
      readonly isFound?: true;
      readonly ids?: Ids;
    };

export const rowStatuses = [
  "succeeded",
  "unchanged",
  "pending",
  "failed",
  "blocked",
  "invalid",
  "not_attempted",
] as const;
export type RowStatus = (typeof rowStatuses)[number];
export type RowAction = "create" | "update" | "none" | "delete";
