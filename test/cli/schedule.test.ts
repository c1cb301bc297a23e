import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeLostPlus } from "../support/lost-plus.ts";
import { listLeft } from "../support/nights.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { runProgram, startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";

async function setUp() {
  const folder = await makeTemporaryFolder();
  await mkdir(join(folder, "inbox"));
  const webex = await simulateWebex({ provisioningTimeMs: 20 });
  const to = ["--inbox", "inbox", "--target", "simulator", "--base-url", webex.baseUrl];
  return { folder, webex, to, state: join(folder, ".wholesale-import") };
}

const manyUsers = Array.from({ length: 60 }, (_, index) => ({
  email: `user${index}@example.com`,
  extension: String(4_000 + index),
}));

describe("schedule", () => {
  it("waits, tells how it does, refuses a second one beside it, and ends well when it is told to", async () => {
    const { folder, to } = await setUp();
    const args = ["schedule", ...to, "--cron", "0 2 * * *", "--timezone", "Europe/Amsterdam"];
    const running = startProgram([...args, "--metrics-listen", "127.0.0.1:0"], folder);
    await until(() => running.err().includes("Ctrl-C stops them"));
    const [url = ""] = /http:\S+(?=\/metrics)/.exec(running.err()) ?? [];
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ isHealthy: true, state: "waiting" });
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      "wholesale_import_next_night_start_timestamp_seconds",
    );
    const second = await runProgram(["schedule", "--once", ...to], folder);
    expect([second.code, second.err]).toEqual([2, expect.stringContaining("already running (process ")]);
    running.child.kill("SIGTERM");
    expect((await running.ended).code).toBe(0);
  });

  it("leaves rows that retry takes from beside the batch, where they were corrected", async () => {
    const { folder, webex, to, state } = await setUp();
    await mkdir(join(folder, "inbox", "monday"));
    await writeLostPlus(join(folder, "inbox", "monday"));
    await writeFile(join(folder, "inbox", "monday", ".ready"), "");
    const night = await runProgram(["schedule", "--once", ...to, "--csv-delimiter", "semicolon"], folder);
    expect(night.out).toMatch(/^monday {2}failed, 1 of \d+ rows to correct: .*1 invalid -> .*report\.html\n$/);
    const [left = ""] = await readdir(join(folder, "inbox", "failed"));
    const results = join(folder, "inbox", "failed", left, "results");
    expect(await readFile(join(results, "errors.csv"), "utf8")).toMatch(/^.?sheet;file;row/);
    const users = join(results, "failed", "users.csv");
    await writeFile(users, (await readFile(users, "utf8")).replace(",31207000002", ",+31207000002"));

    const retried = await runProgram(["retry"], folder);
    expect(retried.err).toContain(`read from ${users}, which you edited`);
    expect(retried.code, retried.err).toBe(0);
    const rows = await readResults(join(await newestRun(state), "results.csv"));
    expect(rows.map(({ key, status }) => `${key} ${status}`)).toEqual(["b@acme.example.com succeeded"]);
    expect((await webex.state()).subscribers).toHaveLength(2);
  });

  it("lets a batch be interrupted, and goes on with the same run at the next start", async () => {
    const { folder, webex, to, state } = await setUp();
    await webex.turnKnobs({ latencyMs: 20 });
    const batch = await writeBatch(join(folder, "inbox"), "monday", {
      templates: [{}],
      customers: [{}],
      users: manyUsers,
    });
    await writeFile(join(batch, ".ready"), "");
    const running = startProgram(["schedule", "--once", ...to], folder);
    await until(async () => (await webex.stats()).writes > 10);
    running.child.kill("SIGTERM");
    expect((await running.ended).code).toBe(143);
    expect(Object.keys(await listLeft(join(folder, "inbox")))).toEqual([expect.stringMatching(/^taken\/.* monday$/)]);
    expect((await runProgram(["schedule", "--once", ...to], folder)).code).toBe(0);
    expect(Object.keys(await listLeft(join(folder, "inbox")))).toEqual([expect.stringMatching(/^done\/.* monday$/)]);
    expect(await readdir(join(state, "runs"))).toHaveLength(1);
    const results = await readResults(join(await newestRun(state), "results.csv"));
    expect(results.filter(({ status }) => status !== "succeeded")).toEqual([]);
    expect((await webex.stats()).duplicateCreates).toBe(0);
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
    const { code, err } = await runProgram(["schedule", ...flags], folder);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  it("keeps its secrets out of what config shows", async () => {
    const secrets = ["WEBHOOK_SECRET", "NOTICE_TOKEN", "SMTP_PASSWORD"].map((name) => [
      `WHOLESALE_IMPORT_${name}`,
      "s3cret",
    ]);
    const { code, out } = await runProgram(["config"], await makeTemporaryFolder(), Object.fromEntries(secrets));
    expect([code, out.includes("s3cret")]).toEqual([0, false]);
    expect(out).toMatch(/^ +WHOLESALE_IMPORT_WEBHOOK_SECRET +\*\*\* +environment WHOLESALE_IMPORT_WEBHOOK_SECRET$/m);
  });
});
