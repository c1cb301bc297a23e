import { describe, expect, it } from "vitest";
import { isMet, type Node, operationGraph } from "../../src/engine/operation-graph.ts";
import type { JournalEntry, JournalledOperation } from "../../src/model/journal-entry.ts";
import type { AttemptResult } from "../../src/model/outcome.ts";
import type { Need, Operation, OperationId } from "../../src/model/plan.ts";
import { verbatim } from "../../src/model/words/text.ts";
import { accepted, done, failed, pending } from "../support/scripted-target.ts";

type Given = Pick<Partial<Operation>, "action" | "needs" | "ids"> & { readonly result?: AttemptResult };

function operation(id: OperationId, { result, ...given }: Given = {}): JournalledOperation {
  const key = `operation ${id}`;
  const base = { id, unit: 1, row: id, resource: "organization", key, action: "create", payload: {} } as const;
  const at = "2026-11-22T02:00:00.000Z";
  const entries: JournalEntry[] = result ? [{ kind: "result", operation: id, attempt: 1, at, result }] : [];
  return { operation: { ...base, needs: [], ids: {}, ...given }, entries };
}

const outside = new Map<OperationId, AttemptResult>();
const idOf = (node: Node | undefined) => node?.operation.id;

function settle(node: Node | undefined, result: AttemptResult): Node {
  if (!node) throw new Error("nothing was ready");
  node.state = { ...node.state, kind: "settled", result };
  return node;
}

describe("the operations of a unit", () => {
  it("are given out once, in the order of the plan, when nothing holds them up", () => {
    const graph = operationGraph([operation(1), operation(2), operation(3)], outside);
    expect([graph.takeReady(), graph.takeReady(), graph.takeReady(), graph.takeReady()].map(idOf)).toEqual([
      1,
      2,
      3,
      undefined,
    ]);
  });

  it("become ready one after the other along their needs", () => {
    const graph = operationGraph(
      [operation(3, { needs: [{ operation: 2 }] }), operation(2, { needs: [{ operation: 1 }] }), operation(1)],
      outside,
    );
    const first = graph.takeReady();
    expect(idOf(first)).toBe(1);
    expect(graph.takeReady()).toBeUndefined();
    graph.settled(settle(first, done()));
    const second = graph.takeReady();
    expect(idOf(second)).toBe(2);
    graph.settled(settle(second, failed()));
    expect(graph.takeReady()).toBeUndefined();
  });

  it("are not given out when they have their last word, are with Webex, or need nothing to be done", () => {
    const graph = operationGraph(
      [
        operation(1, { result: done() }),
        operation(2, { result: failed() }),
        operation(3, { result: accepted() }),
        operation(4, { result: pending() }),
        operation(5, { action: "none" }),
      ],
      outside,
    );
    expect(graph.takeReady()).toBeUndefined();
    expect(graph.accepted().map(idOf)).toEqual([3, 4]);
  });

  it("see results from outside of the unit", () => {
    const template = new Map([[99, done({ provisioningId: "p" })]]);
    const graph = operationGraph(
      [operation(1, { needs: [{ operation: 99 }] }), operation(2, { needs: [{ operation: 98 }] })],
      template,
    );
    const ready = graph.takeReady();
    expect(ready && graph.neededFor(ready.operation).ids).toEqual({ provisioningId: "p" });
    expect(graph.takeReady()).toBeUndefined();
  });

  it("get the ids that were planned, and those of their needs on top", () => {
    const needs = [{ operation: 1 }, { operation: 2 }, { operation: 3 }];
    const ids = { orgId: "planned", customerId: "planned" };
    const graph = operationGraph(
      [
        operation(1, { result: done({ orgId: "done" }) }),
        operation(2, { action: "none", ids: { locationId: "there" } }),
        operation(3, { result: { ...partlyRefused, ids: { personId: "partly" } } }),
        operation(4, { needs, ids }),
      ],
      outside,
    );
    const last = operation(4, { needs, ids }).operation;
    expect(graph.neededFor(last).ids).toEqual({
      orgId: "done",
      customerId: "planned",
      locationId: "there",
      personId: "partly",
    });
  });
});

const partlyRefused = {
  status: "failed",
  failure: { kind: "rejected", sent: false, message: verbatim("partly") },
  refused: [{ part: "+312", message: verbatim("no") }],
} as const satisfies AttemptResult;

describe("a need", () => {
  const whole: Need = { operation: 1 };
  it.each<[string, Need, AttemptResult | undefined, boolean]>([
    ["nothing yet", whole, undefined, false],
    ["done", whole, done(), true],
    ["done, for one part", { ...whole, part: "+311" }, done(), true],
    ["accepted", whole, accepted(), false],
    ["pending", whole, pending(), false],
    ["failed", whole, failed(), false],
    ["failed, for one part", { ...whole, part: "+311" }, failed(), false],
    ["failed partly, for all of it", whole, partlyRefused, false],
    ["failed partly, for the refused part", { ...whole, part: "+312" }, partlyRefused, false],
    ["failed partly, for another part", { ...whole, part: "+311" }, partlyRefused, true],
    ["failed with no part refused", { ...whole, part: "+311" }, { ...partlyRefused, refused: [] }, true],
  ])("of something that is %s", (_, need, result, expected) => {
    expect(isMet(need, result)).toBe(expected);
  });
});
