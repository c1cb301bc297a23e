/** What the files of a run say beside what is wrong with its rows. */
import { onPage, words } from "./wording.ts";

export const resultTexts = {
  not_asked_about: words(
    ({ lastAppliedAt }: { lastAppliedAt: string }) =>
      `Not read at Webex: the same as when it was last applied, ${lastAppliedAt}.`,
    ({ lastAppliedAt }) => `Niet bij Webex gelezen: gelijk aan wat het laatst is toegepast, ${lastAppliedAt}.`,
  ),
  left_alone: words("left unchanged", "ongewijzigd gelaten"),
  written_as: words(
    ({ wanted, name }: { wanted: string; name: string }) =>
      `${wanted} is open in another program or cannot be replaced: written as ${name}.`,
    ({ wanted, name }) =>
      `${wanted} is geopend in een ander programma of kan niet worden vervangen: geschreven als ${name}.`,
  ),
  make_room_or_other_out: onPage(
    words(
      "Make room or give write access there, or name another folder with --out.",
      "Maak daar ruimte of geef schrijfrechten, of noem een andere map met --out.",
    ),
    words("Make room or give write access there.", "Maak daar ruimte of geef schrijfrechten."),
  ),
  workbook_left_out: words(
    ({ name }: { name: string }) => `${name} was not written: there are more rows to correct than a workbook can hold.`,
    ({ name }) => `${name} is niet geschreven: er zijn meer te corrigeren rijen dan er in een werkmap passen.`,
  ),
  kept_aside: words(
    ({ name, aside }: { name: string; aside: string }) => `${name} was changed since it was written: kept as ${aside}.`,
    ({ name, aside }) => `${name} is gewijzigd nadat het is geschreven: bewaard als ${aside}.`,
  ),
  not_results_csv: words(
    ({ missing }: { missing: readonly string[] }, { list }) =>
      `This is not a results.csv: ${missing.length === 1 ? "the column" : "the columns"} ${list(missing)} ${missing.length === 1 ? "is" : "are"} missing.`,
    ({ missing }, { list }) =>
      `Dit is geen results.csv: ${missing.length === 1 ? "de kolom" : "de kolommen"} ${list(missing)} ${missing.length === 1 ? "ontbreekt" : "ontbreken"}.`,
  ),
  give_results_csv: words(
    "Give the results.csv of a run as it was written, with its header line.",
    "Geef de results.csv van een run zoals die is geschreven, met de kopregel.",
  ),
  no_room: words(
    ({ name, rows, table, most }: Rest, { count, number }) =>
      `${name} has no room for ${count(rows, "more row", "more rows")} of "${table}" (a worksheet holds ${number(most)}).`,
    ({ name, rows, table, most }, { count, number }) =>
      `In ${name} is geen plaats voor nog ${count(rows, "rij", "rijen")} van "${table}" (in een werkblad passen er ${number(most)}).`,
  ),
  no_room_see_csv: words(
    ({ name, rows, table, most, csv }: Rest & { csv: string }, { count, number }) =>
      `${name} has no room for ${count(rows, "more row", "more rows")} of "${table}" (a worksheet holds ${number(most)}): see ${csv}.`,
    ({ name, rows, table, most, csv }, { count, number }) =>
      `In ${name} is geen plaats voor nog ${count(rows, "rij", "rijen")} van "${table}" (in een werkblad passen er ${number(most)}): zie ${csv}.`,
  ),
  in_no_sheet: words("at Webex and in no sheet", "staat bij Webex en in geen enkel blad"),
};

type Rest = { readonly name: string; readonly rows: number; readonly table: string; readonly most: number };
