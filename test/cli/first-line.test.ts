/** What a command says before it loads, opens or asks anything: what it is going to do, and where. */
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

describe("the first line", () => {
  it.each([
    ["plan", [], "plan · target: built-in simulator, nothing leaves this machine"],
    ["apply", [], "apply · target: built-in simulator, nothing leaves this machine"],
    ["undo", [], "undo · of run nowhere"],
    ["resume", [], "resume · of run nowhere"],
    ["retry", [], "retry · of run nowhere"],
    ["plan", ["--target", "webex"], "plan · target: Webex, at https://webexapis.com/v1"],
    ["apply", ["--base-url", "http://127.0.0.1:1/v1"], "apply · target: simulator at http://127.0.0.1:1/v1"],
  ])("of %s %j stands there before anything is looked for", async (command, flags, line) => {
    const { code, err } = await runHere([command, "nowhere", ...flags], await makeTemporaryFolder());
    expect(code).toBe(2);
    expect(err.split("\n").slice(0, 3)).toEqual([line, "", expect.stringContaining("nowhere")]);
  });

  it("is followed by the run where one is kept, and for Webex by the organization that the token acts on", async () => {
    const [folder, webex] = [await makeTemporaryFolder(), await simulateWebex()];
    const checked = (await runHere(["validate", samplesFolder], folder)).err.split("\n");
    expect(checked.slice(0, 3)).toEqual([
      "validate · no target, nothing leaves this machine",
      "",
      expect.stringMatching(/^read /),
    ]);
    const target = ["--target", "webex", "--base-url", webex.baseUrl];
    const ended = await runHere(["plan", samplesFolder, ...target], folder, { WEBEX_ACCESS_TOKEN: "a-token" });
    expect(ended.err.split("\n").slice(0, 3)).toEqual([
      `plan · target: Webex, at ${webex.baseUrl}`,
      "organization Simulated Service Provider",
      "",
    ]);
    const applied = await runHere(["apply", samplesFolder, ...target, "--limit", "1", "--yes"], folder, {
      WEBEX_ACCESS_TOKEN: "a-token",
    });
    expect(applied.err.split("\n")[1]).toMatch(/^organization Simulated Service Provider · run \d{8}-\d{6}-\w{4}$/);
  });

  it("is not there with --quiet, and no part of --json", async () => {
    const folder = await makeTemporaryFolder();
    expect((await runHere(["validate", samplesFolder, "--quiet"], folder)).err).toBe("");
    const { out } = await runHere(["validate", samplesFolder, "--json"], folder);
    expect(JSON.parse(out.slice(0, out.indexOf("\n")))).toMatchObject({ type: "started", command: "validate" });
  });

  it("names no run in the events of a command that keeps none", async () => {
    const folder = await makeTemporaryFolder();
    for (const command of ["validate", "plan"]) {
      const { out } = await runHere([command, samplesFolder, "--json"], folder);
      const [first, ...others] = out.trim().split("\n");
      expect(first).toContain(`"command":"${command}"`);
      expect(others.at(-1)).toMatch(/"type":"ended","exitCode":0/);
      expect(out).not.toContain("runId");
    }
  });

  it("never shows an address that contains a password", async () => {
    const flags = ["--target", "webex", "--base-url", "https://ann:hush@webexapis.com/v1"];
    const ended = await runHere(["plan", samplesFolder, ...flags], await makeTemporaryFolder());
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).toContain("must not contain a user name");
    expect(ended.err).not.toContain("hush");
  });
});
