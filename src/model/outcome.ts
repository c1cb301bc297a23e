/** What became of an operation at the target, and of a row in a run. */

/** Ids that Webex gave; children need those of their parents. */
export type Ids = {
  readonly provisioningId?: string;
  readonly customerId?: string;
  readonly orgId?: string;
  readonly locationId?: string;
  readonly subscriberId?: string;
  readonly personId?: string;
};

/** The target said no. Returned and journalled, never thrown. */
export type Failure = {
  /** rejected: 4xx, never repeated. throttled: 429, 423. unavailable: 5xx, reset, timeout. unauthorized: the token. contract: an answer that we do not understand. */
  readonly kind: "rejected" | "throttled" | "unavailable" | "unauthorized" | "contract";
  /** May the request have reached Webex? Then look up before sending again. */
  readonly sent: boolean;
  readonly message: string;
  readonly status?: number;
  /** As Webex spells it, or our own catalogue's code for a refusal of our own. */
  readonly errorCode?: string;
  readonly hint?: string;
  readonly column?: string;
  readonly retryAfterMs?: number;
  readonly trackingId?: string;
};

/** One part of an operation that was refused while the rest was done: a number of a chunk, a package of a customer. */
export type RefusedPart = {
  readonly part: string;
  readonly message: string;
  readonly errorCode?: string;
  readonly hint?: string;
};

export type Effect = "created" | "updated" | "unchanged" | "deleted";

/** Of one answer: for the result row. */
export type Trace = { readonly trackingId?: string; readonly status?: number };

export type AttemptResult =
  | {
      readonly status: "done";
      readonly effect: Effect;
      readonly ids: Ids;
      readonly trace?: Trace;
      readonly note?: string;
    }
  /** Webex took it and works on it (202): its final state comes by polling. */
  | { readonly status: "accepted"; readonly ids: Ids; readonly trace?: Trace }
  /** Taken, and not final for reasons outside our reach: compliance review, user consent. */
  | { readonly status: "pending"; readonly reason: string; readonly ids: Ids; readonly trace?: Trace }
  /** `refused`: only these parts failed, the rest is done. */
  | {
      readonly status: "failed";
      readonly failure: Failure;
      readonly refused?: readonly RefusedPart[];
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
