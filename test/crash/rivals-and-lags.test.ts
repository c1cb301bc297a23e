import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";
import { addUp, isSoak, runEach, soakTimeoutMs, struckTooSeldom } from "../support/soak.ts";
import type { Batch } from "../support/write-batch.ts";

const rivals = ["user", "location"].flatMap((kind) => [`${kind}=equal:0.025`, `${kind}=different:0.025`]);

const batch: Batch = {
  templates: [{}],
  customers: [{}, {}, {}],
  locations: Array.from({ length: 12 }, (_, index) => ({ customer: `C${(index % 3) + 1}` })),
  users: Array.from({ length: 90 }, (_, index) => ({
    customer: `C${(index % 3) + 1}`,
    location: `Branch ${(index % 12) + 1}`,
  })),
};

type Deed = { readonly kind: string; readonly key: string; readonly isDifferent: boolean };

/** `settlingMs` of the operator in tests stands for a minute, and a lag of 400 ms for eight seconds. */
async function runAmongRivals(seed: number) {
  const { webex, apply } = await operator({ seed, lagMs: 400 });
  await webex.turnKnobs({ rivals });
  const ended = await apply(batch);
  const reply = await fetch(`${webex.origin}/simulator/rivals`);
  const { items } = (await reply.json()) as { items: readonly Deed[] }; // the simulator's documented answer
  const rowOf = ({ kind, key }: Deed) => {
    const found = ended.results.filter((row) => row.sheet === `${kind}s`).filter((row) => key.endsWith(row.key));
    return found.find((row) => row.status === "unchanged" || row.error_code === "exists_differently") ?? found[0];
  };
  const different = items.filter(({ isDifferent }) => isDifferent);
  const claimed = different.filter((deed) => rowOf(deed)?.error_code !== "exists_differently");
  const { locations = [], subscribers = [] } = await webex.state();
  const lost = ended.results.filter(({ status }) => !["succeeded", "unchanged", "failed", "blocked"].includes(status));
  const failed = ended.results.filter(
    ({ status, error_code: code }) => status === "failed" && code !== "exists_differently",
  );
  const twice = [locations, subscribers].flatMap((things) => {
    const keys = things.map(({ orgId, customerId, name, email }) => `${orgId ?? customerId} ${name ?? email}`);
    return keys.filter((key, index) => keys.indexOf(key) !== index);
  });
  return {
    wrong: [
      ...claimed.map(({ key }) => `seed ${seed}: claimed ${key}`),
      ...lost.map(({ key }) => `seed ${seed}: lost ${key}`),
      ...failed.map(({ key, message }) => `seed ${seed}: failed ${key}: ${message}`),
      ...twice.map((key) => `seed ${seed}: twice ${key}`),
    ],
    counts: {
      rows: ended.results.length,
      "rivals equal": items.length - different.length,
      "rivals different": different.length,
      "told as different": ended.results.filter(({ error_code }) => error_code === "exists_differently").length,
      claimed: claimed.length,
      lost: lost.length,
      twice: twice.length,
    },
  };
}

describe("a run against lists that lag behind, and a rival who makes the same users and locations", () => {
  it("makes nothing twice, loses nothing, and claims nothing that differs", { timeout: soakTimeoutMs }, async () => {
    const seeds = Array.from({ length: isSoak ? 50 : 3 }, (_, index) => index + 1);
    const ends = await runEach(seeds, runAmongRivals);
    const counts = addUp(ends.map((end) => end.counts));
    console.log(`${ends.length} seeds:`, JSON.stringify(counts));
    const least = { "rivals equal": ends.length, "rivals different": ends.length };
    expect(struckTooSeldom(counts, least)).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
