/** Makes names and numbers comparable that a person would call the same, however they are spelled. Nothing here is ever sent or shown. */

/** Printable ASCII, single blanks: only its case has to be folded. */
const plainName = /^[!-~]+(?: [!-~]+)*$/;

/** A text in the one spelling of those that look alike: NFC, single blanks, none at its ends. */
export function spellPlainly(text: string): string {
  return plainName.test(text) ? text : text.normalize("NFC").trim().replace(/\s+/g, " ");
}

/** A name as people read it: Unicode form, case and blanks do not count. In capitals `ß` is written `SS`, and `ς` as `Σ`. */
export function foldName(text: string): string {
  if (text === last.text) return last.folded;
  if (text === before.text) return before.folded;
  const folded = spellPlainly(text)
    .toLowerCase()
    .replace(/[ßς]/g, (letter) => (letter === "ß" ? "ss" : "σ"));
  before = last;
  last = { text, folded };
  return folded;
}

/** The two names folded last: those of locations repeat from row to row. */
let last = { text: "", folded: "" };
let before = last;

/** Would a person say that these are one name? For names, e-mail addresses, connections. */
export function isSameName(a: string, b: string): boolean {
  return a === b || foldName(a) === foldName(b);
}

/** The digits of a telephone number in E.164, which is written with a plus and without. */
export function foldNumber(text: string): string {
  return text.replace(/\D/g, "");
}

/** The one of this name: spelled so, else as people read it. */
export function findByName<T extends { readonly name: string }>(things: readonly T[], name: string): T | undefined {
  return things.find((thing) => thing.name === name) ?? things.find((thing) => isSameName(thing.name, name));
}
