/** Contract: operations that Webex works on. */

import { describe, expect } from "vitest";
import { verbatim } from "../../../src/model/words/text.ts";
import { clausesOf, type EngineInTest } from "../../support/engine-in-test.ts";
import { carryOut, plannedRun } from "../../support/planned-run.ts";
import { accepted, done, failed, finalFor, pending, unavailable } from "../../support/scripted-target.ts";

const isCustomer = (key: string) => key.startsWith("customer");

export function describeWaiting(engine: EngineInTest): void {
  const it = clausesOf(engine);
  describe("waiting for Webex", () => {
    it("goes on behind an accepted operation when asking shows that it is done", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer");
      run.operation(unit, "user", { needs: [customer] });

      const { target, results, waiting } = await carryOut(engine, run, {
        apply: ({ key }) => (isCustomer(key) ? accepted({ customerId: "cus" }) : done()),
        poll: (asked, question) =>
          finalFor(asked, () => (question < 4 ? undefined : done({ customerId: "cus", orgId: "org" }))),
      });

      expect(target.questions).toEqual([["customer"], ["customer"], ["customer"], ["customer"]]);
      expect(results.map(({ key, result }) => `${key} ${result.status}`)).toEqual([
        "customer accepted",
        "customer done",
        "user done",
      ]);
      expect(target.calls.at(-1)).toMatchObject({ key: "user", ids: { customerId: "cus", orgId: "org" } });
      expect(waiting).toEqual([1, 0]);
    });

    it("holds no slot of the limit while Webex works on many customers", async () => {
      const run = plannedRun();
      const customers = engine.many(300);
      for (let index = 0; index < customers; index += 1) {
        const unit = run.unit();
        const customer = run.operation(unit, `customer ${index}`);
        run.operation(unit, `user ${index}`, { needs: [customer] });
      }
      const asked = new Set<string>();
      const { applied, results } = await carryOut(engine, run, {
        apply: ({ key }) => (isCustomer(key) ? accepted() : done()),
        poll: (waiting) => {
          for (const { operation } of waiting) asked.add(operation.key);
          return finalFor(waiting, () => (asked.size === customers ? done() : undefined));
        },
        limits: { concurrency: 2 },
      });
      expect(applied.slice(0, customers).every(isCustomer)).toBe(true);
      expect(applied).toHaveLength(2 * customers);
      expect(results.filter(({ result }) => result.status === "done")).toHaveLength(2 * customers);
    });

    it("asks for all of many customers together", async () => {
      const run = plannedRun();
      for (let index = 0; index < 500; index += 1) run.operation(run.unit(), `customer ${index}`);
      const { target } = await carryOut(engine, run, {
        apply: () => accepted(),
        poll: (asked) => finalFor(asked, () => (asked.length === 500 ? done() : undefined)),
      });
      expect(target.questions.at(-1)).toHaveLength(500);
    });

    it("starts nothing that depends on an operation that ends as pending", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer");
      run.operation(unit, "user", { needs: [customer] });
      const { applied, target, end } = await carryOut(engine, run, {
        apply: () => accepted(),
        poll: (asked) => finalFor(asked, () => pending("under review")),
      });
      expect(applied).toEqual(["customer"]);
      expect(target.questions).toHaveLength(1);
      expect(end).toEqual({});
      expect(run.states()).toEqual({ customer: "accepted", user: "waiting" });
    });

    it("does not ask about what is pending by its own answer", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const user = run.operation(unit, "user");
      run.operation(unit, "roles", { needs: [user] });
      const { applied, target } = await carryOut(engine, run, { apply: () => pending() });
      expect(applied).toEqual(["user"]);
      expect(target.questions).toEqual([]);
    });

    it("gives back as pending what takes longer than the limit", async () => {
      const run = plannedRun();
      run.operation(run.unit(), "customer");
      const { results, end, target } = await carryOut(engine, run, {
        apply: () => accepted({ customerId: "cus" }),
        poll: () => ({ final: new Map() }),
        limits: { provisioningTimeoutMs: 4 * 60_000 },
      });
      expect(results.at(-1)).toEqual({
        key: "customer",
        result: { status: "pending", reason: expect.stringContaining("4 min"), ids: { customerId: "cus" } },
      });
      expect(target.questions.length).toBeLessThan(40); // seldom, when it takes long
      expect(end).toEqual({});
    });

    it("does not hold up others when a customer fails while Webex works on it", async () => {
      const run = plannedRun();
      for (const name of ["a", "b"]) {
        const unit = run.unit();
        const customer = run.operation(unit, `customer ${name}`);
        run.operation(unit, `user of ${name}`, { needs: [customer] });
      }
      const { applied } = await carryOut(engine, run, {
        apply: ({ key }) => (isCustomer(key) ? accepted() : done()),
        poll: (asked) => finalFor(asked, ({ key }) => (key === "customer a" ? failed() : done())),
      });
      expect(applied.filter((key) => !isCustomer(key))).toEqual(["user of b"]);
    });

    it("goes on with the packages that a customer got, when it did not get all", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer");
      run.operation(unit, "calling user", { needs: [{ operation: customer, part: "webex_calling" }] });
      run.operation(unit, "meetings user", { needs: [{ operation: customer, part: "webex_meetings" }] });
      const { applied } = await carryOut(engine, run, {
        apply: ({ key }) => (isCustomer(key) ? accepted() : done()),
        poll: (asked) =>
          finalFor(asked, () => ({
            status: "failed",
            failure: { kind: "rejected", sent: true, message: verbatim("provisioned with errors") },
            refused: [{ part: "webex_meetings", message: verbatim("no") }],
            ids: { customerId: "cus", orgId: "org" },
          })),
      });
      expect(applied).toEqual(["customer", "calling user"]);
    });

    it("asks seldom when Webex takes long, though customers keep coming", async () => {
      const run = plannedRun();
      for (let index = 0; index < 600; index += 1) run.operation(run.unit(), `customer ${index}`);
      const { target, results } = await carryOut(engine, run, {
        apply: () => accepted(),
        poll: (asked, question) => finalFor(asked, () => (question >= 40 ? done() : undefined)),
        limits: { concurrency: 1 },
      });
      expect(results).toHaveLength(1200);
      expect(target.questions.length).toBeLessThan(60);
      expect(target.questions[39]).toHaveLength(600);
    });

    it("asks again when a question did not work", async () => {
      const run = plannedRun();
      run.operation(run.unit(), "customer");
      const { results, target, end } = await carryOut(engine, run, {
        apply: () => accepted(),
        poll: (asked, question) => {
          if (question < 20 && unavailable.status === "failed")
            return { final: new Map(), failure: unavailable.failure };
          return finalFor(asked, () => done());
        },
      });
      expect(target.questions).toHaveLength(20);
      expect(results.at(-1)).toMatchObject({ result: { status: "done" } });
      expect(end).toEqual({});
    });

    it("counts a customer that fails while Webex works on it as an error", async () => {
      const run = plannedRun();
      for (let index = 0; index < 5; index += 1) run.operation(run.unit(), `customer ${index}`);
      const { end } = await carryOut(engine, run, {
        apply: () => accepted(),
        poll: (asked) => finalFor(asked, () => failed()),
        limits: { stopAfterErrors: 5 },
      });
      expect(end.stopped?.kind).toBe("guard");
    });
  });
}
