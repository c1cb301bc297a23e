/** Problems of a mapping and the files that it is for. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { type StoredText, words } from "../words/wording.ts";

export const mappingCodes = {
  mapped_header_missing: {
    severity: "error",
    en: {
      title: "Header of the mapping not in the file",
      meaning:
        "The mapping names a column that the file does not have, so its values would be missing. The export may have changed.",
      example: "Toestel in mapping.json, and Toestelnr in the file",
      resolution: "Write the header in the mapping as the file has it, or take it out of the mapping.",
    },
    nl: {
      title: "Kop uit de mapping niet in het bestand",
      meaning:
        "De mapping noemt een kolom die het bestand niet heeft, dus de waarden zouden ontbreken. Misschien is de export veranderd.",
      example: "Toestel in mapping.json, en Toestelnr in het bestand",
      resolution: "Schrijf de kop in de mapping zoals het bestand hem heeft, of haal hem uit de mapping.",
    },
  },
  mapped_header_repeated: {
    severity: "error",
    en: {
      title: "Header of the mapping twice in the file",
      meaning:
        "The file has several columns with the header that the mapping names, so it is unclear which one is meant.",
      example: "two columns Name in a file whose Name is split",
      resolution: "Give one of the columns another name in the file.",
    },
    nl: {
      title: "Kop uit de mapping twee keer in het bestand",
      meaning:
        "Het bestand heeft meerdere kolommen met de kop die de mapping noemt, dus het is niet zeker welke is bedoeld.",
      example: "twee kolommen Naam in een bestand waarvan Naam wordt gesplitst",
      resolution: "Geef een van de kolommen in het bestand een andere naam.",
    },
  },
  mapping_unused: {
    severity: "warning",
    en: {
      title: "Mapping used for no file",
      meaning: "The mapping matches no file of the batch, so the files were read without it.",
      example: 'files: "export*.csv" in the mapping of a folder with users.csv',
      resolution: "Check the file names and the sheets in the mapping.",
    },
    nl: {
      title: "Mapping voor geen enkel bestand gebruikt",
      meaning: "De mapping past bij geen enkel bestand van de batch; de bestanden zijn dus zonder mapping gelezen.",
      example: 'files: "export*.csv" in de mapping van een map met users.csv',
      resolution: "Controleer de bestandsnamen en de bladen in de mapping.",
    },
  },
} as const satisfies Readonly<Record<string, IssueFacts>>;

type Told = { readonly message: StoredText };
type Mapped = { readonly file: string; readonly mapping: string; readonly path: string; readonly header: string };
type Hinted = { readonly hint?: StoredText; readonly value: string; readonly mapping: string; readonly path: string };

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`);

export const mappingTexts = {
  in_column_of_file: words(
    ({ message, headers }: Told & { headers: readonly string[] }, { say, list }) =>
      `${say(message)} In your file: ${headers.length === 1 ? "column" : "columns"} ${list(quoted(headers))}.`,
    ({ message, headers }, { say, list }) =>
      `${say(message)} In uw bestand: ${headers.length === 1 ? "kolom" : "kolommen"} ${list(quoted(headers))}.`,
  ),
  in_cell_of_file: words(
    ({ message, cells }: Told & { cells: readonly { header: string; cell: string }[] }, { say, list }) =>
      `${say(message)} In your file: ${list(cells.map(({ header, cell }) => `"${cell}" in column "${header}"`))}.`,
    ({ message, cells }, { say, list }) =>
      `${say(message)} In uw bestand: ${list(cells.map(({ header, cell }) => `"${cell}" in kolom "${header}"`))}.`,
  ),
  value_of_mapping: words(
    ({ message, mapping, path }: Told & { mapping: string; path: string }, { say }) =>
      `${say(message)} The value comes from ${mapping} (${path}).`,
    ({ message, mapping, path }, { say }) => `${say(message)} De waarde komt uit ${mapping} (${path}).`,
  ),
  or_map_value: words(
    ({ hint, value, mapping, path }: Hinted, { say }) =>
      `${hint ? `${say(hint)} ` : ""}For all such rows at once: add "${value}" to ${path} in ${mapping}.`,
    ({ hint, value, mapping, path }, { say }) =>
      `${hint ? `${say(hint)} ` : ""}Voor al zulke rijen in één keer: voeg "${value}" toe aan ${path} in ${mapping}.`,
  ),

  mapped_header_missing: words(
    ({ file, mapping, path, header }: Mapped) => `${file} has no column "${header}", which ${mapping} names (${path}).`,
    ({ file, mapping, path, header }) => `${file} heeft geen kolom "${header}", die ${mapping} noemt (${path}).`,
  ),
  mapped_header_repeated: words(
    ({ file, mapping, path, header, count }: Mapped & { count: number }) =>
      `${file} has ${count} columns "${header}": it is unclear which one ${mapping} means (${path}).`,
    ({ file, mapping, path, header, count }) =>
      `${file} heeft ${count} kolommen "${header}": het is niet zeker welke ${mapping} bedoelt (${path}).`,
  ),
  did_you_mean_header: words(
    ({ meant }: { meant: string }) => `Did you mean "${meant}"? Write the header as the file has it.`,
    ({ meant }) => `Bedoelde u "${meant}"? Schrijf de kop zoals die in het bestand staat.`,
  ),
  mapping_write_header: words(
    ({ mapping }: { mapping: string }) => `Write a header that the file has, or take the line out of ${mapping}.`,
    ({ mapping }) => `Schrijf een kop die het bestand heeft, of haal de regel uit ${mapping}.`,
  ),
  rename_one_header: words(
    "Give one of the two columns another name in the file.",
    "Geef een van beide kolommen in het bestand een andere naam.",
  ),
  mapping_unused: words(
    ({ file }: { file: string }) => `${file} matches no file of the batch: nothing was mapped.`,
    ({ file }) => `${file} past bij geen enkel bestand van de batch: er is niets omgezet.`,
  ),
  mapping_name_files: words(
    "Check the file names and the sheets in it.",
    "Controleer de bestandsnamen en de bladen erin.",
  ),
};
