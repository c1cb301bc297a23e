/** Takes over what another run has read: its files, rows and customers, without what was found wrong with them, planned or done. */
import type Libsql from "libsql";

/** `path`: the other run file, of the same version. Row and unit ids stay the same. */
export function copyInput(db: Libsql.Database, path: string): void {
  db.prepare("attach database ? as other").run(path);
  try {
    db.exec(`
      begin;
      insert into files select * from other.files;
      insert into pages select * from other.pages;
      insert into spans select * from other.spans;
      insert into template_names select * from other.template_names;
      insert into units (id, row, reference) select id, row, reference from other.units;
      commit;
    `);
  } catch (error) {
    if (db.inTransaction) db.exec("rollback");
    throw error;
  } finally {
    db.exec("detach database other");
  }
}
