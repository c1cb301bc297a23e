import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchReply } from "../../src/web/api-types.ts";
import { followBatch } from "../../src/web/app/follow-batch.ts";

/** A server with a batch, whose answers arrive when the test lets them. */
function startServer() {
  let asOf = 0;
  let edits = 0;
  let checked = 0;
  const shown: BatchReply[] = [];
  const waiting: (() => void)[] = [];
  const underway: (() => void)[] = [];
  const describeBatch = () => {
    asOf += 1;
    return { id: "b", files: [], asOf, version: edits, isChecking: checked < edits, hasPlan: false, isPlanning: false };
  };
  const onItsWay = <T>(send: (deliver: (say: () => T) => void) => void) =>
    new Promise<T>((resolve, reject) =>
      send((say) => {
        try {
          const reply = say();
          underway.push(() => resolve(reply));
        } catch (error) {
          underway.push(() => reject(error));
        }
      }),
    );
  const following = followBatch({
    load: () => onItsWay((deliver) => deliver(describeBatch)),
    settled: () =>
      onItsWay((deliver) => {
        if (checked === edits) deliver(describeBatch);
        else waiting.push(() => deliver(describeBatch));
      }),
    mayAskAgain: async () => true,
    show: (batch) => shown.push(batch),
    tell: () => undefined,
  });
  return {
    following,
    shown: () => shown.at(-1),
    edits: () => edits,
    edit() {
      edits += 1;
      const reply = describeBatch();
      underway.push(() => following.take(reply));
    },
    /** The check ends; who waits for it is answered, in the state of then or of a moment later. */
    check() {
      checked = edits;
      for (const answer of waiting.splice(0)) answer();
    },
    /** As when an edit comes between the end of a check and the answer to who has waited for it. */
    checkAndEdit() {
      checked = edits;
      edits += 1;
      const reply = describeBatch();
      for (const answer of waiting.splice(0)) answer();
      underway.push(() => following.take(reply));
    },
    /** The connection breaks: nobody who waits hears anything. */
    lose() {
      for (const answer of waiting.splice(0)) {
        answer();
        underway.pop();
      }
    },
    underway,
    async deliver(index: number) {
      underway.splice(index % Math.max(1, underway.length), 1)[0]?.();
      for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
    },
  };
}

type Server = ReturnType<typeof startServer>;

async function comeToRest(server: Server): Promise<void> {
  server.check();
  for (let steps = 0; server.underway.length > 0 && steps < 1_000; steps += 1) {
    await server.deliver(0);
    server.check();
  }
}

describe("a batch that is followed", () => {
  it("is checked in the end, in whatever order edits, checks and answers come", async () => {
    const step = fc.oneof(
      fc.constant("edit" as const),
      fc.constant("check" as const),
      fc.constant("checkAndEdit" as const),
      fc.constant("reload" as const),
      fc.nat({ max: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const server = startServer();
        server.following.reload();
        for (const each of steps) {
          if (typeof each === "number") await server.deliver(each);
          else if (each === "reload") server.following.reload();
          else server[each]();
        }
        await comeToRest(server);
        expect(server.shown()).toMatchObject({ isChecking: false, version: server.edits() });
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the newer of two answers when the older one comes later", async () => {
    const server = startServer();
    server.edit();
    server.edit();
    await server.deliver(1);
    await server.deliver(0);
    expect(server.shown()?.version).toBe(2);
  });

  it("is asked for again where the answer was that it is checked once more", async () => {
    const server = startServer();
    server.edit();
    await server.deliver(0);
    server.checkAndEdit();
    await server.deliver(0);
    expect(server.shown()).toMatchObject({ isChecking: true, version: 2 });
    server.check();
    await server.deliver(1);
    await comeToRest(server);
    expect(server.shown()).toMatchObject({ isChecking: false, version: 2 });
  });
});
