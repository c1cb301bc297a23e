import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeLostPlus } from "../support/lost-plus.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { runHere } from "../support/run-here.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

async function setUp() {
  const folder = await makeTemporaryFolder();
  await mkdir(join(folder, "inbox"));
  const webex = await simulateWebex({ provisioningTimeMs: 20 });
  const to = ["--inbox", "inbox", "--target", "simulator", "--base-url", webex.baseUrl];
  return { folder, webex, to, state: join(folder, ".wholesale-import") };
}

describe("schedule", () => {
  it("leaves rows for retry in the folder of the batch, where they were corrected", async () => {
    const { folder, webex, to, state } = await setUp();
    await mkdir(join(folder, "inbox", "monday"));
    await writeLostPlus(join(folder, "inbox", "monday"));
    await writeFile(join(folder, "inbox", "monday", ".ready"), "");
    const night = await runHere(["schedule", "--once", ...to, "--csv-delimiter", "semicolon"], folder);
    expect(night.out).toMatch(/^monday {2}failed, 1 of \d+ rows to correct: .*1 invalid -> .*report\.html\n$/);
    const [left = ""] = await readdir(join(folder, "inbox", "failed"));
    const results = join(folder, "inbox", "failed", left, "results");
    expect(await readFile(join(results, "errors.csv"), "utf8")).toMatch(/^.?sheet;file;row/);
    const users = join(results, "failed", "users.csv");
    await writeFile(users, (await readFile(users, "utf8")).replace(",31207000002", ",+31207000002"));

    const retried = await runHere(["retry"], folder);
    expect(retried.err).toContain(`read from ${users}, which you edited`);
    expect(retried.code, retried.err).toBe(0);
    const rows = await readResults(join(await newestRun(state), "results.csv"));
    expect(rows.map(({ key, status }) => `${key} ${status}`)).toEqual(["b@acme.example.com succeeded"]);
    expect((await webex.state()).subscribers).toHaveLength(2);
  });

  it.each([
    [["--once", "--inbox", "inbox"], /requires --target/],
    [["--once", "--target", "simulator"], /requires --inbox/],
    [["--inbox", "inbox", "--target", "simulator"], /requires --cron/],
    [["--once", "--inbox", "elsewhere", "--target", "simulator"], /inbox .*elsewhere cannot be read/],
    [
      ["--once", "--inbox", "inbox", "--target", "simulator", "--webhook-url", "https://a.example"],
      /WEBHOOK_SECRET is not set/,
    ],
    [
      ["--once", "--inbox", "inbox", "--target", "simulator", "--mail-to", "a@b.example"],
      /also requires --mail-from and --smtp-url/,
    ],
    [
      ["--once", "--inbox", "inbox", "--target", "simulator", "--heartbeat-url", "nowhere"],
      /--heartbeat-url must be a URL that begins with https:/,
    ],
    [
      ["--once", "--inbox", "inbox", "--target", "simulator", "--heartbeat-url", "http://169.254.169.254/x"],
      /http:\/\/ only on this machine/,
    ],
    [
      ["--once", "--inbox", "inbox", "--target", "simulator", "--heartbeat-url", "https://me:secret@a.example"],
      /--heartbeat-url must not contain a user name or a password/,
    ],
    [["--once", "--inbox", "inbox", "--target", "simulator", "--max-growth", "0.5"], /It must be 1 or more/],
  ])("says before the first night what is missing or wrong: %j", async (flags, message) => {
    const { folder } = await setUp();
    const { code, err } = await runHere(["schedule", ...flags], folder);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  it("keeps its secrets out of what config shows", async () => {
    const secrets = ["WEBHOOK_SECRET", "NOTICE_TOKEN", "SMTP_PASSWORD"].map((name) => [
      `WHOLESALE_IMPORT_${name}`,
      "s3cret",
    ]);
    const { code, out } = await runHere(["config"], await makeTemporaryFolder(), Object.fromEntries(secrets));
    expect([code, out.includes("s3cret")]).toEqual([0, false]);
    expect(out).toMatch(/^ +WHOLESALE_IMPORT_WEBHOOK_SECRET +\*\*\* +environment WHOLESALE_IMPORT_WEBHOOK_SECRET$/m);
  });
});
