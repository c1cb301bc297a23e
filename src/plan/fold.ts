/** Makes texts comparable that a person would call the same. Nothing here is ever sent or shown. */
import { foldLookAlikes } from "../sheets/look-alikes.ts";

/** Printable ASCII, single blanks: only its case has to be folded. */
const plainName = /^[!-~]+(?: [!-~]+)*$/;

/** For references by name: case and blanks do not count. */
export function foldName(text: string): string {
  if (plainName.test(text)) return text.toLowerCase();
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** For near misses: case, accents, punctuation, blanks, leading zeros and look-alike letters do not count. */
export function foldLoosely(text: string): string {
  return foldLookAlikes(text)
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/(?<!\d)0+(?=\d)/g, "");
}

/** The digits of a text, without leading zeros of each group; empty when it has none. */
export function digitsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).map((group) => group.replace(/^0+(?=\d)/, "")).join("-");
}
