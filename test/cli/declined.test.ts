/** A person who does not say yes: what that leaves behind. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { runAtTerminal } from "../support/terminal.ts";
import { writeBatch } from "../support/write-batch.ts";

const access = { WEBEX_ACCESS_TOKEN: "partner-token" };
const known = "YTQ1ZGE5ZTAtMzBjOC00ZDk0LWE0YjEtNjE2NjU2ZmZlMjNj";

it.each(["n", "", "3", null])(
  "an apply answered with %j says so, sends nothing, and leaves nothing to resume",
  async (typed) => {
    const [folder, webex] = [await makeTemporaryFolder(), await simulateWebex()];
    await webex.makeTemplate("Calling", known);
    const rows = { templates: [{ provisioning_id: known }], customers: [{}], users: [{}] };
    const batch = await writeBatch(folder, "batch", rows);
    const state = join(folder, "state");
    const target = ["--target", "webex", "--base-url", webex.baseUrl, "--state", state];
    const { writes: before } = await webex.stats();
    const { code, shown } = await runAtTerminal(["apply", batch, ...target], access, typed);
    expect(code).toBe(2);
    expect(shown).toContain("stopped: the plan was not confirmed; nothing was sent");
    expect(shown).not.toContain("continue with");
    if (typed === null) expect(shown).toContain("there? [y/N] \n"); // what follows begins on a line of its own
    expect((await webex.stats()).writes).toBe(before);

    const resumed = await runHere(["resume", "--state", state], folder, access);
    expect([resumed.code, resumed.err]).toEqual([0, expect.stringContaining("ended")]);
    expect(resumed.err).toContain("before anything was sent");
    const { out } = await runHere(["runs", "--json", "--state", state], folder);
    expect(JSON.parse(out)).toEqual([expect.not.objectContaining({ state: "interrupted" })]);
  },
);

it("a login that is left at its first question ends, and says how to begin it again", async () => {
  const { code, shown } = await runAtTerminal(["auth", "login"], {}, null);
  expect(code).toBe(2);
  expect(shown).toContain("The login failed: it was interrupted. Try again: wholesale-import auth login.");
});
