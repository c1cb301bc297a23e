/** An engine as the contract of all engines sees it, and the clauses that it is held to. */
import { it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import type { Clock } from "../../src/model/ports.ts";

/** The time of a test: it costs less than it says. */
export type TestClock = Clock & {
  /** Lets as much time pass as `work` needs. */
  until<T>(work: Promise<T>): Promise<T>;
};

export type EngineInTest = {
  /** The engine of one run; the same run may be carried out again. */
  readonly engineOf: (runId: string) => Engine;
  readonly startClock: () => TestClock;
  /** How many a clause about many has, where an engine in this process has `locally`. */
  readonly many: (locally: number) => number;
  /** How many operations more may begin until a stop is known everywhere, when each takes some time. */
  readonly overrun: number;
  /** So long what was just made may take to be everywhere; more than a step of the engine takes on its clock, on a slow machine too. */
  readonly settlingMs: number;
  /** Clauses that it cannot keep, each with the reason. */
  readonly exceptions: Readonly<Record<string, string>>;
};

/** For the slowest clause, of the slowest engine, on a slow machine. */
const timeout = 180_000;

export type Clause = (sentence: string, test: () => Promise<void>) => void;

/** What stands for vitest's `it` in the contract: an exception is named among the tests, with its reason. */
export function clausesOf({ exceptions }: EngineInTest): Clause {
  return (sentence, test) => {
    const reason = exceptions[sentence];
    if (reason === undefined) it(sentence, { timeout }, test);
    else it.skip(`${sentence} (an exception: ${reason})`, test);
  };
}
