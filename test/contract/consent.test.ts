/** Users who must consent to the move of their free account, met again by a later batch. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newestRun, readResults } from "../support/read-results.ts";
import { runProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

const email = "ann+consent@example.com";

describe("a user who has not consented yet", () => {
  it("is pending in a later batch too, with nothing sent again, and unchanged once there is consent", async () => {
    const folder = await makeTemporaryFolder();
    const webex = await simulateWebex();
    const apply = async () => {
      const input = await writeBatch(folder, "batch", { templates: [{}], customers: [{}], users: [{ email }] });
      const { code } = await runProgram(["apply", input, "--base-url", webex.baseUrl], folder);
      const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
      const user = results.find(({ file }) => file === "users.csv");
      return [code, user?.action, user?.status];
    };
    expect(await apply()).toEqual([3, "create", "pending"]);
    const retried = await runProgram(["retry"], folder);
    expect([retried.code, retried.err]).toEqual([
      2,
      expect.stringMatching(
        /nothing to retry: 1 row that is not finished continues with resume\. Continue: \S+ resume /,
      ),
    ]);
    await webex.forgetStats();
    expect(await apply()).toEqual([3, "none", "pending"]);
    expect((await webex.stats()).writes).toBe(0);
    await webex.act({ kind: "accept_consent", email });
    expect(await apply()).toEqual([0, "none", "unchanged"]);
  });
});
