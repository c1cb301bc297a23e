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
  workflowInfo,
} from "@temporalio/workflow";
import type { Node } from "../operation-graph.ts";
import {
  type HandOver,
  type HandOverEnd,
  openingPriority,
  operationsSignal,
  partIdOf,
  type TargetActivities,
  unitWorkflow,
} from "./hand-over.ts";
import { openCourse, type UnitCourse } from "./unit-course.ts";
import { openWaiting, type WaitingAtWebex } from "./unit-waiting.ts";

/** Longer than any attempt takes: whatever it waits for has a shorter limit of its own. */
const attemptMayTakeMs = 3_600_000;

/** Ends when nothing of the unit can go on: all has its last word, is blocked, or is pending. */
export async function carryOutUnit(handOver: HandOver): Promise<HandOverEnd> {
  const end = await carryOutOperations(handOver);
  for (const part of handOver.parts) {
    if (end.stopped !== undefined) break;
    const { stopped } = await executeChild(carryOutPart, { workflowId: partIdOf(workflowInfo().workflowId, part) });
    if (stopped !== undefined) return { ...end, stopped };
  }
  return end;
}

/** A part of a large unit. Waits until its operations are handed over. */
export async function carryOutPart(): Promise<HandOverEnd> {
  let handed: HandOver | undefined;
  setHandler(defineSignal<[HandOver]>(operationsSignal), (handOver) => {
    handed ??= handOver;
  });
  await condition(() => handed !== undefined);
  return handed ? carryOutOperations(handed) : { entries: [] };
}

const goOnAnew = makeContinueAsNewFunc<typeof carryOutUnit>({ workflowType: unitWorkflow });

async function carryOutOperations(handOver: HandOver): Promise<HandOverEnd> {
  const course = openCourse(handOver);
  const waiting = openWaiting(course);
  CancellationScope.current().cancelRequested.catch(() => course.halt({ kind: "cancelled" }));
  seatEarlier(course, waiting);
  await course.scope.run(() => carryOn(course, waiting));
  const halted = course.halted();
  switch (halted?.kind) {
    case "bug":
      throw halted.error;
    case "cancelled":
      throw new CancelledFailure("cancelled; what was in flight has come to its end");
    case "history":
      return await goOnAnew({ ...handOver, operations: course.standing(), continued: waiting.standing() });
    case "target":
      return { stopped: halted.reason, entries: waiting.standing().untold };
    case undefined:
      return { entries: waiting.standing().untold };
  }
}

/** Pending ones too when the run begins: it asks again about what an earlier run has given back. */
function seatEarlier({ graph, handOver }: UnitCourse, waiting: WaitingAtWebex): void {
  const known = handOver.continued && new Map(handOver.continued.waiting);
  for (const node of graph.accepted()) {
    const waitedMs = known ? known.get(node.operation.id) : 0;
    if (waitedMs !== undefined) waiting.seat(node, waitedMs);
  }
}

async function carryOn(course: UnitCourse, waiting: WaitingAtWebex): Promise<void> {
  let inFlight = 0;
  let isOpening = course.handOver.continued === undefined;
  const start = async (work: Promise<void>) => {
    inFlight += 1;
    await work.catch((error) => {
      if (!isCancellation(error)) course.halt({ kind: "bug", error });
    });
    inFlight -= 1;
    course.wake();
  };
  for (;;) {
    const changed = course.change();
    while (!course.halted() && inFlight < course.handOver.limits.perCustomer) {
      const node = course.graph.takeReady();
      if (!node) break;
      void start(carry(course, waiting, node, isOpening));
      isOpening = false;
    }
    waiting.keepAsking();
    if (inFlight === 0 && !waiting.isAsking()) return;
    await changed;
    if (workflowInfo().continueAsNewSuggested) course.halt({ kind: "history" });
  }
}

async function carry(course: UnitCourse, waiting: WaitingAtWebex, node: Node, isOpening: boolean): Promise<void> {
  const { operation, state } = node;
  const { retry, workerTimeoutMs } = course.handOver.limits;
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
  const order = { operation, state, ids: course.graph.idsFor(operation), retry };
  const tried = await attemptOperation(order);
  course.write(node, tried.entries);
  if (tried.stop !== undefined) return course.halt({ kind: "target", reason: tried.stop });
  if (isAccepted(node)) waiting.seat(node);
  course.graph.settled(node);
}

function isAccepted({ state }: Node): boolean {
  return state.kind === "accepted" && state.result.status === "accepted";
}
