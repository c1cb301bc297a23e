/** Contract: what starts when, and with which ids. */
import { describe, expect } from "vitest";
import { clausesOf, type EngineInTest } from "../../support/engine-in-test.ts";
import { carryOut, plannedRun } from "../../support/planned-run.ts";
import { accepted, done, failed, finalFor, pending } from "../../support/scripted-target.ts";

export function describeOrder(engine: EngineInTest): void {
  const it = clausesOf(engine);
  describe("order", () => {
    it("starts an operation when all that it needs is done, and gives it their ids", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer");
      const location = run.operation(unit, "location", { needs: [customer] });
      const pstn = run.operation(unit, "pstn", { needs: [location], ids: { orgId: "org" } });
      run.operation(unit, "user", { needs: [customer, pstn, location] });

      const { applied, target } = await carryOut(engine, run, {
        apply: ({ key }) => done({ location: { locationId: "loc" }, customer: { customerId: "cus" } }[key] ?? {}),
      });

      expect(applied).toEqual(["customer", "location", "pstn", "user"]);
      expect(target.calls.map(({ ids }) => ids)).toEqual([
        {},
        { customerId: "cus" },
        { orgId: "org", locationId: "loc" },
        { customerId: "cus", locationId: "loc" },
      ]);
    });

    it("carries each operation out once, however many needs it waits for", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const first = Array.from({ length: 7 }, (_, index) => run.operation(unit, `first ${index}`));
      for (let index = 0; index < 7; index += 1) run.operation(unit, `last ${index}`, { needs: [...first, ...first] });

      const { applied, results } = await carryOut(engine, run);

      expect(applied).toHaveLength(14);
      expect(new Set(applied).size).toBe(14);
      expect(applied.slice(0, 7).every((key) => key.startsWith("first"))).toBe(true);
      expect(results.map(({ key }) => key).toSorted()).toEqual(applied.toSorted());
    });

    it("starts the heaviest units first", async () => {
      const run = plannedRun();
      for (const weight of [1, 500, 20]) run.operation(run.unit({ weight }), `weight ${weight}`);
      const { applied } = await carryOut(engine, run, { limits: { concurrency: 1 } });
      expect(applied).toEqual(["weight 500", "weight 20", "weight 1"]);
    });

    it("carries out what others wait for before anything else, and passes its ids on", async () => {
      const run = plannedRun();
      const customers = [run.unit({ weight: 9 }), run.unit({ weight: 8 })];
      const templates = run.unit({ weight: 1, isShared: true });
      const template = run.operation(templates, "template");
      const known = run.operation(templates, "known template", { action: "none", ids: { provisioningId: "known" } });
      run.operation(customers[0] ?? 0, "customer", { needs: [template] });
      run.operation(customers[1] ?? 0, "customer of the known one", { needs: [known] });

      const { target } = await carryOut(engine, run, { apply: () => done({ provisioningId: "made" }) });

      const [first, ...others] = target.calls.map(({ key, ids }) => [key, ids.provisioningId]);
      expect(first).toEqual(["template", undefined]);
      expect(Object.fromEntries(others)).toEqual({ customer: "made", "customer of the known one": "known" });
    });

    it("sends nothing for what is right already, and goes on behind it", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const there = run.operation(unit, "there", { action: "none", ids: { locationId: "loc" } });
      run.operation(unit, "user", { needs: [there] });
      const { target, results } = await carryOut(engine, run);
      expect(target.calls.map(({ key, ids }) => [key, ids])).toEqual([["user", { locationId: "loc" }]]);
      expect(results.map(({ key }) => key)).toEqual(["user"]);
    });

    it("carries out what comes last when all else of the unit has its last word, or none of its own", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const leaver = run.operation(unit, "leaver", { isLast: true });
      run.operation(unit, "person of the leaver", { isLast: true, needs: [leaver] });
      const change = run.operation(unit, "change");
      const move = run.operation(unit, "move", { needs: [change] });
      run.operation(unit, "after the move", { needs: [move] });
      const wrong = run.operation(unit, "refused by Webex");
      run.operation(unit, "blocked", { needs: [wrong] });
      run.operation(unit, "waits for a person");

      const { applied } = await carryOut(engine, run, {
        apply: ({ key }) => {
          if (key === "refused by Webex") return failed();
          return key === "move" || key === "waits for a person" ? accepted() : done();
        },
        poll: (waiting, question) =>
          finalFor(
            waiting.filter(({ operation }) => question > 2 || operation.key !== "move"),
            ({ key }) => (key === "move" ? done() : pending()),
          ),
      });

      expect(applied.slice(-3)).toEqual(["after the move", "leaver", "person of the leaver"]);
      expect(applied).not.toContain("blocked");
    });

    it("has nothing to do with an empty plan", async () => {
      expect((await carryOut(engine, plannedRun())).end).toEqual({});
    });
  });
}
