/** Messages about characters that nobody types on purpose. */
import { type Saying, words } from "./wording.ts";

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
