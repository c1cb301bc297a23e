/** Operations of a unit that Webex works on, inside the unit's workflow: the waiting room of every engine, with durable timers for its pauses and an activity for its questions. */
import { proxyActivities, sleep, workflowInfo } from "@temporalio/workflow";
import type { JournalEntry } from "../../model/journal-entry.ts";
import type { OperationId } from "../../model/plan.ts";
import type { Clock, PollAnswer } from "../../model/ports.ts";
import { type Node, waitingOf } from "../operation-graph.ts";
import { createPoller, type PolledOperation } from "../poller.ts";
import type { Continued, TargetActivities } from "./hand-over.ts";
import type { UnitCourse } from "./unit-course.ts";

export type WaitingAtWebex = {
  /** From now on it is asked about. */
  slot(node: Node, waitedMs?: number): void;
  /** Asks as long as somebody waits and nothing halts; does nothing while it asks already. */
  keepAsking(): void;
  isAsking(): boolean;
  /** Who waits, and entries that no activity has told: of those who waited too long. */
  standing(): Continued;
};

/** Each question is a few lines of history. */
const shortestPauseMs = 1_000;
const questionMayTakeMs = 600_000;

export function openWaiting(course: UnitCourse): WaitingAtWebex {
  const { limits } = course.unitOrder;
  const clock = timers();
  const nodes = new Map<OperationId, Node>();
  const leftOut = [...(course.unitOrder.continued?.leftOut ?? [])];
  let told: readonly JournalEntry[] = [];
  let isAsking = false;
  const { askTarget } = proxyActivities<TargetActivities>({
    startToCloseTimeout: questionMayTakeMs,
    heartbeatTimeout: limits.workerTimeoutMs,
    summary: "ask what Webex works on",
  });

  const poll = async (polled: readonly PolledOperation[]): Promise<PollAnswer> => {
    const waited = new Map(room.waiting());
    const waiting = polled.map(({ unit: _, ...each }) => ({
      ...each,
      waitedMs: waited.get(each.operation.id) ?? 0,
    }));
    const { entries, ...rest } = await askTarget({ waiting, settlingMs: limits.retry.settlingMs });
    told = entries;
    const results = entries.flatMap((entry) =>
      entry.kind === "result" ? [[entry.operation, entry.result] as const] : [],
    );
    return { final: new Map(results), ...rest };
  };
  const room = createPoller({
    target: { poll },
    clock,
    // each customer has come at a time of its own: nothing to be spread
    random: () => 0.5,
    retry: limits.retry,
    timeoutMs: limits.provisioningTimeoutMs,
    shortestPauseMs,
    onStop: (reason) => course.halt({ kind: "target", reason }),
    onResult({ operation, attempt }, result) {
      const node = nodes.get(operation.id);
      if (!node) return;
      const at = new Date(clock.now()).toISOString();
      const answer = told.find((entry) => entry.operation === operation.id);
      const entry: JournalEntry = answer ?? { kind: "result", operation: operation.id, attempt, at, result };
      if (!answer) leftOut.push(entry);
      course.write(node, [entry]);
      course.graph.settled(node);
      course.wake();
    },
  });
  const ask = async () => {
    isAsking = true;
    await room.run(course.halting).catch((error) => {
      if (!course.halted()) course.halt({ kind: "bug", error });
    });
    isAsking = false;
    course.wake();
  };

  return {
    slot(node, waitedMs = 0) {
      const { operation, state } = node;
      nodes.set(operation.id, node);
      const waiting = waitingOf(operation, state, course.graph);
      room.add({ unit: operation.unit, ...waiting, attempt: state.attempts }, waitedMs);
    },
    keepAsking() {
      if (!isAsking && !course.halted() && room.size() > 0) void ask();
    },
    isAsking: () => isAsking,
    standing: () => ({ waiting: room.waiting(), leftOut }),
  };
}

/** Durable timers. Its time is that of the start and of all pauses: the same whenever the workflow is played again. */
function timers(): Clock {
  let nowMs = workflowInfo().runStartTime.getTime();
  return {
    now: () => nowMs,
    monotonic: () => nowMs,
    async sleep(ms) {
      await sleep(ms);
      nowMs += ms;
    },
  };
}
