import { describe, expect, it } from "vitest";
import { holdOpen } from "../../src/run/held.ts";

describe("what is held open", () => {
  it("is closed in the opposite order, each when the one after it is closed", async () => {
    const held = holdOpen();
    const closed: string[] = [];
    held.use({ [Symbol.dispose]: () => void closed.push("first") });
    held.use({
      async [Symbol.asyncDispose]() {
        await Promise.resolve();
        closed.push("second");
      },
    });
    held.use({ [Symbol.dispose]: () => void closed.push("third") });
    await held[Symbol.asyncDispose]();
    expect(closed).toEqual(["third", "second", "first"]);
  });

  it("is closed whole though some of it cannot be, and the first of the causes is thrown", async () => {
    const held = holdOpen();
    const closed: string[] = [];
    const failing = (name: string) => () => {
      closed.push(name);
      throw new Error(name);
    };
    held.use({ [Symbol.dispose]: failing("first") });
    held.use({ [Symbol.dispose]: () => void closed.push("second") });
    held.use({ [Symbol.dispose]: failing("third") });
    await expect(held[Symbol.asyncDispose]()).rejects.toThrow("third");
    expect(closed).toEqual(["third", "second", "first"]);
  });

  it("is closed once", async () => {
    const held = holdOpen();
    const closed: string[] = [];
    held.use({ [Symbol.dispose]: () => void closed.push("closed") });
    await held[Symbol.asyncDispose]();
    await held[Symbol.asyncDispose]();
    expect(closed).toEqual(["closed"]);
  });
});
