/** Sub-partners on whose behalf a partner may act. */
import type { Database } from "./database.ts";

export type SubPartnerRow = {
  readonly uuid: string;
  readonly name: string;
  readonly state: "active" | "suspended";
  readonly created: string;
};

export type SubPartnerTable = ReturnType<typeof subPartnerTable>;

export function subPartnerTable(db: Database) {
  const insert = db.run("insert into sub_partners (uuid, name, state, created) values (?, ?, ?, ?)");
  return {
    byUuid: db.one<SubPartnerRow>("select uuid, name, state, created from sub_partners where uuid = ?"),
    all: db.many<SubPartnerRow>("select uuid, name, state, created from sub_partners order by rowid"),
    add: (row: SubPartnerRow) => insert(row.uuid, row.name, row.state, row.created),
  };
}
