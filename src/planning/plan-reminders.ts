/** Gives a run that mails people their rows and operations: users of an earlier run who have not consented yet, at their place in its files. */
import type { FileId } from "../journal/run-file/file-table.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import { resultOf, stateOf } from "../model/journal-entry.ts";
import type { OperationOf, UnitId } from "../model/plan.ts";
import type { Emit, PlanCounts } from "../model/run-event.ts";
import { countActions } from "./count-plan.ts";
import { createOperationBuilder } from "./operation-builder.ts";

/** A user who was asked for consent, as a run has left it. */
export type Undecided = {
  readonly subscriberId: string;
  readonly operation: OperationOf<"user">;
};

/** In the order of the plan. */
export function undecidedOf(past: RunFile): readonly Undecided[] {
  return [...past.operations.ofResource("user")].flatMap((operation) => {
    if (operation.resource !== "user") return [];
    const result = resultOf(stateOf(past.operations.get(operation.id)?.entries ?? []));
    const isWaiting = result?.status === "pending" && result.code === "pending_user_migration";
    const { subscriberId } = { ...operation.ids, ...result?.ids };
    return isWaiting && subscriberId ? [{ subscriberId, operation }] : [];
  });
}

/** Who was mailed by this run, or perhaps was: subscriber ids. */
export function remindedBy(run: RunFile): ReadonlySet<string> {
  const mailed = [...run.operations.ofResource("reminder")].flatMap(({ id, ids: { subscriberId } }) => {
    const state = stateOf(run.operations.get(id)?.entries ?? []);
    const result = resultOf(state);
    const mayHaveLeft = result ? result.status === "done" && result.effect === "created" : state.isInDoubt;
    return mayHaveLeft && subscriberId ? [subscriberId] : [];
  });
  return new Set(mailed);
}

const header = ["customer", "email"] as const;

export function planReminders(
  runFile: RunFile,
  past: RunFile,
  undecided: readonly Undecided[],
  emit: Emit,
): PlanCounts {
  const byFile = groupByFile(past, undecided);
  const units = new Map<string, UnitId>();
  for (const [pastFile, users] of byFile) {
    const { file, path, encoding } = past.files.of(pastFile);
    const id = runFile.files.add({ sheet: "users", file, path, header, columns: header, encoding });
    const sorted = users.toSorted((one, other) => one.operation.row - other.operation.row);
    const rows = sorted.map(({ operation }) => {
      const { reference } = past.units.get(operation.unit);
      const unit = units.get(reference) ?? runFile.units.add({ reference });
      units.set(reference, unit);
      const { row } = past.rows.row(operation.row);
      return { row, cells: [reference, operation.key], key: operation.key, unit, issues: [] };
    });
    const first = runFile.rows.stage(id, "users", rows);
    runFile.files.setRowCount(id, rows.length);
    emit({ type: "read", file: runFile.files.of(id), isRefused: false });
    for (const [index, { subscriberId, operation }] of sorted.entries()) {
      const builder = createOperationBuilder(runFile, rows[index]?.unit ?? 0, {});
      const about = { row: first + index, key: operation.key, ids: { subscriberId } };
      builder.add<"reminder">({ ...about, resource: "reminder", action: "create", payload: {} });
      runFile.operations.save(builder.operations);
    }
  }
  for (const unit of units.values()) runFile.units.setPlanned(unit, [...runFile.operations.ofUnit(unit)].length);
  const counts = countActions(runFile);
  emit({ type: "planned", counts });
  return counts;
}

function groupByFile(past: RunFile, undecided: readonly Undecided[]): ReadonlyMap<FileId, readonly Undecided[]> {
  const byFile = new Map<FileId, Undecided[]>();
  for (const each of undecided) {
    const { file } = past.rows.row(each.operation.row);
    byFile.set(file, [...(byFile.get(file) ?? []), each]);
  }
  return byFile;
}
