/** Onboarding templates: names and provisioning IDs. */
import type { Database } from "./database.ts";

export type TemplateRow = { readonly name: string; readonly provisioningId: string; readonly created: string };

export type TemplateTable = ReturnType<typeof templateTable>;

export function templateTable(db: Database) {
  const columns = "name, provisioning_id as provisioningId, created";
  const insert = db.run("insert into templates (name, provisioning_id, created) values (?, ?, ?)");
  return {
    byName: db.one<TemplateRow>(`select ${columns} from templates where name = ?`),
    byProvisioningId: db.one<TemplateRow>(`select ${columns} from templates where provisioning_id = ?`),
    all: db.many<TemplateRow>(`select ${columns} from templates order by rowid`),
    /** The template has another ID from now on. */
    renumber: db.run("update templates set provisioning_id = ? where name = ?"),
    add: (row: TemplateRow) => insert(row.name, row.provisioningId, row.created),
  };
}
