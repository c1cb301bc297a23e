/** Cell types that need no knowledge of telephony or places: text, choices, yes and no, lists, names with values. */
import type { CellType } from "./define-sheet.ts";
import { nearestName } from "./nearest-name.ts";
import { write } from "./repair.ts";
import { type CellCheck, partCheck } from "./row-notes.ts";

/** Any text. `maxLength`: characters that Webex takes, where that is known. */
export function text(label: string, maxLength?: number): CellType<string> {
  return {
    label,
    isFree: true,
    ...(maxLength === undefined ? {} : { maxLength }),
    read(value, cell) {
      if (maxLength === undefined || value.length <= maxLength) return value;
      const message = `The text has ${value.length} characters; at most ${maxLength} are allowed.`;
      cell.error("text_too_long", message, "Shorten it.");
      return undefined;
    },
  };
}

/** A name that another row or Webex knows; it must match there, so that nothing is altered here. */
export const reference: CellType<string> = text("reference");

/** The name of a customer: `%` is refused by Webex. */
export const customerName: CellType<string> = {
  ...text("name", 256),
  read(value, cell) {
    const name = text("name", 256).read(value, cell);
    if (!value.includes("%")) return name;
    cell.error(
      "percent_in_name",
      "Webex does not allow % in a customer's name.",
      `Write it out: "${value.replaceAll("%", " percent")}".`,
    );
    return undefined;
  },
};

/** One of a few words, without regard to case. */
export function choice<T extends string>(label: string, values: readonly T[]): CellType<T> {
  return {
    label,
    values,
    read(value, cell) {
      const found = values.find((each) => each === value.toLowerCase());
      if (found) return found;
      const near = nearestName(value, values);
      cell.error(
        "not_a_choice",
        `"${value}" is not one of ${values.join(", ")}.`,
        near ? `Did you mean "${near}"?` : "Write one of these.",
      );
      return undefined;
    },
  };
}

const yesAndNo: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["1", true],
  ["x", true],
  ["ja", true],
  ["no", false],
  ["false", false],
  ["0", false],
  ["nee", false],
]);

/** What spreadsheets of other languages make of a ticked cell. */
const otherYesAndNo: ReadonlyMap<string, string> = new Map([
  ["y", "yes"],
  ["j", "yes"],
  ["oui", "yes"],
  ["si", "yes"],
  ["waar", "yes"],
  ["wahr", "yes"],
  ["vrai", "yes"],
  ["n", "no"],
  ["nein", "no"],
  ["non", "no"],
  ["onwaar", "no"],
  ["falsch", "no"],
  ["faux", "no"],
]);

export const yesNo: CellType<boolean> = {
  label: "yes or no",
  values: [...yesAndNo.keys()],
  choices: ["yes", "no"],
  read(value, cell) {
    const answer = yesAndNo.get(value.toLowerCase());
    if (answer !== undefined) return answer;
    const meant = otherYesAndNo.get(value.toLowerCase());
    cell.error("invalid_yes_no", `"${value}" is neither yes nor no.`, meant ? write(meant) : "Write yes or no.");
    return undefined;
  },
};

const wrongSeparators = /[,|\n\r]+/;

/** Values separated by `;`. Values that cannot be read are left out, each with an error. */
export function list<T>(type: CellType<T>): CellType<readonly T[]> {
  return {
    label: `list of ${type.label}, separated by ;`,
    isList: true,
    ...(type.values ? { values: type.values } : {}),
    read(value, cell) {
      if (wrongSeparators.test(value)) {
        const repaired = partsOf(value, /[;,|\n\r]+/).join(";");
        cell.error("wrong_list_separator", "The values of a list are separated by a semicolon.", write(repaired));
        return undefined;
      }
      const values = partsOf(value, ";").map((part) => type.read(part, partCheck(cell, value, part)));
      return withoutRepeats(
        values.filter((each) => each !== undefined),
        cell,
      );
    },
  };
}

/** The parts of a list that are not blank. */
export function partsOf(value: string, separator: string | RegExp): string[] {
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Each value once. A repeated one is said: its author may have meant another. */
export function withoutRepeats<T>(values: readonly T[], cell: CellCheck): readonly T[] {
  const once = new Set(values);
  if (once.size === values.length) return values;
  const repeated = new Set(values.filter((each, index) => values.indexOf(each) !== index));
  cell.warn(
    "repeated_value",
    `${[...repeated].slice(0, 5).join(", ")} stands in this list more than once.`,
    "Keep it once.",
  );
  return [...once];
}

/** `name=value` separated by `;`. */
export const settings: CellType<Readonly<Record<string, string>>> = {
  label: "list of name=value, separated by ;",
  isFree: true,
  isList: true,
  read: (value, cell) => Object.fromEntries(pairsOf(value, cell)),
};

/** The name=value pairs of a cell; those that are none are left out, each with an error. */
export function pairsOf(value: string, cell: CellCheck): readonly (readonly [string, string])[] {
  const pairs = new Map<string, string>();
  for (const part of partsOf(value, ";")) {
    const middle = part.indexOf("=");
    const name = part.slice(0, middle).trim();
    if (middle < 1)
      cell.error("invalid_setting", `"${part}" is not of the form name=value.`, "Write name=value;name=value.");
    else if (pairs.has(name)) cell.error("invalid_setting", `"${name}" is given twice.`, "Keep one of the two.");
    else pairs.set(name, part.slice(middle + 1).trim());
  }
  return [...pairs];
}
