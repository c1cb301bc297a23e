/** Finds what differs, field by field, and says what the API does not offer to change. Pure. */
import type { Change, Operation } from "../model/plan.ts";
import type { Address } from "../model/records.ts";

/** An empty cell says nothing: what is there stays. */
export function changeOf(field: string, before: string | undefined, after: string | undefined): readonly Change[] {
  return after === undefined || after === "" || after === (before ?? "")
    ? []
    : [{ field, before: before ?? "", after }];
}

const addressFields: readonly (readonly [string, keyof Address])[] = [
  ["address_line1", "line1"],
  ["address_line2", "line2"],
  ["city", "city"],
  ["state", "state"],
  ["postal_code", "postalCode"],
  ["country", "country"],
];

/** `prefix`: of the column names, such as `hq_`. What the target does not tell is not compared. */
export function addressChanges(before: Partial<Address> | undefined, after: Address, prefix = ""): readonly Change[] {
  if (!before) return [];
  return addressFields.flatMap(([field, key]) => changeOf(`${prefix}${field}`, before[key], after[key]));
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
