/** Contract: what a failure leads to, and whom it holds up. */
import { describe, expect } from "vitest";
import { defaultRetryLimits } from "../../../src/engine/retry-delay.ts";
import type { AttemptResult } from "../../../src/model/outcome.ts";
import { verbatim } from "../../../src/model/words/text.ts";
import { clausesOf, type EngineInTest } from "../../support/engine-in-test.ts";
import { carryOut, plannedRun } from "../../support/planned-run.ts";
import { done, failed, unavailable } from "../../support/scripted-target.ts";

const throttled = failed({ kind: "throttled", status: 429, message: verbatim("slow down") });

export function describeFailures(engine: EngineInTest): void {
  const it = clausesOf(engine);
  describe("failures", () => {
    it("leaves out what needs a failed operation, and does all the rest", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const amsterdam = run.operation(unit, "Amsterdam");
      const rotterdam = run.operation(unit, "Rotterdam");
      const user = run.operation(unit, "user in Amsterdam", { needs: [amsterdam] });
      run.operation(unit, "role of the user in Amsterdam", { needs: [user] });
      run.operation(unit, "user in Rotterdam", { needs: [rotterdam] });
      run.operation(run.unit(), "another customer");

      const { applied, end } = await carryOut(engine, run, {
        apply: ({ key }) => (key === "Amsterdam" ? failed() : done()),
      });

      expect(applied.toSorted()).toEqual(["Amsterdam", "Rotterdam", "another customer", "user in Rotterdam"]);
      expect(end).toEqual({});
      expect(run.states()).toMatchObject({ Amsterdam: "settled", "user in Amsterdam": "waiting" });
    });

    it("lets a refused part hold up only those who need that part", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const numbers = run.operation(unit, "numbers");
      run.operation(unit, "user of 1", { needs: [{ operation: numbers, part: "+311" }] });
      run.operation(unit, "user of 2", { needs: [{ operation: numbers, part: "+312" }] });
      run.operation(unit, "needs all", { needs: [numbers] });
      const partly: AttemptResult = {
        status: "failed",
        failure: { kind: "rejected", sent: false, message: verbatim("1 of 2 numbers was refused") },
        refused: [{ part: "+312", message: verbatim("belongs to another") }],
        ids: { locationId: "loc" },
      };

      const { target } = await carryOut(engine, run, { apply: ({ key }) => (key === "numbers" ? partly : done()) });

      expect(target.calls.map(({ key, ids }) => [key, ids])).toEqual([
        ["numbers", {}],
        ["user of 1", { locationId: "loc" }],
      ]);
    });

    it("repeats what Webex could not do just then, and goes on when it can", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const first = run.operation(unit, "first");
      run.operation(unit, "second", { needs: [first] });
      const { applied, results } = await carryOut(engine, run, {
        apply: ({ key }, attempt) => (key === "first" && attempt < 3 ? unavailable : done()),
      });
      expect(applied).toEqual(["first", "first", "first", "second"]);
      expect(results.map(({ result }) => result.status)).toEqual(["done", "done"]);
      expect(run.entries("first").map(({ kind }) => kind)).toEqual([
        "intent",
        "retry",
        "intent",
        "retry",
        "intent",
        "result",
      ]);
    });

    it("gives an operation up after so many tries, and goes on with the rest", async () => {
      const run = plannedRun();
      const unit = run.unit();
      run.operation(unit, "never");
      run.operation(unit, "other");
      const { applied, results, end } = await carryOut(engine, run, {
        apply: ({ key }) => (key === "never" ? unavailable : done()),
        limits: { retry: { ...defaultRetryLimits, tries: 3 } },
      });
      expect(applied.filter((key) => key === "never")).toHaveLength(3);
      expect(results.map(({ key, result }) => [key, result.status])).toEqual([
        ["other", "done"],
        ["never", "failed"],
      ]);
      expect(end).toEqual({});
    });

    it("gives an operation up after so long, even when tries are left", async () => {
      const run = plannedRun();
      run.operation(run.unit(), "slow to fail");
      const { applied, results, end } = await carryOut(engine, run, {
        apply: () => unavailable,
        latencyMs: 180_000,
        limits: { retry: { ...defaultRetryLimits, tries: 1_000, timeMs: 600_000 } },
      });
      expect(applied).toHaveLength(3); // three minutes each, and as long for the look-up before
      expect(results.map(({ result }) => result.status)).toEqual(["failed"]);
      expect(end).toEqual({});
    });

    it("never repeats what Webex refuses", async () => {
      const run = plannedRun();
      run.operation(run.unit(), "refused");
      const { applied, target } = await carryOut(engine, run, { apply: () => failed({ status: 400 }) });
      expect(applied).toEqual(["refused"]);
      expect(target.calls).toHaveLength(1);
    });

    it("takes throttling for no try at all", async () => {
      const run = plannedRun();
      const times = engine.many(50);
      run.operation(run.unit(), "throttled");
      const { applied, results } = await carryOut(engine, run, {
        apply: (_, attempt) => (attempt <= times ? throttled : done()),
        limits: { retry: { ...defaultRetryLimits, tries: 2 } },
      });
      expect(applied).toHaveLength(times + 1);
      expect(results.map(({ result }) => result.status)).toEqual(["done"]);
    });

    it("lets what is locked wait alone, and gives it up by its name after the longest wait", async () => {
      const run = plannedRun();
      const unit = run.unit();
      run.operation(unit, "locked");
      run.operation(unit, "other");
      const { applied, results, end } = await carryOut(engine, run, {
        apply: ({ key }) =>
          key === "locked" ? failed({ kind: "locked", status: 423, message: verbatim("busy") }) : done(),
        limits: { retry: { ...defaultRetryLimits, tries: 2, maxWaitMs: 20_000 } },
      });
      expect(applied.filter((key) => key === "locked").length).toBeGreaterThan(3);
      expect(results.map(({ key, result }) => [key, result.status])).toEqual([
        ["other", "done"],
        ["locked", "failed"],
      ]);
      expect(results[1]?.result).toMatchObject({
        failure: { message: expect.stringMatching(/locked locked \(423\).*busy/) },
      });
      expect(end).toEqual({});
    });

    it("waits all of the time that Webex asks for", async () => {
      const run = plannedRun();
      run.operation(run.unit(), "throttled");
      const { target } = await carryOut(engine, run, {
        apply: (_, attempt) =>
          attempt === 1 ? failed({ kind: "throttled", status: 429, retryAfterMs: 61_000 }) : done(),
        latencyMs: 10,
      });
      const [first, second] = target.calls;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(61_000);
    });

    it("sends nothing for an operation that the plan knows to be refused", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const refused = run.operation(unit, "refused", {
        refusal: {
          code: "change_not_offered",
          column: "extension",
          message: verbatim("No API call changes it."),
          hint: verbatim("By hand."),
        },
      });
      run.operation(unit, "needs it", { needs: [refused] });
      const { target, results } = await carryOut(engine, run);
      expect(target.calls).toEqual([]);
      expect(results).toMatchObject([
        {
          key: "refused",
          result: { status: "failed", failure: { errorCode: "change_not_offered", column: "extension", sent: false } },
        },
      ]);
    });
  });
}
