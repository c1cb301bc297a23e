/** Makes texts comparable that a person would call the same. Nothing here is ever sent or shown. */

/** Printable ASCII, single blanks: only its case has to be folded. */
const plainName = /^[!-~]+(?: [!-~]+)*$/;

/** For references by name: case and blanks do not count. */
export function foldName(text: string): string {
  if (plainName.test(text)) return text.toLowerCase();
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** Letters of other scripts that look like Latin ones, as they come in by copying from a mail or a PDF. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  ѕ: "s",
  і: "i",
  ј: "j",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  α: "a",
  β: "b",
  ε: "e",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
};

/** For near misses: case, accents, punctuation, blanks, leading zeros and look-alike letters do not count. */
export function foldLoosely(text: string): string {
  return text
    .toLowerCase()
    .replace(/[а-яѕіјα-ω]/g, (letter) => lookAlikes[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

/** The digits of a text, without leading zeros of each group; empty when it has none. */
export function digitsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).map((group) => group.replace(/^0+(?=\d)/, "")).join("-");
}
