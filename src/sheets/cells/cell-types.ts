/** Cell types that need no knowledge of telephony or places: text, choices, yes and no, lists, names with values. */

import { type Text, text } from "../../model/words/text.ts";
import { foldLabel } from "../data/webex-labels.ts";
import type { CellRole, CellType } from "../define-sheet.ts";
import { isFormulaError } from "./formula-errors.ts";
import { nearestName } from "./nearest.ts";
import { isPlaceholder } from "./placeholders.ts";
import { clearCell, listSeparators, write } from "./repair.ts";
import { type CellCheck, partCheck } from "./row-notes.ts";

/** Any text. `maxLength`: characters that Webex takes, where that is known. */
export function freeText(label: Text, role: CellRole, maxLength?: number): CellType<string> {
  return {
    label,
    role,
    ...(ordinary[role] ? { sound: ordinary[role] } : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
    read(value, cell) {
      if (maxLength === undefined || value.length <= maxLength) return value;
      const lengths = { length: value.length, most: maxLength };
      cell.error("text_too_long", text("text_too_long", lengths), text("shorten_text"));
      return undefined;
    },
  };
}

/** Letters alone, or letters and digits as in `CUST-00012`, are never damaged; dates and shortened numbers look otherwise. */
const ordinary: Readonly<Partial<Record<CellRole, RegExp>>> = {
  name: /^[A-Za-z]+\d*(?:[ -][A-Za-z]+)*$/,
  nameKey: /^[A-Za-z]+(?: [A-Za-z]+)*$/,
  text: /^[A-Za-z]{4}[A-Za-z]*(?: [A-Za-z0-9]+)+$/,
  id: /^[A-Za-z]{4}[A-Za-z]*-\d{3,}$/,
  reference: /^[A-Za-z]{4}[A-Za-z]*-\d{3,}$/,
};

/** What a customer, a location or a template is called in another row or at Webex. */
export const reference: CellType<string> = {
  ...freeText(text("kind_reference"), "reference"),
  knowsLetters: true,
};

/** The name of a person, a company or a location. */
export const name = (maxLength?: number): CellType<string> => freeText(text("kind_name"), "name", maxLength);

/** A name by which other rows refer to the row. */
export const nameKey = (maxLength?: number): CellType<string> => freeText(text("kind_name"), "nameKey", maxLength);

const companyName = name(256);

/** The name of a customer: `%` is refused by Webex. */
export const customerName: CellType<string> = {
  ...companyName,
  read(value, cell) {
    const read = companyName.read(value, cell);
    if (!value.includes("%")) return read;
    cell.error("percent_in_name", text("percent_in_name"), text("write_percent_out", { name: value }));
    return undefined;
  },
};

/** One of a few words, without regard to case. `otherWords`: what screens call them, in small letters without blanks and dashes. */
export function choice<T extends string>(
  label: Text,
  values: readonly T[],
  otherWords: ReadonlyMap<string, T> = new Map(),
): CellType<T> {
  return {
    label,
    values,
    read(value, cell) {
      const found = values.find((each) => each === value.toLowerCase()) ?? otherWords.get(foldLabel(value));
      if (found) return found;
      const near = nearestName(value, values);
      cell.error(
        "not_a_choice",
        text("not_an_allowed_value", { value, values }),
        near ? text("did_you_mean", { meant: near }) : text("write_one_of_these"),
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
  label: text("kind_yes_no"),
  values: [...yesAndNo.keys()],
  choices: ["yes", "no"],
  read(value, cell) {
    const answer = yesAndNo.get(value.toLowerCase());
    if (answer !== undefined) return answer;
    const meant = otherYesAndNo.get(value.toLowerCase());
    cell.error("invalid_yes_no", text("neither_yes_nor_no", { value }), meant ? write(meant) : text("write_yes_or_no"));
    return undefined;
  },
};

const wrongSeparators = /[,|\t]+/;
const anySeparators = /[;,|\t\r\n\v\f\u0085\u2028\u2029]+/;

/** Most parts of a list cell. */
export const mostParts = 1_000;

/** The parts of a list cell that are not blank; undefined, with an error, where they cannot be told apart or are too many. `isOne`: of a part with a comma that separates no values. */
export function readParts(
  value: string,
  cell: CellCheck,
  isOne: (part: string) => boolean = () => false,
): readonly string[] | undefined {
  if (!wrongSeparators.test(value) || partsOf(value).every((part) => !wrongSeparators.test(part) || isOne(part)))
    return boundedParts(value, cell);
  cell.error(
    "wrong_list_separator",
    text("list_not_by_semicolons"),
    value.length > longestRepair ? text("separate_by_semicolons") : write(partsOf(value, anySeparators).join(";")),
  );
  return undefined;
}

function boundedParts(value: string, cell: CellCheck): readonly string[] | undefined {
  const parts = partsOf(value);
  if (parts.length <= mostParts) return parts;
  cell.error("list_too_long", text("list_too_long", { count: parts.length, most: mostParts }), text("divide_list"));
  return undefined;
}

/** A longer cell is repaired by nobody in one stroke. */
const longestRepair = 4_000;

/** Values separated by `;`, by line breaks, or both. Values that cannot be read are left out, each with an error. */
export function list<T>(type: CellType<T>, label: Text): CellType<readonly T[]> {
  return {
    label,
    isList: true,
    ...(type.values ? { values: type.values } : {}),
    read(value, cell) {
      const parts = readParts(value, cell);
      if (parts === undefined) return undefined;
      const values = parts.map((part) => readPart(type, part, partCheck(cell, value, part)));
      return withoutRepeats(
        values.filter((each) => each !== undefined),
        cell,
      );
    },
  };
}

function readPart<T>(type: CellType<T>, part: string, cell: CellCheck): T | undefined {
  return refusePart(part, cell) ? undefined : type.read(part, cell);
}

/** Says what programs write among the values of a list and is none. */
export function refusePart(part: string, cell: CellCheck): boolean {
  if (isFormulaError(part)) {
    cell.error("formula_error", text("formula_failed_in_list", { value: part }), text("write_value_itself"));
    return true;
  }
  if (!isPlaceholder(part)) return false;
  cell.error("placeholder_in_cell", text("placeholder", { value: part }), clearCell);
  return true;
}

/** The parts of a list that are not blank. */
export function partsOf(value: string, separator: RegExp = listSeparators): string[] {
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Each value once. A repeated one is said: its author may have meant another. */
export function withoutRepeats<T>(values: readonly T[], cell: CellCheck): readonly T[] {
  const once = new Set(values);
  if (once.size === values.length) return values;
  const seen = new Set<T>();
  const repeated = new Set<T>();
  for (const each of values) {
    if (seen.has(each)) repeated.add(each);
    seen.add(each);
  }
  const some = [...repeated].slice(0, 5).map(String);
  cell.warn("repeated_value", text("value_repeated", { values: some }), text("keep_each_once"));
  return [...once];
}

/** `name=value` separated by `;`. */
export const settings: CellType<Readonly<Record<string, string>>> = {
  label: text("kind_settings"),
  isList: true,
  read: (value, cell) => Object.fromEntries(pairsOf(value, cell)),
};

/** The name=value pairs of a cell; those that are none are left out, each with an error. */
export function pairsOf(value: string, cell: CellCheck): readonly (readonly [string, string])[] {
  const pairs = new Map<string, string>();
  for (const part of boundedParts(value, cell) ?? []) {
    const middle = part.indexOf("=");
    const name = part.slice(0, middle).trim();
    if (middle < 1) cell.error("invalid_setting", text("not_a_setting", { value: part }), text("write_settings"));
    else if (pairs.has(name))
      cell.error("invalid_setting", text("setting_repeated", { value: name }), text("keep_one_of_two"));
    else pairs.set(name, part.slice(middle + 1).trim());
  }
  return [...pairs];
}
