/** Contract: what was just made is not yet everywhere, and waits for that cost nobody else. */

import { describe, expect } from "vitest";
import { defaultRetryLimits } from "../../../src/engine/retry-delay.ts";
import type { AttemptResult } from "../../../src/model/outcome.ts";
import type { ResourceKind } from "../../../src/model/plan.ts";
import { verbatim } from "../../../src/model/words/text.ts";
import { clausesOf, type EngineInTest } from "../../support/engine-in-test.ts";
import { carryOut, plannedRun } from "../../support/planned-run.ts";
import { accepted, done, failed, finalFor, type ScriptedTarget, unavailable } from "../../support/scripted-target.ts";

const missing = failed({ status: 404, message: verbatim("User not found.") });
const forbidden = failed({ status: 403, message: verbatim("not in the list of managed organizations") });
const emptyList = failed({ isAbsent: true, message: verbatim("no such location") });
const partlyRefused: AttemptResult = {
  status: "failed",
  failure: { kind: "rejected", sent: false, status: 400, message: verbatim("1 number was refused") },
  refused: [{ part: "+31201234501", message: verbatim("belongs to another location") }],
};
const taken = failed({ status: 409, message: verbatim("is there already") });

/** Seconds after its first call at which an operation was asked about. */
function secondsOf({ calls }: ScriptedTarget, key: string, call?: "apply" | "find"): readonly number[] {
  const own = calls.filter((one) => one.key === key && (call === undefined || one.call === call));
  return own.map(({ at }) => Math.round((at - (own[0]?.at ?? 0)) / 1000));
}

export function describeSettling(engine: EngineInTest): void {
  const it = clausesOf(engine);
  describe("what was just made", () => {
    for (const [name, answer] of [
      ["a 404", missing],
      ["a 403", forbidden],
      ["an empty list", emptyList],
    ] as const) {
      it(`is asked about again after ${name}`, async () => {
        const run = plannedRun();
        const unit = run.unit();
        const user = run.operation(unit, "user", { resource: "user" });
        run.operation(unit, "roles", { resource: "directory_entry", action: "update", needs: [user] });
        const { results } = await carryOut(engine, run, {
          apply: ({ key }, attempt) => (key === "roles" && attempt < 4 ? answer : done()),
        });
        expect(results.map(({ key, result }) => [key, result.status])).toEqual([
          ["user", "done"],
          ["roles", "done"],
        ]);
        expect(run.entries("roles").filter(({ kind }) => kind === "retry")).toHaveLength(3);
      });
    }

    it("is looked up for a minute, and then the message says what was created and what is missing", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const user = run.operation(unit, "ann", { resource: "user" });
      run.operation(unit, "roles", { resource: "directory_entry", action: "update", needs: [user] });
      const { target, results } = await carryOut(engine, run, {
        apply: ({ key }) => (key === "roles" ? missing : done()),
      });
      expect(secondsOf(target, "roles").length).toBeGreaterThanOrEqual(6);
      const message = expect.stringMatching(
        /User not found\. The user ann was created, but Webex does not find the names and roles of roles/,
      );
      expect(results.at(-1)).toMatchObject({ key: "roles", result: { status: "failed", failure: { message } } });
    });

    it("is not waited for when it was made long ago: a 404 counts at once", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const user = run.operation(unit, "user", { resource: "user" });
      run.operation(unit, "roles", { resource: "directory_entry", action: "update", needs: [user] });
      run.journal(user, { kind: "intent" }, { kind: "result", result: done() });
      const { target } = await carryOut(engine, run, { apply: () => missing });
      expect(target.calls).toHaveLength(1);
    });

    it("keeps no other of its customer from its turn while it is waited for", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const user = run.operation(unit, "user", { resource: "user" });
      const waiting = Array.from({ length: 6 }, (_, index) => `late ${index}`);
      for (const key of waiting)
        run.operation(unit, key, { resource: "directory_entry", action: "update", needs: [user] });
      const others = Array.from({ length: 6 }, (_, index) => `other ${index}`);
      for (const key of others) run.operation(unit, key, { resource: "user", needs: [user] });
      const { results } = await carryOut(engine, run, {
        apply: ({ key }, attempt) => (waiting.includes(key) && attempt < 5 ? missing : done()),
        limits: { perCustomer: 2 },
      });
      const inOrder = results.map(({ key }) => key);
      const lastOther = Math.max(...others.map((key) => inOrder.indexOf(key)));
      const firstLate = Math.min(...waiting.map((key) => inOrder.indexOf(key)));
      expect(lastOther).toBeLessThan(firstLate);
    });

    it("may be asked about by its id and not be there yet: the customer is waited for", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const customer = run.operation(unit, "customer", { resource: "customer" });
      run.operation(unit, "user", { resource: "user", needs: [customer] });
      const notFound = failed({ status: 404, message: verbatim("Customer not found.") });
      const { results } = await carryOut(engine, run, {
        apply: ({ key }): AttemptResult => (key === "customer" ? accepted({ customerId: "cus" }) : done()),
        poll: (waiting, question) => finalFor(waiting, () => (question < 4 ? notFound : done())),
      });
      expect(results.filter(({ result }) => result.status === "failed")).toEqual([]);
      expect(results.at(-1)).toMatchObject({ key: "user", result: { status: "done" } });
    });

    const patience: readonly (readonly [ResourceKind, number])[] = [
      ["user", 15],
      ["customer", 15],
      ["calling", 15],
      ["location", 60],
      ["numbers", 15],
      ["pstn", 0],
    ];
    for (const [resource, seconds] of patience) {
      it(`is looked for ${seconds} s when it is in doubt, before it is sent again (${resource})`, async () => {
        const run = plannedRun();
        run.journal(run.operation(run.unit(), "one", { resource }), { kind: "intent" });
        const { target, results, tookMs } = await carryOut(engine, run, {});
        const looks = [0, 1, 3, 8, 15, 30, 45, 60].filter((at) => at <= seconds).length;
        expect(target.calls.map(({ call }) => call)).toEqual([...Array(looks).fill("find"), "apply"]);
        expect(tookMs).toBeGreaterThanOrEqual(seconds * 1000);
        expect(results).toMatchObject([{ result: { status: "done", effect: "created" } }]);
      });
    }

    it("is looked for no longer because questions about it are lost, and they use up no tries", async () => {
      const run = plannedRun();
      run.journal(run.operation(run.unit(), "one", { resource: "location" }), { kind: "intent" });
      const { target, results, tookMs } = await carryOut(engine, run, {
        find: (_, question) => (question % 3 === 0 ? undefined : unavailable),
        limits: { retry: { ...defaultRetryLimits, tries: 3 } },
      });
      expect(target.calls.filter(({ call }) => call === "apply")).toHaveLength(1);
      expect(results).toMatchObject([{ result: { status: "done", effect: "created" } }]);
      expect(tookMs).toBeGreaterThanOrEqual(60_000);
      expect(target.calls.length).toBeLessThan(3 * 10);
    });

    it("is not looked up forever when no answer arrives", async () => {
      const run = plannedRun();
      run.journal(run.operation(run.unit(), "one", { resource: "location" }), { kind: "intent" });
      const { target, results } = await carryOut(engine, run, {
        find: (_, question) => (question === 1 ? undefined : unavailable),
        limits: { retry: { ...defaultRetryLimits, tries: 3 } },
      });
      expect(target.calls.map(({ call }) => call)).toEqual(Array(4).fill("find"));
      expect(results).toMatchObject([{ result: { status: "failed", failure: { status: 503 } } }]);
    });

    it("is sent so many times when its answer is always lost, and looked for as long each time", async () => {
      const run = plannedRun();
      run.operation(run.unit(), "one", { resource: "location" });
      const { target, results } = await carryOut(engine, run, {
        apply: () => unavailable,
        limits: { retry: { ...defaultRetryLimits, tries: 3 } },
      });
      const minute = Array(8).fill("find");
      expect(target.calls.map(({ call }) => call)).toEqual(["apply", ...minute, "apply", ...minute, "apply"]);
      expect(results).toMatchObject([{ result: { status: "failed", failure: { status: 503 } } }]);
    });

    it("and is refused as being there already is looked for, and never sent again", async () => {
      const run = plannedRun();
      run.journal(run.operation(run.unit(), "one", { resource: "user" }), { kind: "intent" });
      const { target, results } = await carryOut(engine, run, {
        apply: () => taken,
        find: (_, lookUp) => (lookUp < 9 ? undefined : done({ subscriberId: "late" })),
      });
      expect(target.calls.filter(({ call }) => call === "apply")).toHaveLength(1);
      expect(results).toMatchObject([{ result: { status: "done", effect: "created", ids: { subscriberId: "late" } } }]);
    });

    it("and of which a part is refused is looked for too: an earlier intent may have brought that part", async () => {
      const run = plannedRun();
      run.journal(run.operation(run.unit(), "one", { resource: "numbers" }), { kind: "intent" });
      const { target, results } = await carryOut(engine, run, {
        apply: () => partlyRefused,
        find: (_, lookUp) => (lookUp < 7 ? undefined : done()),
      });
      const soon = Array(5).fill("find"); // after 0, 1, 3, 8, 15 s
      expect(target.calls.map(({ call }) => call)).toEqual([...soon, "apply", "find", "apply", "find"]);
      expect(results).toMatchObject([{ result: { status: "done", effect: "created" } }]);
    });

    it("and of which a part is refused for a minute has that part refused", async () => {
      const run = plannedRun();
      run.journal(run.operation(run.unit(), "one", { resource: "numbers" }), { kind: "intent" });
      const { results } = await carryOut(engine, run, { apply: () => partlyRefused });
      expect(results).toMatchObject([{ result: { status: "failed", refused: [{ part: "+31201234501" }] } }]);
      const atOnce = plannedRun();
      atOnce.operation(atOnce.unit(), "one", { resource: "numbers" });
      const { target } = await carryOut(engine, atOnce, { apply: () => partlyRefused });
      expect(target.calls.map(({ call }) => call)).toEqual(["apply"]);
    });

    it("and is never seen is not called somebody else's", async () => {
      const run = plannedRun();
      run.journal(run.operation(run.unit(), "ann", { resource: "user" }), { kind: "intent" });
      const { results } = await carryOut(engine, run, {
        apply: () =>
          failed({
            status: 400,
            errorCode: "10022",
            message: verbatim("taken"),
            hint: verbatim("Use another address."),
          }),
      });
      const hint = expect.stringMatching(/^It may come from this run/);
      expect(results).toMatchObject([{ result: { status: "failed", failure: { errorCode: "10022", hint } } }]);
    });

    it("and waited for is given up at once when the run stops, and goes on when it is resumed", async () => {
      const run = plannedRun();
      const unit = run.unit();
      run.journal(run.operation(unit, "location", { resource: "location" }), { kind: "intent" });
      run.operation(unit, "other", { resource: "user" });
      let looks = 0;
      const { end, tookMs } = await carryOut(engine, run, {
        find: () => {
          looks += 1;
          return undefined;
        },
        during: (key, { stop }) => void (key === "other" && stop.abort(new Error("interrupted"))),
      });
      expect(end.stopped?.kind).toBe("interrupted");
      expect(tookMs).toBeLessThan(engine.settlingMs);
      expect(run.states()).toMatchObject({ location: "waiting" });
      const resumed = await carryOut(engine, run, { find: () => done({ locationId: "there" }) });
      expect(looks).toBeGreaterThan(0);
      expect(resumed.results).toMatchObject([{ key: "location", result: { status: "done", effect: "created" } }]);
    });

    it("is sent nothing more once its customer is known to go", async () => {
      const run = plannedRun();
      const unit = run.unit();
      const first = run.operation(unit, "first", { resource: "location" });
      const second = run.operation(unit, "second", { resource: "location" });
      for (const key of ["third", "fourth"]) run.operation(unit, key, { resource: "user", needs: [second] });
      const { applied, results } = await carryOut(engine, run, {
        apply: ({ id }) => (id === first ? failed({ errorCode: "being_deleted", message: verbatim("goes") }) : done()),
        limits: { perCustomer: 1, concurrency: 1 },
      });
      expect(applied).toEqual(["first"]);
      expect(results.map(({ key, result }) => [key, result.status])).toEqual([
        ["first", "failed"],
        ["second", "failed"],
      ]);
    });
  });
}
