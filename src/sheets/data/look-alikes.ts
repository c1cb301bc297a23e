/** Letters of other scripts that look like Latin ones, as data. */

/** From Cyrillic, Greek and a few more; full-width forms fold by NFKC. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  ё: "e",
  ѕ: "s",
  і: "i",
  ї: "i",
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
  һ: "h",
  ԁ: "d",
  ԛ: "q",
  ԝ: "w",
  ɡ: "g",
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
  ı: "i",
};

/** Capitals that look like another letter than their small form does. */
const lookAlikeCapitals: Readonly<Record<string, string>> = {
  Η: "H",
  Ν: "N",
  Ρ: "P",
  Υ: "Y",
  Χ: "X",
  Ζ: "Z",
  Μ: "M",
  Ι: "I",
};

const capitals: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(lookAlikes)
      .filter(([letter]) => letter.toUpperCase().length === 1 && !/[A-Za-z]/.test(letter.toUpperCase()))
      .map(([letter, latin]) => [letter.toUpperCase(), latin.toUpperCase()]),
  ),
  ...lookAlikeCapitals,
};

/** Letters of Latin alphabets that stand in the list: people write them. */
const latinLetters: ReadonlySet<string> = new Set(["ı", "ɡ"]);

/** Is it a letter of another script that looks like a Latin one? */
export function isLookAlike(letter: string): boolean {
  return (Object.hasOwn(lookAlikes, letter) && !latinLetters.has(letter)) || Object.hasOwn(capitals, letter);
}

/** The Latin letter that it looks like, in the same case; any other letter as it is. */
export function foldLetter(letter: string): string {
  if (!isLookAlike(letter)) return letter;
  return lookAlikes[letter] ?? capitals[letter] ?? letter;
}

/** The text with each look-alike letter replaced by the Latin one, in lower case; accents stay. */
export function foldLookAlikes(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => lookAlikes[letter] ?? letter);
}
