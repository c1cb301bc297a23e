/** Has workers of Temporal carry out a plan: hands each unit over as a workflow, and records what the workflows' histories report. Sends nothing to Webex itself. */
import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy, WorkflowNotFoundError } from "@temporalio/client";
import PQueue from "p-queue";
import { type JournalledOperation, stateOf } from "../../model/journal-entry.ts";
import type { AttemptResult } from "../../model/outcome.ts";
import type { OperationId, UnitId } from "../../model/plan.ts";
import type { Engine } from "../engine.ts";
import { operationGraph, resultsOf } from "../operation-graph.ts";
import { type FleetRun, startFleetRun, type TemporalEngineOptions } from "./fleet-run.ts";
import { gather } from "./gather.ts";
import {
  openingPriority,
  operationsSignal,
  partOfId,
  priorityOf,
  type UnitOrder,
  unitWorkflow,
  workflowIdOf,
} from "./hand-over.ts";
import { patiently, type WorkflowRun } from "./history.ts";
import { splitUnit } from "./split-unit.ts";

/** Units that are under way at once. Those that only wait for Webex are among them. */
const openUnits = 200;

export function temporalEngine(options: TemporalEngineOptions): Engine {
  return async (deps, signals) => {
    // a second process that resumes this run must find the same operations
    await deps.store.onDisk();
    using run = startFleetRun(deps, signals, options);
    const sharedUnit = deps.store.units.shared();
    if (sharedUnit !== undefined) await carryUnit(run, sharedUnit).catch(run.fail);
    const outside = sharedUnit === undefined ? [] : resultsOf(deps.store.operations.ofUnit(sharedUnit));
    for (const [operation, result] of outside) run.shared.set(operation, result);
    const queue = new PQueue({ concurrency: openUnits });
    const units = deps.store.units
      .byWeight()
      .map(({ id }) => id)
      .filter((unit) => unit !== sharedUnit);
    const carryAt = (unit: UnitId, rank: number) => carryUnit(run, unit, priorityOf(rank, units.length));
    await Promise.all(units.map((unit, rank) => queue.add(() => carryAt(unit, rank).catch(run.fail))));
    await deps.store.onDisk();
    return run.end();
  };
}

/** A unit in rounds: one that somebody else has started is gathered first, and what it left open is the next one's. */
async function carryUnit(run: FleetRun, unit: UnitId, priority = openingPriority): Promise<void> {
  for (let round = 1; !run.isStopped(); round += 1) {
    const unitOrder = unitOrderOf(run, unit, round);
    if (!unitOrder) return;
    const { workflow, isNew, isPast } = await begin(
      run,
      workflowIdOf(run.options.runId, unit, round),
      unitOrder,
      priority,
    );
    using _open = run.opened(workflow);
    await gather({ run, unit, isPast, handPart: (part) => handPart(run, unit, part) }, workflow);
    if (isNew) return;
  }
}

/** Undefined when nothing of the unit can go on. */
function unitOrderOf(run: FleetRun, unit: UnitId, round: number): UnitOrder | undefined {
  const operations = run.deps.store.operations.ofUnit(unit);
  if (!canGoOn(operations, run.shared)) return undefined;
  const isUnknown = run.options.isResumed && round === 1;
  const { trunk, parts } = splitUnit(operations);
  const open = parts.flatMap((part, index) => (part.some(isUnsettled) ? [index] : []));
  return { ...handedWith(run, isUnknown ? trunk.map(inDoubt(run)) : trunk, run.shared), parts: open };
}

function canGoOn(operations: readonly JournalledOperation[], outside: Results): boolean {
  const graph = operationGraph(operations, outside);
  return graph.takeReady() !== undefined || graph.accepted().length > 0;
}

function isUnsettled({ operation, entries }: JournalledOperation): boolean {
  return operation.action !== "none" && stateOf(entries).kind !== "settled";
}

type Results = ReadonlyMap<OperationId, AttemptResult>;

function handedWith({ deps, options }: FleetRun, operations: readonly JournalledOperation[], results: Results) {
  const needed = new Set(operations.flatMap(({ operation }) => operation.needs.map((need) => need.operation)));
  const { perCustomer, provisioningTimeoutMs, retry } = deps.limits;
  return {
    operations,
    outside: [...results].filter(([operation]) => needed.has(operation)),
    limits: { perCustomer, provisioningTimeoutMs, retry, workerTimeoutMs: options.workerTimeoutMs },
  };
}

/** Temporal does not know of it, and may have forgotten: it is looked up before it is sent. */
function inDoubt({ deps }: FleetRun): (each: JournalledOperation) => JournalledOperation {
  const at = new Date(deps.clock.now()).toISOString();
  return ({ operation, entries }) =>
    entries.length > 0
      ? { operation, entries }
      : { operation, entries: [{ kind: "intent", operation: operation.id, attempt: 1, at }] };
}

/** What it needs has been gathered before. A part that has ended needs nothing any more. */
async function handPart(run: FleetRun, unit: UnitId, { workflowId, runId }: WorkflowRun): Promise<void> {
  const { client, isResumed } = run.options;
  const operations = run.deps.store.operations.ofUnit(unit);
  const part = splitUnit(operations).parts[partOfId(workflowId)] ?? [];
  const results = new Map([...run.shared, ...resultsOf(operations)]);
  const handed = [...neededBy(part, operations), ...(isResumed ? part.map(inDoubt(run)) : part)];
  const unitOrder = { ...handedWith(run, handed, results), parts: [] };
  const handle = client.workflow.getHandle(workflowId, runId);
  await patiently(client, run.deps.clock, run.abort, () => handle.signal(operationsSignal, unitOrder)).catch(
    (error) => {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    },
  );
}

/** What a part needs of the others, with when it was made: it may not be everywhere yet. */
function neededBy(
  part: readonly JournalledOperation[],
  all: readonly JournalledOperation[],
): readonly JournalledOperation[] {
  const own = new Set(part.map(({ operation }) => operation.id));
  const needed = new Set(part.flatMap(({ operation }) => operation.needs.map((need) => need.operation)));
  return all.filter((one) => needed.has(one.operation.id) && !own.has(one.operation.id) && !isUnsettled(one));
}

type Begun = {
  readonly workflow: WorkflowRun;
  readonly isNew: boolean;
  /** It ended before, or was to end: what stopped it does not stop this run. */
  readonly isPast: boolean;
};

/** Starts the workflow, or finds the one that was started before under the same id. */
async function begin(
  { deps, options, abort }: FleetRun,
  workflowId: string,
  unitOrder: UnitOrder,
  priorityKey: number,
): Promise<Begun> {
  const { client, taskQueue } = options;
  const call = <T>(ask: () => Promise<T>) => patiently(client, deps.clock, abort, ask);
  try {
    const handle = await call(() =>
      client.workflow.start(unitWorkflow, {
        ...{ workflowId, taskQueue, args: [unitOrder], staticSummary: summaryOf(unitOrder) },
        priority: { priorityKey },
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      }),
    );
    return { workflow: { workflowId, runId: handle.firstExecutionRunId }, isNew: true, isPast: false };
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    const { raw, status } = await call(() => client.workflow.getHandle(workflowId).describe());
    const isPast = status.name !== "RUNNING" || raw.workflowExtendedInfo?.cancelRequested === true;
    return { workflow: { workflowId, runId: raw.workflowExecutionInfo?.firstRunId ?? "" }, isNew: false, isPast };
  }
}

/** What Temporal's page shows beside the id. */
function summaryOf({ operations }: UnitOrder): string {
  const named = operations.find(({ operation }) => operation.resource === "customer") ?? operations[0];
  return named ? `${named.operation.key}, ${operations.length} operations` : "";
}
