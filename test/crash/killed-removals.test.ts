/** A run that takes over a customer, and removes two, killed at writes of its journal. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type Outcome, readOutcome, recover, type Scene, setScene, stateFolderOf } from "../support/disturbed-run.ts";
import { projectFolder } from "../support/run-program.ts";
import { addUp, most, portion, runEach, soakTimeoutMs, struckTooSeldom } from "../support/soak.ts";
import { type Batch, writeBatch } from "../support/write-batch.ts";

const watch = `--import ${pathToFileURL(join(projectFolder, "test/support/watch-writes.mjs"))}`;
const watching = (order: string) => ({ NODE_OPTIONS: watch, WATCH_WRITES: order });
const flags = ["--adopt", "--allow-customer-removals", "--delete-organizations"];

const first: Batch = {
  templates: [{}],
  customers: [{ external_id: "HAND-1" }, {}, {}],
  users: [{ customer: "HAND-1" }, { customer: "C2" }, { customer: "C2" }, { customer: "C3" }],
};
const later: Batch = {
  customers: [{}, { action: "remove" }, { action: "remove" }],
  users: [{ customer: "C1" }],
};

/** The first batch is applied; the second is what the scene is about. */
async function setLater(): Promise<Scene> {
  const scene = await setScene("");
  const [before, batch] = await Promise.all([
    writeBatch(scene.folder, "first", first),
    writeBatch(scene.folder, "later", later),
  ]);
  const { code, err } = await scene.start(["apply", before, "--base-url", scene.webex.baseUrl]).ended;
  if (code !== 0) throw new Error(err);
  await scene.webex.forgetStats();
  const start: Scene["start"] = (args, environment) =>
    scene.start(args[0] === "apply" ? [...args, ...flags] : args, environment);
  return {
    ...scene,
    batch,
    start,
    apply: (environment) => start(["apply", batch, "--base-url", scene.webex.baseUrl], environment),
  };
}

async function killAt(order: string, reference: Outcome) {
  await using scene = await setLater();
  const killed = await scene.apply(watching(order)).ended;
  const { wrong, counts } = await recover(scene, `killed ${order} write`, reference);
  return { wrong, counts: { killed: killed.code === null ? 1 : 0, ...counts } };
}

describe("a run with removals and a take-over that is killed at a write of its journal", () => {
  it("comes to the same end when it is resumed", { timeout: soakTimeoutMs }, async () => {
    await using scene = await setLater();
    const countFile = join(scene.folder, "writes");
    const { code, err } = await scene.apply(watching(countFile)).ended;
    expect([code, err]).toEqual([0, expect.any(String)]);
    const reference = await readOutcome(scene, stateFolderOf(scene));
    expect(reference.rows.map((row) => row.split(" ").slice(-2).join(" "))).toEqual([
      "update succeeded",
      "delete succeeded",
      "delete succeeded",
      "none unchanged",
    ]);
    const writes = Number(await readFile(countFile, "utf8"));
    const orders = Array.from({ length: writes }, (_, index) => [`${index + 1} before`, `${index + 1} after`]).flat();
    const ends = await runEach(portion(orders), (order) => killAt(order, reference));
    const counts = { writes, ...addUp(ends.map((end) => end.counts)) };
    console.log(`${ends.length} runs:`, JSON.stringify(counts));
    expect(struckTooSeldom(counts, { writes: 15, killed: most(ends.length) })).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
