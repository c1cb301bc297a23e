/** Texts from the target that people will read: cut, on one line, and with nothing in them that steers a terminal or hides. Every one passes here, once. */

/** Of a message, and of a code or a tracking id. */
export const longestMessage = 1_000;
export const longestCode = 100;

/** A text of at most `longest` characters; what cannot be seen is shown as `U+202A`. */
export function toTargetText(text: string, longest = longestMessage): string {
  const printable = text
    .slice(0, longest + 1)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replaceAll(/[\p{Cf}\p{Cs}]/gu, showUnseen)
    .trim();
  return printable.length > longest ? `${printable.slice(0, longest - 1)}…` : printable;
}

/** What joins the parts of an emoji, and a soft hyphen, do no harm. */
function showUnseen(unseen: string): string {
  if (unseen === "\u200d" || unseen === "\u00ad") return unseen;
  return `U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
