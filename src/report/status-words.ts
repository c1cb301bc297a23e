/** What the statuses of a row are called, for people who read English. */
import type { RowStatus } from "../model/outcome.ts";

export const statusWords: Readonly<Record<RowStatus, string>> = {
  succeeded: "succeeded",
  unchanged: "unchanged",
  pending: "pending",
  failed: "failed",
  blocked: "blocked",
  invalid: "invalid",
  not_attempted: "not attempted",
};
