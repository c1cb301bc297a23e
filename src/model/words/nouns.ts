/** What the rows of each sheet are called: of one, and of several. */
import type { SheetName } from "../sheet.ts";
import type { Language } from "./language.ts";

export type Noun = SheetName;

export const nouns: Readonly<Record<Language, Readonly<Record<Noun, readonly [one: string, other: string]>>>> = {
  en: {
    templates: ["template", "templates"],
    profiles: ["profile", "profiles"],
    customers: ["customer", "customers"],
    locations: ["location", "locations"],
    users: ["user", "users"],
  },
  nl: {
    templates: ["sjabloon", "sjablonen"],
    profiles: ["profiel", "profielen"],
    customers: ["klant", "klanten"],
    locations: ["locatie", "locaties"],
    users: ["gebruiker", "gebruikers"],
  },
};

/** In characters: of the longest title of a sheet. */
export function sheetTitleWidth(language: Language): number {
  return Math.max(...Object.values(nouns[language]).map(([, several]) => several.length));
}

/** As the title of a column or a line; of several. */
export function sheetTitle(sheet: SheetName, language: Language): string {
  return nouns[language][sheet][1];
}
