/** The whole plan as a sheet for a person to read and sign: a line per change, one per row without changes, and what is in no sheet at the end. */
import { escapeFormula } from "../../model/formula-signs.ts";
import type { PlanLine, SavedPlan } from "../../model/plan-line.ts";
import { formatAssigned, type PlannedRow, type RowOutcome } from "../../model/run-report.ts";
import type { Language } from "../../model/words/language.ts";
import { say, text } from "../../model/words/text.ts";
import { openCsvFile } from "./csv-file.ts";
import { type Table, toneByColumn } from "./output.ts";

const planColumns = [
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
  "assigned",
  "from_profiles",
] as const;

type Line = Readonly<Partial<Record<(typeof planColumns)[number], string>>>;

/** What the run was going to do: plan.csv stands beside a plan, and not beside a run. */
export const planTable: Table = {
  name: "plan",
  columns: planColumns,
  isWorksheetOnly: true,
  toneOf: toneByColumn(planColumns, "action"),
  start: (source, language) => ({
    linesOf(row) {
      const planned = source.planned?.(row);
      return planned ? toPlanCells({ rows: [tellPlanned(row, planned)], unlisted: [] }, language) : [];
    },
    after: () => toPlanCells({ rows: [], unlisted: source.unlisted?.() ?? [] }, language),
  }),
};

function tellPlanned(
  { at, customer, key, problems, assigned, taken }: RowOutcome,
  { action, changes }: PlannedRow,
): ToldLine {
  const [refusal] = action === "refused" ? problems : [];
  const { message, hint } = refusal ?? {};
  const reason = {
    ...(message ? { reason: message } : {}),
    ...(hint ? { hint } : {}),
  };
  return {
    at,
    customer,
    key,
    action,
    changes,
    assigned: formatAssigned(assigned),
    ...(taken ? { taken } : {}),
    ...reason,
  };
}

/** Throws UserError where the file cannot be written. The path where it stands. */
export async function writePlanCsv(
  path: string,
  plan: Pick<SavedPlan, "rows" | "unlisted">,
  language: Language,
  delimiter = ",",
): Promise<string> {
  const file = await openCsvFile(path, planColumns, { delimiter, protect: escapeFormula });
  try {
    for (const cells of toPlanCells(plan, language)) await file.add(cells);
    return (await file.publish()).path;
  } catch (error) {
    await file.discard();
    throw error;
  }
}

type PlanTold = { readonly rows: Iterable<ToldLine>; readonly unlisted: SavedPlan["unlisted"] };
type ToldLine = Omit<PlanLine, "digest">;

/** Its lines, the cells of each in the order of `planColumns`. */
function* toPlanCells(plan: PlanTold, language: Language): Generator<readonly string[]> {
  for (const line of linesOf(plan, language)) yield planColumns.map((column) => line[column] ?? "");
}

function* linesOf({ rows, unlisted }: PlanTold, language: Language): Generator<Line> {
  for (const row of rows) yield* linesOfRow(row, language);
  for (const { customer, kind, key } of unlisted)
    yield {
      sheet: `${kind}s`,
      customer,
      key,
      action: say(text("left_alone"), language),
      reason: say(text("in_no_sheet"), language),
    };
}

function linesOfRow(
  { at, customer, key, action, changes, reason, hint, assigned = "", taken = [] }: ToldLine,
  language: Language,
): readonly Line[] {
  const own = {
    ...at,
    row: String(at.row),
    customer,
    key,
    action: action === "none" ? "unchanged" : action,
    ...(reason ? { reason: say(reason, language) } : {}),
    ...(hint ? { hint: say(hint, language) } : {}),
    assigned,
    from_profiles: taken.map(({ column, profile, row }) => `${column}=${profile} (${row})`).join(";"),
  };
  return action === "refused" || changes.length === 0 ? [own] : changes.map((change) => ({ ...own, ...change }));
}
