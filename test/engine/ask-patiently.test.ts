import { describe, expect, it } from "vitest";
import { askPatiently } from "../../src/engine/ask-patiently.ts";
import { defaultRetryLimits } from "../../src/engine/retry-delay.ts";
import type { Failure } from "../../src/model/outcome.ts";
import { verbatim } from "../../src/model/words/text.ts";
import { virtualClock } from "../support/virtual-clock.ts";

type Answered = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly failure: Failure };

/** Asks until the answers run out; the last one is given for good. */
async function ask(answers: readonly (Failure["kind"] | number)[], signal = new AbortController().signal) {
  const clock = virtualClock();
  const startMs = clock.now();
  let asked = 0;
  const question = async (): Promise<Answered> => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? 0;
    asked += 1;
    if (typeof answer === "number") return { ok: true, value: answer };
    return { ok: false, failure: { kind: answer, sent: true, message: verbatim("no") } };
  };
  const patience = { clock, random: () => 0.5, limits: { ...defaultRetryLimits, tries: 4 } };
  const answered = await clock.until(askPatiently(question, patience, signal));
  return { answered, asked, waitedMs: clock.now() - startMs };
}

describe("a question to the target", () => {
  it("is asked once when the answer is good, or when asking again makes no sense", async () => {
    expect(await ask([7])).toEqual({ answered: { ok: true, value: 7 }, asked: 1, waitedMs: 0 });
    for (const kind of ["rejected", "unauthorized"] as const) {
      expect(await ask([kind, 7])).toMatchObject({ answered: { ok: false, failure: { kind } }, asked: 1 });
    }
  });

  it("is asked again after a while when there was no good answer, so many times", async () => {
    expect(await ask(["unavailable", "contract", 7])).toMatchObject({ answered: { ok: true, value: 7 }, asked: 3 });
    expect(await ask(["unavailable"])).toMatchObject({ answered: { ok: false }, asked: 4 });
  });

  it("is asked as often as Webex throttles it", async () => {
    const answers = [...Array.from({ length: 20 }, () => "throttled" as const), 7];
    expect(await ask(answers)).toMatchObject({ answered: { ok: true, value: 7 }, asked: 21, waitedMs: 100_000 });
  });

  it("is given up with the reason of the signal", async () => {
    await expect(ask(["unavailable"], AbortSignal.abort(new Error("interrupted")))).rejects.toThrow("interrupted");
  });
});
