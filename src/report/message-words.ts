/** Tells whether two messages say the same of different values. Knows nothing of rows or codes. */

/** Single quotes count where a word begins: "location's" has none. */
const quoted = /"[^"]*"|“[^”]*”|`[^`]*`|(?<=^|\s)'[^']*'(?=$|[\s.,;:)])/g;

/** The words of a message that are no values: not quoted, without digits, no address of anything. */
export function wordsOf(message: string): ReadonlySet<string> {
  const words = message
    .toLowerCase()
    .replaceAll(quoted, " ")
    .split(/[\s,;:()]+/);
  return new Set(words.filter((word) => word !== "" && !/[\d@/]/.test(word)));
}

/** Have the two at least half of all their words in common? Two without words have. */
export function shareMostWords(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return likeness(one, other) >= 0.5;
}

/** From 0, no word in common, to 1, the same words. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 1;
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common);
}
