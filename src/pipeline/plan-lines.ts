/** Reads the plan out of the run file, row by row in input order. Rows of customers that were left aside are no part of it. */
import { createHash } from "node:crypto";
import type { StoredRow } from "../journal/row-table.ts";
import type { RunFile } from "../journal/run-file.ts";
import { isError } from "../model/issue.ts";
import type { JournalledOperation } from "../model/journal-entry.ts";
import type { Operation } from "../model/plan.ts";
import type { PlanLine, PlannedAction } from "../model/plan-line.ts";

export function* planLines(runFile: RunFile): Generator<PlanLine> {
  const references = new Map<number, string>();
  for (const page of runFile.rows.pages()) {
    const operations = runFile.operations.ofRows(page[0]?.id ?? 0, page.at(-1)?.id ?? 0);
    for (const row of page) {
      const own = operations.get(row.id) ?? [];
      if (own.length > 0 || row.verdict !== "valid") yield lineOf(runFile, row, own, references);
    }
  }
}

function lineOf(
  runFile: RunFile,
  row: StoredRow,
  journalled: readonly JournalledOperation[],
  references: Map<number, string>,
): PlanLine {
  const operations = journalled.map(({ operation }) => operation);
  const refusal = operations.find((operation) => operation.refusal)?.refusal;
  const obstacle = row.verdict === "valid" ? refusal : obstacleOf(runFile, row);
  return {
    at: runFile.rows.addressOfRow(row),
    customer: referenceOf(runFile, row, references),
    key: row.key,
    action: obstacle === undefined ? actionOf(operations) : "refused",
    changes: operations.flatMap(({ changes = [] }) => changes),
    digest: digestOf(operations),
    ...(obstacle === undefined ? {} : { reason: obstacle.message }),
    ...(obstacle?.hint === undefined ? {} : { hint: obstacle.hint }),
  };
}

function referenceOf(runFile: RunFile, { unit }: StoredRow, known: Map<number, string>): string {
  if (unit === null) return "";
  const reference = known.get(unit) ?? runFile.units.get(unit).reference;
  if (known.size > 5_000) known.clear();
  known.set(unit, reference);
  return reference;
}

type Obstacle = { readonly message: string; readonly hint?: string };

function obstacleOf(runFile: RunFile, row: StoredRow): Obstacle {
  if (row.blockedBy !== null) {
    const { file, row: number } = runFile.rows.address(row.blockedBy);
    return { message: `waits for ${file}:${number}, which is not right` };
  }
  return runFile.rows.issuesOf(row.id).find(isError) ?? { message: "not valid" };
}

/** What exists and gets something more is updated, not created. */
function actionOf(operations: readonly Operation[]): PlannedAction {
  const writing = operations.filter(({ action }) => action !== "none" && action !== "read");
  if (writing.length === 0) return "none";
  if (writing.some(({ resource, action }) => mainResources.has(resource) && action === "delete")) return "delete";
  const isThere =
    writing.some(({ action }) => action === "delete") ||
    operations.some(({ resource, action }) => mainResources.has(resource) && action !== "create");
  return isThere ? "update" : "create";
}

const mainResources: ReadonlySet<Operation["resource"]> = new Set(["template", "customer", "location", "user"]);

function digestOf(operations: readonly Operation[]): string {
  const sent = operations
    .filter(({ action }) => action !== "read" && action !== "none")
    .map(({ resource, action, key, payload, changes }) => [resource, action, key, payload, changes ?? []]);
  return createHash("sha256").update(JSON.stringify(sent)).digest("base64url").slice(0, 16);
}
