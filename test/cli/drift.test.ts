/** `drift` on the screen, as JSON, and what it refuses. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

const simulator = ["--target", "simulator"];

async function appliedOnce() {
  const folder = await makeTemporaryFolder();
  const templates = [{}];
  const user = { email: "ann@example.com", extension: "4001" };
  await writeBatch(folder, "made", { templates, customers: [{}], users: [user] });
  await writeBatch(folder, "wanted", {
    customers: [{}],
    users: [{ ...user, extension: "4002" }, { email: "bob@example.com" }],
  });
  expect((await runHere(["apply", "made"], folder)).code).toBe(0);
  return folder;
}

describe("drift", () => {
  it("says that nothing differs from the rows last applied, and that nothing was sent", async () => {
    const folder = await appliedOnce();
    const { code, out } = await runHere(["drift", ...simulator], folder);
    expect(code).toBe(0);
    expect(out).toContain("no differences in 1 customer; nothing was sent");
    expect(out).toMatch(/^users +1 +- +- +-$/m);
  });

  it("names each difference at its row, in the language asked for, and ends with 1", async () => {
    const folder = await appliedOnce();
    const english = await runHere(["drift", "wanted", ...simulator, "--out", "here"], folder);
    expect(english.code).toBe(1);
    expect(english.out).toContain("C1\n  users.csv:2  ann@example.com  extension: 4002 in the sheet, 4001 at Webex");
    expect(english.out).toContain("users.csv:3  bob@example.com  is missing at Webex");
    expect(english.out).toContain("2 differences in 1 of 1 customer; nothing was sent");
    expect(await readFile(join(folder, "here", "drift.csv"), "utf8")).toContain(
      "C1,users,ann@example.com,changed,extension,4002,4001,users.csv,2,",
    );
    const dutch = await runHere(["drift", "wanted", ...simulator, "--language", "nl"], folder);
    expect(dutch.out).toContain("extension: 4002 in het blad, 4001 bij Webex");
  });

  it("of a run needs no target, and takes no other", async () => {
    const folder = await appliedOnce();
    const [{ runId }] = JSON.parse((await runHere(["runs", "--json"], folder)).out) as [{ runId: string }];
    expect((await runHere(["drift", runId], folder)).code).toBe(0);
    const other = await runHere(["drift", runId, "--target", "webex"], folder);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining("--target") });
  });

  it("as JSON gives the summary and the lines", async () => {
    const folder = await appliedOnce();
    const { out, err } = await runHere(["drift", "wanted", ...simulator, "--json", "--ticket", "CHG-1"], folder);
    expect(err).toBe("");
    expect(JSON.parse(out)).toMatchObject({
      ...{ v: 1, ticket: "CHG-1", differences: 2, customers: 1, differing: 1, notCompared: 0 },
      sheets: { users: { compared: 2, changed: 1, missing: 1, unlisted: 0 } },
      lines: [
        { kind: "changed", column: "extension" },
        { kind: "missing", key: "bob@example.com" },
      ],
    });
  });

  it("is removed with old runs, but for the newest", async () => {
    const folder = await appliedOnce();
    for (const _ of [1, 2, 3]) await runHere(["drift", ...simulator], folder);
    const { err } = await runHere(["runs", "prune", "--keep", "1", "--older-than", "0"], folder);
    expect(err).toContain("2 comparisons removed");
    expect(await readdir(join(folder, ".wholesale-import", "drift"))).toHaveLength(1);
  });

  it.each([
    [["drift"], "drift requires --target"],
    [["drift", "--target", "simulator"], "Nothing has been applied to this target from the state folder"],
    [["drift", "nowhere", "--target", "simulator"], "nowhere"],
    [["drift", "20261122-020007-k3f9"], "20261122-020007-k3f9"],
  ])("of %j ends with 2 and says why", async (args, said) => {
    const { code, err, out } = await runHere(args, await makeTemporaryFolder());
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
  });
});
