import { chmod, chown, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";
import { projectFolder } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

describe("settings and state of another user", () => {
  it("send the token nowhere: the settings are refused, whatever is asked", async ({ skip }) => {
    if (process.getuid?.() !== 0) skip("only the administrator can give files away");
    const folder = await makeTemporaryFolder();
    const settings = join(folder, "wholesale-import.config.json");
    await writeFile(settings, JSON.stringify({ target: "webex", baseUrl: "http://127.0.0.1:9/v1" }));
    await chown(settings, 65_534, 65_534);
    for (const args of [["auth", "check"], ["plan", "x"], ["config"]]) {
      const run = await runHere(args, folder, { WEBEX_ACCESS_TOKEN: "secret" });
      expect([run.code, run.err]).toEqual([2, expect.stringMatching(/not used: the file belongs to another user/)]);
    }
  });

  it.skipIf(process.getuid === undefined)("are not worked in, and no link in it is followed", async () => {
    const folder = await makeTemporaryFolder();
    const state = join(folder, "state");
    await mkdir(state);
    await symlink(join(folder, "victim.txt"), join(state, "log.ndjson"));
    await chmod(state, 0o777);
    await mkdir(join(folder, "inbox"));
    const commands = [
      ["apply", "samples"],
      ["runs"],
      ["resume"],
      ["templates", "list"],
      ["schedule", "--once", "--inbox", join(folder, "inbox"), "--target", "simulator"],
    ];
    for (const args of commands) {
      const run = await runHere([...args, "--state", state], projectFolder);
      expect([args[0], run.code, run.err]).toEqual([
        args[0],
        2,
        expect.stringMatching(/can be written by every user of this machine/),
      ]);
    }
    expect(await readdir(folder)).toEqual(["inbox", "state"]);
    expect(await readdir(state)).toEqual(["log.ndjson"]);
  });
});
