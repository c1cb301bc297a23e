/** The operations of a row with their state, and those of other rows that they need. Draws no conclusions. */
import { resultOfRefusal } from "../engine/attempt.ts";
import type { RunFile } from "../journal/run-file/run-file.ts";
import {
  type JournalEntry,
  type JournalledOperation,
  notStarted,
  type OperationState,
  resultOf,
  stateOf,
} from "../model/journal-entry.ts";
import type { Operation, OperationId } from "../model/plan.ts";
import type { Assigned } from "../model/run-report.ts";
import { withSpare } from "../model/spare-after-refusal.ts";
import { readRunFacts, type StoredFacts } from "../run/facts.ts";
import { type Profiles, profilesOf } from "../staging/profiles.ts";
import { type RefusedTemplate, refusedTemplates } from "./refused-templates.ts";

export type Step = {
  readonly operation: Operation;
  readonly state: OperationState;
  readonly entries: readonly JournalEntry[];
};

/** Where an operation stands. What the plan refused has failed, whether it had its turn or not. */
export function stepOf({ operation, entries }: JournalledOperation): Step {
  const isRefused = operation.refusal !== undefined && entries.length === 0;
  const state: OperationState = isRefused
    ? { ...notStarted, kind: "settled", result: resultOfRefusal(operation.refusal) }
    : stateOf(entries);
  return { operation, entries, state };
}

export type LookUps = {
  step(id: OperationId): Step | undefined;
  reference(unit: number | null): string;
  /** How Webex refused the provisioning ID of a template. */
  refusalOf(template: OperationId): RefusedTemplate | undefined;
  /** Was it sent to the simulator, whose refusals have codes of their own? */
  isSimulated(): boolean;
  readonly profiles: Profiles;
  /** The runs that have taken back what this one did, or what it counted on: it is not gone on with. */
  endedBy(): EndedBy;
};

export type EndedBy = Pick<StoredFacts, "undoneBy" | "overtakenBy" | "undoOf">;

/** Operations that many rows need stay in memory for a while. */
export function lookUps(runFile: RunFile): LookUps {
  const steps = new Map<OperationId, Step | undefined>();
  const references = new Map<number, string>();
  let refused: ReadonlyMap<OperationId, RefusedTemplate> | undefined;
  let facts: StoredFacts | undefined;
  const factsOfRun = () => {
    facts ??= readRunFacts(runFile);
    return facts;
  };
  return {
    profiles: profilesOf(runFile),
    endedBy: factsOfRun,
    isSimulated: () => factsOfRun().target?.name === "simulator",
    refusalOf(template) {
      refused ??= refusedTemplates(runFile);
      return refused.get(template);
    },
    step(id) {
      if (steps.size > 5_000) steps.clear();
      if (!steps.has(id)) {
        const found = runFile.operations.get(id);
        steps.set(id, found && stepOf(found));
      }
      return steps.get(id);
    },
    reference(unit) {
      if (unit === null) return "";
      if (references.size > 5_000) references.clear();
      const known = references.get(unit) ?? runFile.units.get(unit).reference;
      references.set(unit, known);
      return known;
    },
  };
}

/** The number and the extension that were chosen: by the plan, or by Webex's refusal of those. */
export function assignedBy(steps: readonly Step[]): Assigned {
  return Object.assign({}, ...steps.map(({ operation, state }) => withSpare(operation, state.refusals).assigned ?? {}));
}

export function effectOf(state: OperationState): string | undefined {
  const result = resultOf(state);
  return result && result.status !== "failed" ? result.effect : undefined;
}
