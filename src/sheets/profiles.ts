/** The sheet of profiles: values for the blank cells of customers, locations and users. Each is read by the column that takes it. */
import type { Draft, ProfileRecord } from "../model/records.ts";
import type { SheetName } from "../model/sheet.ts";
import { text } from "../model/words/text.ts";
import { nameKey } from "./cells/cell-types.ts";
import { customers } from "./customers.ts";
import { type Column, defineSheet, required, type Values } from "./define-sheet.ts";
import { locations } from "./locations.ts";
import { users } from "./users.ts";

/** The sheets whose rows may name a profile. */
export const profiledSheets = ["customers", "locations", "users"] as const;
export type ProfiledSheet = (typeof profiledSheets)[number];

export function isProfiled(sheet: SheetName): sheet is ProfiledSheet {
  return sheet !== "templates" && sheet !== "profiles";
}

const takers = { customers, locations, users };

/** What names a row, or says what becomes of it, is its own. */
const ownColumns: Readonly<Record<ProfiledSheet, readonly string[]>> = {
  customers: ["external_id", "action", "profile"],
  locations: ["customer", "name", "action", "profile"],
  users: ["customer", "email", "action", "profile"],
};

/** May a profile give this column of the sheet? */
export function isGiven(sheet: ProfiledSheet, column: string): boolean {
  return Object.hasOwn(takers[sheet].columns, column) && !ownColumns[sheet].includes(column);
}

/** `user_package`: the column of the sheet of profiles that gives one of another sheet. */
export function profileColumn(sheet: ProfiledSheet, column: string): string {
  return `${sheet.slice(0, -1)}_${column}`;
}

/** What a cell of a profile is for: sheet and column; undefined for the profile's own name. */
export function givenBy(column: string): { readonly sheet: ProfiledSheet; readonly column: string } | undefined {
  const sheet = profiledSheets.find((each) => column.startsWith(`${each.slice(0, -1)}_`));
  return sheet && { sheet, column: column.slice(sheet.length) };
}

/** Cells of the starter sheet. */
const examples: Readonly<Record<string, string>> = {
  customer_hq_timezone: "Europe/Amsterdam",
  customer_hq_language: "nl_NL",
  location_timezone: "Europe/Amsterdam",
  location_language: "nl_NL",
  user_package: "webex_calling",
  user_phone_number: "next",
  user_extension: "next",
};

function columnsOf(sheet: ProfiledSheet): readonly (readonly [string, Column<unknown>])[] {
  return Object.entries(takers[sheet].columns)
    .filter(([name]) => isGiven(sheet, name))
    .map(([name, { type, description }]) => {
      const own = profileColumn(sheet, name);
      return [own, { type, description, isRequired: false, example: examples[own] ?? "" }];
    });
}

const columns = {
  profile: required(nameKey(80), { example: "office", description: text("profiles_profile") }),
};

const named = defineSheet<typeof columns, ProfileRecord>({ columns, toRecord, needs: ["name"] });

export const profiles = {
  ...named,
  columns: { ...columns, ...Object.fromEntries(profiledSheets.flatMap(columnsOf)) },
};

function toRecord({ profile }: Values<typeof columns>): Draft<ProfileRecord> {
  return { name: profile };
}
