/** What a filter has found stays in sight while it is repaired: a row that is right now stands where it stood until the filter changes. */
import type { IndexedRow, RowFilter, RowIndex } from "./row-index.ts";

export type FoundRows = {
  readonly rows: readonly IndexedRow[];
  /** How many of them the filter finds as they are now. */
  readonly matching: number;
  /** Does the filter find it no more? */
  isDone(row: IndexedRow): boolean;
};

/** Rows by address, in the order in which they are shown. */
type Kept = { readonly question: string; readonly places: Map<string, number> };

/** So many views of a batch are kept: tabs, and what one went through lately. */
const mostKept = 20;

export type KeptRows = {
  /** `view`: the name of a filter that somebody has set, as long as it stands; without one, what the filter finds now. */
  find(index: RowIndex, filter: RowFilter, view: string | undefined): FoundRows;
};

export function keptRows(): KeptRows {
  const views = new Map<string, Kept>();
  let last: { readonly index: RowIndex; readonly name: string; readonly found: FoundRows } | undefined;
  const placesOf = (view: string, question: string): Map<string, number> => {
    const known = views.get(view);
    const kept = known?.question === question ? known : { question, places: new Map<string, number>() };
    views.delete(view);
    views.set(view, kept);
    for (const oldest of [...views.keys()].slice(0, -mostKept)) views.delete(oldest);
    return kept.places;
  };
  return {
    find(index, filter, view) {
      if (view === undefined) return justFound(index.find(filter));
      const question = JSON.stringify(filter);
      const name = JSON.stringify([view, question]);
      if (last?.index === index && last.name === name) return last.found;
      const found = findKept(index, filter, placesOf(view, question));
      last = { index, name, found };
      return found;
    },
  };
}

/** Nothing is kept of it. */
export function justFound(rows: readonly IndexedRow[]): FoundRows {
  return { rows, matching: rows.length, isDone: () => false };
}

function findKept(index: RowIndex, filter: RowFilter, places: Map<string, number>): FoundRows {
  const now = index.find(filter);
  const matching = new Set(now);
  const { sheet } = filter;
  const isKept = (row: IndexedRow) => matching.has(row) || places.has(addressOf(row));
  const all = places.size === 0 ? now : index.find(sheet === undefined ? {} : { sheet }).filter(isKept);
  const rows = filter.sort && places.size > 0 ? asBefore(all, now, places) : all;
  for (const row of rows) if (!places.has(addressOf(row))) places.set(addressOf(row), places.size);
  return { rows, matching: now.length, isDone: (row) => !matching.has(row) };
}

/** Sorted rows stay where they were; those that are new follow. */
function asBefore(all: readonly IndexedRow[], now: readonly IndexedRow[], places: ReadonlyMap<string, number>) {
  const placeOf = (row: IndexedRow) => places.get(addressOf(row)) ?? Number.POSITIVE_INFINITY;
  const known = all.filter((row) => places.has(addressOf(row))).sort((a, b) => placeOf(a) - placeOf(b));
  return [...known, ...now.filter((row) => !places.has(addressOf(row)))];
}

function addressOf({ file, row }: IndexedRow): string {
  return `${row} ${file}`;
}
