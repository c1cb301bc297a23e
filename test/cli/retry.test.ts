import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { correctFailed } from "../support/correct-failed.ts";
import { writeLostPlus } from "../support/lost-plus.ts";
import { countBy, newestRun, readResults } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { textRow, writeWorkbook } from "../support/workbook-builder.ts";
import { editBook } from "../support/workbooks.ts";

describe("retry", () => {
  it("takes the rows in failed/ as a person has corrected them, and all succeed", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex();
    await runHere(["apply", join(samplesFolder, "with-mistakes"), "--base-url", webex.baseUrl], folder);
    await correctFailed(await newestRun(join(folder, ".wholesale-import")));

    const retried = await runHere(["retry"], folder);
    const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(
      results.filter(({ status }) => status !== "succeeded").map(({ key, message }) => `${key}: ${message}`),
    ).toEqual([]);
    expect(retried.code).toBe(0);
    expect(countBy(results, ({ sheet }) => sheet)).toEqual({ templates: 2, customers: 3, locations: 6, users: 19 });
    const state = await webex.state();
    expect(state.customers).toHaveLength(5);
    expect(state.subscribers).toHaveLength(23);
  });

  it("takes the workbook where that was edited, and says so", async () => {
    const folder = await applyLostPlus();
    const run = await newestRun(join(folder, ".wholesale-import"));
    await editBook(join(run, "failed", "correct.xlsx"), [["users", "G2", "+31207000002"]]);

    const retried = await runHere(["retry"], folder);
    expect(retried.err).toContain("read from failed/correct.xlsx, which you edited; the CSV files were not");
    expect(retried.code).toBe(0);
    const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(results.map(({ file, row, status }) => `${file}:${row} ${status}`)).toEqual([
      "correct.xlsx[users]:2 succeeded",
    ]);
  });

  it("takes the copies of --out where those were edited", async () => {
    const folder = await applyLostPlus("--out", "results");
    await editBook(join(folder, "results", "failed", "correct.xlsx"), [["users", "G2", "+31207000002"]]);
    const retried = await runHere(["retry"], folder);
    expect(retried.err).toMatch(/read from .*results.failed.correct\.xlsx, which you edited/);
    expect(retried.code).toBe(0);
  });

  it("refuses to choose when both forms were edited, and names both", async () => {
    const folder = await applyLostPlus();
    const run = await newestRun(join(folder, ".wholesale-import"));
    await editBook(join(run, "failed", "correct.xlsx"), [["users", "G2", "+31207000002"]]);
    const csv = join(run, "failed", "users.csv");
    await writeFile(csv, (await readFile(csv, "utf8")).replace("31207000002", "+31207000002"));

    const retried = await runHere(["retry"], folder);
    expect(retried.code).toBe(2);
    expect(retried.err).toContain("failed/correct.xlsx and failed/users.csv");
  });

  it("takes the rows as they were when nothing was edited", async () => {
    const folder = await applyLostPlus();
    const retried = await runHere(["retry"], folder);
    expect(retried.code).toBe(1);
    const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(results.map(({ file, status, error_code }) => `${file} ${status} ${error_code}`)).toEqual([
      "users.csv invalid phone_lost_plus",
    ]);
  });

  it("refuses an untouched date of a workbook again, though its text would pass", async () => {
    const folder = await makeTemporaryFolder();
    await writeLostPlus(folder, []);
    const user = ["NL-1", "c@acme.example.com", "", "Three", "webex_calling", "4003"];
    const rows = [
      textRow(1, ["customer", "email", "first_name", "last_name", "package", "extension"]),
      textRow(2, user, '<c r="C2" s="1"><v>46085</v></c>'),
    ];
    await rm(join(folder, "users.csv"));
    await writeWorkbook(join(folder, "users.xlsx"), [{ name: "users", rows: rows.join("") }], { formats: ["mmmm d"] });
    const applied = await runHere(["apply", "."], folder);
    const retried = await runHere(["retry"], folder);
    expect([applied.code, retried.code], retried.err).toEqual([1, 1]);
    const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(results.map(({ key, status, error_code }) => `${key} ${status} ${error_code}`)).toEqual([
      "c@acme.example.com invalid date_in_cell",
    ]);
  });

  it("sends nothing with --strict as long as a row is refused", async () => {
    const folder = await makeTemporaryFolder();
    await writeLostPlus(folder, [
      ["a@acme.example.com", "An", "One", "+31207000001", "4001"],
      ["b@acme.example.com", "Bo", "Two", "31207000002", "4002"],
      ["c@acme.example.com", "Cy", "Three", "31207000003", "4003"],
    ]);
    const webex = await simulateWebex();
    await runHere(["apply", ".", "--base-url", webex.baseUrl], folder);
    const { subscribers: before = [] } = await webex.state();
    const correct = async (number: string) => {
      const failed = join(await newestRun(join(folder, ".wholesale-import")), "failed", "users.csv");
      await writeFile(failed, (await readFile(failed, "utf8")).replace(`,${number}`, `,+${number}`));
    };
    await correct("31207000002");
    const refused = await runHere(["retry", "--strict"], folder);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("1 row is invalid, and --strict was given; nothing was sent");
    expect((await webex.state()).subscribers).toEqual(before);
    await correct("31207000003");
    const retried = await runHere(["retry", "--strict"], folder);
    expect(retried.code, retried.err).toBe(0);
    expect((await webex.state()).subscribers).toHaveLength(before.length + 2);
  });

  it("refuses uncorrected rows again for the same reasons, and sends nothing new", {
    timeout: 60_000,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const state = join(folder, ".wholesale-import");
    const webex = await simulateWebex();
    await runHere(["apply", join(samplesFolder, "with-mistakes"), "--base-url", webex.baseUrl], folder);
    const refusals = async () => {
      const rows = await readResults(join(await newestRun(state), "results.csv"));
      return rows
        .filter(({ status }) => status !== "succeeded" && status !== "unchanged")
        .map(({ sheet, key, status, error_code, column, hint }) =>
          [sheet, key, status, error_code, column, hint].join("|"),
        );
    };
    const before = await refusals();
    const { subscribers, locations, customers } = await webex.state();
    for (const generation of [1, 2]) {
      expect((await runHere(["retry"], folder)).code, `generation ${generation}`).toBe(1);
      expect(await refusals()).toEqual(before);
      expect(await webex.state()).toMatchObject({ subscribers, locations, customers });
    }
  });

  it("checks partly corrected rows together with those that are already done", { timeout: 60_000 }, async () => {
    const folder = await makeTemporaryFolder();
    const state = join(folder, ".wholesale-import");
    const webex = await simulateWebex();
    await runHere(["apply", join(samplesFolder, "with-mistakes"), "--base-url", webex.baseUrl], folder);
    const before = await readResults(join(await newestRun(state), "results.csv"));
    const done = before.find(({ sheet, status }) => sheet === "users" && status === "succeeded")?.key ?? "";
    const failed = join(await newestRun(state), "failed", "users.csv");
    // one row gets the address of somebody who is done, another is left as it was
    await writeFile(failed, (await readFile(failed, "utf8")).replace("max.dekker@vanrijn.example.com", done));
    await runHere(["retry"], folder);
    const rows = await readResults(join(await newestRun(state), "results.csv"));
    expect(rows.find(({ key }) => key === done)).toMatchObject({ status: "invalid" });
    expect(rows.find(({ key }) => key === done)?.message).toContain(`The email address ${done} is also in`);
    expect(rows.find(({ key }) => key === "mia.kok@vanrijn.example.com")?.error_code).toBe("package_not_of_customer");
  });
});

describe("the folder failed/ as a batch of its own", () => {
  const right = "+31207000002";
  const at = async (folder: string) => join(await newestRun(join(folder, ".wholesale-import")), "failed");
  const outcomes = async (folder: string) =>
    (await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"))).map(
      ({ file, row, status, error_code }) => `${file}:${row} ${status} ${error_code}`.trim(),
    );

  it("is read from the CSV files where these were edited", async () => {
    const folder = await applyLostPlus();
    const csv = join(await at(folder), "users.csv");
    await writeFile(csv, (await readFile(csv, "utf8")).replace("31207000002", right));
    const applied = await runHere(["apply", await at(folder)], folder);
    expect(applied.err).toContain("read from failed/users.csv, which you edited; failed/correct.xlsx was not edited");
    expect([applied.code, await outcomes(folder)]).toEqual([0, ["users.csv:2 succeeded"]]);
  });

  it("is read from the workbook where that was edited, by plan and validate too", async () => {
    const folder = await applyLostPlus();
    await editBook(join(await at(folder), "correct.xlsx"), [["users", "G2", right]]);
    for (const command of ["validate", "plan"])
      expect((await runHere([command, await at(folder)], folder)).code, command).toBe(0);
    expect((await runHere(["apply", await at(folder)], folder)).code).toBe(0);
    expect(await outcomes(folder)).toEqual(["correct.xlsx[users]:2 succeeded"]);
  });

  it("is read once, as it was, where nothing was edited", async () => {
    const folder = await applyLostPlus();
    expect((await runHere(["apply", await at(folder)], folder)).code).toBe(1);
    expect(await outcomes(folder)).toEqual(["users.csv:2 invalid phone_lost_plus"]);
  });

  it("is refused if both were edited, and if it is a copy that cannot show which", async () => {
    const folder = await applyLostPlus();
    const copy = join(await makeTemporaryFolder(), "failed");
    await cp(await at(folder), copy, { recursive: true });
    const ofCopy = await runHere(["apply", copy], folder);
    expect(ofCopy.code).toBe(2);
    expect(ofCopy.err).toContain("The same rows stand twice in");
    expect(ofCopy.err).toContain("correct.xlsx and users.csv");
    const csv = join(await at(folder), "users.csv");
    await writeFile(csv, (await readFile(csv, "utf8")).replace("31207000002", right));
    await editBook(join(await at(folder), "correct.xlsx"), [["users", "G2", right]]);
    const ofBoth = await runHere(["apply", await at(folder)], folder);
    expect(ofBoth.code).toBe(2);
    expect(ofBoth.err).toContain("failed/correct.xlsx and failed/users.csv");
  });
});

describe("a retry of a retry", () => {
  it("can be repeated with workbook after workbook, each with every cell of the rows that are still wrong", {
    timeout: 60_000,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const state = join(folder, ".wholesale-import");
    const webex = await simulateWebex();
    const names = ["a", "b", "c", "d"];
    const users = names.map((name, index) => {
      const number = `3120700000${index + 1}`;
      return [`${name}@acme.example.com`, name, "Ex", index === 0 ? `+${number}` : number, `040${index + 1}`];
    });
    await writeLostPlus(folder, users);
    expect((await runHere(["apply", ".", "--base-url", webex.baseUrl], folder)).code).toBe(1);
    for (const [index, name] of names.slice(1).entries()) {
      const run = await newestRun(state);
      const failed = await readdir(join(run, "failed"));
      // rows that came out of a workbook are in the workbook alone
      expect(failed).toEqual(index === 0 ? ["correct.xlsx", "users.csv"] : ["correct.xlsx"]);
      await editBook(join(run, "failed", "correct.xlsx"), [["users", "G2", `+3120700000${index + 2}`]]);
      const retried = await runHere(["retry"], folder);
      expect(retried.code, retried.err).toBe(name === "d" ? 0 : 1);
      const rows = await readResults(join(await newestRun(state), "results.csv"));
      expect(rows.map(({ key, status }) => `${key} ${status}`)).toEqual(
        names.slice(index + 1).map((each) => `${each}@acme.example.com ${each === name ? "succeeded" : "invalid"}`),
      );
    }
    expect((await webex.state()).subscribers).toHaveLength(4);
    const right = await makeTemporaryFolder();
    const corrected = users.map((cells) => cells.map((cell) => cell.replace(/^31/, "+31")));
    await writeLostPlus(right, corrected);
    expect((await runHere(["apply", ".", "--base-url", webex.baseUrl], right)).code).toBe(0);
    const rows = await readResults(join(await newestRun(join(right, ".wholesale-import")), "results.csv"));
    expect(countBy(rows, ({ status }) => status ?? "")).toEqual({ unchanged: rows.length });
  });
});

/** One customer of two users, of whom the second has lost the + of the number. */
async function applyLostPlus(...flags: readonly string[]): Promise<string> {
  const folder = await makeTemporaryFolder();
  await writeLostPlus(folder);
  const applied = await runHere(["apply", ".", ...flags], folder);
  expect(applied.code, applied.err).toBe(1);
  return folder;
}
