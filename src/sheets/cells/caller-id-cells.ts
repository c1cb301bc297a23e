/** Cells that say which number is shown to who is called. */
import type { CallerId } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import { callerIdLabels, foldLabel } from "../data/webex-labels.ts";
import type { CellType } from "../define-sheet.ts";
import { nearestName } from "./nearest.ts";
import { phoneNumber } from "./phone-cells.ts";

/** `direct`, `location`, also as Webex and Control Hub call them, or a number in E.164. */
export const callerId: CellType<CallerId> = {
  ...phoneNumber,
  label: text("kind_caller_id"),
  choices: ["direct", "location"],
  pattern: `^(direct|location)$|${phoneNumber.pattern ?? ""}`,
  read(value, cell) {
    const found = callerIdLabels.get(foldLabel(value));
    if (found) return found;
    if (/\d/.test(value)) return phoneNumber.read(value, cell) as CallerId | undefined; // a number in E.164
    const meant = nearestName(value, ["direct", "location"]);
    const hint = meant ? text("did_you_mean", { meant }) : text("choose_other_caller_id");
    cell.error("not_a_choice", text("not_a_caller_id", { value }), hint);
    return undefined;
  },
};
