/** Short stand-ins for long texts, to find those that are the same among millions. Two texts of one print are probably, not certainly, the same. */

/** What stands for no text. */
export const noPrint = 0;

/** A whole number of 53 bits, never 0: the hash cyrb53, of which the bits are well mixed. */
export function fingerprint(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}

/** So many bits for each print, but at most 8 MiB: more than the sieve needs to let few pass that occur once. */
const bitsPerPrint = 64;
const mostSieveBits = 2 ** 26;

/** Prints that occur more than once, and a few that do not. `count`: at least how many prints the lists hold. */
export function findRepeated(lists: Iterable<{ readonly prints: Float64Array }>, count: number): ReadonlySet<number> {
  const sieveBits = Math.min(mostSieveBits, 2 ** Math.ceil(Math.log2(count * bitsPerPrint + 1_024)));
  const seen = new Uint32Array(sieveBits / 32);
  const repeated = new Set<number>();
  for (const { prints } of lists) {
    for (const print of prints) {
      if (print === noPrint) continue;
      const bit = print % sieveBits;
      const mask = 1 << (bit & 31);
      const before = seen[bit >>> 5] ?? 0;
      if ((before & mask) === 0) seen[bit >>> 5] = before | mask;
      else repeated.add(print);
    }
  }
  return repeated;
}
