/** Why something is not taken back: it is not as the run left it. */
import { type Text, text } from "../model/words/text.ts";
import type { Refusal } from "../planning/changes.ts";

export function changedSince(drift: readonly Text[], place: Text): Refusal {
  return {
    code: "changed_since",
    message: text("changed_since_run", { drift }),
    hint: text("check_and_remove_there", { place }),
  };
}
