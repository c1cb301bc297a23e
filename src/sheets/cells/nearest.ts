/** Finds what a person probably meant, by the number of letters that differ, among known names and those of a batch. */
import { lettersBetween } from "./edit-distance.ts";
import { foldLoosely } from "./fold.ts";

/** The candidate that differs from `text` in the fewest letters, at most a third of them; case, blanks and `_ - /` do not count. */
export function nearestName(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = withoutSeparators(text);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const name = withoutSeparators(candidate);
    const away = lettersBetween(wanted, name, least);
    if (away >= least) continue;
    least = away;
    best = candidate;
  }
  return best;
}

function withoutSeparators(text: string): string {
  return text.toLowerCase().replace(/[\s_/-]/g, "");
}

/** Up to three of `candidates`, nearest first, that differ from `text` in at most a third of its letters, or not at all once folded. */
export function nearest(text: string, candidates: Iterable<string>): readonly string[] {
  const tooMany = Math.max(1, Math.floor(text.length / 3)) + 1;
  const wanted = text.toLowerCase();
  const folded = foldLoosely(text);
  const awayFrom = (candidate: string) =>
    foldLoosely(candidate) === folded ? 0 : lettersBetween(wanted, candidate.toLowerCase(), tooMany);
  return [...candidates]
    .map((candidate) => ({ candidate, away: awayFrom(candidate) }))
    .filter(({ away }) => away < tooMany)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
