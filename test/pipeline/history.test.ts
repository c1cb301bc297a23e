/** What all runs did to one person, number or customer: the same that their results tell, wherever it stands. */
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../src/model/words/text.ts";
import { type HistoryLine, type HistoryQuery, history } from "../../src/pipeline/history.ts";
import { pruneRuns } from "../../src/run/runs.ts";
import { type Operator, operator } from "../support/operator.ts";
import { readResults } from "../support/read-results.ts";

const hq = { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509" };
const customers = [hq, { external_id: "C2", admin_email: "admin@c2.example.com" }];
const ann = { email: "ann@example.com", phone_number: "+31201234501", extension: "4001" };
const bob = { email: "bob@example.com", extension: "4002" };

async function historyOf({ stateFolder }: Operator, query: HistoryQuery): Promise<readonly HistoryLine[]> {
  const lines = [];
  for await (const line of history(query, stateFolder)) lines.push(line);
  return lines;
}

const shortOf = ({ row, action, status, operator: by, ticket }: HistoryLine) =>
  [row, action, status, by, ticket].filter(Boolean).join(" ");

/** A month of work: made, refused and corrected, changed, removed, taken back. */
async function monthOfWork() {
  const at = await operator();
  const templates = [{}];
  await at.apply({ templates, customers, users: [{ ...ann, phone_number: "+3120" }, bob] });
  await at.retry();
  await at.apply({ templates, customers, users: [ann, bob] });
  await at.apply({
    customers,
    users: [
      { ...ann, phone_number: "+31201234502" },
      { ...bob, first_name: "Bobby" },
    ],
  });
  const { runId } = await at.apply({ customers, users: [{ ...ann, action: "remove" }] }, { maxRemovals: 1 });
  await at.undo(runId);
  return at;
}

/** What an auditor would find who opens one results.csv after the other. */
async function readOneByOne(stateFolder: string, isWanted: (line: { key: string; customer: string }) => boolean) {
  const found: string[] = [];
  for (const runId of (await readdir(join(stateFolder, "runs"))).toSorted()) {
    for (const line of await readResults(join(stateFolder, "runs", runId, "results.csv"))) {
      const isNothing = line.action === "none" && (line.status === "unchanged" || line.status === "not_attempted");
      if (isWanted(line) && !isNothing) found.push([runId, line.file, line.row, line.action, line.status].join(" "));
    }
  }
  return found;
}

const asRead = ({ runId, row, action, status }: HistoryLine) => [runId, ...row.split(":"), action, status].join(" ");

describe("history", () => {
  it("finds the results of each run for a person and a customer, oldest first", async () => {
    const at = await monthOfWork();
    for (const email of [ann.email, bob.email]) {
      const lines = await historyOf(at, { email });
      expect(lines.map(asRead)).toEqual(await readOneByOne(at.stateFolder, ({ key }) => key === email));
      expect(lines.length).toBeGreaterThan(1);
    }
    const ofCustomer = await historyOf(at, { customer: "C1" });
    expect(ofCustomer.map(asRead)).toEqual(await readOneByOne(at.stateFolder, ({ customer }) => customer === "C1"));
    expect((await historyOf(at, { email: ann.email })).map(({ action, status }) => `${action} ${status}`)).toEqual([
      "none invalid",
      "none invalid",
      "create succeeded",
      "update succeeded",
      "delete succeeded",
      "create succeeded",
    ]);
  });

  it("finds a number with everyone who had it, has it or lists it, and shows what changed", async () => {
    const at = await monthOfWork();
    const lines = await historyOf(at, { number: "+31201234501" });
    expect(lines.filter(({ key }) => key === ann.email).map(({ action }) => action)).toEqual(["create", "update"]);
    expect(lines.find(({ action }) => action === "update")?.changes).toContainEqual({
      field: "phone_number",
      before: "+31201234501",
      after: "+31201234502",
    });
    expect(lines.filter(({ key }) => key === "C1").map(({ action }) => action)).toContain("create");
  });

  it("finds a number that was chosen, and one that left with its owner", async () => {
    const at = await operator();
    const next = { ...bob, phone_number: "next:+31201234507-+31201234509" };
    await at.apply({ templates: [{}], customers: [hq], users: [next] });
    const ofUser = async (number: string) =>
      (await historyOf(at, { number })).filter(({ key }) => key === bob.email).map(({ action }) => action);
    expect(await ofUser("+31201234507")).toEqual(["create"]);
    await at.apply({ customers: [hq], users: [{ email: bob.email, action: "remove" }] }, { maxRemovals: 1 });
    expect(await ofUser("+31201234507")).toEqual(["create", "delete"]);
    expect(await ofUser("+31201234508")).toEqual([]);
  });

  it("knows a customer by id and by name, also where a sheet names it the other way", async () => {
    const at = await operator();
    await at.apply({ templates: [{}], customers, users: [bob] });
    await at.apply({ users: [{ ...ann, phone_number: "", customer: "Customer 1" }] });
    for (const customer of ["C1", "customer 1"]) {
      const keys = (await historyOf(at, { customer })).map(({ key }) => key);
      expect(keys).toEqual(["C1", bob.email, ann.email]);
    }
    expect(await historyOf(at, { customer: "C3" })).toEqual([]);
  });

  it("shows what was right already when all is asked for", async () => {
    const at = await operator();
    const batch = { templates: [{}], customers, users: [bob] };
    await at.apply(batch);
    await at.apply(batch);
    expect((await historyOf(at, { email: bob.email })).map(shortOf)).toHaveLength(1);
    const all = await historyOf(at, { email: bob.email, isWhole: true });
    expect(all.map(({ status }) => status)).toEqual(["succeeded", "unchanged"]);
  });

  it("holds all that is asked for against each line", async () => {
    const at = await monthOfWork();
    const lines = await historyOf(at, { email: ann.email });
    const [{ operator: who = "" } = failAt("no line")] = lines;
    expect(await historyOf(at, { email: ann.email, operator: who.toUpperCase() })).toEqual(lines);
    expect(await historyOf(at, { email: ann.email, ticket: "CHG-1" })).toEqual([]);
    expect(await historyOf(at, { email: ann.email, customer: "C2" })).toEqual([]);
    expect(await historyOf(at, { email: ann.email, customer: "C1" })).toEqual(lines);
    expect(await historyOf(at, { email: ann.email, target: "webex" })).toEqual([]);
    expect((await historyOf(at, { operator: who })).length).toBeGreaterThan(lines.length);
    await expect(historyOf(at, {})).rejects.toThrow("needs to know what to look for");
  });
});

describe("the index of history", () => {
  it("reads what is new since the last time, and only that", async () => {
    const at = await operator();
    const batch = { templates: [{}], customers, users: [bob] };
    const read: number[] = [];
    const look = async () => {
      for await (const _ of history({ email: bob.email }, at.stateFolder, { onRead: (runs) => read.push(runs) }));
    };
    await at.apply(batch);
    await at.apply(batch);
    await look();
    await look();
    await at.apply(batch);
    await look();
    expect(read).toEqual([2, 1]);
  });

  it("is made again when it is gone, forgets runs that were cleared away, and names one that cannot be read", async () => {
    const at = await operator();
    const batch = { templates: [{}], customers, users: [bob] };
    const first = await at.apply(batch);
    const second = await at.apply({ ...batch, users: [{ ...bob, first_name: "Bobby" }] });
    const lines = await historyOf(at, { email: bob.email });
    expect(lines.map(({ runId }) => runId)).toEqual([first.runId, second.runId]);
    await rm(join(at.stateFolder, "history.db"));
    expect(await historyOf(at, { email: bob.email })).toEqual(lines);
    const olderThanMs = -1;
    await pruneRuns(at.stateFolder, { keep: 1, olderThanMs, nowMs: Number.MAX_SAFE_INTEGER });
    expect((await historyOf(at, { email: bob.email })).map(({ runId }) => runId)).toEqual([second.runId]);
    await writeFile(join(second.folder, "run.db"), "nothing of ours");
    const told: string[] = [];
    const onUnreadable = (runId: string, reason: Parameters<typeof inEnglish>[0]) =>
      void told.push(`${runId} ${inEnglish(reason)}`);
    for await (const line of history({ email: bob.email }, at.stateFolder, { onUnreadable })) expect(line).toBe("none");
    expect(told).toEqual([expect.stringContaining(second.runId)]);
  });
});

function failAt(what: string): never {
  throw new Error(what);
}
