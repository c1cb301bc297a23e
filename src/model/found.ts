/** Compares what the target has under the key of an operation with what the operation wants, and words the difference. Pure. */

import type { AttemptResult } from "./outcome.ts";
import type { Change, Operation } from "./plan.ts";
import { shorten } from "./shorten.ts";
import { text } from "./words/text.ts";

/** A field that is not as the row wants it. `isChangeable`: a call of the API makes it right. */
export type Difference = Change & { readonly isChangeable: boolean };

export type Found = {
  /** What it comes to when nothing differs; `failed`: the look-up did not work, or what is there is no use. */
  readonly result: AttemptResult;
  readonly differences?: readonly Difference[];
  /** A part of it was not to be seen: it may not be everywhere yet. */
  readonly isIncomplete?: boolean;
};

/** The field is what the sheets call it. */
export function differencesOf(changes: readonly Change[], isChangeable: boolean): readonly Difference[] {
  return changes.map((change) => ({ ...change, isChangeable }));
}

/** Something is there under the key, and not as the row wants it: the row fails, and nothing is changed. */
export function existsDifferently({ resource, key }: Operation, differences: readonly Difference[]): AttemptResult {
  const [first] = differences;
  // a user can be moved, by a plan that knows where they are
  const fixed = differences.flatMap(({ isChangeable, field }) => (isChangeable || field === "location" ? [] : [field]));
  return {
    status: "failed",
    failure: {
      ...{ kind: "rejected", sent: false, errorCode: "exists_differently" },
      message: text("exists_differently", {
        thing: { resource, key },
        differences: differences.map(({ field, before, after }) => ({
          field,
          before: shorten(before),
          after: shorten(after),
        })),
      }),
      hint: fixed.length > 0 ? text("no_call_changes", { fields: fixed }) : text("made_since_plan"),
      ...(first ? { column: first.field } : {}),
    },
  };
}

/**
 * What comes of something that is there already and was made by somebody else: nothing is changed, and nothing is claimed
 * that was not compared. A look-up that has itself failed says nothing of it.
 */
export function judgeTheirs(operation: Operation, { result, differences = [], isIncomplete }: Found): AttemptResult {
  const isThere = result.status !== "failed" || result.ids !== undefined || result.refused !== undefined;
  if (isThere && differences.length > 0) return existsDifferently(operation, differences);
  if (isThere && isIncomplete) return existsUnseen(operation);
  if (result.status === "failed") return isThere ? { ...result, isFound: true } : result;
  return { ...result, effect: "unchanged" };
}

/** Something is there under the key, and Webex does not show all of it. */
function existsUnseen({ resource, key }: Operation): AttemptResult {
  return {
    status: "failed",
    failure: {
      ...{ kind: "rejected", sent: false, errorCode: "exists_differently" },
      message: text("exists_unseen", { thing: { resource, key } }),
      hint: text("check_then_apply_later"),
    },
  };
}
