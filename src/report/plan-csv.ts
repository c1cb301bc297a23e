/** The whole plan as a sheet for a person to read and sign: a line per change, one per row without changes, and what is in no sheet at the end. */
import type { PlanLine, SavedPlan } from "../model/plan-line.ts";
import { openCsvFile } from "./csv-file.ts";
import { escapeFormula } from "./escape-formula.ts";

const columns = [
  "sheet",
  "file",
  "row",
  "customer",
  "key",
  "action",
  "field",
  "before",
  "after",
  "reason",
  "hint",
] as const;

type Line = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/** Throws UserError where the file cannot be written. The path where it stands. */
export async function writePlanCsv(path: string, plan: Pick<SavedPlan, "rows" | "unlisted">): Promise<string> {
  const file = await openCsvFile(path, columns);
  try {
    for (const line of linesOf(plan)) await file.add(columns.map((column) => escapeFormula(line[column] ?? "")));
    return (await file.publish()).path;
  } catch (error) {
    await file.discard();
    throw error;
  }
}

function* linesOf({ rows, unlisted }: Pick<SavedPlan, "rows" | "unlisted">): Generator<Line> {
  for (const row of rows) yield* linesOfRow(row);
  for (const { customer, kind, key } of unlisted)
    yield { sheet: `${kind}s`, customer, key, action: "left alone", reason: "at Webex and in no sheet" };
}

function linesOfRow({ at, customer, key, action, changes, reason = "", hint = "" }: PlanLine): readonly Line[] {
  const own = {
    ...at,
    row: String(at.row),
    customer,
    key,
    action: action === "none" ? "unchanged" : action,
    reason,
    hint,
  };
  return action === "refused" || changes.length === 0 ? [own] : changes.map((change) => ({ ...own, ...change }));
}
