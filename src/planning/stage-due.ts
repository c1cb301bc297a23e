/** Gives a run that carries out what is due its rows: one for each place at which something is. They stand in no file. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { StoredGoLive } from "../journal/state/go-live-days.ts";
import { type NumberRange, toE164 } from "../model/number-ranges.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import type { Emit } from "../model/run-event.ts";

/** What is due at one location, with the row that reports it. */
export type DuePlace = {
  readonly row: RowId;
  readonly unit: UnitId;
  readonly customer: string;
  /** Of a branch its name; undefined for what stands in the customer's row. */
  readonly branch: string | undefined;
  readonly days: readonly StoredGoLive[];
};

const columns = {
  customers: ["external_id", "hq_name", "hq_phone_numbers", "hq_activate_on", "hq_timezone", "welcome_on"],
  locations: ["customer", "name", "phone_numbers", "activate_on", "timezone"],
} as const;

export function stageDue(runFile: RunFile, days: readonly StoredGoLive[], emit: Emit): readonly DuePlace[] {
  const units = new Map<string, UnitId>();
  for (const { customer } of days)
    if (!units.has(customer)) units.set(customer, runFile.units.add({ reference: customer }));
  return (["customers", "locations"] as const).flatMap((sheet) => {
    const places = placesOf(days.filter(({ place }) => (place === "") === (sheet === "customers")));
    if (places.length === 0) return [];
    const file = `due/${sheet}`;
    const header = columns[sheet];
    const id = runFile.files.add({ sheet, file, path: file, header, columns: header, encoding: "applied.db" });
    const rows = places.map((place, index) => ({
      row: index + 2,
      cells: header.map((column) => cellsOf(place)[column] ?? ""),
      key: sheet === "customers" ? place.customer : (place.branch ?? ""),
      unit: units.get(place.customer),
      issues: [],
    }));
    const first = runFile.rows.stage(id, sheet, rows);
    runFile.files.setRowCount(id, rows.length);
    emit({ type: "read", file: runFile.files.of(id), isRefused: false });
    return places.map((place, index) => ({ ...place, row: first + index, unit: units.get(place.customer) ?? 0 }));
  });
}

type Place = Omit<DuePlace, "row" | "unit">;

/** In the order of their first days. */
function placesOf(days: readonly StoredGoLive[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const day of days) {
    const { customer, place, name } = day;
    const key = JSON.stringify([customer, place]);
    const known = places.get(key);
    const branch = place === "" ? undefined : name;
    places.set(key, known ? { ...known, days: [...known.days, day] } : { customer, branch, days: [day] });
  }
  return [...places.values()];
}

function cellsOf({ customer, branch, days }: Place): Readonly<Record<string, string>> {
  const numbers = days.find(({ kind }) => kind === "numbers");
  const welcome = days.find(({ kind }) => kind === "welcome");
  const prefix = branch === undefined ? "hq_" : "";
  const ofNumbers = numbers && {
    [`${prefix}phone_numbers`]: numbers.numbers.map(formatRange).join(";"),
    [`${prefix}activate_on`]: numbers.on,
    [`${prefix}timezone`]: numbers.timezone,
  };
  const key = branch === undefined ? { external_id: customer } : { customer, name: branch };
  const office = branch === undefined && numbers ? { hq_name: numbers.name } : {};
  return { ...key, ...office, ...ofNumbers, ...(welcome ? { welcome_on: welcome.on } : {}) };
}

function formatRange({ from, to }: NumberRange): string {
  return from === to ? toE164(from) : `${toE164(from)}-${toE164(to)}`;
}
