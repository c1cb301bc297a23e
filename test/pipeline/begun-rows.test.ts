/** What results.csv says of rows that were begun when their run stopped. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { setScene, smallBatch, stateFolderOf } from "../support/disturbed-run.ts";
import { operator } from "../support/operator.ts";
import { countBy, newestRun, readResults } from "../support/read-results.ts";
import { until } from "../support/until.ts";

/** The rows of a run that is stopped as soon as the simulator has had `count` requests of this kind. */
async function stopAfter(route: string, count: number) {
  await using scene = await setScene(smallBatch, { latencyMs: 60, provisioningTimeMs: 200 });
  const running = scene.apply();
  const sent = async () => Object.values((await scene.webex.stats()).requests[route] ?? {}).reduce((a, b) => a + b, 0);
  await until(async () => (await sent()) >= count || running.child.exitCode !== null);
  running.child.kill("SIGINT");
  const ended = await running.ended;
  const rows = await readResults(join(await newestRun(stateFolderOf(scene)), "results.csv"));
  return { ended, rows };
}

it.each([
  ["POST /wholesale/customers", 1],
  ["GET /wholesale/customers/{customerId}", 2],
  ["GET /locations", 1],
  ["POST /wholesale/subscribers", 1],
])(
  "a run stopped after %s: what was sent and not ended is pending, and only the rest was not attempted",
  async (route, count) => {
    const { ended, rows } = await stopAfter(route, count);
    expect(ended.code).toBe(130);
    expect(Object.keys(countBy(rows, ({ status }) => status)).length).toBeGreaterThan(1);
    for (const row of rows) {
      const isSent = Number(row.attempts) > 0;
      if (row.status === "not_attempted") expect(row).toMatchObject({ attempts: "0", started_at: "", webex_id: "" });
      if (row.status === "pending")
        expect(row).toMatchObject({
          error_code: "run_interrupted",
          blocked_by: "",
          hint: expect.stringContaining("resume"),
        });
      if (row.http_status !== "") expect(row.finished_at).not.toBe("");
      if (isSent) expect(row.status).not.toBe("not_attempted");
    }
  },
);

it("a run in which Webex refuses everything has an end for every row that was answered: its course can be drawn", async () => {
  const { apply, webex } = await operator();
  await webex.turnKnobs({ faults: ["POST /wholesale/customers=400"] });
  const { results, folder } = await apply({ templates: [{}], customers: [{}, {}, {}], users: [{}] });
  const failed = results.filter(({ status }) => status === "failed");
  expect(failed).toHaveLength(3);
  for (const { finished_at } of failed) expect(finished_at).not.toBe("");
  const { total } = JSON.parse(await readFile(join(folder, "summary.json"), "utf8"));
  expect(Date.parse(total.finishedAt)).toBeGreaterThan(0);
});
