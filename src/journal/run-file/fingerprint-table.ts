/**
 * Which rows may share a value that must be unique: the fingerprints of their values, as they were staged. The values
 * themselves are not known here; an index of SQLite over them takes at least four times the processor time, and ten times
 * the room on the disk.
 */
import type Libsql from "libsql";
import type { RowId } from "../../model/plan.ts";
import type { SheetName } from "../../model/sheet.ts";
import { fingerprint, noPrint, repeatedPrints, sieve } from "./fingerprint.ts";

/** What a row may not share with others: the values that its sheet has for that, each as text that can be compared. */
export type UniqueValues = { readonly [K in UniqueKind]?: string | undefined };

/** The key first; what the others are depends on the sheet. */
export const uniqueKinds = ["match", "second", "third"] as const;
export type UniqueKind = (typeof uniqueKinds)[number];

/** Of rows in a row; the first of them has the id `first`. */
export type PrintList = { readonly first: RowId; readonly prints: Float64Array };

const listsAtOnce = 100;

export function fingerprintTable(db: Libsql.Database) {
  const insert = db.prepare("insert into fingerprints (sheet, kind, first, prints) values (?, ?, ?, ?)");
  const after = db.prepare(
    `select first, prints from fingerprints where sheet = ? and kind = ? and first > ? order by first limit ${listsAtOnce}`,
  );

  const counted = db.prepare(
    "select coalesce(sum(length(prints)), 0) as bytes from fingerprints where sheet = ? and kind = ?",
  );

  function countPrints(sheet: SheetName, kind: UniqueKind): number {
    return (counted.get(sheet, kind) as { bytes: number }).bytes / Float64Array.BYTES_PER_ELEMENT; // one sum
  }

  function* pages(sheet: SheetName, kind: UniqueKind): Generator<readonly PrintList[]> {
    for (let last = 0; ; ) {
      const found = after.all(sheet, kind, last) as { first: number; prints: ArrayBuffer }[]; // selected by name; a blob comes as its bytes
      const end = found.at(-1);
      if (!end) return;
      yield found.map(({ first, prints }) => ({ first, prints: new Float64Array(prints) }));
      last = end.first;
    }
  }

  function* lists(sheet: SheetName, kind: UniqueKind): Generator<PrintList> {
    for (const page of pages(sheet, kind)) yield* page;
  }

  return {
    /** Every fingerprint of a kind, in the order of the rows; `noPrint` where a row has no such value. */
    lists,

    /** `rows` in a row, the first of which has the id `first`. */
    add(sheet: SheetName, first: RowId, rows: readonly { readonly unique?: UniqueValues }[]): void {
      for (const kind of uniqueKinds) {
        const prints = printsOf(kind, rows);
        if (prints) insert.run(sheet, kind, first, Buffer.from(prints.buffer));
      }
    },

    /** Rows of a sheet that probably share the value, grouped, groups in the order of their first row. */
    alike(sheet: SheetName, kind: UniqueKind): readonly (readonly RowId[])[] {
      const isRepeated = repeatedPrints(lists(sheet, kind), countPrints(sheet, kind));
      const rows = rowsByPrint(lists(sheet, kind), isRepeated);
      return [...rows.values()].filter((group) => group.length > 1);
    },

    /** Rows of one sheet, each with those of another that probably bear the same value. */
    *alikeAcross(
      [sheet, kind]: readonly [SheetName, UniqueKind],
      [other, otherKind]: readonly [SheetName, UniqueKind],
    ): Generator<{ readonly row: RowId; readonly others: readonly RowId[] }> {
      for (const page of pages(other, otherKind)) {
        const others = rowsByPrint(page, (print) => print !== noPrint);
        const known = sieve(others.size, 64);
        for (const print of others.keys()) known.add(print);
        for (const { first, prints } of lists(sheet, kind)) {
          for (let index = 0; index < prints.length; index += 1) {
            const print = prints[index] ?? noPrint;
            const found = known.mayHave(print) ? others.get(print) : undefined;
            if (found) yield { row: first + index, others: found };
          }
        }
      }
    },
  };
}

/** Undefined where no row has a value of this kind. */
function printsOf(
  kind: UniqueKind,
  rows: readonly { readonly unique?: UniqueValues }[],
): Float64Array<ArrayBuffer> | undefined {
  let prints: Float64Array<ArrayBuffer> | undefined;
  for (let index = 0; index < rows.length; index += 1) {
    const text = rows[index]?.unique?.[kind];
    if (text === undefined) continue;
    prints ??= new Float64Array(rows.length);
    prints[index] = fingerprint(text);
  }
  return prints;
}

function rowsByPrint(lists: Iterable<PrintList>, isWanted: (print: number) => boolean): ReadonlyMap<number, RowId[]> {
  const found = new Map<number, RowId[]>();
  for (const { first, prints } of lists) {
    for (let index = 0; index < prints.length; index += 1) {
      const print = prints[index] ?? noPrint;
      if (!isWanted(print)) continue;
      const rows = found.get(print);
      if (rows) rows.push(first + index);
      else found.set(print, [first + index]);
    }
  }
  return found;
}
