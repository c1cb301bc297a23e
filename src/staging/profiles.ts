/** The profiles of a batch: which one a row names, and what it gives to the row's blank cells. A row's own goes before its customer's, and that before the template. */
import type { FileId } from "../journal/run-file/file-table.ts";
import type { StoredRow } from "../journal/run-file/row-reading.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Origin, Taken } from "../model/issue.ts";
import { foldName } from "../model/names.ts";
import type { RowId } from "../model/plan.ts";
import { formatAddress } from "../model/sheet.ts";
import { type Text, text } from "../model/words/text.ts";
import { textOfCell } from "../sheets/cells/check-cell.ts";
import type { Filled, RowFiller, RowFillers } from "../sheets/cells/fill-blanks.ts";
import { nearest } from "../sheets/cells/nearest.ts";
import { cellUnder, viewOf } from "../sheets/mapping/view.ts";
import { givenBy, isProfiled, type ProfiledSheet } from "../sheets/profiles.ts";
import { knownCustomer } from "./link-customer-reference.ts";
import { type TemplateValues, templateValues } from "./template-values.ts";

type Given = { readonly value: string; readonly column: string };

export type Profile = {
  readonly name: string;
  readonly row: RowId;
  /** `profiles.csv:3` */
  readonly at: string;
  readonly isInvalid: boolean;
  readonly gives: Readonly<Record<ProfiledSheet, ReadonlyMap<string, Given>>>;
};

export type Profiles = RowFillers & {
  /** The names of the profiles that a staged row may take values from, its own first; none of those that there are not. */
  namesOf(row: StoredRow): readonly string[];
  /** What a staged row takes, by its columns. */
  takenBy(row: StoredRow): Taken["from"];
};

/** Reads the profiles when the first row asks: they are staged before all rows that may name one. */
export function profilesOf(runFile: RunFile): Profiles {
  let loaded: Loaded | undefined;
  const load = () => {
    loaded ??= loadProfiles(runFile);
    return loaded;
  };
  const templates = templateValues(runFile);
  const customers = customersOf(runFile, (columns) => fillerOf("customers", columns, load(), layers));
  const ofCustomer = customers.profile;
  const layers: Layers = { ...customers, templates };
  const fillers = new Map<FileId, RowFiller>();
  return {
    given: (sheet) => (isProfiled(sheet) ? new Set([...load().columns[sheet], ...templates.given(sheet)]) : noColumns),
    of(sheet, columns) {
      if (!isProfiled(sheet)) return undefined;
      const { byName } = load();
      const isPlain = byName.size === 0 && !columns.includes("profile");
      if (isPlain && templates.given(sheet).length === 0) return undefined;
      return fillerOf(sheet, columns, load(), layers);
    },
    namesOf(row) {
      if (!isProfiled(row.sheet) || load().byName.size === 0) return [];
      const { columns, read } = viewOf(runFile.files.of(row.file));
      const names = namesOf(row.sheet, columns, ofCustomer)(read(row.cells));
      const found = names.map((name) => load().byName.get(foldName(name)));
      return [...new Set(found.flatMap((profile) => profile?.name ?? []))];
    },
    takenBy(row) {
      if (!isProfiled(row.sheet)) return nothing;
      if (load().byName.size === 0 && templates.given(row.sheet).length === 0) return nothing;
      const { columns, read } = viewOf(runFile.files.of(row.file));
      const known = fillers.get(row.file) ?? fillerOf(row.sheet, columns, load(), layers);
      fillers.set(row.file, known);
      return known.fill(read(row.cells)).from;
    },
  };
}

const noColumns: ReadonlySet<string> = new Set();

type Loaded = {
  readonly byName: ReadonlyMap<string, Profile>;
  readonly columns: Readonly<Record<ProfiledSheet, ReadonlySet<string>>>;
};

/** Of two of one name the one of this run: the other is of the run before. */
function loadProfiles(runFile: RunFile): Loaded {
  const byName = new Map<string, Profile>();
  const files = new Set<FileId>();
  if (runFile.files.has("profiles")) {
    for (const row of runFile.rows.ofProfiles()) {
      files.add(row.file);
      const name = foldName(row.key);
      const known = byName.get(name);
      if (row.key !== "" && (known === undefined || runFile.rows.isContext(known.row)))
        byName.set(name, profileOf(runFile, row));
    }
  }
  const given = [...files].flatMap((file) => viewOf(runFile.files.of(file)).columns.map((name) => givenBy(name ?? "")));
  const columnsOf = (sheet: ProfiledSheet) =>
    new Set(given.flatMap((each) => (each?.sheet === sheet ? [each.column] : [])));
  return {
    byName,
    columns: { customers: columnsOf("customers"), locations: columnsOf("locations"), users: columnsOf("users") },
  };
}

function profileOf(runFile: RunFile, row: StoredRow): Profile {
  const { columns, read } = viewOf(runFile.files.of(row.file));
  const cells = read(row.cells);
  const gives = {
    customers: new Map<string, Given>(),
    locations: new Map<string, Given>(),
    users: new Map<string, Given>(),
  };
  for (const [index, column] of columns.entries()) {
    const value = cells[index] ?? "";
    const given = column === undefined ? undefined : givenBy(column);
    if (given && column !== undefined && textOfCell(value) !== "")
      gives[given.sheet].set(given.column, { value, column });
  }
  return {
    name: row.key,
    row: row.id,
    at: formatAddress(runFile.rows.addressOfRow(row)),
    isInvalid: row.verdict === "invalid",
    gives,
  };
}

type OfCustomer = (reference: string) => string;

type CustomerCells = {
  /** The cell of the customer's row; blank where the batch has no such row, or none of that column. */
  readonly profile: OfCustomer;
  /** The template of the customer, by its row or by its profile. */
  readonly template: OfCustomer;
};

type Layers = CustomerCells & { readonly templates: TemplateValues };

function customersOf(runFile: RunFile, fillerFor: (columns: Columns) => RowFiller): CustomerCells {
  const rowOf = (reference: string): StoredRow | undefined => {
    const { unit } = knownCustomer(runFile, reference);
    const id = unit === undefined ? null : runFile.units.get(unit).row;
    return id === null ? undefined : runFile.rows.row(id);
  };
  return {
    profile: rememberingLast((reference) => {
      const row = rowOf(reference);
      return row ? textOfCell(cellUnder(runFile.files.of(row.file), row.cells, "profile") ?? "") : "";
    }),
    template: rememberingLast((reference) => {
      const row = rowOf(reference);
      if (!row) return "";
      const { columns, read } = viewOf(runFile.files.of(row.file));
      const filler = fillerFor(columns);
      return textOfCell(filler.fill(read(row.cells)).cells[filler.columns.indexOf("template")] ?? "");
    }),
  };
}

/** Rows of one customer stand together. */
function rememberingLast(find: OfCustomer): OfCustomer {
  let last: { readonly reference: string; readonly name: string } | undefined;
  return (reference) => {
    if (last?.reference !== reference) last = { reference, name: find(reference) };
    return last.name;
  };
}

type Columns = readonly (string | undefined)[];

/** The names of a row's profiles: its own, then its customer's. */
function namesOf(sheet: ProfiledSheet, columns: Columns, ofCustomer: OfCustomer) {
  const own = columns.indexOf("profile");
  const customer = sheet === "customers" ? -1 : columns.indexOf("customer");
  const cell = (cells: readonly string[], index: number) => (index < 0 ? "" : textOfCell(cells[index] ?? ""));
  return (cells: readonly string[]): readonly string[] => {
    const reference = cell(cells, customer);
    return [cell(cells, own), reference === "" ? "" : ofCustomer(reference)].filter((name) => name !== "");
  };
}

function fillerOf(sheet: ProfiledSheet, ofFile: Columns, loaded: Loaded, layers: Layers): RowFiller {
  const given = new Set([...loaded.columns[sheet], ...layers.templates.given(sheet)]);
  const columns = [...ofFile, ...[...given].filter((name) => !ofFile.includes(name))];
  const own = ofFile.indexOf("profile");
  const isWithoutProfiles = loaded.byName.size === 0 && own < 0;
  const namesIn = isWithoutProfiles ? () => [] : namesOf(sheet, ofFile, layers.profile);
  const fillLast = templateFiller(sheet, columns, layers);
  const blank = columns.map(() => "");
  return {
    columns,
    fill(written) {
      const names = namesIn(written);
      const cells = blank.map((_, index) => (index < ofFile.length ? (written[index] ?? "") : ""));
      const found = names.map((name) => loaded.byName.get(foldName(name)));
      const profiles = found.filter((each) => each !== undefined);
      const from = profiles.length > 0 ? fillIn(cells, columns, sheet, profiles) : new Map<string, Origin>();
      fillLast(cells, from);
      if (names.length === 0) return { cells, from, isOpen: false };
      const invalid = profiles.find(({ isInvalid }) => isInvalid);
      const ownName = own < 0 ? "" : textOfCell(written[own] ?? "");
      const isUnknown = ownName !== "" && !loaded.byName.has(foldName(ownName));
      return {
        cells,
        from,
        isOpen: profiles.length < names.length,
        ...(invalid ? { blockedBy: invalid.row } : {}),
        ...(isUnknown ? { unknown: { name: ownName, hint: hintOfUnknown(ownName, loaded) } } : {}),
      };
    },
  };
}

const nothing: Filled["from"] = new Map();

/** Changes `cells`. */
function fillIn(
  cells: string[],
  columns: Columns,
  sheet: ProfiledSheet,
  profiles: readonly Profile[],
): Map<string, Origin> {
  const from = new Map<string, Origin>();
  for (const [index, column] of columns.entries()) {
    if (column === undefined || textOfCell(cells[index] ?? "") !== "") continue;
    const profile = profiles.find(({ gives }) => gives[sheet].has(column));
    const given = profile?.gives[sheet].get(column);
    if (!profile || !given) continue;
    cells[index] = given.value;
    from.set(column, { profile: profile.name, row: profile.at, column: given.column });
  }
  return from;
}

/** Of cells that are blank still; changes both. A head office that the row says nothing of has no language either. */
function templateFiller(sheet: ProfiledSheet, columns: Columns, { templates, template }: Layers) {
  const taking = templates.given(sheet).map((column) => ({ column, index: columns.indexOf(column) }));
  const at = (column: string) => columns.indexOf(column);
  const [named, customer, timezone] = [at("template"), at("customer"), at("hq_timezone")];
  return (cells: string[], from: Map<string, Origin>): void => {
    const isBlank = (index: number) => textOfCell(cells[index] ?? "") === "";
    const blank = taking.filter(({ index }) => isBlank(index));
    if (blank.length === 0) return;
    const name = sheet === "customers" ? textOfCell(cells[named] ?? "") : template(textOfCell(cells[customer] ?? ""));
    const values = templates.of(name, sheet);
    for (const { column, index } of blank) {
      const given = values.get(column);
      if (!given || (column === "hq_language" && isBlank(timezone))) continue;
      cells[index] = given.value;
      from.set(column, given.origin);
    }
  };
}

function hintOfUnknown(name: string, { byName }: Loaded): Text {
  const names = [...byName.values()].map((profile) => profile.name);
  if (names.length === 0) return text("add_profiles_sheet");
  const meant = nearest(name, names);
  return meant.length > 0 ? text("did_you_mean_one_of", { meant }) : text("profiles_are", { names });
}
