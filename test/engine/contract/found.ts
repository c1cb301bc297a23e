/** Contract: what is found is compared, and nothing is called made that was not looked into. */

import { describe, expect } from "vitest";
import type { Difference, Found } from "../../../src/model/found.ts";
import type { AttemptResult } from "../../../src/model/outcome.ts";
import type { ResourceKind } from "../../../src/model/plan.ts";
import type { PollAnswer } from "../../../src/model/ports.ts";
import { verbatim } from "../../../src/model/words/text.ts";
import { clausesOf, type EngineInTest } from "../../support/engine-in-test.ts";
import { carryOut, type Earlier, type PlannedRun, plannedRun } from "../../support/planned-run.ts";
import {
  accepted,
  done,
  failed,
  finalFor,
  pending,
  type ScriptedTarget,
  unavailable,
} from "../../support/scripted-target.ts";

const order = ({ calls }: ScriptedTarget) => calls.map(({ call }) => call);
const taken = failed({ status: 409, message: verbatim("is there already") });

const asWanted: Found = { result: done({ subscriberId: "there" }) };
const differing = (...differences: readonly Partial<Difference>[]): Found => ({
  result: done({ subscriberId: "there" }),
  differences: differences.map((one) => ({ field: "package", before: "a", after: "b", isChangeable: true, ...one })),
});

const { differences } = differing({});
const differencesOfOne = differences ? { differences } : {};

const resources: readonly ResourceKind[] = ["customer", "location", "calling", "user", "numbers"];

function runOfOne(resource: ResourceKind, ...earlier: readonly Earlier[]): PlannedRun {
  const run = plannedRun();
  run.journal(run.operation(run.unit(), "one", { resource }), ...earlier);
  return run;
}

export function describeFound(engine: EngineInTest): void {
  const it = clausesOf(engine);
  describe("what is found", () => {
    for (const resource of resources) {
      it(`is unchanged when it was there already and is as wanted (${resource})`, async () => {
        const { results } = await carryOut(engine, runOfOne(resource), { apply: () => taken, find: () => asWanted });
        expect(results).toMatchObject([{ result: { status: "done", effect: "unchanged" } }]);
      });

      it(`is neither claimed nor changed when it was there already and differs (${resource})`, async () => {
        const { target, results } = await carryOut(engine, runOfOne(resource), {
          apply: () => taken,
          find: () => differing({}),
        });
        expect(order(target)).toEqual(["apply", "find"]);
        const message = expect.stringContaining('package (is "a", wanted "b")');
        const failure = { errorCode: "exists_differently", column: "package", message };
        expect(results).toMatchObject([{ result: { status: "failed", failure } }]);
      });

      it(`is made right when it is ours in doubt and differs (${resource})`, async () => {
        const { target, results } = await carryOut(engine, runOfOne(resource, { kind: "intent" }), {
          find: () => differing({}),
        });
        expect(order(target)).toEqual(["find", "change"]);
        expect(results).toMatchObject([{ result: { status: "done", effect: "updated" } }]);
      });

      it(`fails with the fields when it is ours in doubt and no call changes it (${resource})`, async () => {
        const { target, results } = await carryOut(engine, runOfOne(resource, { kind: "intent" }), {
          find: () => differing({}, { field: "extension", before: "", after: "1234", isChangeable: false }),
        });
        expect(order(target)).toEqual(["find"]);
        const message = expect.stringContaining('extension (is blank, wanted "1234")');
        expect(results).toMatchObject([
          { result: { status: "failed", failure: { errorCode: "exists_differently", message } } },
        ]);
      });
    }

    it("is made right again after a change that did not work", async () => {
      let changes = 0;
      const { target, results } = await carryOut(engine, runOfOne("user", { kind: "intent" }), {
        find: () => differing({}),
        change: () => (changes++ === 0 ? unavailable : done()),
      });
      expect(order(target)).toEqual(["find", "change", "find", "change"]);
      expect(results).toMatchObject([{ result: { status: "done", effect: "updated" } }]);
    });

    it("is unchanged in the end when somebody else made it and Webex still works on it", async () => {
      const { target, results } = await carryOut(engine, runOfOne("customer"), {
        apply: () => taken,
        find: () => ({ result: accepted({ customerId: "theirs" }) }),
        poll: (waiting) => finalFor(waiting, () => ({ ...done(), effect: waiting[0]?.effect ?? "created" })),
      });
      expect(order(target)).toEqual(["apply", "find"]);
      expect(results.at(-1)).toMatchObject({ result: { status: "done", effect: "unchanged" } });
    });

    it("stays somebody else's while it waits for a person, and longer than a run does", async () => {
      const ways: readonly (readonly [Found["result"], PollAnswer["final"] | undefined])[] = [
        [pending(), undefined],
        [accepted({ customerId: "theirs" }), new Map()],
      ];
      for (const [result, final] of ways) {
        const run = runOfOne("user");
        const first = await carryOut(engine, run, {
          apply: () => taken,
          find: () => ({ result }),
          ...(final ? { poll: () => ({ final }) } : {}),
          limits: { provisioningTimeoutMs: 60_000 },
        });
        expect(first.results.at(-1)).toMatchObject({ result: { status: "pending", effect: "unchanged" } });
        const asked: (string | undefined)[] = [];
        await carryOut(engine, run, {
          poll: (waiting) => {
            asked.push(...waiting.map(({ effect }) => effect));
            return finalFor(waiting, () => done());
          },
        });
        expect(asked).toEqual(["unchanged"]);
      }
    });

    it("is not called made when Webex could not make all of it for somebody else", async () => {
      const partly = {
        ...failed({ message: verbatim("one package failed") }),
        refused: [{ part: "a", message: verbatim("no") }],
      };
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer", { resource: "customer" });
      run.operation(unit, "in it", { needs: [{ operation: customer, part: "b" }] });
      const { target, results } = await carryOut(engine, run, {
        apply: ({ key }) => (key === "customer" ? taken : done()),
        find: ({ key }) => (key === "customer" ? { result: partly as AttemptResult } : undefined),
      });
      expect(results[0]).toMatchObject({ result: { status: "failed", isFound: true, refused: [{ part: "a" }] } });
      expect(target.calls.filter(({ key }) => key === "in it").map(({ call }) => call)).toEqual(["find", "apply"]);
      const differing = await carryOut(engine, runOfOne("customer"), {
        apply: () => taken,
        find: () => ({ result: partly as AttemptResult, ...differencesOfOne }),
      });
      expect(differing.results).toMatchObject([{ result: { failure: { errorCode: "exists_differently" } } }]);
    });

    it("is not called unchanged when not all of it is to be seen", async () => {
      const { results } = await carryOut(engine, runOfOne("user"), {
        apply: () => taken,
        find: () => ({ ...asWanted, isIncomplete: true }),
      });
      const failure = { errorCode: "exists_differently", message: expect.stringContaining("does not show all of it") };
      expect(results).toMatchObject([{ result: { status: "failed", failure } }]);
    });

    it("is looked into where it came with a customer that could not be looked into by the plan", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer", { resource: "customer", action: "read", ids: {} });
      const office = run.operation(unit, "office", { resource: "head_office", action: "read", needs: [customer] });
      run.operation(unit, "pstn", { resource: "pstn", needs: [office, customer] });
      const branch = run.operation(unit, "branch", { resource: "location", needs: [customer] });
      run.operation(unit, "branch: pstn", { resource: "pstn", needs: [branch, customer] });
      run.operation(unit, "user", { resource: "user", needs: [office, customer] });
      const { target } = await carryOut(engine, run, { find: ({ key }) => (key === "office" ? asWanted : undefined) });
      const calls = (key: string) => target.calls.filter((one) => one.key === key).map(({ call }) => call);
      expect(["office", "pstn", "branch", "branch: pstn", "user"].map((key) => [key, ...calls(key)])).toEqual([
        ["office", "find"],
        ["pstn", "find", "apply"],
        ["branch", "apply"],
        ["branch: pstn", "apply"],
        ["user", "apply"],
      ]);
    });

    it("stays somebody else's when the look-up does not work at first", async () => {
      const { target, results } = await carryOut(engine, runOfOne("user"), {
        apply: () => taken,
        find: (_, lookUp) => (lookUp < 3 ? unavailable : differing({})),
      });
      expect(order(target)).toEqual(["apply", "find", "find", "find"]);
      expect(results).toMatchObject([{ result: { status: "failed", failure: { errorCode: "exists_differently" } } }]);
    });

    it("is looked into before a part of it is set, and only then", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const theirs = run.operation(unit, "theirs", { resource: "location" });
      const ours = run.operation(unit, "ours", { resource: "location" });
      run.operation(unit, "theirs: pstn", { resource: "pstn", needs: [theirs] });
      run.operation(unit, "ours: pstn", { resource: "pstn", needs: [ours] });
      const { target, results } = await carryOut(engine, run, {
        apply: ({ key }) => (key === "theirs" ? taken : done()),
        find: ({ resource }) => (resource === "pstn" ? differing({ field: "pstn" }) : asWanted),
      });
      const calls = (key: string) => target.calls.filter((one) => one.key === key).map(({ call }) => call);
      expect({ theirs: calls("theirs: pstn"), ours: calls("ours: pstn") }).toEqual({
        theirs: ["find"],
        ours: ["apply"],
      });
      expect(results.find(({ key }) => key === "theirs: pstn")).toMatchObject({
        result: { status: "failed", failure: { errorCode: "exists_differently" } },
      });
    });
  });
}
