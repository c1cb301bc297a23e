/** Decides whether two messages have the same wording with different values, and finds their common wording. Knows nothing of rows or codes. */

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

/** Stands in a wording for words in which messages differ. */
export const gap = "…";

/** What a wording, itself perhaps of several messages already, and a message say in the same words; `…` where they differ. */
export function commonWording(wording: string, message: string): string {
  if (wording === message) return wording;
  const [one, other] = [wording.split(" "), message.split(" ")];
  return says(one, other) ? wording : shareWords(one, other).join(" ");
}

/** Is the message the wording, with any words in its gaps? */
function says(wording: readonly string[], message: readonly string[]): boolean {
  let [at, lastGap, resumeAt] = [0, -1, 0];
  for (let word = 0; word < message.length; ) {
    if (wording[at] === gap) {
      lastGap = at;
      resumeAt = word;
      at += 1;
    } else if (at < wording.length && wording[at] === message[word]) {
      at += 1;
      word += 1;
    } else if (lastGap >= 0) {
      resumeAt += 1;
      word = resumeAt;
      at = lastGap + 1;
    } else return false;
  }
  return wording.slice(at).every((word) => word === gap);
}

/** The longest common words of both, in their order, with one gap wherever either has more. */
function shareWords(one: readonly string[], other: readonly string[]): readonly string[] {
  const lengths = lengthsOfCommon(one, other);
  const shared: string[] = [];
  const leaveGap = () => shared.at(-1) !== gap && shared.push(gap);
  let [a, b] = [0, 0];
  while (a < one.length || b < other.length) {
    const word = one[a];
    if (word !== undefined && word === other[b]) {
      if (word === gap) leaveGap();
      else shared.push(word);
      a += 1;
      b += 1;
    } else {
      leaveGap();
      if (b >= other.length || (a < one.length && lengthAt(lengths, a + 1, b) >= lengthAt(lengths, a, b + 1))) a += 1;
      else b += 1;
    }
  }
  return shared;
}

/** By row and column: how many words the rests from there have in common. */
function lengthsOfCommon(one: readonly string[], other: readonly string[]): readonly (readonly number[])[] {
  const lengths: number[][] = Array.from({ length: one.length + 1 }, () => []);
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      const length =
        one[a] === other[b]
          ? lengthAt(lengths, a + 1, b + 1) + 1
          : Math.max(lengthAt(lengths, a + 1, b), lengthAt(lengths, a, b + 1));
      const row = lengths[a];
      if (row) row[b] = length;
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly (readonly number[])[], a: number, b: number): number {
  return lengths[a]?.[b] ?? 0;
}
