/** What was read of the target, or the end of the command. */
import type { Failure } from "../model/outcome.ts";
import { UserError } from "../model/user-error.ts";
import type { Observed } from "../webex/observe.ts";

/** Throws UserError when the target could not be read. */
export function whatIsThere<T>(observed: Observed<T>): T {
  if (observed.ok) return observed.value;
  throw unreadable(observed.failure);
}

function unreadable(failure: Failure): UserError {
  const trackingId = failure.trackingId ? ` (tracking id ${failure.trackingId})` : "";
  const hint =
    failure.kind === "unauthorized"
      ? "Check the access token: wholesale-import auth check."
      : "Nothing was changed. Try again later; what was planned already is kept.";
  return new UserError(
    "target_unreadable",
    `What exists at the target cannot be read: ${failure.message}${trackingId}`,
    hint,
  );
}
