/** Cells with extensions and routing prefixes. Strings always: leading zeros count. */
import { isDate, readScientific } from "./cell-damage.ts";
import type { CellType } from "./define-sheet.ts";
import { type Hint, write, writeAsText } from "./repair.ts";
import type { CellCheck } from "./row-notes.ts";

const emergencyNumbers: ReadonlySet<string> = new Set(["112", "911", "933", "999", "000"]);

/** Two to ten digits, no emergency number. */
export const extension: CellType<string> = {
  label: "extension",
  pattern: "^\\d{2,10}$",
  read(value, cell) {
    if (emergencyNumbers.has(value)) {
      cell.error("emergency_extension", `${value} is an emergency number.`, "Choose another extension.");
      return undefined;
    }
    return /^\d{2,10}$/.test(value) ? value : refuseExtension(value, cell);
  },
};

function refuseExtension(value: string, cell: CellCheck): undefined {
  const asNumber = /^(\d{1,10})[.,]0+$/.exec(value) ?? /^(\d{1,3}[., ]\d{3})$/.exec(value);
  if (isDate(value)) {
    cell.error(
      "date_in_cell",
      `A spreadsheet turned the extension into a date: "${value}".`,
      "Write the extension again, and format the column as text.",
    );
  } else if (readScientific(value)) {
    cell.error(
      "scientific_notation",
      `A spreadsheet turned the extension into ${value}.`,
      "Take it from its source, and format the column as text.",
    );
  } else if (asNumber) {
    const digits = (asNumber[1] ?? "").replace(/\D/g, "");
    cell.error(
      "invalid_extension",
      `A spreadsheet turned the extension into the amount "${value}".`,
      writeAsText(digits),
    );
  } else if (/^\d$/.test(value)) {
    cell.error(
      "extension_lost_zero",
      `The extension "${value}" has one digit: a spreadsheet probably took zeros before it away.`,
      `Write it in full (0${value}, 00${value}...), and format the column as text.`,
    );
  } else if (/^\+?\d{11,}$/.test(value)) {
    cell.error(
      "invalid_extension",
      `"${value}" is longer than an extension can be: 10 digits.`,
      "A whole phone number belongs in phone_number.",
    );
  } else {
    cell.error("invalid_extension", `"${value}" is not an extension: 2 to 10 digits.`, repairOf(value));
  }
  return undefined;
}

function repairOf(value: string): Hint {
  const digits = value.replace(/^(ext|x|tst|toestel)\.?\s*/i, "").replace(/[\s.-]/g, "");
  return /^\d{2,10}$/.test(digits) ? write(digits) : "Write digits only, as in 4015.";
}

/** One to seven digits. */
export const routingPrefix: CellType<string> = {
  label: "routing prefix",
  pattern: "^\\d{1,7}$",
  read(value, cell) {
    if (/^\d{1,7}$/.test(value)) return value;
    cell.error(
      "invalid_routing_prefix",
      `"${value}" is not a routing prefix: 1 to 7 digits.`,
      "Write digits only, as in 8201.",
    );
    return undefined;
  },
};
