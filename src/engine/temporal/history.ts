/** Reads what a workflow does from Temporal's history, as it comes: the journal entries of its activities, and how it ended. Writes nothing. */

import { type Client, isGrpcServiceError } from "@temporalio/client";
import { defaultPayloadConverter } from "@temporalio/common";
import type { JournalEntry } from "../../model/journal-entry.ts";
import type { Operation, OperationId } from "../../model/plan.ts";
import type { Clock } from "../../model/ports.ts";
import type { Text } from "../../model/words/text.ts";
import type { AttemptOrder, TargetActivities, Tried, UnitEnd } from "./hand-over.ts";

export type Happening =
  /** An attempt at it may begin from now on. */
  | { readonly kind: "scheduled"; readonly operation: Operation }
  /** A part of it waits for its operations. */
  | { readonly kind: "child"; readonly workflow: WorkflowRun }
  /** As an activity told them. */
  | { readonly kind: "entries"; readonly entries: readonly JournalEntry[] }
  /** `inDoubt`: operations of which an attempt may have begun, and no result was told. */
  | { readonly kind: "ended"; readonly stopped?: Text; readonly inDoubt: readonly OperationId[]; readonly at: string }
  | { readonly kind: "cancelled"; readonly inDoubt: readonly OperationId[]; readonly at: string }
  /** A bug: ours, or of the set-up. */
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly inDoubt: readonly OperationId[];
      readonly at: string;
    };

export type WorkflowRun = { readonly workflowId: string; readonly runId: string };

type Reply = Awaited<ReturnType<Client["workflowService"]["getWorkflowExecutionHistory"]>>;
type HistoryEvent = NonNullable<NonNullable<Reply["history"]>["events"]>[number];

const pauseMs = 1_000;

/** From the first event on, through all workflows that continue it, until the last has ended. Waits while the server cannot be reached. Throws the signal's reason. */
export async function* follow(
  client: Client,
  run: WorkflowRun,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<Happening> {
  for (let runId: string | undefined = run.runId; runId !== undefined; ) {
    const reader = eventReader();
    let next: string | undefined;
    for await (const event of events(client, { ...run, runId }, clock, signal)) {
      yield* reader.read(event);
      next = event.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
    }
    runId = next;
  }
}

/** Of gRPC: the server takes a token of a history no more that has changed meanwhile; it is read from its beginning then. */
const invalidArgument = 3;

/** Each event once, in order. */
async function* events(
  client: Client,
  execution: WorkflowRun,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<HistoryEvent> {
  const { namespace } = client.options;
  let last = 0;
  for (let nextPageToken: Uint8Array | undefined; ; ) {
    const request = { namespace, execution, waitNewEvent: true, ...(nextPageToken ? { nextPageToken } : {}) };
    const reply: Reply | undefined = await patiently(client, clock, signal, () =>
      client.workflowService.getWorkflowExecutionHistory(request),
    ).catch((error) => {
      if (!nextPageToken || !isGrpcServiceError(error) || error.code !== invalidArgument) throw error;
      return undefined;
    });
    if (!reply) {
      nextPageToken = undefined;
      continue;
    }
    for (const event of reply.history?.events ?? []) {
      if (Number(event.eventId) <= last) continue;
      last = Number(event.eventId);
      yield event;
    }
    if (!reply.nextPageToken?.length) return;
    nextPageToken = reply.nextPageToken;
  }
}

/** Calls the server until it answers. Throws for what no waiting makes better. */
export async function patiently<T>(
  client: Client,
  clock: Clock,
  signal: AbortSignal,
  call: () => Promise<T>,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    try {
      return await client.withAbortSignal(signal, call);
    } catch (error) {
      signal.throwIfAborted();
      if (!isPassing(error)) throw error;
      await clock.sleep(pauseMs, signal);
    }
  }
}

/** Codes of gRPC for a server that is away or has too much to do: cancelled by it, deadline, exhausted, aborted, internal, unavailable. */
const passingCodes: ReadonlySet<number> = new Set([1, 4, 8, 10, 13, 14]);

function isPassing(error: unknown): boolean {
  const cause = error instanceof Error && !isGrpcServiceError(error) ? error.cause : error;
  return isGrpcServiceError(cause) && passingCodes.has(cause.code);
}

/** Questions change nothing: nobody needs to know that one was under way. */
const attemptActivity: keyof TargetActivities = "attemptOperation";

/** Events of one workflow, in their order. */
function eventReader() {
  const open = new Map<string, OperationId>();
  const inDoubt = () => [...open.values()];
  return {
    *read(event: HistoryEvent): Generator<Happening> {
      const at = timeOf(event);
      const scheduled = event.activityTaskScheduledEventAttributes;
      if (scheduled?.activityType?.name === attemptActivity) {
        const { operation } = payloadOf<AttemptOrder>(scheduled.input);
        open.set(String(event.eventId), operation.id);
        yield { kind: "scheduled", operation };
      }
      const child = event.childWorkflowExecutionStartedEventAttributes?.workflowExecution;
      if (child) yield { kind: "child", workflow: { workflowId: child.workflowId ?? "", runId: child.runId ?? "" } };
      const completed = event.activityTaskCompletedEventAttributes;
      if (completed) {
        open.delete(String(completed.scheduledEventId));
        yield { kind: "entries", entries: payloadOf<Tried>(completed.result).entries };
      }
      const ended = event.workflowExecutionCompletedEventAttributes;
      if (ended) {
        const { entries, stopped } = payloadOf<UnitEnd>(ended.result);
        yield { kind: "entries", entries };
        yield { kind: "ended", inDoubt: inDoubt(), at, ...(stopped === undefined ? {} : { stopped }) };
      }
      if (event.workflowExecutionCanceledEventAttributes || event.workflowExecutionTerminatedEventAttributes)
        yield { kind: "cancelled", inDoubt: inDoubt(), at };
      const failed = event.workflowExecutionFailedEventAttributes?.failure;
      if (failed) yield { kind: "failed", message: messagesOf(failed).join(": "), inDoubt: inDoubt(), at };
    },
  };
}

type Payloads = NonNullable<HistoryEvent["activityTaskScheduledEventAttributes"]>["input"];

/** What a workflow or an activity of ours was given or gave back: its own type. */
function payloadOf<T extends AttemptOrder | Tried | UnitEnd>(payloads: Payloads): T {
  const [payload] = payloads?.payloads ?? [];
  if (!payload) throw new Error("a line of Temporal's history holds no value");
  return defaultPayloadConverter.fromPayload<T>(payload);
}

function timeOf({ eventTime }: HistoryEvent): string {
  return new Date(Number(eventTime?.seconds ?? 0) * 1_000 + (eventTime?.nanos ?? 0) / 1e6).toISOString();
}

type Failed = NonNullable<NonNullable<HistoryEvent["workflowExecutionFailedEventAttributes"]>["failure"]>;

function messagesOf({ message, stackTrace, cause }: Failed): readonly string[] {
  const own = message ? [message] : [];
  return cause ? [...own, ...messagesOf(cause)] : [...own, ...(stackTrace ? [stackTrace] : [])];
}
