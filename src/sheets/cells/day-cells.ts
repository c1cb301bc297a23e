/** Cells that say when something goes live: a day of the calendar, and the state of numbers until then. */
import { type CalendarDay, type NumbersState, numbersStates } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import type { CellType } from "../define-sheet.ts";
import { readDay } from "../read/days-in-cells.ts";
import { choice } from "./cell-types.ts";
import { write } from "./repair.ts";

export const numbersState: CellType<NumbersState> = choice(
  text("kind_numbers_state"),
  numbersStates,
  new Map([
    ["actief", "active"],
    ["ingebruik", "active"],
    ["inactief", "inactive"],
    ["nietactief", "inactive"],
  ]),
);

const never: ReadonlySet<string> = new Set(["never", "nooit"]);

/** Does the cell say that there is no day any more? */
export function isNever(cell: string): boolean {
  return never.has(cell.toLowerCase());
}

/** Year, month, day. Another order of them is told, and never guessed. */
export const goLiveDay: CellType<CalendarDay | "never"> = {
  label: text("kind_day"),
  isDay: true,
  sound: /^2\d{3}-\d{2}-\d{2}$/,
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$|^[Nn]ever$|^[Nn]ooit$",
  read(value, cell) {
    if (isNever(value)) return "never";
    const { day, meant, isNowhere } = readDay(value);
    if (day !== undefined) return day;
    const [first, ...others] = meant;
    const hint =
      first === undefined
        ? text("write_day")
        : others.length === 0
          ? write(first)
          : text("write_one_of_days", { days: meant });
    cell.error("invalid_day", text(isNowhere ? "no_such_day" : "not_a_day", { value }), hint);
    return undefined;
  },
};
