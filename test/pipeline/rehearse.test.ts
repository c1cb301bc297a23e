/** A rehearsal tells what an apply would come to, and leaves everything as it is. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { connectTo, rehearse, runContext } from "../../src/index.ts";
import { systemClock } from "../../src/system-clock.ts";
import { runHere } from "../support/run-here.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

const users = (count: number) => Array.from({ length: count }, () => ({}));
const batchOf = (customers: number, others: object = {}) => ({
  templates: [{}],
  customers: Array.from({ length: customers }, () => ({})),
  users: users(6),
  ...others,
});

async function partner() {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex({ latencyMs: 20, provisioningTimeMs: 200 });
  const run = (...args: readonly string[]) => runHere([...args, "--base-url", webex.baseUrl], folder, {}, systemClock);
  return { folder, webex, run };
}

/** Without what SQLite keeps beside an open file. */
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => !/-(?:wal|shm)$/.test(name)).toSorted();

const eventsOf = ({ out }: { readonly out: string }) =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("a rehearsal", () => {
  it("of a batch that is new sends nothing, keeps nothing, and says when it would be done", async () => {
    const { folder, webex, run } = await partner();
    const batch = await writeBatch(folder, "batch", batchOf(2));
    const ended = await run("apply", batch, "--rehearse");
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.out).toContain("If it begins now it is done at");
    expect(ended.out).toContain("No earlier run has measured this target");
    expect((await webex.stats()).writes).toBe(0);
    expect((await webex.state()).customers).toEqual([]);
    expect(await filesIn(folder)).not.toContain(join(".wholesale-import", "runs"));
  });

  it("of the first batch of a partner begins with an export that has no customer", async () => {
    const { folder, run } = await partner();
    await run("export", "live", "--target", "simulator");
    const batch = await writeBatch(folder, "batch", batchOf(1));
    expect(await run("apply", batch, "--rehearse", "--from-export", "live")).toMatchObject({ code: 0 });
    await writeFile(join(folder, "live", "customers.csv"), "external_id,name\n,no id\n");
    const refused = await run("apply", batch, "--rehearse", "--from-export", "live");
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.err).toContain("live has no valid row of a customer.");
  });

  it("promises nothing of a batch that would not begin, and names the state folder of the person in what is to be done", async () => {
    const { folder, run } = await partner();
    const absent = await run("apply", "absent.xlsx", "--rehearse");
    expect(absent).toMatchObject({ code: 2 });
    expect(absent.out).not.toContain("it is done at");
    const batch = await writeBatch(folder, "batch", batchOf(1, { templates: [{ provisioning_id: "" }] }));
    const at = ["--target", "webex", "--on-behalf-of", "org", "--state", "mine", "--from-export", "live"];
    await run("export", "live", "--target", "simulator");
    const ended = await run("apply", batch, "--rehearse", ...at);
    expect(ended.out).toContain("wholesale-import templates link --state mine ");
  });

  it("that a person interrupts promises nothing", async () => {
    const { folder, webex } = await partner();
    const batch = await writeBatch(folder, "batch", batchOf(2));
    const stop = new AbortController();
    const seen: string[] = [];
    const context = runContext({
      stateFolder: join(folder, "state"),
      signals: { stop: stop.signal, abort: new AbortController().signal },
      emit({ type }) {
        seen.push(type);
        if (type === "planned") stop.abort(new Error("Ctrl-C"));
      },
    });
    const target = { name: "simulator", baseUrl: webex.baseUrl } as const;
    const connect = connectTo({ ...target, stateFolder: context.stateFolder });
    const { end, rehearsal } = await rehearse({ batch: { inputs: [batch] }, target, connect }, context);
    expect(end.stopped?.kind).toBe("interrupted");
    expect(rehearsal).toBeUndefined();
    expect(seen).toContain("planned");
    expect(seen).not.toContain("rehearsed");
  });

  it("of hours takes no hours", async () => {
    const { folder, webex, run } = await partner();
    const batch = await writeBatch(folder, "batch", batchOf(1));
    const routes = { "POST /wholesale/subscribers": [3_600_000] };
    const measured = { [webex.baseUrl]: { routes, provisioningMs: [7_200_000], atMs: 0 } };
    await mkdir(join(folder, ".wholesale-import"));
    await writeFile(join(folder, ".wholesale-import", "calls.json"), JSON.stringify(measured));
    const args = ["--rehearse", "--json", "--per-customer", "1", "--provisioning-timeout", "3h"];
    const [rehearsed] = eventsOf(await run("apply", batch, ...args)).slice(-2);
    expect(rehearsed).toMatchObject({ type: "rehearsed", measured: { answers: 1 } });
    expect(rehearsed.seconds).toBeGreaterThanOrEqual(8 * 3_600);
  });

  it("finds the rows that would be refused, with the same reason and exit code, and what is there unchanged", async () => {
    const { folder, webex, run } = await partner();
    await run("apply", await writeBatch(folder, "first", batchOf(2)));
    const rows = [{}, {}, {}, {}, {}, {}, { email: "new@example.com", extension: "4000" }];
    const next = await writeBatch(folder, "next", batchOf(2, { users: rows }));
    const before = await webex.state();
    const rehearsed = await run("apply", next, "--rehearse");
    expect(await webex.state()).toEqual(before);
    const applied = await run("apply", next);
    expect(rehearsed.code).toBe(applied.code);
    const table = (out: string) =>
      out.split("\n").filter((line) => /^(users|customers|locations|templates) /.test(line));
    expect(table(rehearsed.out)).toEqual(table(applied.out));
  });

  it("on an export asks the target nothing, and knows what earlier runs have measured and applied", async () => {
    const { folder, webex, run } = await partner();
    await run("apply", await writeBatch(folder, "first", batchOf(3)));
    await run("export", "live", "--target", "simulator");
    const next = await writeBatch(folder, "next", batchOf(4));
    await webex.forgetStats();
    const state = await filesIn(join(folder, ".wholesale-import"));
    const kept = await readFile(join(folder, ".wholesale-import", "calls.json"), "utf8");
    const ended = await run("apply", next, "--rehearse", "--from-export", "live", "--json", "--out", "rehearsed");
    expect((await webex.stats()).total).toBe(0);
    expect(await readFile(join(folder, ".wholesale-import", "calls.json"), "utf8")).toBe(kept);
    expect(await filesIn(join(folder, ".wholesale-import"))).toEqual(state);
    expect(ended.code).toBe(0);
    const [rehearsed, last] = eventsOf(ended).slice(-2);
    expect(rehearsed).toMatchObject({ type: "rehearsed", measured: { answers: expect.any(Number) } });
    expect(last).toMatchObject({ type: "ended", exitCode: 0 });
    expect(last).not.toHaveProperty("runId");
    const results = await readFile(join(folder, "rehearsed", "results.csv"), "utf8");
    expect(results.match(/,unchanged,/g)).toHaveLength(10);
  });

  it("for webex is planned as for webex: a template that nobody has made fails with its checklist", async () => {
    const { folder, webex } = await partner();
    const token = { WEBEX_ACCESS_TOKEN: "token" };
    const run = (...args: readonly string[]) =>
      runHere([...args, "--target", "webex", "--base-url", webex.baseUrl], folder, token, systemClock);
    const templates = [{ provisioning_id: "made-by-hand" }, { template_name: "Not made" }];
    const customers = [{}, { template: "Not made" }];
    const batch = await writeBatch(
      folder,
      "batch",
      batchOf(2, { templates, customers, users: [{}, { customer: "C2" }] }),
    );
    const { code, out } = await run("apply", batch, "--rehearse");
    expect(code).toBe(1);
    expect(out).toMatch(/^templates +- +1 +- +1 /m);
    expect(out).toMatch(/^customers +1 +- +- +- +1 /m);
    expect(out).toMatch(/^users +1 +- +- +- +1 /m);
    expect((await webex.stats()).writes).toBe(0);
  });

  it("refuses what apply would refuse: a removal that nobody has confirmed", async () => {
    const { folder, run } = await partner();
    const leavers = Array.from({ length: 6 }, () => ({ action: "remove" }));
    const many = Array.from({ length: 12 }, () => ({}));
    await run("apply", await writeBatch(folder, "first", batchOf(1, { users: many })));
    const next = await writeBatch(folder, "next", { users: [...leavers, ...leavers] });
    const [rehearsed, applied] = [await run("apply", next, "--rehearse"), await run("apply", next)];
    expect(rehearsed.code).toBe(2);
    expect(rehearsed.code).toBe(applied.code);
  });

  it("does not go with the engine that is elsewhere, and an export goes with a rehearsal alone", async () => {
    const { folder, run } = await partner();
    const batch = await writeBatch(folder, "batch", batchOf(1));
    expect(await run("apply", batch, "--rehearse", "--engine", "temporal")).toMatchObject({ code: 2 });
    expect(await run("apply", batch, "--from-export", "live")).toMatchObject({ code: 2 });
  });
});
