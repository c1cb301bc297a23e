/** Contract: what ends a run before its plan is done, and how. */

import { describe, expect } from "vitest";
import { verbatim } from "../../../src/model/words/text.ts";
import { clausesOf, type EngineInTest } from "../../support/engine-in-test.ts";
import { englishOf } from "../../support/english-of.ts";
import { carryOut, type PlannedRun, plannedRun } from "../../support/planned-run.ts";
import { accepted, done, failed, unreachable } from "../../support/scripted-target.ts";

const unauthorized = { kind: "unauthorized", status: 401, message: verbatim("the token has run out") } as const;

/** Long enough for a stop to reach machines that are far. */
const latencyMs = 120_000;

function runOfMany(units: number, operations = 1): PlannedRun {
  const run = plannedRun();
  for (let unit = 0; unit < units; unit += 1) {
    const id = run.unit();
    for (let index = 0; index < operations; index += 1) run.operation(id, `${unit}/${index}`);
  }
  return run;
}

export function describeStopping(engine: EngineInTest): void {
  const it = clausesOf(engine);
  describe("stopping", () => {
    it("stops when the token is not accepted, and leaves the operation to be resumed", async () => {
      const run = runOfMany(12);
      const { end, results, applied } = await carryOut(engine, run, {
        apply: () => failed(unauthorized),
        latencyMs,
        limits: { concurrency: 3 },
      });
      expect(end.stopped).toEqual({ kind: "target", reason: expect.stringContaining("the token has run out") });
      expect(applied.length).toBeLessThanOrEqual(3 + engine.overrun);
      expect(results).toEqual([]);
      const later = await carryOut(engine, run);
      expect(later.applied).toHaveLength(12);
      expect(Object.values(run.states()).every((state) => state === "settled")).toBe(true);
    });

    it("stops when the token is not accepted any more while it only waits", async () => {
      const run = runOfMany(5);
      const { end, target } = await carryOut(engine, run, {
        apply: () => accepted(),
        poll: () => ({ final: new Map(), failure: { sent: false, ...unauthorized } }),
      });
      expect(end.stopped).toEqual({ kind: "target", reason: expect.stringContaining("the token has run out") });
      const asked = target.questions.flat();
      expect(new Set(asked).size).toBe(asked.length);
    });

    it("stops when no connection can be made for long", async () => {
      const { end } = await carryOut(engine, runOfMany(2), { apply: () => unreachable });
      expect(end.stopped).toEqual({ kind: "target", reason: expect.stringContaining("no connection") });
    });

    it("stops when no connection can be made for long while it only waits", async () => {
      const { end } = await carryOut(engine, runOfMany(2), {
        apply: () => accepted(),
        poll: () => ({
          final: new Map(),
          ...(unreachable.status === "failed" ? { failure: unreachable.failure } : {}),
        }),
      });
      expect(end.stopped).toEqual({ kind: "target", reason: expect.stringContaining("no connection") });
    });

    it("stops when Webex asks to wait for longer than one would", async () => {
      const { end } = await carryOut(engine, runOfMany(1), {
        apply: () => failed({ kind: "throttled", status: 429, retryAfterMs: 3_600_000 }),
      });
      expect(englishOf(end.stopped?.reason)).toContain("60 min");
    });

    it("lets what is in flight come to its end when it is interrupted, and starts nothing more", async () => {
      const run = runOfMany(8, 8);
      let started = 0;
      const { end, applied, results } = await carryOut(engine, run, {
        during: (_, { stop }) => {
          started += 1;
          if (started === 12) stop.abort(new Error("Ctrl-C"));
        },
        latencyMs,
        limits: { concurrency: 5 },
      });
      expect(end.stopped?.kind).toBe("interrupted");
      expect(applied.length).toBeLessThanOrEqual(15 + engine.overrun);
      expect(results.map(({ key }) => key).toSorted()).toEqual(applied.toSorted());
      expect(applied.map((key) => run.states()[key])).toEqual(applied.map(() => "settled"));
    });

    it("leaves nothing in doubt when it is interrupted: what had not left need not be looked for", async () => {
      const run = runOfMany(8, 8);
      let started = 0;
      const { applied } = await carryOut(engine, run, {
        during: (_, { stop }) => {
          started += 1;
          if (started === 12) stop.abort(new Error("Ctrl-C"));
        },
        latencyMs,
        limits: { concurrency: 5 },
      });
      const others = Object.entries(run.states()).filter(([key]) => !applied.includes(key));
      expect(others.map(([, state]) => state)).toEqual(others.map(() => "waiting"));
      const later = await carryOut(engine, run);
      expect(later.target.calls.filter(({ call }) => call === "find")).toEqual([]);
      expect([...applied, ...later.applied].toSorted()).toEqual(Object.keys(run.states()).toSorted());
    });

    it("starts nothing when it was interrupted before", async () => {
      const run = runOfMany(2);
      const { target } = await carryOut(engine, run, { isInterruptedBefore: true });
      expect(target.calls).toEqual([]);
    });

    it("does not wait for Webex, nor for a repetition, when it is interrupted", async () => {
      const run = runOfMany(3);
      let started = 0;
      const { end, target } = await carryOut(engine, run, {
        apply: ({ key }) => (key === "0/0" ? failed({ kind: "throttled", retryAfterMs: 600_000 }) : accepted()),
        poll: () => ({ final: new Map() }),
        during: (_, { stop }) => {
          started += 1;
          if (started === 3) stop.abort(new Error("Ctrl-C"));
        },
        limits: { concurrency: 1 },
      });
      expect(end.stopped?.kind).toBe("interrupted");
      expect(target.calls).toHaveLength(3);
      expect(target.questions.length).toBeLessThan(5);
    });

    it("ends as interrupted when the signal comes in the middle of a question", async () => {
      const run = runOfMany(1);
      const { end } = await carryOut(engine, run, {
        apply: () => accepted(),
        duringPoll: ({ stop }) => stop.abort(new Error("Ctrl-C")),
      });
      expect(end.stopped?.kind).toBe("interrupted");
    });

    it("turns away what has not left yet, and calls it no bug", async () => {
      const run = runOfMany(4);
      const { end, results, tookMs } = await carryOut(engine, run, {
        waitsAtGate: (key) => key !== "3/0",
        apply: () => failed(unauthorized),
      });
      expect(englishOf(end.stopped?.reason)).toContain("the token has run out");
      expect(results).toEqual([]);
      expect(tookMs).toBeLessThan(3_600_000);
      expect(Object.values(run.states())).toEqual(["started", "started", "started", "waiting"]);
    });

    it("abandons requests in flight when told to, and sends each once after a resume", async () => {
      const run = runOfMany(1, 3);
      const { end, results, applied } = await carryOut(engine, run, {
        during: (_, { stop, abort }) => {
          stop.abort(new Error("Ctrl-C"));
          abort.abort(new Error("Ctrl-C again"));
        },
      });
      expect(end.stopped?.kind).toBe("interrupted");
      expect(results).toEqual([]);
      const later = await carryOut(engine, run, { find: ({ key }) => (applied.includes(key) ? done() : undefined) });
      expect([...applied, ...later.applied].toSorted()).toEqual(["0/0", "0/1", "0/2"]);
      expect(Object.values(run.states())).toEqual(["settled", "settled", "settled"]);
    });

    it("stops after so many errors, and not before", async () => {
      const run = runOfMany(30);
      const { end, results } = await carryOut(engine, run, {
        apply: ({ key }) => (Number.parseInt(key, 10) % 2 === 0 ? failed() : done()),
        latencyMs: 40_000,
        limits: { stopAfterErrors: 4, concurrency: 1 },
      });
      expect(end.stopped).toEqual({ kind: "guard", reason: expect.stringContaining("4 operations failed") });
      const failures = results.filter(({ result }) => result.status === "failed").length;
      expect(failures).toBeGreaterThanOrEqual(4);
      expect(failures).toBeLessThanOrEqual(4 + engine.overrun);
      expect(
        (await carryOut(engine, runOfMany(3), { apply: () => failed(), limits: { stopAfterErrors: 4 } })).end,
      ).toEqual({});
    });

    it("lets requests in flight finish when it hits a bug, then reports the bug", async () => {
      const run = runOfMany(10 + engine.overrun);
      const running = carryOut(engine, run, {
        apply: ({ key }) => {
          if (key === "0/0") throw new Error("a bug");
          return done();
        },
        latencyMs,
        limits: { concurrency: 3 },
      });
      await expect(running).rejects.toThrow("a bug");
      const { "0/0": ofTheBug, ...others } = run.states();
      expect(ofTheBug).toBe("started");
      expect(Object.values(others).filter((state) => state === "settled").length).toBeLessThanOrEqual(
        2 + engine.overrun,
      );
    });
  });
}
