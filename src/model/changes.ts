/** The difference between what exists and what is wanted, field by field. The fields are those of the sheets. Pure. */
import { isSameName, spellPlainly } from "./names.ts";
import type { Change } from "./plan.ts";
import type { Address } from "./records.ts";

/**
 * `asked`: what a row asks for; its blanks say nothing, what is there stays. `exact`: is something still as it was left?
 * A blank counts as any value.
 */
export type Comparison = "asked" | "exact";

/** A text that only looks the same in another Unicode form does not differ. */
export function changeOf(field: string, before = "", after = "", how: Comparison = "asked"): readonly Change[] {
  const isUnsaid = how === "asked" && after === "";
  return isUnsaid || isSpelledAlike(before, after) ? [] : [{ field, before, after }];
}

/**
 * A name that is spelled in another case, with other blanks or in another Unicode form is the same to people. Only who
 * has corrected its spelling since wants it changed. `last`: the spelling that was sent last; absent: nobody knows.
 */
export function changeOfName(
  field: string,
  before = "",
  after = "",
  last?: string,
  how: Comparison = "asked",
): readonly Change[] {
  const isCorrected = last !== undefined && changeOf(field, last, after).length > 0;
  return isSameName(before, after) && !isCorrected ? [] : changeOf(field, before, after, how);
}

function isSpelledAlike(before: string, after: string): boolean {
  return before === after || spellPlainly(before) === spellPlainly(after);
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
 * and what the row leaves blank goes. What the target does not tell is
 * not compared.
 */
export function addressChanges(
  before: Partial<Address> | undefined,
  after: Address,
  how: Comparison = "asked",
): readonly Change[] {
  if (!before) return [];
  const said =
    how === "exact" || addressFields.some(([field, key]) => changeOf(field, before[key], after[key]).length > 0);
  if (!said) return [];
  return addressFields.flatMap(([field, key]) => {
    const [was, is] = [before[key] ?? "", after[key] ?? ""];
    return isSpelledAlike(was, is) ? [] : [{ field, before: was, after: is }];
  });
}
