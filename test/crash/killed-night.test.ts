import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { openScheduleStore } from "../../src/journal/state/schedule-store.ts";
import { comparableState } from "../support/comparable-state.ts";
import { type Scene, setScene, smallBatch, stateFolderOf } from "../support/disturbed-run.ts";
import { listLeft } from "../support/nights.ts";
import { openReceiver, type Receiver } from "../support/notice-places.ts";
import { projectFolder } from "../support/run-program.ts";
import { addUp, most, portion, runEach, soakTimeoutMs, struckTooSeldom } from "../support/soak.ts";
import { writeBatch } from "../support/write-batch.ts";

const preload = (file: string) => `--import ${pathToFileURL(join(projectFolder, "test/support", file))}`;
const watchNight = (order: string) => ({ NODE_OPTIONS: preload("watch-night.mjs"), WATCH_NIGHT: order });
const watchRun = (order: string) => ({ NODE_OPTIONS: preload("watch-writes.mjs"), WATCH_WRITES: order });

/** Three batches: a folder that says so itself, one that is said so, one that is wrong. */
async function fillInbox(inbox: string): Promise<void> {
  await mkdir(inbox);
  await writeBatch(inbox, "a-good", { templates: [{}], customers: [{}], users: [{}, {}] });
  await writeFile(join(inbox, "a-good", ".ready"), "");
  await writeBatch(inbox, "b-more", { users: [{ email: "more@example.com", extension: "4900" }] });
  await writeFile(join(inbox, "b-more.ready"), "");
  await writeBatch(inbox, "c-wrong", { users: [{ email: "no address" }] });
  await writeFile(join(inbox, "c-wrong.ready"), "");
}

type NightScene = Scene & { readonly inbox: string; readonly receiver: Receiver };

async function oneNight(scene: NightScene, environment: NodeJS.ProcessEnv = {}) {
  const flags = ["--target", "simulator", "--base-url", scene.webex.baseUrl, "--quiet-period", "never", "--quiet"];
  const args = ["schedule", "--once", "--inbox", scene.inbox, "--webhook-url", scene.receiver.origin, ...flags];
  const secret = { WHOLESALE_IMPORT_WEBHOOK_SECRET: "s" };
  return await scene.start(args, { ...secret, ...environment }).ended;
}

async function setNight(): Promise<NightScene> {
  const scene = await setScene(smallBatch);
  const inbox = join(scene.folder, "inbox");
  await fillInbox(inbox);
  return { ...scene, inbox, receiver: await openReceiver() };
}

/** Where each batch ended, without times; what is at the target; who was told. */
async function readNight(scene: NightScene) {
  using book = openScheduleStore(join(stateFolderOf(scene), "nights.db"));
  const left = Object.entries(await listLeft(scene.inbox));
  const { writes, duplicateCreates } = await scene.webex.stats();
  const told = scene.receiver.received.map(
    ({ body }) => JSON.parse(body) as { id: string; batch: string; outcome: string },
  ); // as `notice.ts` writes it
  return {
    left: left
      .map(([place, found]) => `${place.replace(/\d+ /, "")} ${found === "waiting" ? "" : found.outcome}`)
      .toSorted(),
    state: comparableState(await scene.webex.state()),
    told: [...new Set(told.map(({ batch, outcome }) => `${batch} ${outcome}`))].toSorted(),
    ids: new Set(told.map(({ id }) => id)).size,
    open: book.open().length,
    writes,
    duplicateCreates,
    notices: told.length,
  };
}

type Ended = Awaited<ReturnType<typeof readNight>>;

async function killOnce(environment: NodeJS.ProcessEnv, reference: Ended) {
  await using scene = await setNight();
  const killed = await oneNight(scene, environment);
  const after = await oneNight(scene);
  const { writes, notices, ...found } = await readNight(scene);
  const { writes: wanted, notices: wantedNotices, ...expected } = reference;
  const differs = JSON.stringify(found) === JSON.stringify(expected) ? [] : [JSON.stringify(found)];
  const repeated = [
    ...(writes > wanted + 1 ? [`${writes - wanted} writes repeated`] : []),
    ...(notices > wantedNotices + 1 ? [`${notices} notices`] : []),
  ];
  const what = JSON.stringify(environment);
  const wrong = [...differs, ...repeated, ...([0, 1].includes(after.code ?? -1) ? [] : [after.err])].map(
    (each) => `${what}: ${each}`,
  );
  return {
    wrong,
    counts: {
      killed: killed.code === null ? 1 : 0,
      "notices repeated": notices - wantedNotices,
      "writes repeated": writes - wanted,
    },
  };
}

async function undisturbed(environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  await using scene = await setNight();
  await oneNight(scene, environment);
  return await readNight(scene);
}

describe("a night that is killed", () => {
  it("while it takes, moves or tells is put right by the next start: nothing repeated, nothing lost", {
    timeout: soakTimeoutMs,
  }, async () => {
    await using counting = await setNight();
    const countFile = join(counting.folder, "steps");
    await oneNight(counting, watchNight(countFile));
    const reference = await readNight(counting);
    expect(reference).toMatchObject({
      left: ["done/a-good done", "done/b-more done", "failed/c-wrong failed"],
      told: ["a-good done", "b-more done", "c-wrong failed"],
      open: 0,
      notices: 3,
    });
    const steps = (await readFile(countFile, "utf8")).trim().split("\n");
    const orders = steps.flatMap((_, index) => [`${index + 1} before`, `${index + 1} after`]);
    const ends = await runEach(portion(orders, { nth: 60 }), (order) => killOnce(watchNight(order), reference));
    const writes = steps.filter((step) => step.startsWith("book: ")).length;
    const counts = { steps: steps.length, "of them writes": writes, ...addUp(ends.map((end) => end.counts)) };
    console.log(`${ends.length} nights:`, JSON.stringify(counts));
    const least = { steps: 60, "of them writes": 12, killed: most(ends.length) };
    expect(struckTooSeldom(counts, least)).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });

  it("while it runs a batch continues with the same run", { timeout: soakTimeoutMs }, async () => {
    await using counting = await setNight();
    const countFile = join(counting.folder, "writes");
    await oneNight(counting, watchRun(countFile));
    const reference = await undisturbed();
    const writes = Number(await readFile(countFile, "utf8"));
    const orders = Array.from({ length: writes }, (_, index) => `${index + 1} after`);
    const ends = await runEach(portion(orders, { seed: 2, nth: 20 }), (order) => killOnce(watchRun(order), reference));
    const counts = { writes, ...addUp(ends.map((end) => end.counts)) };
    console.log(`${ends.length} nights:`, JSON.stringify(counts));
    expect(struckTooSeldom(counts, { writes: 40, killed: most(ends.length) })).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
