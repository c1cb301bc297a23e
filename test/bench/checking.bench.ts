import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "vitest";
import { makeSheets } from "./make-sheets.ts";
import { type Measured, measureNode, measureProgram } from "./measure-program.ts";

const parseAlone = fileURLToPath(new URL("parse-alone.mjs", import.meta.url));
const rounds = 3;

/** The quickest of some: the one that was disturbed least. */
async function best(measure: () => Promise<Measured>): Promise<Measured> {
  const all: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await measure());
  return all.reduce((one, other) => (other.seconds < one.seconds ? other : one));
}

async function inFolder<T>(size: { customers: number; users: number }, work: (folder: string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
  try {
    await makeSheets(folder, size);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function describeRun(name: string, { seconds, cpuSeconds, rssMb }: Measured): string {
  const figures = [`${seconds.toFixed(2)} s`, `processor ${cpuSeconds.toFixed(2)} s`, `${rssMb.toFixed(0)} MB`];
  return `  ${name.padEnd(22)} ${figures.join("   ")}`;
}

describe("validate, beside csv-parse alone on the same users.csv", () => {
  let smallestMb = 0;

  it.each([
    { rows: 10_000, customers: 200 },
    { rows: 100_000, customers: 2_000 },
    { rows: 1_000_000, customers: 20_000 },
  ])("$rows users of $customers customers", async ({ rows, customers }) => {
    await inFolder({ customers, users: 50 }, async (folder) => {
      const file = join(folder, "users.csv");
      const arrays = await best(() => measureNode([parseAlone, file, "arrays"], folder));
      const ours = await best(() => measureProgram(["validate", "."], folder));
      const objects = await best(() => measureNode([parseAlone, file, "objects"], folder));
      if (ours.code !== 1) throw new Error(`validate ended with ${ours.code}:\n${ours.err}`);
      smallestMb = smallestMb || ours.rssMb;
      const share = (other: Measured) => (ours.seconds / other.seconds).toFixed(2);
      console.log(
        [
          `${rows} users of ${customers} customers, ${((await stat(file)).size / 1e6).toFixed(0)} MB, the best of ${rounds}:`,
          describeRun("validate, all rules", ours),
          describeRun("csv-parse, as arrays", arrays),
          describeRun("csv-parse, as objects", objects),
          `  times the time of csv-parse: ${share(arrays)} (arrays), ${share(objects)} (objects); memory against 10 000 rows: ${(ours.rssMb / smallestMb).toFixed(2)}`,
        ].join("\n"),
      );
    });
  });
});
