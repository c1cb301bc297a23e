/** Says what the API does not offer to change, and what cannot be compared. Pure. */
import type { Change, Operation, RowId } from "../model/plan.ts";
import { shorten } from "../model/shorten.ts";
import { type Text, text, withValues } from "../model/words/text.ts";
import type { PlanProblem } from "./operation-builder.ts";

export type Refusal = NonNullable<Operation["refusal"]>;

/** A row asks for something that no call of the API does; a person can, at that place. */
export function notOffered(changes: readonly Change[], place: Text): Refusal | undefined {
  const [first] = changes;
  if (!first) return undefined;
  return {
    code: "change_not_offered",
    column: first.field,
    message: withValues(text("change_not_offered", { changes }), (value) => shorten(value)),
    hint: text("change_by_hand", { place }),
  };
}

/** Values that Webex does not give back, of a row that was never applied from here: there is nothing to compare them with. `undefined`: there are none. */
export function neverSent(row: RowId, stated: Readonly<Record<string, string | undefined>>): PlanProblem | undefined {
  const columns = Object.entries(stated).flatMap(([column, value]) => (value ? [column] : []));
  const [first] = columns;
  if (!first) return undefined;
  return {
    row,
    code: "not_compared",
    column: first,
    message: text("values_not_compared", { columns }),
    hint: text("compare_once"),
  };
}
