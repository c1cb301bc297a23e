/** Plans for an engine, written down in a run file of their own, and what came of carrying them out. */
import { randomUUID } from "node:crypto";
import { onTestFinished } from "vitest";
import type { EngineEnd, EngineLimits } from "../../src/engine/engine.ts";
import { defaultRetryLimits } from "../../src/engine/retry-delay.ts";
import { openRunFile } from "../../src/journal/run-file/run-file.ts";
import { type JournalEntry, type OperationState, stateOf } from "../../src/model/journal-entry.ts";
import type { AttemptResult } from "../../src/model/outcome.ts";
import type { Operation, OperationId, UnitId } from "../../src/model/plan.ts";
import type { PlanStore } from "../../src/model/ports.ts";
import type { EngineInTest, TestClock } from "./engine-in-test.ts";
import { type Script, type ScriptedTarget, scriptedTarget } from "./scripted-target.ts";

/** An operation that creates something, but for what is given. A need is an operation, or one and the part of it that matters. */
export type Wanted = Partial<Pick<Operation, "action" | "ids" | "resource" | "isLast" | "spare">> & {
  readonly needs?: readonly (OperationId | { readonly operation: OperationId; readonly part?: string })[];
  readonly refusal?: NonNullable<Operation["refusal"]>;
};

export type PlannedRun = {
  /** Of its own, wherever the run is known. */
  readonly id: string;
  readonly store: PlanStore;
  /** A unit; the shared one has the operations that others wait for. */
  unit(options?: { readonly weight?: number; readonly isShared?: boolean }): UnitId;
  operation(unit: UnitId, key: string, wanted?: Wanted): OperationId;
  /** What an earlier run wrote down about an operation. */
  journal(id: OperationId, ...entries: readonly Earlier[]): void;
  entries(key: string): readonly JournalEntry[];
  states(): Readonly<Record<string, OperationState["kind"]>>;
};

export type Earlier = { readonly kind: "intent" } | { readonly kind: "result"; readonly result: AttemptResult };

export function plannedRun(): PlannedRun {
  const runFile = openRunFile(":memory:");
  onTestFinished(() => runFile.close());
  runFile.finishPlanning();
  const units: UnitId[] = [];
  const journalled = () => units.flatMap((unit) => runFile.operations.ofUnit(unit));
  return {
    id: randomUUID(),
    store: runFile,
    unit({ weight = 1, isShared = false } = {}) {
      const unit = runFile.units.add({ reference: "" });
      runFile.units.setPlanned(unit, weight);
      if (isShared) runFile.units.setShared(unit);
      units.push(unit);
      return unit;
    },
    operation(unit, key, wanted = {}) {
      const { needs = [], action = "create", ids = {}, resource = "organization", refusal, isLast, spare } = wanted;
      const id = runFile.operations.nextId();
      const needed = needs.map((need) => (typeof need === "number" ? { operation: need } : need));
      const common = {
        id,
        unit,
        row: id,
        key,
        action,
        ids,
        needs: needed,
        ...(refusal && { refusal }),
        ...(isLast && { isLast }),
        ...(spare && { spare }),
      };
      // no engine reads a payload
      runFile.operations.save([{ ...common, resource, payload: {} } as Operation]);
      return id;
    },
    journal(operation, ...entries) {
      const at = "2026-11-22T01:00:00.000Z";
      for (const entry of entries) runFile.operations.append({ ...entry, operation, attempt: 1, at });
    },
    entries: (key) => journalled().find(({ operation }) => operation.key === key)?.entries ?? [],
    states: () =>
      Object.fromEntries(journalled().map(({ operation, entries }) => [operation.key, stateOf(entries).kind])),
  };
}

export type CarriedOut = {
  readonly end: EngineEnd;
  readonly target: ScriptedTarget;
  /** On the clock of the test. */
  readonly tookMs: number;
  /** Results as they came, by the key of the operation. */
  readonly results: readonly { readonly key: string; readonly result: AttemptResult }[];
  /** Keys of what was applied, in order. */
  readonly applied: readonly string[];
  readonly waiting: readonly number[];
};

type Interruption = { readonly stop: AbortController; readonly abort: AbortController };

export type Conditions = Omit<Script, "onApply" | "onPoll" | "atGate"> & {
  readonly limits?: Partial<EngineLimits>;
  /** Told of each attempt as it begins, with what interrupts the run. */
  readonly during?: (key: string, interruption: Interruption) => void;
  readonly duringPoll?: (interruption: Interruption) => void;
  readonly isInterruptedBefore?: boolean;
  /** What bringing the journal to the disk takes, or throws. Default: nothing. */
  readonly onDisk?: (clock: TestClock) => Promise<void>;
  /** Operations that wait at the gate until the run stops, for an hour at most. */
  readonly waitsAtGate?: (key: string) => boolean;
};

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Runs the engine over the plan until it ends, however long that takes on its clock. */
export async function carryOut(
  { engineOf, startClock, settlingMs }: EngineInTest,
  { id, store }: Pick<PlannedRun, "id" | "store">,
  { limits, during, duringPoll, isInterruptedBefore, onDisk, waitsAtGate, ...script }: Conditions = {},
): Promise<CarriedOut> {
  const clock = startClock();
  const startMs = clock.now();
  const interruption = { stop: new AbortController(), abort: new AbortController() };
  if (isInterruptedBefore) interruption.stop.abort(new Error("interrupted"));
  const gate = new AbortController();
  const target = scriptedTarget(clock, {
    ...script,
    onApply: ({ key }) => during?.(key, interruption),
    onPoll: () => duringPoll?.(interruption),
    atGate: ({ key }) => (waitsAtGate?.(key) ? gate.signal : undefined),
  });
  const results: { key: string; result: AttemptResult }[] = [];
  const waiting: number[] = [];
  const running = engineOf(id)(
    {
      store: onDisk ? { ...store, onDisk: () => onDisk(clock) } : store,
      target,
      clock,
      random: () => 0.5,
      log: silent,
      limits: {
        concurrency: 10,
        perCustomer: 4,
        provisioningTimeoutMs: 30 * 60_000,
        retry: { ...defaultRetryLimits, settlingMs },
        ...limits,
      },
      onResult: ({ key }, result) => void results.push({ key, result }),
      onWaiting: (operations) => void waiting.push(operations),
      onStop: (reason) => gate.abort(reason),
    },
    { stop: interruption.stop.signal, abort: interruption.abort.signal },
  );
  const end = await clock.until(running);
  const applied = target.calls.filter(({ call }) => call === "apply").map(({ key }) => key);
  return { end, target, tookMs: clock.now() - startMs, results, applied, waiting };
}
