/** Finds the texts of a batch that a person probably meant. How far two texts are apart is told in `sheets/`. */
import { lettersBetween } from "../sheets/nearest-name.ts";

/** Up to three of `candidates`, nearest first, that differ from `text` in at most a third of its letters. */
export function nearest(text: string, candidates: Iterable<string>): readonly string[] {
  const tooMany = Math.max(1, Math.floor(text.length / 3)) + 1;
  const wanted = text.toLowerCase();
  return [...candidates]
    .map((candidate) => ({ candidate, away: lettersBetween(wanted, candidate.toLowerCase(), tooMany) }))
    .filter(({ away }) => away < tooMany)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
