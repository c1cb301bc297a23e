/** The fields of somebody whom a run has changed: what they were, what the run made of them, what they are now. Pure. */
import type { ExistingNumber } from "../model/existing.ts";
import { foldNumber } from "../model/names.ts";
import type { Change } from "../model/plan.ts";
import { type Text, text } from "../model/words/text.ts";
import type { Refusal } from "../planning/changes.ts";
import { changedSince } from "./changed-since.ts";

/** The field as it is now: back already, as the run left it, or otherwise. */
export type Field = Change & { readonly now: string };

/** Those that go back; and why they do not, where somebody has changed them since. */
export function sortFields(fields: readonly Field[]): {
  readonly back: readonly Change[];
  readonly refusal?: (page: Text) => Refusal;
} {
  const left = fields.filter(({ before, now }) => now !== before);
  const drift = left.filter(({ after, now }) => now !== after);
  const back = left.map(({ field, before, now }) => ({ field, before: now, after: before }));
  if (drift.length === 0) return { back };
  const said = drift.map(({ field, now, after }) => text("value_drifted", { field, now, sent: after }));
  return { back, refusal: (page) => changedSince(said, page) };
}

export type Line = { readonly personId: string; readonly lines: readonly ExistingNumber[] };

/** Of several lines the one that the run gave, else the one that was there before. */
export function nowOf({ field, before, after }: Change, lines: readonly ExistingNumber[]): string {
  const values = lines.flatMap(({ phoneNumber, extension }) => (field === "extension" ? extension : phoneNumber) ?? []);
  const isThere = (value: string) => values.some((each) => foldNumber(each) === foldNumber(value));
  if (after !== "" && isThere(after)) return after;
  if (before !== "" && isThere(before)) return before;
  return values[0] ?? "";
}
