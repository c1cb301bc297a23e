/** Whose package changes to one without calling has no number and no extension any more. Pure. */
import { hasCalling } from "../model/packages.ts";
import type { Operation } from "../model/plan.ts";

export function endsCalling({ resource, action, payload, changes = [], refusal }: Operation): boolean {
  if (resource !== "user" || action !== "update" || refusal || hasCalling(payload.packages)) return false;
  const before = changes.find(({ field }) => field === "package")?.before ?? "";
  return hasCalling(before.split(";"));
}
