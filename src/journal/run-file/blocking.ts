/** Blocks rows that need a row which is not valid: customers their template, locations and users their customer, users their location. */
import type Libsql from "libsql";
import type { RowId, UnitId } from "../../model/plan.ts";
import type { SheetName } from "../../model/sheet.ts";
import type { PagedRow } from "./page-table.ts";
import type { SheetOfUnits, SpanTable } from "./span-table.ts";
import type { VerdictTable } from "./verdict-table.ts";

type Tables = {
  readonly verdicts: VerdictTable;
  readonly spans: SpanTable;
  row(id: RowId): PagedRow;
  ofSheet(sheet: SheetName): Iterable<PagedRow>;
  ofUnit(unit: UnitId, sheet: SheetOfUnits): Iterable<PagedRow>;
};

/** Returns what blocks them; it may be called again when more rows have become invalid. */
export function blocking(db: Libsql.Database, { verdicts, spans, row, ofSheet, ofUnit }: Tables): () => void {
  const badUnits = db.prepare(
    "select u.id as unit, u.row as row from verdicts v join units u on u.row = v.row where v.sheet = 'customers'",
  );

  function blockCustomers(): void {
    const templates = new Set(verdicts.ofSheet("templates"));
    if (templates.size > 0) blockByParent(ofSheet("customers"), templates);
  }

  /** Returns the units of which everything is blocked. */
  function blockUnits(): ReadonlySet<UnitId> {
    const units = badUnits.all() as { unit: UnitId; row: RowId }[]; // selected by name
    for (const { unit, row: customer } of units) {
      for (const sheet of ["locations", "users"] as const) {
        for (const { first, last } of spans.ofUnit(unit, sheet)) {
          for (let id = first; id <= last; id += 1) verdicts.block(id, sheet, customer);
        }
      }
    }
    return new Set(units.map(({ unit }) => unit));
  }

  function blockUsers(blocked: ReadonlySet<UnitId>): void {
    const locations = new Set(verdicts.ofSheet("locations"));
    const units = new Set([...locations].map((id) => row(id).unit));
    for (const unit of units) {
      if (unit !== null && !blocked.has(unit)) blockByParent(ofUnit(unit, "users"), locations);
    }
  }

  function blockByParent(rows: Iterable<PagedRow>, parents: ReadonlySet<RowId>): void {
    for (const { id, sheet, parent } of rows) {
      if (parent !== null && parents.has(parent)) verdicts.block(id, sheet, parent);
    }
  }

  return () => {
    blockCustomers();
    blockUsers(blockUnits());
  };
}
