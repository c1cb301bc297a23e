/** What a night costs when little has changed, beside what its changed rows cost alone, and what it costs to ask about every row. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";
import { makeBatch } from "./make-batch.ts";
import { measureProgram } from "./measure-program.ts";
import { type SimulatorFigures, startSimulatorProcess } from "./simulator-process.ts";

const size = { customers: 5_000, branches: 0, users: 20 };
const changedRows = 100;

/** Every so many customers, the first user gets another package. */
const every = size.customers / changedRows;

async function changeUsers(batch: string): Promise<string> {
  const path = join(batch, "users.csv");
  const [header = "", ...lines] = (await readFile(path, "utf8")).trimEnd().split("\n");
  const change = (line: string, index: number) =>
    index % (size.users * every) === 0 ? line.replace(/webex_calling,.*$/, "webex_meetings,,") : line;
  const changed = lines.map(change);
  await writeFile(path, `${[header, ...changed].join("\n")}\n`);
  return `${[header, ...changed.filter((line, index) => line !== lines[index])].join("\n")}\n`;
}

const title = ({ total, reads, writes }: SimulatorFigures) => `${total} calls (${reads} reads, ${writes} writes)`;

describe("a night", () => {
  it(`${size.customers} customers x ${size.users} users, applied once, then ${changedRows} changed rows`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
    const webex = await startSimulatorProcess(["--provisioning-time", "100"]);
    const night = async (name: string, state: string, args: readonly string[]) => {
      const before = await webex.stats();
      const flags = ["--base-url", webex.baseUrl, "--concurrency", "50", "--state", state, "--quiet"];
      const measured = await measureProgram([...args, ...flags], folder);
      if (measured.code !== 0) throw new Error(`${name} ended with ${measured.code}:\n${measured.err}`);
      const after = await webex.stats();
      const figures = {
        ...after,
        total: after.total - before.total,
        reads: after.reads - before.reads,
        writes: after.writes - before.writes,
      };
      console.log(`${name}: ${title(figures)}, ${measured.seconds.toFixed(1)} s, ${measured.rssMb.toFixed(0)} MB`);
      return figures;
    };
    const schedule = (inbox: string, ...flags: readonly string[]) =>
      ["schedule", "--once", "--inbox", inbox, "--target", "simulator", "--quiet-period", "0s", ...flags] as const;
    try {
      await makeBatch(join(folder, "inbox", "first"), size);
      await night("first night", "state", schedule("inbox"));
      await makeBatch(join(folder, "inbox", "second"), size);
      const changed = await changeUsers(join(folder, "inbox", "second"));
      await mkdir(join(folder, "alone"));
      await writeFile(join(folder, "alone", "users.csv"), changed);
      const alone = await night("a plan of the changed rows alone", "other", ["plan", "alone"]);
      const auto = await night("the night after", "state", schedule("inbox"));
      await makeBatch(join(folder, "always", "third"), size);
      await changeUsers(join(folder, "always", "third"));
      const always = await night("the same with --refresh always", "third", schedule("always", "--refresh", "always"));
      const needed = alone.reads + changedRows;
      console.log(
        `calls sent / calls that the rows need: ${(auto.total / needed).toFixed(3)} (${auto.total} / ${needed}); with --refresh always ${((always.reads + changedRows) / needed).toFixed(1)}`,
      );
    } finally {
      await webex.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
