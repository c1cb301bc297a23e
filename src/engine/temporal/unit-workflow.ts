/** The workflow of one customer: its operations when what they need is done. Runs in Temporal's sandbox; everything outside of it is an activity. */
import {
  ActivityCancellationType,
  CancellationScope,
  CancelledFailure,
  condition,
  defineSignal,
  executeChild,
  isCancellation,
  makeContinueAsNewFunc,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from "@temporalio/workflow";
import type { Node } from "../operation-graph.ts";
import {
  openingPriority,
  operationsSignal,
  partIdOf,
  type TargetActivities,
  type UnitEnd,
  type UnitOrder,
  unitWorkflow,
} from "./hand-over.ts";
import { openCourse, type UnitCourse } from "./unit-course.ts";
import { openWaiting, type WaitingAtWebex } from "./unit-waiting.ts";

/** Longer than any attempt takes: whatever it waits for has a shorter limit of its own. */
const attemptMayTakeMs = 3_600_000;

/** Ends when nothing of the unit can go on: all has its last word, is blocked, or is pending. */
export async function carryOutUnit(unitOrder: UnitOrder): Promise<UnitEnd> {
  const end = await carryOutOperations(unitOrder);
  for (const part of unitOrder.parts) {
    if (end.stopped !== undefined) break;
    const { stopped } = await executeChild(carryOutPart, { workflowId: partIdOf(workflowInfo().workflowId, part) });
    if (stopped !== undefined) return { ...end, stopped };
  }
  return end;
}

/** A part of a large unit. Waits until its operations are handed over. */
export async function carryOutPart(): Promise<UnitEnd> {
  let handed: UnitOrder | undefined;
  setHandler(defineSignal<[UnitOrder]>(operationsSignal), (unitOrder) => {
    handed ??= unitOrder;
  });
  await condition(() => handed !== undefined);
  return handed ? carryOutOperations(handed) : { entries: [] };
}

const goOnAnew = makeContinueAsNewFunc<typeof carryOutUnit>({ workflowType: unitWorkflow });

async function carryOutOperations(unitOrder: UnitOrder): Promise<UnitEnd> {
  const course = openCourse(unitOrder);
  const waiting = openWaiting(course);
  CancellationScope.current().cancelRequested.catch(() => course.halt({ kind: "cancelled" }));
  slotEarlier(course, waiting);
  await course.scope.run(() => carryOn(course, waiting));
  const halted = course.halted();
  switch (halted?.kind) {
    case "bug":
      throw halted.error;
    case "cancelled":
      throw new CancelledFailure("cancelled; what was in flight has come to its end");
    case "history":
      return await goOnAnew({ ...unitOrder, operations: course.standing(), continued: waiting.standing() });
    case "target":
      return { stopped: halted.reason, entries: waiting.standing().leftOut };
    case undefined:
      return { entries: waiting.standing().leftOut };
  }
}

/** Pending ones too when the run begins: it asks again about what an earlier run has given back. */
function slotEarlier({ graph, unitOrder }: UnitCourse, waiting: WaitingAtWebex): void {
  const known = unitOrder.continued && new Map(unitOrder.continued.waiting);
  for (const node of graph.accepted()) {
    const waitedMs = known ? known.get(node.operation.id) : 0;
    if (waitedMs !== undefined) waiting.slot(node, waitedMs);
  }
}

async function carryOn(course: UnitCourse, waiting: WaitingAtWebex): Promise<void> {
  let inFlight = 0;
  /** They wait for their own object alone, and keep no other from its turn. */
  let waitingAlone = 0;
  let isOpening = course.unitOrder.continued === undefined;
  const start = async (work: Promise<void>) => {
    inFlight += 1;
    await work.catch((error) => {
      if (!isCancellation(error)) course.halt({ kind: "bug", error });
    });
    inFlight -= 1;
    course.wake();
  };
  const waitAlone = async (ms: number) => {
    waitingAlone += 1;
    course.wake();
    await sleep(ms).finally(() => {
      waitingAlone -= 1;
    });
  };
  for (;;) {
    const changed = course.change();
    while (!course.halted() && inFlight - waitingAlone < course.unitOrder.limits.perCustomer) {
      const node = course.graph.takeReady();
      if (!node) break;
      void start(carry(course, waiting, node, isOpening, waitAlone));
      isOpening = false;
    }
    waiting.keepAsking();
    // who waits alone is given up with a halt: a new workflow goes on at once
    const open = course.halted() ? inFlight - waitingAlone : inFlight;
    if (open === 0 && !waiting.isAsking()) return;
    await changed;
    if (workflowInfo().continueAsNewSuggested) course.halt({ kind: "history" });
  }
}

async function carry(
  course: UnitCourse,
  waiting: WaitingAtWebex,
  node: Node,
  isOpening: boolean,
  waitAlone: (ms: number) => Promise<void>,
): Promise<void> {
  const { operation } = node;
  const { retry, workerTimeoutMs } = course.unitOrder.limits;
  const { attemptOperation } = proxyActivities<TargetActivities>({
    startToCloseTimeout: attemptMayTakeMs,
    heartbeatTimeout: workerTimeoutMs,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    // the attempt itself says when it wants another one; these are for workers that died
    // Webex then works on many customers at once
    ...(isOpening ? { priority: { priorityKey: openingPriority } } : {}),
    retry: { initialInterval: 1_000, backoffCoefficient: 1 },
    summary: `${operation.action} ${operation.resource} ${operation.key}`,
  });
  for (;;) {
    const order = { operation, state: node.state, needed: course.graph.neededFor(operation), retry };
    const tried = await attemptOperation(order);
    course.write(node, tried.entries);
    if (tried.stop !== undefined) return course.halt({ kind: "target", reason: tried.stop });
    if (tried.waitsAloneMs === undefined) break;
    if (course.halted()) return;
    await waitAlone(tried.waitsAloneMs);
    if (course.halted()) return;
  }
  if (isAccepted(node)) waiting.slot(node);
  course.graph.settled(node);
}

function isAccepted({ state }: Node): boolean {
  return state.kind === "accepted" && state.result.status === "accepted";
}
