/** Ctrl-C while a large file is read for the first time, before any of its rows is checked. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inputKeyOf } from "../../src/run/locks.ts";
import { startProgram } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { until } from "../support/until.ts";

/** 1.9 GB of rows in a packed file of 6 MB: it takes seconds to unpack it. */
async function writeLargeBatch(): Promise<string> {
  const folder = join(await makeTemporaryFolder(), "batch");
  await mkdir(folder);
  const header = gzipSync("customer,email,first_name,last_name,package,extension\n");
  const rows = gzipSync("NL-1,ann@example.com,Ann,Visser,webex_calling,4201\n".repeat(20_000));
  await writeFile(join(folder, "users.csv.gz"), Buffer.concat([header, ...Array.from({ length: 1900 }, () => rows)]));
  return folder;
}

describe("a large file", { timeout: 60_000 }, () => {
  it.each(["validate", "plan"])("is not read to its end by %s when a person stops it", async (command) => {
    const batch = await writeLargeBatch();
    const running = startProgram([command, batch, "--json"], await makeTemporaryFolder());
    await until(() => running.out().includes('"started"'));
    running.child.kill("SIGINT");
    const { code, out } = await running.ended;
    expect(code).toBe(130);
    expect(out).not.toContain('"reading"');
  });

  it("is not compared with earlier inputs once a person has stopped the run", async () => {
    const path = join(await writeLargeBatch(), "users.csv.gz");
    const stop = new AbortController();
    const key = inputKeyOf([{ sheet: "users", file: "users.csv.gz", path }], stop.signal);
    stop.abort(new Error("stopped"));
    await expect(key).rejects.toBe(stop.signal.reason);
  });
});
