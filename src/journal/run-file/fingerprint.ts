/** Short stand-ins for long texts, to find equal ones among millions. Two texts with the same fingerprint are probably, not certainly, equal. */

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

/** Tells of most prints that were never put in that they were not; of those that were put in always that they were. */
export type Sieve = {
  /** False when the print may have been put in before. */
  add(print: number): boolean;
  mayHave(print: number): boolean;
};

/** `bits`: those of the sieve, for each print that it will take; never more than 8 MiB of them in all. */
export function sieve(prints: number, bits: number): Sieve {
  const size = Math.min(mostSieveBits, 2 ** Math.ceil(Math.log2(prints * bits + 1_024)));
  const words = new Uint32Array(size / 32);
  const bitOf = (print: number) => (print >>> 0) & (size - 1);
  return {
    add(print) {
      const bit = bitOf(print);
      const mask = 1 << (bit & 31);
      const before = words[bit >>> 5] ?? 0;
      if ((before & mask) !== 0) return false;
      words[bit >>> 5] = before | mask;
      return true;
    },
    mayHave(print) {
      const bit = bitOf(print);
      return ((words[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
    },
  };
}

const mostSieveBits = 2 ** 26;

/** Knows the prints that occur more than once in the lists, takes a few for such that do not, and never `noPrint`. `count`: at least how many prints the lists hold. */
export function repeatedPrints(
  lists: Iterable<{ readonly prints: Float64Array }>,
  count: number,
): (print: number) => boolean {
  const seen = sieve(count, 16); // a larger one falls out of the processor's cache
  const repeated = sieve(count, 8);
  for (const { prints } of lists) {
    for (let index = 0; index < prints.length; index += 1) {
      const print = prints[index] ?? noPrint;
      if (print !== noPrint && !seen.add(print)) repeated.add(print);
    }
  }
  return (print) => print !== noPrint && repeated.mayHave(print);
}
