import { describe, expect, it } from "vitest";
import { createSlidingWindow } from "../../src/engine/sliding-window.ts";

describe("the moments of the last while", () => {
  it("are counted from the first that has not left", () => {
    const window = createSlidingWindow(1_000);
    expect(window.look(0)).toEqual({ count: 0, firstMs: undefined });
    for (const at of [0, 400, 900]) window.add(at);
    expect(window.look(999)).toEqual({ count: 3, firstMs: 0 });
    expect(window.look(1_000)).toEqual({ count: 2, firstMs: 400 });
    expect(window.look(1_900)).toEqual({ count: 0, firstMs: undefined });
  });

  it("are counted rightly when very many have come and gone", () => {
    const window = createSlidingWindow(100);
    for (let at = 0; at < 20_000; at += 1) {
      window.add(at);
      if (at % 997 === 0) expect(window.look(at).count).toBe(Math.min(at + 1, 100));
    }
    expect(window.look(20_000)).toEqual({ count: 99, firstMs: 19_901 });
  });
});
