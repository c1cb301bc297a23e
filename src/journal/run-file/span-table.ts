/** Which rows of locations and users belong to a unit. Rows of one customer are mostly adjacent: a span has a first and a last row. */
import type Libsql from "libsql";
import type { RowId, UnitId } from "../../model/plan.ts";

export type SheetOfUnits = "locations" | "users";

export type Span = { readonly first: RowId; readonly last: RowId };

export type SpanTable = ReturnType<typeof spanTable>;

export function spanTable(db: Libsql.Database) {
  const insert = db.prepare(`
    insert into spans (sheet, unit, first, last)
    select ?1, json_extract(s.value, '$[0]'), json_extract(s.value, '$[1]'), json_extract(s.value, '$[2]') from json_each(?2) s`);
  // the sheet stands in the text: only then its partial index serves
  const of = (sheet: SheetOfUnits) =>
    db.prepare(
      `select first, last from spans where sheet = '${sheet}' and unit = ? and first > ? order by first limit 1000`,
    );
  const ofUnit = { locations: of("locations"), users: of("users") };

  return {
    /** `units`: of rows in a row, the first of which has the id `first`. */
    add(sheet: SheetOfUnits, first: RowId, units: readonly (UnitId | null | undefined)[]): void {
      const spans = spansOf(first, units);
      if (spans.length > 0) insert.run(sheet, JSON.stringify(spans));
    },

    *ofUnit(unit: UnitId, sheet: SheetOfUnits): Generator<Span> {
      for (let last = 0; ; ) {
        const found = ofUnit[sheet].all(unit, last) as Span[]; // selected by name
        const end = found.at(-1);
        if (!end) return;
        yield* found;
        last = end.last;
      }
    },
  };
}

type Line = [unit: UnitId, first: RowId, last: RowId];

function spansOf(first: RowId, units: readonly (UnitId | null | undefined)[]): readonly Line[] {
  const spans: Line[] = [];
  for (const [index, unit] of units.entries()) {
    if (unit === undefined || unit === null) continue;
    const id = first + index;
    const before = spans.at(-1);
    if (before?.[0] === unit && before[2] === id - 1) before[2] = id;
    else spans.push([unit, id, id]);
  }
  return spans;
}
