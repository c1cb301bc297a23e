/** What is wrong with a mapping file, and what to write in it. */
import type { StoredText } from "./wording.ts";
import { words } from "./wording.ts";

type File = { readonly file: string };
type Mistake = { readonly path: string; readonly message: StoredText; readonly hint?: StoredText };

const told = (mistakes: readonly Mistake[], say: (text: StoredText) => string) =>
  mistakes
    .map(({ path, message, hint }) => `${path === "" ? "" : `${path}: `}${say(message)}${hint ? ` ${say(hint)}` : ""}`)
    .join(" ");

export const mappingFileTexts = {
  mapping_refused: words(
    (
      {
        file,
        count: mistakes,
        mistakes: shown,
        more,
      }: File & { count: number; mistakes: readonly Mistake[]; more: number },
      { say, count },
    ) =>
      `${file} cannot be used as a mapping: ${count(mistakes, "mistake", "mistakes")}. ${told(shown, say)}${more > 0 ? ` And ${count(more, "more", "more")}.` : ""}`,
    ({ file, count: mistakes, mistakes: shown, more }, { say, count }) =>
      `${file} kan niet als mapping worden gebruikt: ${count(mistakes, "fout", "fouten")}. ${told(shown, say)}${more > 0 ? ` En nog ${count(more, "andere", "andere")}.` : ""}`,
  ),
  mapping_way_out: words(
    "What a mapping may say: docs/from-your-export.md; as a JSON Schema for your editor: wholesale-import schema mapping.",
    "Wat er in een mapping mag staan: docs/from-your-export.md; als JSON Schema voor uw editor: wholesale-import schema mapping.",
  ),
  mapping_not_json: words(
    ({ file, line, reason }: File & { line?: number; reason: StoredText }, { say }) =>
      `${file} is not JSON${line === undefined ? "" : ` (line ${line})`}: ${say(reason)}.`,
    ({ file, line, reason }, { say }) =>
      `${file} is geen JSON${line === undefined ? "" : ` (regel ${line})`}: ${say(reason)}.`,
  ),
  mapping_write_json: words(
    "Names and texts are in double quotes, with a comma between two of them and none behind the last. If the file is not a mapping, name the one that is with --mapping, or move the file elsewhere.",
    "Namen en teksten staan tussen dubbele aanhalingstekens, met een komma ertussen en geen komma achter de laatste. Is het bestand geen mapping, noem dan met --mapping het goede, of verplaats het bestand.",
  ),
  mapping_missing: words(
    ({ file }: File) => `There is no mapping file ${file}.`,
    ({ file }) => `Er is geen mappingbestand ${file}.`,
  ),
  mapping_make_one: words(
    "Check the name. To make one from a file of yours: wholesale-import init --mapping FILE.",
    "Controleer de naam. Om er een te maken uit een eigen bestand: wholesale-import init --mapping BESTAND.",
  ),
  mapping_unreadable: words(
    ({ file, code }: File & { code: string }) => `The mapping file ${file} cannot be read (${code}).`,
    ({ file, code }) => `Het mappingbestand ${file} kan niet worden gelezen (${code}).`,
  ),
  mapping_not_a_file: words(
    ({ file }: File) => `The mapping ${file} is a link or a folder, not a file.`,
    ({ file }) => `De mapping ${file} is een koppeling of een map, geen bestand.`,
  ),
  mapping_too_large: words(
    ({ file, mebibytes }: File & { mebibytes: number }) =>
      `The mapping file ${file} is larger than ${mebibytes} MiB: it is not a mapping.`,
    ({ file, mebibytes }) => `Het mappingbestand ${file} is groter dan ${mebibytes} MiB: het is geen mapping.`,
  ),
  mapping_is_no_object: words(
    'A mapping is an object with a section for each sheet: {"users": {"headers": {...}}}.',
    'Een mapping is een object met een sectie per blad: {"users": {"headers": {...}}}.',
  ),
  mapping_is_empty: words(
    ({ sheets }: { sheets: readonly string[] }, { choice }) => `It has no section. Write one of ${choice(sheets)}.`,
    ({ sheets }, { choice }) => `Er staat geen sectie in. Schrijf ${choice(sheets)}.`,
  ),
  mapping_of_other_version: words(
    ({ value }: { value: string }) => `${value} is not a known version of mappings. Write 1, or leave it out.`,
    ({ value }) => `${value} is geen bekende versie van mappings. Schrijf 1, of laat het weg.`,
  ),
  mapping_unknown_key: words(
    ({ key }: { key: string }) => `"${key}" is not a key of a mapping.`,
    ({ key }) => `"${key}" is geen sleutel van een mapping.`,
  ),
  mapping_keys_are: words(
    ({ known }: { known: readonly string[] }, { choice }) => `Write ${choice(known)}.`,
    ({ known }, { choice }) => `Schrijf ${choice(known)}.`,
  ),
  mapping_wrong_kind: words(
    ({ kind, value }: { kind: StoredText; value?: string }, { say }) =>
      `${value === undefined ? "A value is missing" : `${value} does not fit`} here. Write ${say(kind)}.`,
    ({ kind, value }, { say }) =>
      `${value === undefined ? "Hier ontbreekt een waarde" : `${value} past hier niet`}. Schrijf ${say(kind)}.`,
  ),
  mapping_kind_section: words(
    'an object, or a list of them: {"headers": {"E-mail": "email"}}',
    'een object, of een lijst ervan: {"headers": {"E-mail": "email"}}',
  ),
  mapping_kind_files: words(
    'a file name, or a list of them: "export*.csv"',
    'een bestandsnaam, of een lijst ervan: "export*.csv"',
  ),
  mapping_kind_headers: words(
    'a column for each header: {"E-mail": "email", "Notes": ""}',
    'een kolom bij elke kop: {"E-mail": "email", "Opmerking": ""}',
  ),
  mapping_kind_constants: words(
    'a text for each column: {"country": "NL"}',
    'een tekst bij elke kolom: {"country": "NL"}',
  ),
  mapping_kind_split: words(
    'a list: [{"header": "Name", "at": " ", "into": ["first_name", "last_name"]}]',
    'een lijst: [{"header": "Naam", "at": " ", "into": ["first_name", "last_name"]}]',
  ),
  mapping_kind_join: words(
    'a list: [{"headers": ["Street", "Number"], "with": " ", "into": "address_line1"}]',
    'een lijst: [{"headers": ["Straat", "Nummer"], "with": " ", "into": "address_line1"}]',
  ),
  mapping_kind_values: words(
    'what the file says and what it means, for each column: {"package": {"Basic": "webex_voice"}}',
    'wat het bestand zegt en wat het betekent, per kolom: {"package": {"Basis": "webex_voice"}}',
  ),
  mapping_kind_prefix: words(
    'a plus and digits for each column: {"phone_number": "+31"}',
    'een plus en cijfers bij elke kolom: {"phone_number": "+31"}',
  ),
  mapping_kind_header: words("a header of the file", "een kop van het bestand"),
  mapping_kind_at: words(
    'what separates the parts, a blank for example: " "',
    'wat de delen scheidt, een spatie bijvoorbeeld: " "',
  ),
  mapping_kind_where: words('"first" or "last"', '"first" of "last"'),
  mapping_kind_into: words(
    'the columns in the order of the parts, "" for one to leave out: ["first_name", "last_name"]',
    'de kolommen in de volgorde van de delen, "" voor een deel dat vervalt: ["first_name", "last_name"]',
  ),
  mapping_kind_with: words("a text to write between the cells", "een tekst om tussen de cellen te schrijven"),
  mapping_fill_in: words(
    '"?" stands for what only you know: replace it with the value, or delete the line.',
    '"?" staat voor wat alleen u weet: vul het in, of haal de regel weg.',
  ),
  mapping_fill_in_prefix: words(
    "What stands before the digits of these numbers, the country code for example: +31.",
    "Wat vóór de cijfers van deze nummers komt, het landnummer bijvoorbeeld: +31.",
  ),
  proposal_of_no_sheet: words(
    ({ file }: File) =>
      `The headers and values of ${file} do not show whether it contains customers, locations or users.`,
    ({ file }) => `Uit de koppen en waarden van ${file} blijkt niet of er klanten, locaties of gebruikers in staan.`,
  ),
  say_sheet_of_proposal: words(
    "Name the sheet, for example --sheet users. If the file has no header row, add one.",
    "Noem het blad, bijvoorbeeld --sheet users. Heeft het bestand geen kopregel, voeg die dan toe.",
  ),
  sheet_without_mapping: words(
    "--sheet names the sheet of the files in --mapping, but --mapping was not given.",
    "--sheet noemt het blad van de bestanden bij --mapping, maar --mapping is niet opgegeven.",
  ),
  add_mapping_or_leave_out: words(
    "Add --mapping FILE, or leave --sheet out.",
    "Voeg --mapping BESTAND toe, of laat --sheet weg.",
  ),
  mapping_or_example: words(
    "--mapping and --example cannot be used together.",
    "--mapping en --example gaan niet samen.",
  ),
  leave_example_out: words("Leave --example out.", "Laat --example weg."),
  read_as_sheet: words(
    ({ sheet }: { sheet: string }) => `as ${sheet}`,
    ({ sheet }) => `als ${sheet}`,
  ),
  header_of_file: words("header", "kop"),
  our_column: words("column", "kolom"),
  found_by: words("found by", "gevonden aan"),
  by_name: words("its name", "de naam"),
  by_other_name: words("what other systems call it", "de naam in andere systemen"),
  by_values: words("its values", "de waarden"),
  headers_left_out: words(
    ({ headers, more }: { headers: readonly string[]; more: number }, { count }) =>
      `left out: ${headers.join(", ")}${more > 0 ? `, and ${count(more, "more", "more")}` : ""}`,
    ({ headers, more }, { count }) =>
      `weggelaten: ${headers.join(", ")}${more > 0 ? `, en ${count(more, "andere", "andere")}` : ""}`,
  ),
  left_to_fill_in: words(
    'Still to do: replace each "?" with the value, or delete its line.',
    'Nog te doen: vervang elk "?" door de waarde, of haal de regel weg.',
  ),
  mapping_star_leaves_out: words(
    '"*" stands for all other headers, which can only be left out: write "".',
    '"*" staat voor alle andere koppen, die alleen kunnen vervallen: schrijf "".',
  ),
  schema_of_mapping: words(
    "How files of another system become the sheets of a batch.",
    "Hoe bestanden uit een ander systeem de bladen van een batch worden.",
  ),
  mapping_unknown_column: words(
    ({ column, sheet }: { column: string; sheet: string }) => `"${column}" is not a column of ${sheet}.`,
    ({ column, sheet }) => `"${column}" is geen kolom van ${sheet}.`,
  ),
  columns_of_sheet: words(
    ({ command }: { command: string }) => `Its columns: ${command}.`,
    ({ command }) => `De kolommen: ${command}.`,
  ),
  mapping_column_twice: words(
    ({ column, other }: { column: string; other: string }) =>
      `${column} gets its value from ${other} already. Keep one of the two.`,
    ({ column, other }) => `${column} krijgt zijn waarde al van ${other}. Houd een van beide.`,
  ),
  mapping_no_number_column: words(
    ({ column, columns }: { column: string; columns: readonly string[] }, { choice }) =>
      columns.length === 0
        ? `"${column}" is not a phone number column; this sheet has none.`
        : `"${column}" is not a phone number column. Write ${choice(columns)}.`,
    ({ column, columns }, { choice }) =>
      columns.length === 0
        ? `"${column}" is geen kolom met telefoonnummers; dit blad heeft er geen.`
        : `"${column}" is geen kolom met telefoonnummers. Schrijf ${choice(columns)}.`,
  ),
};
