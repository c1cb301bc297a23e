import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createSemaphore, slotsAhead } from "../../src/engine/semaphore.ts";

const never = new AbortController().signal;

/** Acquires for each name; the names that have a slot, and what frees each. */
function line(limit: number) {
  const semaphore = createSemaphore(limit);
  const free = new Map<string, () => void>();
  return {
    free,
    inside: () => [...free.keys()],
    enter: (name: string, signal = never) => semaphore.acquire(signal).then((release) => void free.set(name, release)),
    leave(name: string) {
      free.get(name)?.();
      free.delete(name);
      return turn();
    },
  };
}

describe("a semaphore", () => {
  it("lets in as many as it has slots, the others in the order of coming", async () => {
    const { enter, leave, inside } = line(2);
    for (const name of ["a", "b", "c", "d"]) void enter(name);
    await turn();
    expect(inside()).toEqual(["a", "b"]);
    await leave("b");
    expect(inside()).toEqual(["a", "c"]);
    await leave("a");
    expect(inside()).toEqual(["c", "d"]);
  });

  it("gives a slot at once while there is one, and always when there is no limit", async () => {
    const { enter, inside } = line(Number.POSITIVE_INFINITY);
    await Promise.all(["a", "b", "c"].map((name) => enter(name)));
    expect(inside()).toEqual(["a", "b", "c"]);
  });

  it("rejects a waiter that gives up at once, and gives the slot to the next", async () => {
    const { enter, leave, inside } = line(1);
    const patience = new AbortController();
    await enter("a");
    const impatient = enter("b", patience.signal);
    void enter("c");
    patience.abort(new Error("enough"));
    await expect(impatient).rejects.toThrow("enough");
    await leave("a");
    expect(inside()).toEqual(["c"]);
  });

  it("keeps the slot of who is in, whatever becomes of the signal", async () => {
    const { enter, inside } = line(1);
    const patience = new AbortController();
    await enter("a", patience.signal);
    void enter("b");
    patience.abort(new Error("enough"));
    await turn();
    expect(inside()).toEqual(["a"]);
  });

  it("rejects a waiter whose signal has already been aborted", async () => {
    const { enter, inside } = line(1);
    await expect(async () => enter("a", AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
    await enter("b");
    expect(inside()).toEqual(["b"]);
  });

  it("has a quarter more prepare than it lets in", () => {
    expect([1, 3, 4, 10, 100].map(slotsAhead)).toEqual([0, 0, 1, 2, 25]);
  });
});
