/** What can be done with one kind of thing at Webex: the shape that each file of this folder fills. */

import type { Difference, Found } from "../../model/found.ts";
import type { AttemptResult, Failure, Ids } from "../../model/outcome.ts";
import type { Change, OperationOf, ResourceKind } from "../../model/plan.ts";
import type { PollAnswer, Target, Waiting } from "../../model/ports.ts";
import { type Text, text } from "../../model/words/text.ts";
import type { Http } from "../http/request.ts";

/** An operation on its way to Webex. `ids`: those known when it was planned, and those of what it needs. */
export type Call<K extends ResourceKind> = {
  readonly http: Http;
  readonly target: Target["name"];
  readonly operation: OperationOf<K>;
  readonly ids: Ids;
  readonly signal: AbortSignal;
};

/** Sends the operation. What Webex says of it is the result; nothing is repeated, nothing thrown. */
export type Send<K extends ResourceKind> = (call: Call<K>) => Promise<AttemptResult>;

/** What a run did. `refused`: the parts of it that Webex refused. */
export type PastCall<K extends ResourceKind> = {
  readonly operation: OperationOf<K>;
  readonly refused: readonly string[];
};

/** Something that no call takes back: half a sentence, and the page on which a person does it. */
export type ByHand = { readonly what: Text; readonly where: Text };

export type Resource<K extends ResourceKind> = {
  /** One for each action of an operation that a plan may hold. `read` only looks. */
  readonly read?: Send<K>;
  readonly create?: Send<K>;
  readonly update?: Send<K>;
  /** What is gone already is done. */
  readonly remove?: Send<K>;
  /**
   * Looks for what is to be made or read, by its natural key, and compares it with what the operation wants; `undefined`:
   * it is not there. `refusal`: why it is looked for, when Webex says that it is there already. Where it is missing,
   * sending twice does no harm.
   */
  readonly find?: (call: Call<K>, refusal: Failure | undefined) => Promise<Found | undefined>;
  /** Is what was to be removed gone? `undefined`: it is still there. */
  readonly findGone?: (call: Call<K>) => Promise<AttemptResult | undefined>;
  /** Makes what was found as the operation wants it: only what differs is sent. */
  readonly change?: (call: Call<K>, differences: readonly Difference[]) => Promise<AttemptResult>;
  /** What became of operations that Webex works on, or that wait for a person. */
  readonly poll?: (http: Http, waiting: readonly Waiting[], signal: AbortSignal) => Promise<PollAnswer>;
  /**
   * What differs between what is wanted and what is there, field by field, as the sheets call the fields; parts that
   * were not read are not compared. The one comparison of a resource, for plan, find, drift and undo. Pure.
   */
  readonly diff?: (want: never, found: never, ...how: never[]) => readonly Change[];
  /** What of a past operation no call takes back, and where a person does it. Pure. */
  readonly byHand?: (past: PastCall<K>) => readonly ByHand[];
};

/** Changes of fields, to be put back by hand. */
export function changesByHand(changes: readonly Change[] = [], where: Text): readonly ByHand[] {
  return changes.map(({ field, before, after }) => ({
    what: text("did_change", { field, before, after }),
    where,
  }));
}
