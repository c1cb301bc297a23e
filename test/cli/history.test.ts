/** `history` on the screen and as JSON. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

const person = { email: "ann@example.com", extension: "4001" };

async function twoRuns() {
  const folder = await makeTemporaryFolder();
  const made = await writeBatch(folder, "made", { templates: [{}], customers: [{}], users: [person] });
  const changed = await writeBatch(folder, "changed", { users: [{ ...person, extension: "4002" }] });
  await runHere(["apply", made, "--operator", "Ann", "--ticket", "CHG-1"], folder);
  await runHere(["apply", changed, "--operator", "Bob"], folder);
  return folder;
}

describe("history", () => {
  it("says when, what, with which result, what changed, who and why", async () => {
    const folder = await twoRuns();
    const { code, out, err } = await runHere(["history", "--email", "Ann@example.com"], folder);
    expect(code).toBe(0);
    const source = (by: string) => `${by} · apply \\d{8}-\\d{6}-\\w{4} · users.csv:2 · simulator`;
    expect(out).toMatch(
      new RegExp(
        [
          String.raw`^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}create +succeeded +ann@example.com {2}C1`,
          source("by Ann · CHG-1"),
          String.raw`\S+ \S+ {2}update +succeeded +ann@example.com {2}C1`,
          "extension 4001 → 4002",
          `${source("by Bob")}\n$`,
        ].join(String.raw`\n\s*`),
      ),
    );
    expect(err).toContain("2 lines of 2 runs");
    const dutch = await runHere(["history", "--ticket", "chg-1", "--customer", "C1", "--language", "nl"], folder);
    expect(dutch.out).toMatch(/aanmaken +gelukt +ann@example\.com/);
    expect(dutch.out).toContain("door Ann · CHG-1");
  });

  it("as JSON gives one object per line", async () => {
    const folder = await twoRuns();
    const { out } = await runHere(["history", "--operator", "bob", "--json"], folder);
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      {
        key: "ann@example.com",
        customer: "C1",
        row: "users.csv:2",
        action: "update",
        status: "succeeded",
        operator: "Bob",
        changes: [{ field: "extension", before: "4001", after: "4002" }],
      },
    ]);
  });

  it("does not take who is set up to ask for what is looked for", async () => {
    const folder = await twoRuns();
    const environment = {
      WHOLESALE_IMPORT_OPERATOR: "Bob",
      WHOLESALE_IMPORT_TICKET: "X",
      WHOLESALE_IMPORT_TARGET: "webex",
    };
    const { err } = await runHere(["history", "--email", person.email], folder, environment);
    expect(err).toContain("2 lines of 2 runs");
    expect((await runHere(["history"], folder, environment)).code).toBe(2);
  });

  it.each([
    [["--number", "020-1234501"], 2, "with its country code, such as +31201234501"],
    [["--email", "ann"], 2, "such as ann.visser@example.com"],
    [[], 2, "Add --email, --number, --customer, --ticket or --operator."],
    [["--email", "nobody@example.com"], 0, "changed it. --all also shows"],
    [["--email", "nobody@example.com", "--all"], 0, "names it."],
  ])("of %j ends with %i and says what to do", async (flags, code, said) => {
    const folder = await makeTemporaryFolder();
    const ended = await runHere(["history", ...flags, "--state", join(folder, "state")], folder);
    expect(ended).toMatchObject({ code, out: "", err: expect.stringContaining(said) });
  });
});
