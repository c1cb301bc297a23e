/** What the operations of a row make of it, as a person calls it. Pure. */
import { mainResource, type Operation } from "../model/plan.ts";
import type { PlannedAction } from "../model/plan-line.ts";

/** What exists and gets something more is updated, not created. */
export function plannedActionOf(
  operations: readonly Pick<Operation, "resource" | "action">[],
): Exclude<PlannedAction, "refused"> {
  const writing = operations.filter(({ action }) => action !== "none" && action !== "read");
  if (writing.length === 0) return "none";
  if (
    writing.some(
      ({ resource, action }) => (mainResources.has(resource) || resource === "person") && action === "delete",
    )
  )
    return "delete";
  const isThere =
    writing.some(({ action }) => action === "delete") ||
    operations.some(({ resource, action }) => mainResources.has(resource) && action !== "create");
  return isThere ? "update" : "create";
}

const mainResources: ReadonlySet<Operation["resource"]> = new Set(
  Object.values(mainResource).filter((resource) => resource !== undefined),
);
