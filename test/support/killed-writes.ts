/** Kills a run before and after each write of its journal, and goes on with it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { type Before, type Outcome, recover, runUndisturbed, setScene } from "./disturbed-run.ts";
import { projectFolder } from "./run-program.ts";
import { addUp, most, portion, runEach, struckTooSeldom } from "./soak.ts";

const watch = `--import ${pathToFileURL(join(projectFolder, "test/support/watch-writes.mjs"))}`;
const watching = (order: string) => ({ NODE_OPTIONS: watch, WATCH_WRITES: order });

type Act = { readonly batch: string; readonly flags: readonly string[]; readonly before?: Before };

async function countWrites({ batch, ...setting }: Act): Promise<number> {
  await using scene = await setScene(batch, {}, setting);
  const countFile = join(scene.folder, "writes");
  await scene.apply(watching(countFile)).ended;
  return Number(await readFile(countFile, "utf8"));
}

async function killAt(order: string, { batch, ...setting }: Act, reference: Outcome) {
  await using scene = await setScene(batch, {}, setting);
  const killed = await scene.apply(watching(order)).ended;
  const { wrong, counts } = await recover(scene, `killed ${order} write`, reference);
  return { wrong, counts: { killed: killed.code === null ? 1 : 0, ...counts } };
}

/** At each write in turn, with `npm run soak`; else at each `nth`. */
export async function killAtEach(act: Act, leastWrites: number, nth = 10): Promise<void> {
  const { batch, ...setting } = act;
  const reference = await runUndisturbed(batch, {}, setting);
  const writes = await countWrites(act);
  const orders = Array.from({ length: writes }, (_, index) => [`${index + 1} before`, `${index + 1} after`]).flat();
  const ends = await runEach(portion(orders, { nth }), (order) => killAt(order, act, reference));
  const counts = { writes, ...addUp(ends.map((end) => end.counts)) };
  console.log(`${ends.length} runs:`, JSON.stringify(counts));
  expect(struckTooSeldom(counts, { writes: leastWrites, killed: most(ends.length) })).toEqual([]);
  expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
}
