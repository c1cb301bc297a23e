/** What passes before a person sees something: the help, the first line of each command that begins a run, and its run. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";
import { makeBatch } from "./make-batch.ts";
import { type Measured, measureNode, measureProgram } from "./measure-program.ts";
import { startSimulatorProcess } from "./simulator-process.ts";

const rounds = 7;

/** The quickest of some: the one that was disturbed least. */
async function best(measure: () => Promise<Measured>, seconds: (measured: Measured) => number): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(seconds(await measure()));
  return Math.min(...all);
}

const inMs = (seconds: number) => `${(seconds * 1_000).toFixed(0)} ms`;

describe("start", () => {
  it("of the help and of commands, beside node that does nothing", async () => {
    const folder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
    const webex = await startSimulatorProcess([]);
    try {
      await makeBatch(join(folder, "batch"), { customers: 2, branches: 1, users: 10 });
      const whole = ({ seconds }: Measured) => seconds;
      const bare = await best(() => measureNode(["-e", "0"], folder), whole);
      console.log(`node alone: ${inMs(bare)} (the best of ${rounds})`);
      for (const args of [["--help"], ["apply", "--help"], ["schedule", "--help"], ["serve", "--help"]]) {
        console.log(`${args.join(" ")}, whole: ${inMs(await best(() => measureProgram(args, folder), whole))}`);
      }
      const target = ["--base-url", webex.baseUrl];
      for (const args of [
        ["validate", "batch"],
        ["plan", "batch", ...target],
        ["apply", "batch", ...target],
        ["apply", "batch"],
      ]) {
        const all: Measured[] = [];
        for (let round = 0; round < rounds; round += 1) all.push(await measureProgram(args, folder));
        const line = Math.min(...all.map(({ firstLineSeconds }) => firstLineSeconds));
        const run = Math.min(...all.map(({ runLineSeconds }) => runLineSeconds));
        const where = args.length === 2 && args[0] !== "validate" ? " (built-in simulator)" : "";
        console.log(`${args[0]}${where}, first line: ${inMs(line)}, the run: ${inMs(run)}`);
      }
    } finally {
      await webex.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
