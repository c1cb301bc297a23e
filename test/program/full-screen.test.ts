import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { smallBatch } from "../support/disturbed-run.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { programPath } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

/** Runs the program in a shell, whose redirections are what this is about. */
function inShell(folder: string, line: string) {
  const { status, stderr } = spawnSync("sh", ["-c", `"$NODE" "$PROGRAM" ${line}`], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, NODE: process.execPath, PROGRAM: programPath },
    encoding: "utf8",
  });
  return { status, stderr };
}

describe.skipIf(!existsSync("/dev/full"))("a screen that leads to a full disk", () => {
  it.each(["--json >/dev/full", "2>/dev/full", "--json >/dev/full 2>/dev/full"])("ends no run: %s", async (where) => {
    const folder = await makeTemporaryFolder();
    const { status, stderr } = inShell(folder, `apply ${smallBatch} ${where}`);
    expect(status).toBe(0);
    if (!where.includes("2>")) expect(stderr).toContain("standard output could not be written completely (ENOSPC)");
    const results = await readResults(join(await newestRun(join(folder, ".wholesale-import")), "results.csv"));
    expect(results.map((row) => row.status)).toEqual(results.map(() => "succeeded"));
  });

  it("is reported when only part of the last piece fits", async () => {
    const folder = await makeTemporaryFolder();
    const { status, stderr } = inShell(folder, "schema users >out.txt");
    expect([status, stderr]).toEqual([0, ""]);
    const limited = spawnSync("sh", ["-c", `ulimit -f 1; "$NODE" "$PROGRAM" schema users >part.txt`], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, NODE: process.execPath, PROGRAM: programPath },
      encoding: "utf8",
    });
    expect([limited.status, limited.stderr]).toEqual([2, expect.stringContaining("EFBIG")]);
  });

  it("is the failure of a command whose output is all that it is for", async () => {
    const { status, stderr } = inShell(await makeTemporaryFolder(), "schema users >/dev/full");
    expect(status).toBe(2);
    expect(stderr).toContain("ENOSPC");
  });
});
