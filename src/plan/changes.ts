/** Finds what differs, field by field, and says what the API does not offer to change. Pure. */
import type { Change, Operation, RowId } from "../model/plan.ts";
import type { Address } from "../model/records.ts";
import type { PlanProblem } from "./drafting.ts";

/** An empty cell says nothing: what is there stays. */
export function changeOf(field: string, before: string | undefined, after: string | undefined): readonly Change[] {
  return after === undefined || after === "" || after === (before ?? "")
    ? []
    : [{ field, before: before ?? "", after }];
}

export const addressFields: readonly (readonly [string, keyof Address])[] = [
  ["address_line1", "line1"],
  ["address_line2", "line2"],
  ["city", "city"],
  ["state", "state"],
  ["postal_code", "postalCode"],
  ["country", "country"],
];

/**
 * An address is one value: blank cells alone say nothing, but where a part of it differs it is sent as the row has it,
 * and what the row leaves blank goes. `prefix`: of the column names, such as `hq_`. What the target does not tell is
 * not compared.
 */
export function addressChanges(before: Partial<Address> | undefined, after: Address, prefix = ""): readonly Change[] {
  if (!before) return [];
  const said = addressFields.some(([field, key]) => changeOf(field, before[key], after[key]).length > 0);
  if (!said) return [];
  return addressFields.flatMap(([field, key]) => {
    const [was, is] = [before[key] ?? "", after[key] ?? ""];
    return was === is ? [] : [{ field: `${prefix}${field}`, before: was, after: is }];
  });
}

export type Refusal = NonNullable<Operation["refusal"]>;

/** A row asks for something that no call of the API does; a person can, at that place. */
export function notOffered(changes: readonly Change[], place: string): Refusal | undefined {
  const [first] = changes;
  if (!first) return undefined;
  const list = changes.map(({ field, before, after }) => `${field} from ${before || "blank"} to ${after}`).join(", ");
  return {
    code: "change_not_offered",
    column: first.field,
    message: `Webex offers no call to change ${list}.`,
    hint: `Change it in ${place}, then apply again; or put the old value back.`,
  };
}

/** Values that Webex does not give back, of a row that was never applied from here: there is nothing to compare them with. `undefined`: there are none. */
export function neverSent(row: RowId, stated: Readonly<Record<string, string | undefined>>): PlanProblem | undefined {
  const columns = Object.entries(stated).flatMap(([column, value]) => (value ? [column] : []));
  const [first] = columns;
  if (!first) return undefined;
  const them = columns.length === 1 ? "it is" : "they are";
  return {
    row,
    code: "not_compared",
    column: first,
    message: `Webex does not tell ${columns.join(", ")}, and nothing was applied from here yet to compare with: ${them} left alone.`,
    hint: "Compare them in Partner Hub once; from now on a change of the cell is sent.",
  };
}
