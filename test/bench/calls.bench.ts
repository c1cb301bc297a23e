/** Calls sent against calls required, and what a second run of the same batch reads. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, it } from "vitest";
import { samplesFolder } from "../support/run-program.ts";
import { type Batch, writeBatch } from "../support/write-batch.ts";
import { measureProgram } from "./measure-program.ts";
import { type SimulatorFigures, startSimulatorProcess } from "./simulator-process.ts";

const customers = 200;
const branches = 2;
const users = 50;

/** With numbers, PSTN and main numbers everywhere, and a full administrator for each customer. */
function makeRows(): Batch {
  const range = (index: number) => {
    const first = 31_200_000_000 + index * 100;
    return { pstn: "Simulated Carrier", phone_numbers: `+${first}-+${first + 19}`, main_number: `+${first}` };
  };
  const each = Array.from({ length: customers }, (_, index) => index);
  const hq = (index: number) => {
    const { pstn, phone_numbers, main_number } = range(index * 10);
    return { hq_pstn: pstn, hq_phone_numbers: phone_numbers, hq_main_number: main_number };
  };
  const branchesOf = (index: number) =>
    Array.from({ length: branches }, (_, branch) => ({
      customer: `C${index + 1}`,
      name: `Branch ${branch}`,
      ...range(index * 10 + branch + 1),
    }));
  const usersOf = (index: number) =>
    Array.from({ length: users }, (_, user) => ({
      customer: `C${index + 1}`,
      email: `user${user}@c${index + 1}.example.com`,
      location: `Branch ${user % branches}`,
      extension: String(4000 + user),
      roles: user === 0 ? "full_admin" : "",
    }));
  return {
    templates: [{}],
    customers: each.map(hq),
    locations: each.flatMap(branchesOf),
    users: each.flatMap(usersOf),
  };
}

/** One call per object and step, as the API wants them; reads that find out what is there count in pages. */
const required: readonly (readonly [string, number])[] = [
  ["templates: list, register", 2],
  ["customers: list once, create, learn the end, read the organization", 1 + 3 * customers],
  ["head offices: find, options, connection, numbers, main number", 5 * customers],
  ["announcement languages: list once", 1],
  ["branches: location, calling, options, connection, numbers, main number", 6 * branches * customers],
  ["users: subscriber", users * customers],
  ["roles: give", customers],
];

type Row = Readonly<Record<string, string>>;

async function readSheet(sheet: string): Promise<readonly Row[]> {
  return parse(await readFile(join(samplesFolder, `${sheet}.csv`)), { bom: true, columns: true });
}

/** The same of the sample batch, counted from its cells. */
async function requiredOfSamples(): Promise<typeof required> {
  const [templates, owners, locations, people] = await Promise.all(
    ["templates", "customers", "locations", "users"].map(readSheet),
  );
  if (!templates || !owners || !locations || !people) throw new Error("the sample batch has four sheets");
  const said = (rows: readonly Row[], ...columns: readonly string[]) =>
    rows.filter((row) => columns.some((column) => row[column])).length;
  const calling = owners.filter(({ packages = "" }) => /webex_(calling|suite|voice)|cx_essentials/.test(packages));
  const inviting = templates.filter(({ invite_emails }) => invite_emails).map(({ template_name }) => template_name);
  const withPstn = 2 * (said(calling, "hq_pstn") + said(locations, "pstn"));
  const withNumbers = said(calling, "hq_phone_numbers") + said(locations, "phone_numbers");
  const settings =
    said(calling, "hq_main_number") + said(locations, "main_number", "routing_prefix", "emergency_location_identifier");
  return [
    ["templates: list once, register", 1 + templates.length],
    ["customers: list once, create, learn the end, read the organization", 1 + 3 * owners.length],
    ["invitation e-mails: set", owners.filter(({ template }) => inviting.includes(template)).length],
    ["head offices: find", calling.length],
    ["announcement languages: list once", 1],
    ["branches: location, calling", 2 * locations.length],
    ["locations: options, connection; numbers; main number and the like", withPstn + withNumbers + settings],
    ["users: subscriber", people.length],
    ["roles: give", said(people, "roles")],
  ];
}

describe("calls", () => {
  it.each([
    [
      `for ${customers} customers, ${customers * branches} branches, ${customers * users} users`,
      async (folder: string) => ({ batch: await writeBatch(folder, "batch", makeRows()), required }),
    ],
    ["for the sample batch", async () => ({ batch: samplesFolder, required: await requiredOfSamples() })],
  ])("%s", async (_, prepare) => {
    const folder = await mkdtemp(join(tmpdir(), "wholesale-import-bench-"));
    const webex = await startSimulatorProcess(["--provisioning-time", "2000"]);
    try {
      const { batch, required: needed } = await prepare(folder);
      const apply = async () => {
        const before = await webex.stats();
        const { code, err } = await measureProgram(["apply", batch, "--base-url", webex.baseUrl], folder);
        if (code !== 0) throw new Error(`apply ended with ${code}:\n${err}`);
        return differenceOf(await webex.stats(), before);
      };
      const first = await apply();
      const sum = needed.reduce((total, [, calls]) => total + calls, 0);
      const second = await apply();
      console.log(
        [
          `first run: ${first.total} sent (${first.writes} writes, ${first.reads} reads) / ${sum} required = ${(first.total / sum).toFixed(4)}`,
          ...needed.map(([what, calls]) => `    ${String(calls).padStart(6)}  ${what}`),
          `  sent, by kind`,
          ...first.kinds,
          `second run: ${second.writes} writes, ${second.reads} reads`,
          ...second.kinds,
        ].join("\n"),
      );
    } finally {
      await webex.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function differenceOf(after: SimulatorFigures, before: SimulatorFigures) {
  const count = (figures: SimulatorFigures, route: string) =>
    Object.values(figures.requests[route] ?? {}).reduce((total, each) => total + each, 0);
  const kinds = Object.keys(after.requests)
    .map((route) => ({ route, calls: count(after, route) - count(before, route) }))
    .filter(({ calls }) => calls > 0)
    .toSorted((a, b) => b.calls - a.calls)
    .map(({ route, calls }) => `    ${String(calls).padStart(6)}  ${route}`);
  const { total, writes, reads } = after;
  return { total: total - before.total, writes: writes - before.writes, reads: reads - before.reads, kinds };
}
