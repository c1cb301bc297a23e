/** What a mapping makes of a row, in the words of the file that it is for. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

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
      `${file} has ${count} columns "${header}": it is not certain which one ${mapping} means (${path}).`,
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
    ({ file }: { file: string }) => `${file} is for none of the files of the batch: nothing was mapped.`,
    ({ file }) => `${file} is voor geen enkel bestand van de batch: er is niets omgezet.`,
  ),
  mapping_name_files: words(
    "Check the names under files in it, and which sheets it is for.",
    "Controleer de namen bij files erin, en voor welke bladen het is.",
  ),
};
