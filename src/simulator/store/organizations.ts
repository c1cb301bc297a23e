/** Organizations, their settings, and which of them the administrator manages (was read once). */
import type { Database } from "./database.ts";

export type OrganizationRow = {
  readonly uuid: string;
  readonly name: string;
  readonly language: string | null;
  readonly created: string;
  readonly modified: string;
  readonly version: number;
  readonly isManaged: 0 | 1;
};

export type SettingRow = { readonly orgUuid: string; readonly key: string; readonly value: 0 | 1 };

export type OrganizationTable = ReturnType<typeof organizationTable>;

export function organizationTable(db: Database) {
  const columns = "uuid, name, language, created, modified, version, is_managed as isManaged";
  const insert = db.run("insert into organizations (uuid, name, language, created, modified) values (?, ?, ?, ?, ?)");
  const rename = db.run(
    "update organizations set name = ?, language = coalesce(?, language), modified = ?, version = version + 1 where uuid = ?",
  );
  const removals = [
    db.run("delete from person_roles where person_uuid in (select uuid from people where org_uuid = ?)"),
    db.run("delete from people where org_uuid = ?"),
    db.run("delete from numbers where org_uuid = ?"),
    db.run("delete from locations where org_uuid = ?"),
    db.run("delete from settings where org_uuid = ?"),
    db.run("delete from organizations where uuid = ?"),
  ];
  return {
    byUuid: db.one<OrganizationRow>(`select ${columns} from organizations where uuid = ?`),
    managed: db.many<OrganizationRow>(`select ${columns} from organizations where is_managed = 1 order by rowid`),
    all: db.many<OrganizationRow>(`select ${columns} from organizations order by rowid`),
    add: (row: Pick<OrganizationRow, "uuid" | "name" | "language" | "created">) =>
      insert(row.uuid, row.name, row.language, row.created, row.created),
    manage: db.run("update organizations set is_managed = 1 where uuid = ?"),
    rename: (uuid: string, name: string, language: string | undefined, modified: string) =>
      rename(name, language ?? null, modified, uuid),
    /** With everybody and everything in it. */
    remove: (uuid: string) => removals.forEach((run) => void run(uuid)),
    setting: db.one<{ value: 0 | 1 }>("select value from settings where org_uuid = ? and key = ?"),
    putSetting: db.run("insert or replace into settings (org_uuid, key, value) values (?, ?, ?)"),
    allSettings: db.many<SettingRow>("select org_uuid as orgUuid, key, value from settings"),
  };
}
