/** People of organisations with their roles and their place in Webex Calling. An e-mail belongs to one person in the world. */
import type { Database } from "./database.ts";
import { createSearch, type Page } from "./search.ts";

export type PersonRow = {
  readonly uuid: string;
  readonly orgUuid: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Has not consented yet: nobody sees it, but its e-mail, number and extension are taken. */
  readonly isPending: 0 | 1;
  readonly isCalling: 0 | 1;
  readonly locationUuid: string | null;
  readonly extension: string | null;
  readonly created: string;
  readonly modified: string;
  readonly version: number;
  /** Joined by commas. */
  readonly roles: string | null;
};

export type NewPerson = Pick<
  PersonRow,
  "uuid" | "orgUuid" | "email" | "firstName" | "lastName" | "isPending" | "created"
>;

export type PersonFilter = {
  readonly orgUuid: string;
  readonly email?: string | undefined;
  readonly uuid?: string | undefined;
};

export type PersonTable = ReturnType<typeof personTable>;

export function personTable(db: Database) {
  const select = `select uuid, org_uuid as orgUuid, email, first_name as firstName, last_name as lastName,
    is_pending as isPending, is_calling as isCalling, location_uuid as locationUuid, extension, created, modified, version,
    (select group_concat(role) from person_roles where person_uuid = uuid) as roles
    from people`;
  const insert = db.run(
    "insert into people (uuid, org_uuid, email, first_name, last_name, is_pending, created, modified) values (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const search = createSearch<PersonRow>(db, select);
  const count = db.one<{ total: number }>("select count(*) as total from people where org_uuid = ? and is_pending = 0");
  return {
    byUuid: db.one<PersonRow>(`${select} where uuid = ?`),
    byEmail: db.one<PersonRow>(`${select} where email = ?`),
    byExtension: db.one<PersonRow>(`${select} where location_uuid = ? and extension = ?`),
    anyIn: db.one<{ uuid: string }>("select uuid from people where location_uuid = ? limit 1"),
    extensionInOrg: db.one<{ uuid: string }>("select uuid from people where org_uuid = ? and extension = ? limit 1"),
    all: db.many<PersonRow>(`${select} order by seq`),
    count: (orgUuid: string) => count(orgUuid)?.total ?? 0,
    list: (filter: PersonFilter, page: Page) =>
      search(
        [
          ["org_uuid = ?", filter.orgUuid],
          ["email = ?", filter.email],
          ["uuid = ?", filter.uuid],
          ["is_pending = ?", 0],
        ],
        "seq",
        page,
      ),
    add: (row: NewPerson) =>
      insert(row.uuid, row.orgUuid, row.email, row.firstName, row.lastName, row.isPending, row.created, row.created),
    /** First and last name, where the person has none. */
    name: db.run(
      "update people set first_name = coalesce(first_name, ?), last_name = coalesce(last_name, ?) where uuid = ?",
    ),
    place: db.run("update people set is_calling = 1, location_uuid = ?, extension = ? where uuid = ?"),
    unplace: db.run("update people set is_calling = 0, location_uuid = null, extension = null where uuid = ?"),
    admit: db.run("update people set is_pending = 0 where uuid = ?"),
    touch: db.run("update people set modified = ?, version = version + 1 where uuid = ?"),
    addRole: db.run("insert or ignore into person_roles (person_uuid, role) values (?, ?)"),
    removeRole: db.run("delete from person_roles where person_uuid = ? and role = ?"),
    removeRoles: db.run("delete from person_roles where person_uuid = ?"),
    remove: db.run("delete from people where uuid = ?"),
  };
}
