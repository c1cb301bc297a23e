/** Files, rows and issues as they were read, and the questions that go across rows. Knows no rule: what an answer means is decided in `plan/`. */
import type Libsql from "libsql";
import type { Issue } from "../model/issue.ts";
import type { RowId, UnitId } from "../model/plan.ts";
import type { ReadFile } from "../model/run-report.ts";
import type { RowAddress, SheetFile, SheetName } from "../model/sheet.ts";

export type FileId = number;

/** valid: may be planned. invalid: our checks refused it. blocked: a row that it needs is one of these two. */
export const verdicts = ["valid", "invalid", "blocked"] as const;
export type Verdict = (typeof verdicts)[number];

/** A row to be staged. What stands beside the cells is there to be asked for. */
export type NewRow = {
  readonly row: number;
  readonly cells: readonly string[];
  /** For people: external id, template name, location name, e-mail. */
  readonly key: string;
  /** The key as it is compared for uniqueness in its sheet (for locations: with the customer). */
  readonly match?: string | undefined;
  readonly unit?: UnitId | undefined;
  /** The row beside its customer that it needs: a customer's template, a user's location. */
  readonly parent?: RowId | undefined;
  /** Further values that no two rows of the sheet may share: a customer's admin e-mail; a user's number and extension. */
  readonly second?: string | undefined;
  readonly third?: string | undefined;
  readonly package?: string | undefined;
  readonly addons?: readonly string[] | undefined;
  readonly issues: readonly Issue[];
};

export type StoredRow = {
  readonly id: RowId;
  readonly file: FileId;
  readonly row: number;
  readonly sheet: SheetName;
  readonly cells: readonly string[];
  readonly key: string;
  readonly unit: UnitId | null;
  readonly verdict: Verdict;
  readonly blockedBy: RowId | null;
};

export type RowTable = ReturnType<typeof rowTable>;

type Columns = {
  id: number;
  file: number;
  row: number;
  sheet: SheetName;
  cells: string;
  key: string;
  unit: number | null;
  verdict: number;
  blocked_by: number | null;
};

const storedColumns = "id, file, row, sheet, cells, key, unit, verdict, blocked_by";

/** Columns that must not hold the same value twice within a sheet. */
export type UniqueColumn = "match" | "second" | "third";

export function rowTable(db: Libsql.Database) {
  const insertFile = db.prepare("insert into files (sheet, facts) values (?, ?)");
  const countRows = db.prepare("update files set rows = ? where id = ?");
  const insertRows = db.prepare(`
    insert into rows (id, file, sheet, row, cells, key, match, unit, parent, second, third, package, addons, verdict)
    select ?1 + r.key, ?2, ?3, json_extract(r.value, '$[0]'), json_extract(r.value, '$[1]'), json_extract(r.value, '$[2]'),
      json_extract(r.value, '$[3]'), json_extract(r.value, '$[4]'), json_extract(r.value, '$[5]'), json_extract(r.value, '$[6]'),
      json_extract(r.value, '$[7]'), json_extract(r.value, '$[8]'), json_extract(r.value, '$[9]'), json_extract(r.value, '$[10]')
    from json_each(?4) r`);
  const insertIssue = db.prepare("insert into issues (row, file, severity, issue) values (?, ?, ?, ?)");
  const refuse = db.prepare("update rows set verdict = 1 where id = ?");
  const lastRow = db.prepare("select coalesce(max(id), 0) as id from rows");
  const rowById = db.prepare(`select ${storedColumns} from rows where id = ?`);
  const rowsAfter = db.prepare(`select ${storedColumns} from rows where id > ? order by id limit ?`);
  const templateByName = db.prepare(
    `select ${storedColumns} from rows where sheet = 'templates' and match = ? limit 1`,
  );
  const templatesAfter = db.prepare(
    `select ${storedColumns} from rows where sheet = 'templates' and id > ? order by id limit ?`,
  );
  const templateNames = db.prepare("select match from rows where sheet = 'templates' and match is not null");
  // the sheet stands in the text: only then its partial index serves
  const ofUnit = (sheet: "locations" | "users") =>
    db.prepare(
      `select ${storedColumns} from rows where sheet = '${sheet}' and unit = ? and id > ? order by id limit ?`,
    );
  const rowsOfUnit = { locations: ofUnit("locations"), users: ofUnit("users") };
  const issuesOfRow = db.prepare("select issue from issues where row = ? order by id");
  const issuesOfRows = db.prepare("select row, issue from issues where row between ? and ? order by row, id");
  const issuesOfFiles = db.prepare("select issue from issues where row is null order by id");
  const insertNumbers = db.prepare("insert into numbers (number, row) select value, ? from json_each(?)");
  let nextId = (lastRow.get() as { id: number }).id + 1; // one column, never null
  const files = new Map<FileId, ReadFile>();

  const addressOf = (row: Pick<Columns, "file" | "row" | "sheet">): RowAddress => ({
    sheet: row.sheet,
    file: fileOf(row.file).file,
    row: row.row,
  });
  const fileOf = (id: FileId): ReadFile => {
    if (!files.has(id)) for (const [key, file] of readFiles(db)) files.set(key, file);
    const found = files.get(id);
    if (!found) throw new Error(`no file ${id} in the run file`);
    return found;
  };

  return {
    addFile(file: SheetFile): FileId {
      return Number(insertFile.run(file.sheet, JSON.stringify(file)).lastInsertRowid);
    },

    setRowCount(file: FileId, rows: number): void {
      countRows.run(rows, file);
      files.clear();
    },

    files: (): readonly ReadFile[] => [...readFiles(db).values()],
    fileOf,

    /** The id that the next staged row will get. */
    nextId: (): RowId => nextId,

    /** Writes rows in order; returns the id of the first, the others follow by one. */
    stage(file: FileId, sheet: SheetName, rows: readonly NewRow[]): RowId {
      const first = nextId;
      insertRows.run(first, file, sheet, toJson(rows));
      nextId += rows.length;
      for (const [index, row] of rows.entries()) {
        for (const issue of row.issues) insertIssue.run(first + index, file, issue.severity, JSON.stringify(issue));
      }
      return first;
    },

    /** An issue found later than its row. An error makes the row invalid. */
    addIssue(row: RowId | undefined, file: FileId, issue: Issue): void {
      insertIssue.run(row ?? null, file, issue.severity, JSON.stringify(issue));
      if (row !== undefined && issue.severity === "error") refuse.run(row);
    },

    addNumbers: (row: RowId, numbers: readonly string[]): void => void insertNumbers.run(row, JSON.stringify(numbers)),

    row(id: RowId): StoredRow {
      const found = rowById.get(id) as Columns | undefined; // selected by name above
      if (!found) throw new Error(`no row ${id} in the run file`);
      return toStored(found);
    },

    address: (id: RowId): RowAddress => addressOf(rowById.get(id) as Columns), // ids come from this table

    addressOfRow: (row: StoredRow): RowAddress => addressOf(row),

    *ofTemplates(): Generator<StoredRow> {
      yield* pages((after, limit) => templatesAfter.all(after, limit));
    },

    hasFile: (sheet: SheetName): boolean => [...readFiles(db).values()].some((file) => file.sheet === sheet),

    templateNamed(name: string): StoredRow | undefined {
      const found = templateByName.get(name) as Columns | undefined; // selected by name
      return found && toStored(found);
    },

    templateNames: (): readonly string[] => (templateNames.all() as { match: string }[]).map((row) => row.match), // selected by name

    /** All rows in input order, a thousand at a time. */
    *pages(): Generator<readonly StoredRow[]> {
      yield* pagesOf((after, limit) => rowsAfter.all(after, limit));
    },

    *all(): Generator<StoredRow> {
      yield* pages((after, limit) => rowsAfter.all(after, limit));
    },

    *ofUnit(unit: UnitId, sheet: "locations" | "users"): Generator<StoredRow> {
      yield* pages((after, limit) => rowsOfUnit[sheet].all(unit, after, limit));
    },

    issuesOf: (row: RowId): readonly Issue[] => issuesOfRow.all(row).map(parseIssue),

    /** Issues of the rows from `first` to `last`, for those that have any. */
    issuesBetween(first: RowId, last: RowId): ReadonlyMap<RowId, readonly Issue[]> {
      const found = new Map<RowId, Issue[]>();
      for (const line of issuesOfRows.all(first, last) as { row: number; issue: string }[]) {
        // selected by name
        const issues = found.get(line.row) ?? [];
        issues.push(parseIssue(line));
        found.set(line.row, issues);
      }
      return found;
    },
    fileIssues: (): readonly Issue[] => issuesOfFiles.all().map(parseIssue),

    /** Rows of a sheet that share a value, grouped, groups in the order of their first row. */
    *duplicates(sheet: SheetName, column: UniqueColumn): Generator<readonly StoredRow[]> {
      const values = db
        .prepare(
          `select ${column} as value, min(id) as first from rows where sheet = ? and ${column} is not null group by ${column} having count(*) > 1 order by first`,
        )
        .all(sheet) as { value: string }[]; // selected by name
      if (values.length === 0) return;
      db.exec(`create index if not exists rows_by_${column} on rows (${column})`);
      const sharing = db.prepare(`select ${storedColumns} from rows where ${column} = ? and sheet = ? order by id`);
      for (const { value } of values) yield (sharing.all(value, sheet) as Columns[]).map(toStored); // selected by name
    },

    /** Numbers that more than one row of customers and locations claims, with those rows. */
    duplicateNumbers(): readonly { readonly number: string; readonly rows: readonly RowId[] }[] {
      const found = db
        .prepare(
          "select number, json_group_array(distinct row) as rows from numbers group by number having count(*) > 1",
        )
        .all() as { number: string; rows: string }[]; // selected by name
      return found.map(({ number, rows }) => ({ number, rows: JSON.parse(rows) as RowId[] })); // our own array above
    },

    /** Users whose e-mail is the admin e-mail of another customer of the batch, with that customer's row. */
    usersWhoAdministerOthers(): readonly { readonly user: RowId; readonly customer: RowId }[] {
      return db
        .prepare(
          `select u.id as user, c.id as customer from rows u cross join rows c on c.second = u.match and c.sheet = 'customers'
           where u.sheet = 'users' and u.match is not null and c.unit <> u.unit order by u.id`,
        )
        .all() as { user: RowId; customer: RowId }[]; // selected by name
    },

    /** Users per customer's row and package or add-on, of rows that are not invalid. */
    countByPackage(): readonly { readonly row: RowId; readonly package: string; readonly users: number }[] {
      return db
        .prepare(
          `with assigned as (
             select unit, package from rows where sheet = 'users' and verdict <> 1 and package is not null
             union all
             select r.unit, a.value from rows r, json_each(r.addons) a where r.sheet = 'users' and r.verdict <> 1 and r.addons is not null
           )
           select u.row as row, a.package as package, count(*) as users from assigned a join units u on u.id = a.unit
           where u.row is not null group by u.row, a.package`,
        )
        .all() as { row: RowId; package: string; users: number }[]; // selected by name
    },

    /** Rows that need an invalid row, or one that is blocked itself, become blocked by it. */
    blockDependents(): void {
      db.exec(`
        update rows set verdict = 2, blocked_by = parent
          where sheet = 'customers' and verdict = 0 and parent in (select id from rows where sheet = 'templates' and verdict <> 0);
        update rows set verdict = 2, blocked_by = (select row from units where id = rows.unit)
          where sheet in ('locations', 'users') and verdict = 0
            and unit in (select units.id from units join rows c on c.id = units.row where c.verdict <> 0);
        update rows set verdict = 2, blocked_by = parent
          where sheet = 'users' and verdict = 0 and parent in (select id from rows where sheet = 'locations' and verdict <> 0);
      `);
    },

    /** Rows by sheet and verdict, and warnings. */
    count(): {
      readonly verdicts: readonly { sheet: SheetName; verdict: Verdict; rows: number }[];
      readonly warnings: number;
    } {
      const rows = db.prepare("select sheet, verdict, count(*) as rows from rows group by sheet, verdict").all();
      const warnings = db.prepare("select count(*) as n from issues where severity = 'warning'").get() as { n: number }; // one count
      return {
        verdicts: (rows as { sheet: SheetName; verdict: number; rows: number }[]).map((row) => ({
          ...row, // selected by name
          verdict: verdicts[row.verdict] ?? "invalid",
        })),
        warnings: warnings.n,
      };
    },
  };
}

/** SQLite's text ends at a NUL, and libsql breaks on half characters. */
const cannotBeText = /\\u(?:0000|d[89a-f][0-9a-f]{2})/;

function toJson(rows: readonly NewRow[]): string {
  const json = JSON.stringify(rows.map(toColumns));
  return cannotBeText.test(json) ? JSON.stringify(rows.map((row) => toColumns(row).map(toText))) : json;
}

/** What stands beside the cells is there to be shown and compared, so a mark may stand for what cannot be text; the cells are JSON themselves, and stay as they are. */
function toText(column: unknown): unknown {
  return typeof column === "string" ? column.replaceAll("\0", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd") : column;
}

function toColumns(row: NewRow): readonly unknown[] {
  const isInvalid = row.issues.some((issue) => issue.severity === "error");
  return [
    row.row,
    JSON.stringify(row.cells),
    row.key,
    row.match,
    row.unit,
    row.parent,
    row.second,
    row.third,
    row.package,
    row.addons && row.addons.length > 0 ? JSON.stringify(row.addons) : null,
    isInvalid ? 1 : 0,
  ];
}

function toStored(row: Columns): StoredRow {
  return {
    id: row.id,
    file: row.file,
    row: row.row,
    sheet: row.sheet,
    cells: JSON.parse(row.cells) as string[], // written by `toColumns`
    key: row.key,
    unit: row.unit,
    verdict: verdicts[row.verdict] ?? "invalid",
    blockedBy: row.blocked_by,
  };
}

function parseIssue(row: unknown): Issue {
  return JSON.parse((row as { issue: string }).issue) as Issue; // written by `stage` and `addIssue`
}

function readFiles(db: Libsql.Database): Map<FileId, ReadFile> {
  const rows = db.prepare("select id, facts, rows from files order by id").all() as {
    id: number;
    facts: string;
    rows: number;
  }[]; // selected by name
  return new Map(rows.map((row) => [row.id, { ...(JSON.parse(row.facts) as SheetFile), rows: row.rows }])); // written by `addFile`
}

function* pages(read: (after: number, limit: number) => unknown[]): Generator<StoredRow> {
  for (const page of pagesOf(read)) yield* page;
}

function* pagesOf(read: (after: number, limit: number) => unknown[]): Generator<readonly StoredRow[]> {
  const limit = 1000;
  for (let after = 0; ; ) {
    const page = read(after, limit) as Columns[]; // selected by name
    if (page.length > 0) yield page.map(toStored);
    const last = page.at(-1);
    if (!last || page.length < limit) return;
    after = last.id;
  }
}
