/** Says of a row to remove that what it names is not there: gone already, or written otherwise. */
import type { RowId } from "../model/plan.ts";
import { text } from "../model/words/text.ts";
import { nearest } from "../sheets/cells/nearest.ts";
import type { OperationBuilder } from "./operation-builder.ts";

/** `there`: what the row may mean. */
export function warnOfNothing(
  builder: OperationBuilder,
  {
    row,
    column,
    key,
  }: { readonly row: RowId; readonly column: "email" | "name" | "external_id"; readonly key: string },
  there: readonly string[],
): void {
  const meant = nearest(key, there);
  const hint = meant.length > 0 ? text("did_you_mean_one_of", { meant }) : text("nothing_to_do_if_gone");
  builder.warn({ row, code: "nothing_to_remove", column, message: text("nothing_to_remove", { key }), hint });
}
