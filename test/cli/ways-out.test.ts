/** Where a command cannot do what was asked, it says what to do; and lists are data where that is asked for. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const slow = { timeout: 120_000 };

describe("a saved plan", () => {
  it(
    "is applied in the state folder that it was made with, and refused as a table when rows differ",
    slow,
    async () => {
      const folder = await makeTemporaryFolder();
      await runHere(["init", "--example", "batch"], folder);
      const saved = await runHere(["plan", "batch", "--state", "own", "--out", "p.json"], folder);
      expect(saved.err).toContain("plan saved: p.json (to apply), p.csv (to read)");
      expect(saved.err).toContain("next: wholesale-import apply p.json --state own");
      const users = join(folder, "batch", "users.csv");
      await writeFile(users, (await readFile(users, "utf8")).replace(",Niels,", ",Nils,"));
      const { code, err } = await runHere(["apply", "p.json", "--state", "own"], folder);
      expect(code).toBe(2);
      expect(err).toMatch(/stopped: 1 row differs from the plan of .* UTC; nothing was sent\n/);
      expect(err).toMatch(/\n {2}users\.csv:3 {2}niels\.elamrani@korenaar\.example\.com {2}the request has changed\n/);
      expect(err).toMatch(/make a new plan: wholesale-import plan .* --out p\.json --state own\n/);
      expect(err.match(/differs from the plan/g)).toHaveLength(1);
    },
  );
});

describe("after a run", () => {
  it("lists are data, an unknown customer is an error, and nothing is left to resume", slow, async () => {
    const folder = await makeTemporaryFolder();
    const applied = await runHere(["apply", samplesFolder, "--only", "NL-1001"], folder);
    expect(applied.code).toBe(0);
    for (const list of [["runs"], ["templates", "list"]]) {
      const { code, out } = await runHere([...list, "--json"], folder);
      expect([code, Array.isArray(JSON.parse(out))]).toEqual([0, true]);
    }
    const report = await runHere(["report", "--json"], folder);
    expect(JSON.parse(report.out)).toHaveProperty("paths");
    const exported = await runHere(["export", "out", "--target", "simulator", "--customer", "NL-1010"], folder);
    expect([exported.code, exported.err]).toEqual([2, expect.stringMatching(/no customer .*NL-1010.*NL-1001/)]);
    const resumed = await runHere(["resume"], folder);
    expect([resumed.code, resumed.err]).toEqual([
      0,
      expect.stringMatching(/nothing to resume: the newest run, .* exit code 0/),
    ]);
    const runs = await runHere(["runs"], folder);
    expect(runs.out).toMatch(/^run +started +command +state +rows +refused +took +exit +target +operator +ticket\n/);
  });
});

it("suggests next commands with the state folder in use", slow, async () => {
  const folder = await makeTemporaryFolder();
  const state = ["--state", "elsewhere"];
  expect((await runHere(["apply", join(samplesFolder, "with-mistakes"), ...state], folder)).code).toBe(1);
  const id = (await readdir(join(folder, "elsewhere", "runs"))).at(-1);
  expect((await runHere(["resume", ...state], folder)).err).toContain(`retry ${id} --state elsewhere`);
  await runHere(["undo", id ?? "", ...state], folder);
  const undo = (await readdir(join(folder, "elsewhere", "runs"))).sort().at(-1);
  expect((await runHere(["retry", undo ?? "", ...state], folder)).err).toContain(`undo ${id} --state elsewhere`);
});

describe("commands that messages tell people to type, with an unusual state folder,", () => {
  const state = ["--state", "own state"];
  const typed = "--state 'own state'";

  it("names it in the causes and in every result file", slow, async () => {
    const folder = await makeTemporaryFolder();
    await runHere(["init", "--example", "batch"], folder);
    const users = join(folder, "batch", "users.csv");
    const sheet = await readFile(users, "utf8");
    await writeFile(users, sheet.replace("niels.elamrani@", "niels+consent@"));
    const applied = await runHere(["apply", "batch", ...state], folder);
    expect(applied.code).toBe(3);
    const later = `Continue later: wholesale-import resume ${typed}.`;
    expect(applied.out.replaceAll(/\s+/g, " ")).toContain(later);
    const [id = ""] = await readdir(join(folder, "own state", "runs"));
    for (const name of ["results.csv", "errors.csv", "summary.json"])
      expect(await readFile(join(folder, "own state", "runs", id, name), "utf8")).toContain(later);
    const reported = await runHere(["report", id, "--out", "copies", ...state], folder);
    expect(reported.out.replaceAll(/\s+/g, " ")).toContain(later);
    expect(await readFile(join(folder, "copies", "errors.csv"), "utf8")).toContain(later);
  });

  it("names it where a command is refused", slow, async () => {
    const folder = await makeTemporaryFolder();
    await mkdir(join(folder, "own state", "runs", "99991231-235959-aaaa"), { recursive: true });
    for (const command of ["resume", "retry", "report"]) {
      const { code, err } = await runHere([command, ...state], folder);
      expect([code, err]).toEqual([
        2,
        expect.stringContaining(`Start it again: wholesale-import apply ${typed} <input>`),
      ]);
    }
  });

  it("may be typed so", slow, async () => {
    const folder = await makeTemporaryFolder();
    expect((await runHere(["apply", samplesFolder, "--only", "NL-1001", ...state], folder)).code).toBe(0);
    for (const command of [["runs"], ["report"], ["templates", "list"]])
      expect([command, (await runHere([...command, ...state], folder)).code]).toEqual([command, 0]);
  });
});

it("a template is not linked to its own name", async () => {
  const linked = await runHere(["templates", "link", "Calling Europe", "Calling Europe"], await makeTemporaryFolder());
  expect([linked.code, linked.err]).toEqual([2, expect.stringContaining("is the name of the template")]);
});

it("names the repairs that fix writes before retry", slow, async () => {
  const folder = await makeTemporaryFolder();
  const { out } = await runHere(["apply", join(samplesFolder, "with-mistakes"), "--state", "own"], folder);
  expect(out).toMatch(/\nor +wholesale-import fix --state own {2}writes \d+ certain corrections there\n/);
  expect(out).toMatch(/\nthen +wholesale-import retry --state own\n/);
});
