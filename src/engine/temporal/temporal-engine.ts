/** Has a plan carried out by workers of Temporal: hands each unit over as a workflow, and writes down what the workflows' histories tell. Sends nothing to Webex itself. */
import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy } from "@temporalio/client";
import PQueue from "p-queue";
import type { UnitId } from "../../model/plan.ts";
import type { Engine } from "../engine.ts";
import { operationGraph, resultsOf } from "../operation-graph.ts";
import { type FleetRun, startFleetRun, type TemporalEngineOptions } from "./fleet-run.ts";
import { gather } from "./gather.ts";
import { type HandOver, unitWorkflow, workflowIdOf } from "./hand-over.ts";
import { patiently, type WorkflowRun } from "./history.ts";

/** Units that are under way at once. Those that only wait for Webex are among them. */
const openUnits = 200;

export function temporalEngine(options: TemporalEngineOptions): Engine {
  return async (deps, signals) => {
    // a second process that resumes this run must find the same operations
    await deps.store.onDisk();
    using run = startFleetRun(deps, signals, options);
    const sharedUnit = deps.store.sharedUnit();
    if (sharedUnit !== undefined) await carryUnit(run, sharedUnit).catch(run.fail);
    const outside = sharedUnit === undefined ? [] : resultsOf(deps.store.ofUnit(sharedUnit));
    for (const [operation, result] of outside) run.shared.set(operation, result);
    const queue = new PQueue({ concurrency: openUnits });
    const units = deps.store.unitsByWeight().filter((unit) => unit !== sharedUnit);
    await Promise.all(units.map((unit) => queue.add(() => carryUnit(run, unit).catch(run.fail))));
    await deps.store.onDisk();
    return run.end();
  };
}

/** A unit in rounds: one that somebody else has started is gathered first, and what it left open is the next one's. */
async function carryUnit(run: FleetRun, unit: UnitId): Promise<void> {
  for (let round = 1; !run.isStopped(); round += 1) {
    const handOver = handOverOf(run, unit, round);
    if (!handOver) return;
    const { workflow, isNew, isPast } = await begin(run, unit, round, handOver);
    using _open = run.opened(workflow);
    await gather(run, unit, workflow, isPast);
    if (isNew) return;
  }
}

/** Undefined when nothing of the unit can go on. */
function handOverOf({ deps, options, shared }: FleetRun, unit: UnitId, round: number): HandOver | undefined {
  const operations = deps.store.ofUnit(unit);
  const graph = operationGraph(operations, shared);
  if (!graph.takeReady() && graph.accepted().length === 0) return undefined;
  const needed = new Set(operations.flatMap(({ operation }) => operation.needs.map((need) => need.operation)));
  const { perCustomer, provisioningTimeoutMs, retry } = deps.limits;
  const at = new Date(deps.clock.now()).toISOString();
  const isUnknown = options.isResumed && round === 1;
  return {
    operations: operations.map((each) =>
      isUnknown && each.entries.length === 0
        ? { ...each, entries: [{ kind: "intent", operation: each.operation.id, attempt: 1, at }] }
        : each,
    ),
    outside: [...shared].filter(([operation]) => needed.has(operation)),
    limits: { perCustomer, provisioningTimeoutMs, retry, workerTimeoutMs: options.workerTimeoutMs },
  };
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
  unit: UnitId,
  round: number,
  handOver: HandOver,
): Promise<Begun> {
  const { client, taskQueue, runId } = options;
  const workflowId = workflowIdOf(runId, unit, round);
  const call = <T>(ask: () => Promise<T>) => patiently(client, deps.clock, abort, ask);
  try {
    const handle = await call(() =>
      client.workflow.start(unitWorkflow, {
        ...{ workflowId, taskQueue, args: [handOver], staticSummary: summaryOf(handOver) },
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
function summaryOf({ operations }: HandOver): string {
  const named = operations.find(({ operation }) => operation.resource === "customer") ?? operations[0];
  return named ? `${named.operation.key}, ${operations.length} operations` : "";
}
