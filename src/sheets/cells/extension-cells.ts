/** Cells with extensions and routing prefixes. Strings always: leading zeros count. */

import { text } from "../../model/words/text.ts";
import type { CellType } from "../define-sheet.ts";
import { isDate } from "../read/dates-in-cells.ts";
import { readScientific } from "./cell-damage.ts";
import { type Hint, write, writeAsText } from "./repair.ts";
import type { CellCheck } from "./row-notes.ts";

const emergencyNumbers: ReadonlySet<string> = new Set(["112", "911", "933", "999", "000"]);

export function isEmergencyNumber(extension: string): boolean {
  return emergencyNumbers.has(extension);
}

/** Two to ten digits, no emergency number. */
export const extension: CellType<string> = {
  label: text("kind_extension"),
  sound: /^\d{2,10}$/,
  knowsNumbers: true,
  pattern: "^\\d{2,10}$",
  read(value, cell) {
    if (isEmergencyNumber(value)) {
      cell.error("emergency_extension", text("emergency_extension", { value }), text("choose_other_extension"));
      return undefined;
    }
    return /^\d{2,10}$/.test(value) ? value : refuseExtension(value, cell);
  },
};

function refuseExtension(value: string, cell: CellCheck): undefined {
  const asNumber = /^(\d{1,10})[.,]0+$/.exec(value) ?? /^(\d{1,3}[., ]\d{3})$/.exec(value);
  if (isDate(value)) {
    cell.error("date_in_cell", text("extension_turned_date", { value }), text("write_extension_again"));
  } else if (readScientific(value)) {
    cell.error(
      "scientific_notation",
      text("extension_turned_scientific", { value }),
      text("take_extension_from_source"),
    );
  } else if (asNumber) {
    const digits = (asNumber[1] ?? "").replace(/\D/g, "");
    cell.error("invalid_extension", text("extension_turned_amount", { value }), writeAsText(digits));
  } else if (/^\d$/.test(value)) {
    cell.error(
      "extension_lost_zero",
      text("extension_lost_zero", { value }),
      text("write_extension_in_full", { value }),
    );
  } else if (/^\+?\d{11,}$/.test(value)) {
    cell.error("invalid_extension", text("extension_too_long", { value }), text("whole_number_elsewhere"));
  } else {
    cell.error("invalid_extension", text("not_an_extension", { value }), repairOf(value));
  }
  return undefined;
}

function repairOf(value: string): Hint {
  const digits = value
    .replace(/^tel:\s*/i, "")
    .replace(/^(ext|x|tst|toestel)\.?\s*/i, "")
    .replace(/[\s.-]/g, "");
  return /^\d{2,10}$/.test(digits) ? write(digits) : text("write_digits_like", { example: "4015" });
}

/** One to seven digits. */
export const routingPrefix: CellType<string> = {
  label: text("kind_routing_prefix"),
  pattern: "^\\d{1,7}$",
  read(value, cell) {
    if (/^\d{1,7}$/.test(value)) return value;
    cell.error(
      "invalid_routing_prefix",
      text("not_a_routing_prefix", { value }),
      text("write_digits_like", { example: "8201" }),
    );
    return undefined;
  },
};
