/** Contract: nothing is created twice, whatever came of the request before. */

import { describe, expect } from "vitest";
import { verbatim } from "../../../src/model/words/text.ts";
import { clausesOf, type EngineInTest } from "../../support/engine-in-test.ts";
import { carryOut, type Earlier, type PlannedRun, plannedRun } from "../../support/planned-run.ts";
import { done, failed, type ScriptedTarget, unavailable, unreachable } from "../../support/scripted-target.ts";

const order = ({ calls }: ScriptedTarget) => calls.map(({ call }) => call);

function runOfOne(...earlier: readonly Earlier[]): PlannedRun {
  const run = plannedRun();
  run.journal(run.operation(run.unit(), "user"), ...earlier);
  return run;
}

export function describeDoubt(engine: EngineInTest): void {
  const it = clausesOf(engine);
  describe("doubt", () => {
    it("has the intent written down before the request leaves", async () => {
      const run = runOfOne();
      const before: string[][] = [];
      await carryOut(engine, run, { during: (key) => before.push(run.entries(key).map(({ kind }) => kind)) });
      expect(before).toEqual([["intent"]]);
    });

    it("sends nothing before the intent is on the disk", async () => {
      const run = runOfOne();
      let isOnDisk = false;
      const sentBefore: string[] = [];
      await carryOut(engine, run, {
        onDisk: async (clock) => {
          await clock.sleep(700);
          isOnDisk = true;
        },
        during: (key) => isOnDisk || sentBefore.push(key),
      });
      expect({ isOnDisk, sentBefore }).toEqual({ isOnDisk: true, sentBefore: [] });
    });

    it("sends nothing when the intent cannot be brought to the disk", async () => {
      const run = runOfOne();
      const sent: string[] = [];
      const running = carryOut(engine, run, {
        onDisk: () => Promise.reject(new Error("no space left")),
        during: (key) => sent.push(key),
      });
      await expect(running).rejects.toThrow("no space left");
      expect(sent).toEqual([]);
    });

    it("looks for what may have arrived before it sends it again", async () => {
      const run = runOfOne();
      const { target } = await carryOut(engine, run, {
        apply: (_, attempt) => (attempt === 1 ? unavailable : done()),
      });
      expect(order(target)).toEqual(["apply", "find", "apply"]);
    });

    it("has searched long enough once, however many numbers are taken that it wants then", async () => {
      const run = plannedRun();
      const phoneNumbers = ["+31201234502", "+31201234503", "+31201234504"];
      run.operation(run.unit(), "user", { resource: "user", spare: { phoneNumbers } });
      const taken = failed({ errorCode: "8361" });
      const { target, results } = await carryOut(engine, run, {
        apply: (_, attempt) => (attempt === 1 ? unavailable : attempt <= 4 ? taken : done()),
      });
      const [first, ...later] = order(target).join(" ").split("apply");
      expect(results).toMatchObject([{ result: { status: "done" } }]);
      expect([first, later.length]).toEqual(["", 5]);
      const looks = later.map((calls) => calls.split("find").length - 1);
      expect(looks.slice(1)).toEqual([2, 2, 2, 0]); // before it is sent, and when it is refused
    });

    it("takes what it finds for the result, and sends nothing more", async () => {
      const run = runOfOne();
      const { target, results } = await carryOut(engine, run, {
        apply: () => unavailable,
        find: () => done({ subscriberId: "there" }),
      });
      expect(order(target)).toEqual(["apply", "find"]);
      expect(results).toMatchObject([{ result: { status: "done", ids: { subscriberId: "there" } } }]);
    });

    it("takes a change that it finds made for its own", async () => {
      const run = plannedRun();
      run.journal(run.operation(run.unit(), "telephone", { action: "update" }));
      const { results } = await carryOut(engine, run, {
        apply: (_, attempt) => (attempt === 1 ? unavailable : { status: "done", effect: "unchanged", ids: {} }),
      });
      expect(results).toMatchObject([{ result: { status: "done", effect: "updated" } }]);
    });

    it("does not send while the look-up does not work", async () => {
      const run = runOfOne();
      const { target, results } = await carryOut(engine, run, {
        apply: (_, attempt) => (attempt === 1 ? unavailable : done()),
        find: (_, lookUp) => (lookUp < 3 ? unavailable : undefined),
      });
      expect(order(target)).toEqual(["apply", "find", "find", "find", "apply"]);
      expect(results.map(({ result }) => result.status)).toEqual(["done"]);
    });

    it("sends again without a look-up what has never left", async () => {
      const run = runOfOne();
      const { target } = await carryOut(engine, run, {
        apply: (_, attempt) => (attempt === 1 ? unreachable : done()),
      });
      expect(order(target)).toEqual(["apply", "apply"]);
    });

    it("stays in doubt when throttling comes between", async () => {
      const run = runOfOne();
      const answers = [unavailable, failed({ kind: "throttled", status: 429 }), done()];
      const { target } = await carryOut(engine, run, { apply: (_, attempt) => answers[attempt - 1] ?? done() });
      expect(order(target)).toEqual(["apply", "find", "apply", "find", "apply"]);
    });

    it("looks for what Webex refuses as being there already", async () => {
      const run = runOfOne();
      const { target, results } = await carryOut(engine, run, {
        apply: () => failed({ status: 409 }),
        find: () => done({ subscriberId: "there" }),
      });
      expect(order(target)).toEqual(["apply", "find"]);
      expect(results).toMatchObject([{ result: { status: "done", ids: { subscriberId: "there" } } }]);
    });

    it("keeps the refusal when nothing is found behind it", async () => {
      const run = runOfOne();
      const { results } = await carryOut(engine, run, {
        apply: () => failed({ status: 409, message: verbatim("conflict") }),
      });
      const seconds = engine.settlingMs / 1000;
      const message = expect.stringMatching(`^conflict .* was looked up for ${seconds} seconds and not found\\.$`);
      expect(results).toMatchObject([{ result: { status: "failed", failure: { status: 409, message } } }]);
    });

    it("looks first for what a process that died had begun", async () => {
      const run = runOfOne({ kind: "intent" });
      const { target } = await carryOut(engine, run);
      expect(order(target)).toEqual(["find", "apply"]);
      expect(run.entries("user").map(({ attempt }) => attempt)).toEqual([1, 2, 2]);
    });

    it("takes over what a process that died had created", async () => {
      const run = runOfOne({ kind: "intent" });
      const { target, results } = await carryOut(engine, run, { find: () => done({ subscriberId: "made before" }) });
      expect(order(target)).toEqual(["find"]);
      expect(results).toMatchObject([{ result: { status: "done", ids: { subscriberId: "made before" } } }]);
    });
  });
}
