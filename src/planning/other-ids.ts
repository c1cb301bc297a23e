/** Customers of the batch that Webex has under an external id that the batch does not name: never is a second one made for one firm. */
import type { RunFile } from "../journal/run-file/run-file.ts";
import type { Unit } from "../journal/run-file/unit-table.ts";
import type { ExistingCustomer } from "../model/existing.ts";
import { text } from "../model/words/text.ts";
import type { RowReader } from "../staging/row-reader.ts";
import type { Firm, OtherId, OtherIds } from "../webex/find-other-ids.ts";
import type { Refusal } from "./changes.ts";
import { sourced } from "./customer-rows.ts";
import { type Observer, requireObserved } from "./require-observed.ts";

type Looking = { readonly runFile: RunFile; readonly read: RowReader; readonly observer: Observer };

/** By reference, of those that would be new. Asks nothing where none would. */
export async function lookUnderOtherIds(
  { runFile, read, observer }: Looking,
  units: readonly Unit[],
  customers: ReadonlyMap<string, ExistingCustomer>,
  signal: AbortSignal,
): Promise<OtherIds> {
  const fresh = units.filter(
    ({ reference, row }) => !customers.has(reference) && row !== null && !runFile.rows.isContext(row),
  );
  if (fresh.length === 0) return new Map();
  const asked = new Set([...runFile.units.all()].map(({ reference }) => reference));
  const firms = () => fresh.flatMap((unit) => firmOf(runFile, read, unit));
  return requireObserved(await observer.otherIds((externalId) => asked.has(externalId), firms, signal));
}

function firmOf(runFile: RunFile, read: RowReader, { row, reference }: Unit): readonly Firm[] {
  const record = row === null ? undefined : sourced(read, runFile.rows.row(row), "customers")?.record;
  if (!record || record.action === "remove") return [];
  const { orgId, name, adminEmail } = record;
  return [{ reference, orgId, name, adminEmail }];
}

/** Without `--adopt`, or where other rows are about it by its id. */
export function existsUnderOtherId(reference: string, { customer, by, isNamed }: OtherId): Refusal {
  const other = customer.externalId ?? "";
  return {
    code: "exists_under_other_id",
    column: by === "organization" ? "org_id" : "external_id",
    message: text("exists_under_other_id", { customer: reference, other, by }),
    hint: isNamed
      ? text("one_id_in_all_rows", { customer: reference, other })
      : text("adopt_or_write_its_id", { other }),
  };
}
