/** What the values of a column look like: e-mail addresses, extensions, phone numbers, packages... Judges values alone, no headers. */
import { isError } from "../../model/issue.ts";
import type { SheetName } from "../../model/sheet.ts";
import { countryNamed } from "../data/countries.ts";
import { callingCodeIn, callingCodeOf } from "../data/numbering-plans.ts";
import { issuesOfValue } from "./read-value.ts";

/** Columns that can be told by their values; others may hold any text. */
const tellable: Readonly<Record<SheetName, readonly string[]>> = {
  templates: [],
  profiles: [],
  customers: ["admin_email", "packages", "country", "hq_timezone"],
  locations: ["country", "timezone", "phone_numbers"],
  users: ["email", "phone_number", "extension", "package"],
};

export function columnsByValues(sheet: SheetName): readonly string[] {
  return tellable[sheet];
}

/** Filled cells of a column, as they count. */
export type Filled = { readonly values: readonly string[]; readonly rows: number };

/** Of the filled cells, those that could be of the column: 0 to 1. Undefined: nothing tells, or there is none. */
export function fitOf(sheet: SheetName, column: string, { values }: Filled): number | undefined {
  if (values.length === 0) return undefined;
  const isLike = testOf(sheet, column);
  return isLike && values.filter(isLike).length / values.length;
}

function testOf(sheet: SheetName, column: string): ((value: string) => boolean) | undefined {
  if (/^(hq_)?(phone_numbers?|main_number)$/.test(column)) return isPhone;
  if (column === "extension") return (value) => /^\d{2,6}$/.test(value);
  if (tellable[sheet].includes(column) || /email|country|timezone|language$/.test(column))
    return (value) => !issuesOfValue(sheet, column, value).some(isError);
  return undefined;
}

/** Seven digits or more, with what people put between them; ranges too. */
function isPhone(value: string): boolean {
  const bare = value.replace(/[\s().\-\u2010-\u2015/]/g, "");
  return /^\+?\d{7,}(\+?\d+)?$/.test(bare) && /^\+?\d/.test(bare);
}

/** Cells differ from each other: 0 to 1. */
export function variety({ values }: Filled): number {
  return values.length === 0 ? 0 : new Set(values).size / values.length;
}

/**
 * What the numbers of a column lack: the plus and the country's code, or only that they are written with separators. Undefined:
 * they are as they must be. `country`: of the file, where it has but one. "?": nobody knows.
 */
export function prefixFor({ values }: Filled, country: string | undefined): string | undefined {
  const isRight = (value: string) => /^\+\d+$/.test(value);
  if (values.every(isRight)) return undefined;
  const bare = values.map((value) => value.replaceAll("(0)", "").replace(/[\s().\-\u2010-\u2015/]/g, ""));
  const codes = bare.flatMap((number) => codeOf(number) ?? []);
  const [most] = [...countOf(codes)].sort(([, one], [, other]) => other - one);
  if (most && most[1] * 2 > values.length) return most[0];
  const code = country && (countryNamed(country) ?? country.toUpperCase());
  return (code && callingCodeIn(code)) ?? most?.[0] ?? "?";
}

function codeOf(number: string): string | undefined {
  if (number.startsWith("+")) return callingCodeOf(number);
  return number.startsWith("00") ? callingCodeOf(`+${number.slice(2)}`) : callingCodeOf(`+${number}`);
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of texts) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
