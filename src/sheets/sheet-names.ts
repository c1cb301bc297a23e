/** Which sheet a file or worksheet holds, by its name. Data: an operator may read it. */
import { type SheetName, sheetNames } from "../model/sheet.ts";

/** How names begin, in English and Dutch, without case, accents, blanks and signs. `exported_users` is what Control Hub calls its export. */
const nameStarts: Readonly<Record<SheetName, readonly string[]>> = {
  templates: ["templates", "onboardingtemplates", "sjablonen", "onboardingsjablonen"],
  customers: ["customers", "klanten"],
  locations: ["locations", "locaties", "vestigingen"],
  users: ["users", "gebruikers", "exportedusers", "geexporteerdegebruikers"],
  profiles: ["profiles", "profielen"],
};

/** The sheet that a file or worksheet is named after: `users`, `Users NL.csv`, `2026-11-29 exported_users.csv`, `Gebruikers`. */
export function sheetOfName(name: string): SheetName | undefined {
  const folded = fold(name);
  return sheetNames.find((sheet) => nameStarts[sheet].some((start) => folded.startsWith(start)));
}

/** Dates and numbers may stand before the name. */
function fold(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/^\d+/, "");
}

const ownWords =
  /^(read ?me|lees ?mij|instructi|uitleg|toelichting|help|info|notes?|notities|opmerkingen|summary|samenvatting|overzicht|overview|total|totalen|cover|voorblad|legend)/i;

/** Is it named like a page of totals or explanations, for people? */
export function isNameOfNotes(name: string): boolean {
  return ownWords.test(name.trim());
}

/** Is it named like the hidden worksheet of the starter workbook that its drop-downs take their values from? */
export function isNameOfChoices(name: string): boolean {
  return fold(name) === "choices";
}
