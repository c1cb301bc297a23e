/** A target that does what a test says, and remembers what was asked of it. */

import type { Found } from "../../src/model/found.ts";
import type { AttemptResult, Failure, Ids } from "../../src/model/outcome.ts";
import type { Operation, OperationId } from "../../src/model/plan.ts";
import type { Clock, PollAnswer, Target, Waiting } from "../../src/model/ports.ts";
import { verbatim } from "../../src/model/words/text.ts";

export type Call = {
  readonly call: "apply" | "find" | "change";
  readonly key: string;
  readonly ids: Ids;
  readonly at: number;
};

export type Script = {
  /** Told of each attempt as it begins. */
  readonly onApply?: (operation: Operation) => void;
  /** What the nth attempt (from 1) at an operation leads to. Default: done. */
  readonly apply?: (operation: Operation, attempt: number) => AttemptResult;
  /** What a look-up finds. Default: nothing. */
  readonly find?: (operation: Operation, lookUp: number) => AttemptResult | Found | undefined;
  /** What making right of what was found leads to. Default: done. */
  readonly change?: (operation: Operation) => AttemptResult;
  /** Told of each question as it begins. */
  readonly onPoll?: () => void;
  /** What became of the waiting operations at the nth question (from 1). Default: all are done. */
  readonly poll?: (waiting: readonly Waiting[], question: number) => PollAnswer;
  /** Ends the wait of an operation that has not left yet; its attempt fails with the reason. */
  readonly atGate?: (operation: Operation) => AbortSignal | undefined;
  /** An answer that is due is given when this holds, given how many calls have been in flight together at most. Default: at once. */
  readonly answersWhen?: (operation: Operation, mostInFlight: number) => boolean;
  /** How long each answer takes. */
  readonly latencyMs?: number;
};

export type ScriptedTarget = Target & {
  /** Calls in the order in which they came. */
  readonly calls: readonly Call[];
  /** Keys of the operations that waited, per question. */
  readonly questions: readonly (readonly string[])[];
  /** The most calls in flight at once, over all and within one unit; questions do not count. */
  mostInFlight(): { readonly all: number; readonly perUnit: number };
};

const hourMs = 3_600_000;

export function scriptedTarget(clock: Clock, script: Script = {}): ScriptedTarget {
  const calls: Call[] = [];
  const questions: string[][] = [];
  const inFlight = new Map<number, number>();
  const most = { all: 0, perUnit: 0 };

  const answer = async <T>(operation: Operation, signal: AbortSignal, say: () => T): Promise<T> => {
    const { unit } = operation;
    const latencyMs = script.latencyMs ?? 100;
    inFlight.set(unit, (inFlight.get(unit) ?? 0) + 1);
    most.perUnit = Math.max(most.perUnit, inFlight.get(unit) ?? 0);
    most.all = Math.max(
      most.all,
      [...inFlight.values()].reduce((sum, count) => sum + count, 0),
    );
    try {
      do await clock.sleep(latencyMs, signal);
      while (script.answersWhen?.(operation, most.all) === false);
      return say();
    } finally {
      inFlight.set(unit, (inFlight.get(unit) ?? 0) - 1);
    }
  };
  const note = (call: Call["call"], { key }: Operation, ids: Ids): number => {
    calls.push({ call, key, ids, at: clock.now() });
    return calls.filter((each) => each.call === call && each.key === key).length;
  };

  return {
    name: "simulator",
    calls,
    questions,
    mostInFlight: () => most,
    async apply(operation, ids, signal) {
      const attempt = note("apply", operation, ids);
      script.onApply?.(operation);
      const gate = script.atGate?.(operation);
      if (gate) await clock.sleep(hourMs, gate);
      return answer(operation, signal, () => script.apply?.(operation, attempt) ?? done());
    },
    find(operation, ids, signal) {
      const lookUp = note("find", operation, ids);
      return answer(operation, signal, () => {
        const found = script.find?.(operation, lookUp);
        return found && "result" in found ? found : found && { result: found };
      });
    },
    change(operation, ids, _differences, signal) {
      note("change", operation, ids);
      return answer(operation, signal, () => script.change?.(operation) ?? done());
    },
    async poll(waiting, signal) {
      questions.push(waiting.map(({ operation }) => operation.key));
      const question = questions.length;
      script.onPoll?.();
      await clock.sleep(script.latencyMs ?? 100, signal);
      return script.poll ? script.poll(waiting, question) : finalFor(waiting, () => done());
    },
  };
}

export const done = (ids: Ids = {}): AttemptResult => ({ status: "done", effect: "created", ids });
export const accepted = (ids: Ids = {}): AttemptResult => ({ status: "accepted", ids });
export const pending = (reason = "waits for consent"): AttemptResult => ({
  status: "pending",
  reason: verbatim(reason),
  ids: {},
});

/** Refused for good, but for what is given. */
export function failed(failure: Partial<Failure> = {}): AttemptResult {
  return {
    status: "failed",
    failure: { kind: "rejected", sent: false, message: verbatim("no"), status: 400, ...failure },
  };
}

export const unavailable = failed({ kind: "unavailable", sent: true, message: verbatim("out of order"), status: 503 });
export const unreachable: AttemptResult = {
  status: "failed",
  failure: { kind: "unavailable", sent: false, message: verbatim("no connection") },
};

/** An answer to a question, with a result for each operation that has come to its end. */
export function finalFor(
  waiting: readonly Waiting[],
  resultOf: (operation: Operation) => AttemptResult | undefined,
): PollAnswer {
  const final = new Map<OperationId, AttemptResult>();
  for (const { operation } of waiting) {
    const result = resultOf(operation);
    if (result) final.set(operation.id, result);
  }
  return { final };
}
