/** What is written is for its owner alone, however open the files of the user are by habit, and holds no token at the most talkative level. */
import { spawnSync } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { smallBatch } from "../support/disturbed-run.ts";
import { programPath } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const token = "a-token-that-nobody-may-read";

it.skipIf(process.platform === "win32")(
  "with umask 000, every folder is 0700 and every file 0600",
  { timeout: 120_000 },
  async () => {
    const folder = await makeTemporaryFolder();
    const commands = [
      ["validate", smallBatch, "--out", "checked"],
      ["plan", smallBatch, "--out", "plan.json"],
      ["apply", smallBatch, "--yes", "--log-level", "trace", "--out", "results"],
      ["export", "live", "--target", "simulator"],
    ];
    for (const args of commands) {
      const line = [...args, "--state", "state"].map((arg) => `'${arg}'`).join(" ");
      const { status, stdout, stderr } = spawnSync("sh", ["-c", `umask 000; "$NODE" "$PROGRAM" ${line}`], {
        cwd: folder,
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          NODE: process.execPath,
          PROGRAM: programPath,
          WEBEX_ACCESS_TOKEN: token,
        },
        encoding: "utf8",
      });
      expect([args[0], status]).toEqual([args[0], 0]);
      expect(stdout + stderr).not.toContain(token);
    }
    const paths = (await readdir(folder, { recursive: true })).map((name) => join(folder, name));
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const facts = await stat(path);
      expect([path, (facts.mode & 0o777).toString(8)]).toEqual([path, facts.isDirectory() ? "700" : "600"]);
      if (facts.isFile()) expect((await readFile(path)).includes(token)).toBe(false);
    }
  },
);
