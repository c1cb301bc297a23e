/** Contract: how much goes on at once. */
import { describe, expect } from "vitest";
import type { Operation } from "../../../src/model/plan.ts";
import { clausesOf, type EngineInTest } from "../../support/engine-in-test.ts";
import { carryOut, type PlannedRun, plannedRun } from "../../support/planned-run.ts";
import { accepted, done, failed, finalFor } from "../../support/scripted-target.ts";

function unitOfUsers(run: PlannedRun, users: number, weight = users): void {
  const unit = run.unit({ weight });
  const customer = run.operation(unit, `customer ${unit}`);
  for (let index = 0; index < users; index += 1) {
    run.operation(unit, `user ${unit}/${index}`, { needs: [customer] });
  }
}

/** Users are answered only once so many calls have been in flight together: however slow the machine, they come to be. */
const usersTogether =
  (calls: number) =>
  ({ key }: Operation, mostInFlight: number): boolean =>
    !key.startsWith("user") || mostInFlight >= calls;

export function describeLimits(engine: EngineInTest): void {
  const it = clausesOf(engine);
  describe("limits", () => {
    it("keeps as many in flight as allowed, over all and within one customer, and not one more", async () => {
      const run = plannedRun();
      for (let unit = 0; unit < 6; unit += 1) unitOfUsers(run, 10);
      const { target, applied } = await carryOut(engine, run, {
        answersWhen: usersTogether(10),
        latencyMs: 20_000,
        limits: { concurrency: 10, perCustomer: 3 },
      });
      expect(applied).toHaveLength(6 * 11);
      expect(target.mostInFlight()).toEqual({ all: 10, perUnit: 3 });
    });

    it("carries out a customer of very many users", async () => {
      const run = plannedRun();
      const users = engine.many(2000);
      unitOfUsers(run, users);
      const { applied, target, results } = await carryOut(engine, run, {
        answersWhen: usersTogether(10),
        latencyMs: 20_000,
        limits: { concurrency: 10, perCustomer: 10 },
      });
      expect(applied).toHaveLength(users + 1);
      expect(new Set(applied).size).toBe(users + 1);
      expect(results.every(({ result }) => result.status === "done")).toBe(true);
      expect(target.mostInFlight().all).toBe(10);
    });

    it("lends the slot to others while an operation waits to be repeated", async () => {
      const run = plannedRun();
      run.operation(run.unit({ weight: 2 }), "slow");
      for (let index = 0; index < 5; index += 1) run.operation(run.unit(), `other ${index}`);
      const { applied } = await carryOut(engine, run, {
        apply: ({ key }, attempt) =>
          key === "slow" && attempt === 1 ? failed({ kind: "throttled", retryAfterMs: 600_000 }) : done(),
        latencyMs: 10,
        limits: { concurrency: 1 },
      });
      expect(applied.toSorted()).toEqual(["other 0", "other 1", "other 2", "other 3", "other 4", "slow", "slow"]);
      expect(applied.at(-1)).toBe("slow");
    });

    it("keeps the slots of the heaviest customer filled, so that it does not come last", async () => {
      const run = plannedRun();
      unitOfUsers(run, 40, 100);
      for (let unit = 0; unit < 30; unit += 1) unitOfUsers(run, 15, 15);
      const { applied } = await carryOut(engine, run, {
        apply: ({ key }) => (key.startsWith("customer") ? accepted() : done()),
        poll: (asked) => finalFor(asked, () => done()),
        latencyMs: 40_000,
        limits: { concurrency: 10, perCustomer: 4 },
      });
      const last = applied.findLastIndex((key) => key.startsWith("user 1/"));
      expect(applied).toHaveLength(31 + 40 + 450);
      expect(last).toBeLessThan(applied.length * 0.6);
    });

    it("goes on with a heavy customer that came back before all of the others have begun", async () => {
      const run = plannedRun();
      unitOfUsers(run, 20, 500);
      const others = 230; // more than any engine has under way at once
      for (let index = 0; index < others; index += 1) {
        const unit = run.unit();
        for (let user = 0; user < 2; user += 1) run.operation(unit, `other ${index}/${user}`);
      }
      const { applied } = await carryOut(engine, run, {
        apply: ({ key }) => (key.startsWith("customer") ? accepted() : done()),
        limits: { concurrency: 10, perCustomer: 4 },
      });
      const begun = applied.slice(0, applied.indexOf("user 1/0")).filter((key) => key.endsWith("/0"));
      expect(applied).toHaveLength(1 + 20 + 2 * others);
      expect(begun.length).toBeLessThan(others);
    });
  });
}
