/** Contract: going on with a plan that was begun before. */

import { describe, expect } from "vitest";
import type { AttemptResult } from "../../../src/model/outcome.ts";
import { verbatim } from "../../../src/model/words/text.ts";
import { clausesOf, type EngineInTest } from "../../support/engine-in-test.ts";
import { carryOut, plannedRun } from "../../support/planned-run.ts";
import { accepted, done, failed, finalFor, pending } from "../../support/scripted-target.ts";

const result = (given: AttemptResult) => ({ kind: "result", result: given }) as const;

export function describeResuming(engine: EngineInTest): void {
  const it = clausesOf(engine);
  describe("resuming", () => {
    it("does nothing that is done already, and uses its ids", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer");
      run.operation(unit, "user", { needs: [customer] });
      run.journal(customer, { kind: "intent" }, result(done({ customerId: "cus" })));
      const { target } = await carryOut(engine, run);
      expect(target.calls.map(({ key, ids }) => [key, ids])).toEqual([["user", { customerId: "cus" }]]);
    });

    it("does not try again what Webex refused, nor what needs it", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer");
      run.operation(unit, "user", { needs: [customer] });
      run.journal(customer, { kind: "intent" }, result(failed()));
      expect((await carryOut(engine, run)).target.calls).toEqual([]);
    });

    it("uses what was done before for everybody", async () => {
      const run = plannedRun();
      const template = run.operation(run.unit({ isShared: true }), "template");
      run.operation(run.unit(), "customer", { needs: [template] });
      run.journal(template, { kind: "intent" }, result(done({ provisioningId: "made before" })));
      const { target } = await carryOut(engine, run);
      expect(target.calls).toMatchObject([{ key: "customer", ids: { provisioningId: "made before" } }]);
    });

    it("asks about a customer that Webex had accepted, with its ids, and goes on behind it", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer");
      run.operation(unit, "user", { needs: [customer] });
      run.journal(customer, { kind: "intent" }, result(accepted({ customerId: "cus" })));
      const { applied, target } = await carryOut(engine, run);
      expect(target.questions).toEqual([["customer"]]);
      expect(applied).toEqual(["user"]);
    });

    it("asks once about what is still pending, and comes to its end", async () => {
      const run = plannedRun();
      const unit = run.unit();
      for (let index = 0; index < 30; index += 1) {
        const user = run.operation(unit, `user ${index}`);
        run.operation(unit, `roles ${index}`, { needs: [user] });
        run.journal(user, { kind: "intent" }, result(pending()));
      }
      const { applied, target, results } = await carryOut(engine, run, {
        poll: (asked) => finalFor(asked, () => pending()),
      });
      expect(applied).toEqual([]);
      expect(target.questions.map((asked) => asked.length)).toEqual([30]);
      expect(results).toHaveLength(30);
    });

    it("carries out once what several answers of one customer let through together", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const users = Array.from({ length: 12 }, (_, index) => run.operation(unit, `user ${index}`));
      for (const user of users) run.journal(user, { kind: "intent" }, result(pending()));
      for (const [index, user] of users.entries()) run.operation(unit, `roles ${index}`, { needs: [user] });
      const { applied, target } = await carryOut(engine, run, { latencyMs: 20_000 });
      expect(applied.toSorted()).toEqual(users.map((_, index) => `roles ${index}`).toSorted());
      expect(target.mostInFlight().perUnit).toBe(4);
    });

    it("carries out once what is under way when an answer for the same customer comes", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const waiting = run.operation(unit, "pending user");
      run.journal(waiting, { kind: "intent" }, result(pending()));
      run.operation(unit, "roles of the pending user", { needs: [waiting] });
      for (let index = 0; index < 40; index += 1) run.operation(unit, `new user ${index}`);
      const { applied, target } = await carryOut(engine, run, { latencyMs: 1_000 });
      expect(applied).toHaveLength(41);
      expect(new Set(applied).size).toBe(41);
      expect(target.calls.filter(({ call }) => call === "find")).toEqual([]);
    });

    it("has patience of its own: tries of the run before do not count", async () => {
      const run = plannedRun();
      run.operation(run.unit(), "user");
      const gone = { kind: "unavailable", sent: false, message: verbatim("no connection") } as const;
      const first = await carryOut(engine, run, { apply: () => failed(gone) });
      expect(first.end.stopped?.kind).toBe("target");
      const second = await carryOut(engine, run, { apply: (_, attempt) => (attempt < 4 ? failed(gone) : done()) });
      expect(second.end).toEqual({});
      expect(second.results.map(({ result: { status } }) => status)).toEqual(["done"]);
    });
  });
}
