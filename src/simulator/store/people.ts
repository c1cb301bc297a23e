/** People of organizations with their roles and their place in Webex Calling. An e-mail belongs to one person in the world. */
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json.ts";
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
} & Profile;

/** What the directory tells of a person beside the names. */
const profileFields = ["displayName", "title", "department", "language", "avatar"] as const;

/** Null: nothing is told. */
export type Profile = { readonly [Field in (typeof profileFields)[number]]: string | null };

export const emptyProfile = Object.fromEntries(profileFields.map((field) => [field, null])) as Profile; // all its fields

/** As it was sent; what was not sent is not there. */
export type CallerIdRecord = {
  readonly selected: string;
  readonly customNumber?: string | undefined;
  readonly dialByFirstName?: string | undefined;
  readonly dialByLastName?: string | undefined;
};

/** Of whom nothing was changed. */
export const usualCallerId: CallerIdRecord = { selected: "DIRECT_LINE" };

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
    ${profileFields.map((field) => `json_extract(profile, '$.${field}') as ${field}`).join(", ")},
    (select group_concat(role) from person_roles r where r.person_uuid = uuid) as roles
    from people left join profiles f on f.person_uuid = uuid`;
  const insert = db.run(
    "insert into people (uuid, org_uuid, email, first_name, last_name, is_pending, created, modified) values (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const describe = db.run("insert or replace into profiles (person_uuid, profile) values (?, ?)");
  const forget = db.run("delete from profiles where person_uuid = ?");
  const show = db.run("insert or replace into caller_ids (person_uuid, record) values (?, ?)");
  const hide = db.run("delete from caller_ids where person_uuid = ?");
  const shown = db.one<{ record: string }>("select record from caller_ids where person_uuid = ?");
  const remove = db.run("delete from people where uuid = ?");
  const search = createSearch<PersonRow>(db, select);
  const count = db.one<{ total: number }>("select count(*) as total from people where org_uuid = ? and is_pending = 0");
  const callers = db.one<{ total: number }>("select count(*) as total from people where location_uuid = ?");
  return {
    byUuid: db.one<PersonRow>(`${select} where uuid = ?`),
    byEmail: db.one<PersonRow>(`${select} where email = ?`),
    byExtension: db.one<PersonRow>(`${select} where location_uuid = ? and extension = ?`),
    anyIn: db.one<{ uuid: string }>("select uuid from people where location_uuid = ? limit 1"),
    extensionInOrg: db.one<{ uuid: string }>("select uuid from people where org_uuid = ? and extension = ? limit 1"),
    all: db.many<PersonRow>(`${select} order by seq`),
    /** Those who call from there. */
    countIn: (locationUuid: string) => callers(locationUuid)?.total ?? 0,
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
    rename: db.run("update people set first_name = ?, last_name = ? where uuid = ?"),
    /** The whole of it. */
    describe: (uuid: string, profile: Profile) =>
      describe(uuid, toJson(Object.fromEntries(profileFields.map((field) => [field, profile[field]])))),
    showAs: (uuid: string, record: CallerIdRecord) => show(uuid, toJson(record)),
    shownBy(uuid: string): CallerIdRecord | undefined {
      const row = shown(uuid);
      return row && fromJson<CallerIdRecord>(row.record);
    },
    /** As of somebody who is new. */
    forgetShown: hide,
    giveLine: db.run("update people set is_calling = 1, location_uuid = ?, extension = ? where uuid = ?"),
    takeLine: db.run("update people set is_calling = 0, location_uuid = null, extension = null where uuid = ?"),
    admit: db.run("update people set is_pending = 0 where uuid = ?"),
    touch: db.run("update people set modified = ?, version = version + 1 where uuid = ?"),
    addRole: db.run("insert or ignore into person_roles (person_uuid, role) values (?, ?)"),
    removeRole: db.run("delete from person_roles where person_uuid = ? and role = ?"),
    removeRoles: db.run("delete from person_roles where person_uuid = ?"),
    remove(uuid: string): void {
      forget(uuid);
      hide(uuid);
      remove(uuid);
    },
  };
}
