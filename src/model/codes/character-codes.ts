/** Problems of characters: those that cannot be seen, that look like others, or that were read wrongly. Each code with its facts, and below them the sentences that are said of it. */
import type { IssueFacts } from "../issue-facts.ts";
import { type Saying, words } from "../words/wording.ts";

export const characterCodes = {
  non_breaking_space: {
    severity: "either",
    en: {
      title: "Non-breaking space",
      meaning:
        "The cell contains a non-breaking space, often copied from a web page or a PDF. It looks like a space but is a different character. In names it is a warning, because it would be visible in Webex; in codes and numbers an error.",
      example: "webex_calling followed by a non-breaking space",
      resolution: "Replace it with a normal space, or remove it.",
    },
    nl: {
      title: "Vaste spatie",
      meaning:
        "De cel bevat een vaste spatie, vaak gekopieerd van een webpagina of uit een pdf. Die lijkt op een spatie, maar is een ander teken. In namen is het een waarschuwing, omdat het in Webex zichtbaar wordt; in codes en nummers een fout.",
      example: "webex_calling met een vaste spatie erachter",
      resolution: "Vervang die door een gewone spatie, of haal die weg.",
    },
  },
  invisible_character: {
    severity: "either",
    en: {
      title: "Invisible character",
      meaning:
        "The cell contains a character that cannot be seen: a zero-width space, a soft hyphen or a byte order mark. In names it is a warning; in codes and numbers an error.",
      example: "a zero-width space in an email address",
      resolution: "Type the value again.",
    },
    nl: {
      title: "Onzichtbaar teken",
      meaning:
        "De cel bevat een teken dat niet te zien is: een spatie zonder breedte, een zacht afbreekstreepje of een byte order mark. In namen is het een waarschuwing; in codes en nummers een fout.",
      example: "een spatie zonder breedte in een e-mailadres",
      resolution: "Typ de waarde opnieuw.",
    },
  },
  smart_quotes: {
    severity: "either",
    en: {
      title: "Curly quotes",
      meaning: "A program replaced straight quotes with curly ones. In names it is a warning; elsewhere an error.",
      example: "o’brien@example.com",
      resolution: "Replace them with straight quotes.",
    },
    nl: {
      title: "Gekrulde aanhalingstekens",
      meaning:
        "Een programma heeft rechte aanhalingstekens door gekrulde vervangen. In namen is het een waarschuwing; elders een fout.",
      example: "o’brien@example.com",
      resolution: "Vervang ze door rechte aanhalingstekens.",
    },
  },
  odd_blank: {
    severity: "either",
    en: {
      title: "Unusual space",
      meaning:
        "The cell contains a space other than the normal one: a thin or wide space, or a line separator. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "+31 10 123 46 01 with thin spaces",
      resolution: "Replace it with a normal space, or remove it.",
    },
    nl: {
      title: "Ongewone spatie",
      meaning:
        "De cel bevat een andere spatie dan de gewone: een smalle of brede spatie, of een regelscheiding. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "+31 10 123 46 01 met smalle spaties",
      resolution: "Vervang die door een gewone spatie, of haal die weg.",
    },
  },
  line_break_in_cell: {
    severity: "either",
    en: {
      title: "Line break or tab in a cell",
      meaning:
        "The value contains a line break or a tab. Only lists may have line breaks. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "a company name on two lines",
      resolution: "Write the value on one line. For addresses, use the column for the second address line.",
    },
    nl: {
      title: "Regeleinde of tab in een cel",
      meaning:
        "De waarde bevat een regeleinde of een tab. Alleen lijsten mogen regeleinden hebben. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "een bedrijfsnaam over twee regels",
      resolution: "Schrijf de waarde op één regel. Gebruik bij adressen de kolom voor de tweede adresregel.",
    },
  },
  control_character: {
    severity: "error",
    en: {
      title: "Control character",
      meaning:
        "The cell contains a control character, which is not visible and cannot be typed. It is an error in every column.",
      example: "U+001F before an extension, which some exports use to keep leading zeros",
      resolution: "Type the value again.",
    },
    nl: {
      title: "Besturingsteken",
      meaning:
        "De cel bevat een besturingsteken, dat niet zichtbaar is en niet kan worden getypt. Het is in elke kolom een fout.",
      example: "U+001F vóór een toestelnummer, waarmee sommige exports voorloopnullen behouden",
      resolution: "Typ de waarde opnieuw.",
    },
  },
  broken_character: {
    severity: "error",
    en: {
      title: "Lost letter",
      meaning:
        "A letter was lost in an earlier conversion and replaced by U+FFFD or an invalid byte. The original letter cannot be recovered.",
      example: "Zo\ufffd for Zoë",
      resolution: "Take the value from its source, and save the file as UTF-8.",
    },
    nl: {
      title: "Verloren letter",
      meaning:
        "Bij een eerdere omzetting is een letter verloren gegaan en vervangen door U+FFFD of een ongeldige byte. De oorspronkelijke letter is niet te herstellen.",
      example: "Zo\ufffd in plaats van Zoë",
      resolution: "Neem de waarde over uit de bron en sla het bestand op als UTF-8.",
    },
  },
  mojibake: {
    severity: "either",
    en: {
      title: "Text in the wrong encoding",
      meaning:
        "A program read the text in another encoding than it was written in. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "ZoÃ« for Zoë",
      resolution: "Write the text from the hint, or export the file again as UTF-8.",
    },
    nl: {
      title: "Tekst in de verkeerde tekencodering",
      meaning:
        "Een programma heeft de tekst gelezen in een andere tekencodering dan waarin die is geschreven. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "ZoÃ« in plaats van Zoë",
      resolution: "Neem de tekst uit de hint over, of exporteer het bestand opnieuw als UTF-8.",
    },
  },
  html_entity: {
    severity: "either",
    en: {
      title: "HTML code",
      meaning:
        "A character is written as an HTML code. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "Smit &amp; Zn",
      resolution: "Write the character itself.",
    },
    nl: {
      title: "HTML-code",
      meaning:
        "Een teken is als HTML-code geschreven. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "Smit &amp; Zn",
      resolution: "Schrijf het teken zelf.",
    },
  },
  full_width_character: {
    severity: "either",
    en: {
      title: "Full-width characters",
      meaning:
        "The cell contains full-width letters or digits from an East Asian keyboard. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "ＮＬ－１００１",
      resolution: "Write normal letters and digits.",
    },
    nl: {
      title: "Tekens van dubbele breedte",
      meaning:
        "De cel bevat letters of cijfers van dubbele breedte, van een Oost-Aziatisch toetsenbord. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "ＮＬ－１００１",
      resolution: "Schrijf gewone letters en cijfers.",
    },
  },
  look_alike_letter: {
    severity: "either",
    en: {
      title: "Look-alike letters",
      meaning:
        "The value mixes Latin letters with letters of another alphabet that look the same. In names, titles and address lines it is a warning; elsewhere an error.",
      example: "NL-1001 with a Cyrillic letter",
      resolution: "Type the value again.",
    },
    nl: {
      title: "Letters uit een ander alfabet",
      meaning:
        "Tussen de Latijnse letters staan letters uit een ander alfabet die er hetzelfde uitzien. In namen, functies en adresregels is het een waarschuwing; elders een fout.",
      example: "NL-1001 met een Cyrillische letter",
      resolution: "Typ de waarde opnieuw.",
    },
  },
} as const satisfies Record<string, IssueFacts>;

/** By their codes (`U+202A`), of which `more` are left out. */
type Characters = { readonly characters: readonly string[]; readonly more: number };

export const characterTexts = {
  letter_lost: words(
    (found: Characters, speak) => `A letter was lost and replaced by ${describe(found, speak)}.`,
    (found, speak) => `Een letter is verloren gegaan en vervangen door ${describe(found, speak)}.`,
  ),
  control_character: words(
    (found: Characters, speak) =>
      `The cell contains a control character, which cannot be typed: ${describe(found, speak)}.`,
    (found, speak) => `De cel bevat een besturingsteken, dat niet te typen is: ${describe(found, speak)}.`,
  ),
  invisible_character: words(
    (found: Characters, speak) => `The cell contains an invisible character: ${describe(found, speak)}.`,
    (found, speak) => `De cel bevat een onzichtbaar teken: ${describe(found, speak)}.`,
  ),
  looks_like_space: words(
    (found: Characters, speak) =>
      `The cell contains a character that only looks like a space: ${describe(found, speak)}.`,
    (found, speak) => `De cel bevat een teken dat alleen op een spatie lijkt: ${describe(found, speak)}.`,
  ),
  unusual_space: words(
    (found: Characters, speak) => `The cell contains an unusual space: ${describe(found, speak)}.`,
    (found, speak) => `De cel bevat een ongewone spatie: ${describe(found, speak)}.`,
  ),
  line_break_or_tab: words(
    (found: Characters, speak) => `The cell contains a line break or a tab: ${describe(found, speak)}.`,
    (found, speak) => `De cel bevat een regeleinde of een tab: ${describe(found, speak)}.`,
  ),
  curly_quote: words(
    (found: Characters, speak) => `The cell contains a curly quote, put there by a program: ${describe(found, speak)}.`,
    (found, speak) =>
      `De cel bevat een gekruld aanhalingsteken, dat een programma heeft ingevoegd: ${describe(found, speak)}.`,
  ),
  full_width: words(
    (found: Characters, speak) =>
      `The cell contains full-width letters or digits, from an East Asian keyboard: ${describe(found, speak)}.`,
    (found, speak) =>
      `De cel bevat letters of cijfers van dubbele breedte, van een Oost-Aziatisch toetsenbord: ${describe(found, speak)}.`,
  ),
  look_alike_letters: words(
    (found: Characters, speak) =>
      `The cell contains letters of another alphabet that look like Latin ones: ${describe(found, speak)}.`,
    (found, speak) =>
      `De cel bevat letters uit een ander alfabet die op Latijnse letters lijken: ${describe(found, speak)}.`,
  ),
};

/** `U+202A (left-to-right embedding), U+202C and 3 more`. */
function describe({ characters, more }: Characters, { language, list }: Saying): string {
  const described = characters.map((code) => (names[code] === undefined ? code : `${code} (${names[code][language]})`));
  if (more === 0) return list(described);
  return list([...described, language === "en" ? `${more} more` : `nog ${more}`]);
}

const lineBreak = { en: "line break", nl: "regeleinde" };

const names: Readonly<Record<string, { readonly en: string; readonly nl: string }>> = {
  "U+0000": { en: "NUL", nl: "NUL" },
  "U+0009": { en: "tab", nl: "tab" },
  "U+000A": lineBreak,
  "U+000B": lineBreak,
  "U+000C": { en: "page break", nl: "pagina-einde" },
  "U+000D": lineBreak,
  "U+001F": { en: "unit separator", nl: "unit separator" },
  "U+0085": lineBreak,
  "U+00A0": { en: "non-breaking space", nl: "vaste spatie" },
  "U+00AD": { en: "soft hyphen", nl: "zacht afbreekstreepje" },
  "U+061C": { en: "Arabic letter mark", nl: "Arabische lettermarkering" },
  "U+2007": { en: "figure space", nl: "cijferspatie" },
  "U+2009": { en: "thin space", nl: "smalle spatie" },
  "U+200B": { en: "zero-width space", nl: "spatie zonder breedte" },
  "U+200C": { en: "zero-width non-joiner", nl: "zero-width non-joiner" },
  "U+200D": { en: "zero-width joiner", nl: "zero-width joiner" },
  "U+200E": { en: "left-to-right mark", nl: "markering links-naar-rechts" },
  "U+200F": { en: "right-to-left mark", nl: "markering rechts-naar-links" },
  "U+2018": { en: "left single quotation mark", nl: "enkel openend aanhalingsteken" },
  "U+2019": { en: "right single quotation mark", nl: "enkel sluitend aanhalingsteken" },
  "U+201C": { en: "left double quotation mark", nl: "dubbel openend aanhalingsteken" },
  "U+201D": { en: "right double quotation mark", nl: "dubbel sluitend aanhalingsteken" },
  "U+2028": { en: "line separator", nl: "regelscheiding" },
  "U+2029": { en: "paragraph separator", nl: "alineascheiding" },
  "U+202A": { en: "left-to-right embedding", nl: "inbedding links-naar-rechts" },
  "U+202B": { en: "right-to-left embedding", nl: "inbedding rechts-naar-links" },
  "U+202C": { en: "pop directional formatting", nl: "einde schrijfrichting" },
  "U+202D": { en: "left-to-right override", nl: "gedwongen links-naar-rechts" },
  "U+202E": { en: "right-to-left override", nl: "gedwongen rechts-naar-links" },
  "U+202F": { en: "narrow non-breaking space", nl: "smalle vaste spatie" },
  "U+2060": { en: "word joiner", nl: "woordverbinder" },
  "U+2066": { en: "left-to-right isolate", nl: "afgezonderd links-naar-rechts" },
  "U+2067": { en: "right-to-left isolate", nl: "afgezonderd rechts-naar-links" },
  "U+2068": { en: "first strong isolate", nl: "afgezonderde schrijfrichting" },
  "U+2069": { en: "pop directional isolate", nl: "einde afgezonderde schrijfrichting" },
  "U+3000": { en: "ideographic space", nl: "ideografische spatie" },
  "U+FEFF": { en: "byte order mark", nl: "byte order mark" },
  "U+FFFD": { en: "replacement character", nl: "vervangingsteken" },
};
