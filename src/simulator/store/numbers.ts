/** Phone numbers of locations and, beside them, bare extensions: the telephone book of an organization. */
import type { Database } from "./database.ts";
import { createSearch, type Page } from "./search.ts";

export type NumberRow = {
  readonly number: string;
  readonly locationUuid: string;
  readonly orgUuid: string;
  readonly state: "ACTIVE" | "INACTIVE";
  readonly numberType: "TOLLFREE" | "DID" | "MOBILE";
  readonly isService: 0 | 1;
  readonly ownerUuid: string | null;
};

/** A line of the book: a number, an extension, or a number with the extension of its owner. */
export type BookRow = {
  readonly number: string | null;
  readonly extension: string | null;
  readonly state: "ACTIVE" | "INACTIVE";
  readonly numberType: NumberRow["numberType"];
  readonly isService: 0 | 1;
  readonly locationUuid: string;
  readonly ownerUuid: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
};

export type BookFilter = {
  readonly orgUuid: string;
  readonly locationUuid?: string | undefined;
  readonly number?: string | undefined;
  readonly extension?: string | undefined;
  readonly isAvailable?: boolean | undefined;
  readonly state?: string | undefined;
  readonly kind?: "NUMBER" | "EXTENSION" | undefined;
  readonly ownerUuid?: string | undefined;
};

const book = `
  select n.number, p.extension, n.state, n.number_type as numberType, n.is_service as isService,
    n.location_uuid as locationUuid, n.org_uuid as orgUuid, n.owner_uuid as ownerUuid,
    p.first_name as firstName, p.last_name as lastName
  from numbers n left join people p on p.uuid = n.owner_uuid
  union all
  select null, p.extension, 'ACTIVE', 'DID', 0, p.location_uuid, p.org_uuid, p.uuid, p.first_name, p.last_name
  from people p
  where p.extension is not null and not exists (select 1 from numbers o where o.owner_uuid = p.uuid)`;

export type NumberTable = ReturnType<typeof numberTable>;

export function numberTable(db: Database) {
  const columns =
    "number, location_uuid as locationUuid, org_uuid as orgUuid, state, number_type as numberType, is_service as isService, owner_uuid as ownerUuid";
  const insert = db.run(
    "insert into numbers (number, location_uuid, org_uuid, state, number_type, is_service) values (?, ?, ?, ?, ?, ?)",
  );
  const search = createSearch<BookRow>(db, `select * from (${book})`);
  return {
    byNumber: db.one<NumberRow>(`select ${columns} from numbers where number = ?`),
    ofOwner: db.one<NumberRow>(`select ${columns} from numbers where owner_uuid = ?`),
    all: db.many<NumberRow>(`select ${columns} from numbers order by number`),
    anyIn: db.one<{ number: string }>("select number from numbers where location_uuid = ? limit 1"),
    add: (row: Omit<NumberRow, "ownerUuid">) =>
      insert(row.number, row.locationUuid, row.orgUuid, row.state, row.numberType, row.isService),
    remove: db.run("delete from numbers where number = ?"),
    removeFrom: db.run("delete from numbers where location_uuid = ?"),
    setState: db.run("update numbers set state = ? where number = ?"),
    assign: db.run("update numbers set owner_uuid = ? where number = ?"),
    /** To another location. */
    relocate: db.run("update numbers set location_uuid = ? where number = ?"),
    release: db.run("update numbers set owner_uuid = null where owner_uuid = ?"),
    list: (filter: BookFilter, page: Page) => search(toFilters(filter), "number, extension, ownerUuid", page),
  };
}

function toFilters(filter: BookFilter) {
  return [
    ["orgUuid = ?", filter.orgUuid],
    ["locationUuid = ?", filter.locationUuid],
    ["number = ?", filter.number],
    ["extension = ?", filter.extension],
    ["(ownerUuid is null) = ?", filter.isAvailable === undefined ? undefined : Number(filter.isAvailable)],
    ["state = ?", filter.state],
    ["(number is not null) = ?", filter.kind && Number(filter.kind === "NUMBER")],
    ["ownerUuid = ?", filter.ownerUuid],
  ] as const;
}
