/** Most memory that an apply holds, as the batch grows a hundredfold. The speed here is that of two processes at work, not of a network. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";
import { makeBatch } from "./make-batch.ts";
import { measureProgram } from "./measure-program.ts";
import { startSimulatorProcess } from "./simulator-process.ts";

const users = 50;

describe("memory of an apply at latency 0", () => {
  let smallestMb = 0;

  it.each([{ rows: 10_000 }, { rows: 100_000 }, { rows: 1_000_000 }])("$rows users", async ({ rows }) => {
    const folder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
    const webex = await startSimulatorProcess(["--provisioning-time", "100"]);
    try {
      await makeBatch(join(folder, "batch"), { customers: rows / users, branches: 1, users });
      const flags = ["--base-url", webex.baseUrl, "--concurrency", "50"];
      const measured = await measureProgram(["apply", "batch", ...flags], folder);
      if (measured.code !== 0) throw new Error(`apply ended with ${measured.code}:\n${measured.err}`);
      const { total } = await webex.stats();
      smallestMb = smallestMb || measured.rssMb;
      console.log(
        `${rows} users of ${rows / users} customers: ${measured.rssMb.toFixed(0)} MB, ${(measured.rssMb / smallestMb).toFixed(2)} times the smallest; ${total} calls in ${measured.seconds.toFixed(0)} s, ${((measured.cpuSeconds * 1_000) / total).toFixed(2)} ms of processor time per call`,
      );
    } finally {
      await webex.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
