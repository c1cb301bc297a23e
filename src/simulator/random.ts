/** Seeded random numbers: the same seed gives the same ids, delays and faults. Not for secrets. */
import type { Random } from "../model/ports.ts";

/** A stream of numbers that the parts decide alone (small fast counter, 32 bit). */
export function seededRandom(...parts: readonly number[]): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (const part of parts) {
    a ^= part | 0;
    for (let round = 0; round < 12; round++) next();
  }
  return next;
}

/** A random UUID (version 4). */
export function uuidFrom(random: Random): string {
  const block = () => Math.floor(random() * 2 ** 32);
  const hex = [block(), block(), block(), block()].map((part) => part.toString(16).padStart(8, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One of the values, each as likely as the others. There must be one. */
export function oneOf(values: readonly number[], random: Random): number {
  return values[Math.floor(random() * values.length)] ?? 0;
}
