/** Two runs that ask for the next free numbers of one location at once, both killed at random: journal and results agree with Webex, and no number is held twice or lost. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRunFile } from "../../src/journal/run-file/run-file.ts";
import { resultOf, stateOf } from "../../src/model/journal-entry.ts";
import { parseAssigned } from "../../src/model/run-report.ts";
import { seededRandom } from "../../src/simulator/random.ts";
import { type Before, goOn, runBefore, type Scene, setScene, untilRequests } from "../support/disturbed-run.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { addUp, most, portion, runEach, soakTimeoutMs, struckTooSeldom } from "../support/soak.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

const people = 15;
const names = ["north", "south"] as const;
type Name = (typeof names)[number];

const usersOf = (name: Name) =>
  Array.from({ length: people }, (_, index) => ({
    ...{ email: `${name}${index}@example.com`, last_name: `${name} ${index}` },
    ...{ phone_number: "next", extension: "next" },
  }));

/** A location with more numbers than both need, of which some are held. */
async function writeBatches(): Promise<Readonly<Record<"first" | Name, string>>> {
  const folder = await makeTemporaryFolder();
  const head = { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234559" };
  const first = await writeBatch(folder, "first", {
    templates: [{}],
    customers: [{ ...head, hq_main_number: "+31201234500" }],
    users: [3, 7, 11].map((end) => ({
      ...{ email: `old${end}@example.com`, extension: String(4500 + end) },
      phone_number: `+${31_201_234_500 + end}`,
    })),
  });
  const [north, south] = await Promise.all(names.map((name) => writeBatch(folder, name, { users: usersOf(name) })));
  return { first, north: north ?? "", south: south ?? "" };
}

type Line = { readonly number: string; readonly extension: string };

/** What people hold at Webex, by e-mail; whatever is held by nobody of them under what it is. */
async function linesAt({ webex }: Scene): Promise<ReadonlyMap<string, Line>> {
  const { numbers = [], people: persons = [] } = await webex.state();
  const held = new Map(numbers.flatMap(({ ownerId, number }) => (ownerId === null ? [] : [[ownerId, String(number)]])));
  const lines = persons.map(({ id, email, extension }) => {
    const line = { number: held.get(String(id)) ?? "", extension: String(extension ?? "") };
    held.delete(String(id));
    return [String(email), line] as const;
  });
  return new Map([
    ...lines,
    ...[...held.values()].map((number) => [`nobody: ${number}`, { number, extension: "" }] as const),
  ]);
}

/** What the results say, and the journal, by e-mail. */
async function linesOnPaper(
  stateFolder: string,
): Promise<ReadonlyMap<string, { readonly line: Line; readonly status: string }>> {
  const run = await newestRun(stateFolder);
  using runFile = openRunFile(join(run, "run.db"));
  const done = new Set(
    [...runFile.operations.ofResource("user")].flatMap(({ id, key }) =>
      resultOf(stateOf(runFile.operations.get(id)?.entries ?? []))?.status === "done" ? [key] : [],
    ),
  );
  const results = await readResults(join(run, "results.csv"));
  return new Map(
    results.map(({ key, status, assigned }) => {
      const { phoneNumber = "", extension = "" } = parseAssigned(assigned);
      const said = done.has(key) ? status : `${status}, not done in the journal`;
      return [key, { line: { number: phoneNumber, extension }, status: said }];
    }),
  );
}

function twice(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => value !== "" && values.indexOf(value) !== index);
}

async function killBoth(seed: number, batches: Readonly<Record<Name, string>>, before: Before) {
  await using scene = await setScene("", { latencyMs: 10, seed }, { before });
  const random = seededRandom(seed);
  await scene.webex.forgetStats();
  const stateOfRun = (name: Name) => join(scene.folder, `state-${name}`);
  const apply = (name: Name) =>
    scene.start(["apply", batches[name], "--base-url", scene.webex.baseUrl, "--state", stateOfRun(name)]);
  const runs = names.map((name) => ({ name, running: apply(name), at: 2 + Math.round(random() * 2 * people) }));
  const killed: readonly number[] = await Promise.all(
    runs.map(async ({ running, at }) => {
      await untilRequests(scene, running, at);
      running.child.kill("SIGKILL");
      return (await running.ended).code === null ? 1 : 0;
    }),
  );
  const ends = await Promise.all(names.map((name) => goOn({ ...scene, batch: batches[name] }, stateOfRun(name))));
  const wrong = ends.flatMap(({ last }) => (last.code === 0 ? [] : [`exit ${last.code}: ${last.err.slice(-800)}`]));

  const atWebex = await linesAt(scene);
  for (const name of names) {
    const onPaper = await linesOnPaper(stateOfRun(name));
    for (const { email } of usersOf(name)) {
      const [paper, there] = [onPaper.get(email), atWebex.get(email)];
      if (paper?.status !== "succeeded") wrong.push(`${email}: ${paper?.status}`);
      if (!there || there.number === "") wrong.push(`${email} holds no number`);
      if (JSON.stringify(paper?.line) !== JSON.stringify(there))
        wrong.push(`${email}: results say ${JSON.stringify(paper?.line)}, Webex ${JSON.stringify(there)}`);
    }
  }
  const lines = [...atWebex.values()];
  wrong.push(...twice(lines.map(({ number }) => number)).map((number) => `${number} is held twice`));
  wrong.push(...twice(lines.map(({ extension }) => extension)).map((extension) => `${extension} is held twice`));
  wrong.push(...[...atWebex.keys()].filter((key) => key.startsWith("nobody")));
  const held = lines.filter(({ number }) => number !== "").length;
  if (held !== 2 * people + 3) wrong.push(`${held} numbers are held`);
  const { duplicateCreates, requests } = await scene.webex.stats();
  if (duplicateCreates > 0) wrong.push(`${duplicateCreates} creates for what existed`);
  const refused = requests["POST /wholesale/subscribers"]?.["400"] ?? 0;
  return {
    wrong: wrong.map((what) => `seed ${seed}: ${what}`),
    counts: {
      killed: killed.reduce((sum, one) => sum + one, 0),
      "taken by the other": refused,
      both: killed.every((one) => one === 1) ? 1 : 0,
    },
  };
}

const seeds = Array.from({ length: 50 }, (_, index) => index + 1);

describe("two runs that want the next free numbers of one location", () => {
  it("at once, killed at random, give each person one number, and no number to two", {
    timeout: soakTimeoutMs,
  }, async () => {
    const batches = await writeBatches();
    await using before = await runBefore(batches.first);
    const ends = await runEach(portion(seeds), (seed) => killBoth(seed, batches, before));
    const counts = addUp(ends.map((end) => end.counts));
    console.log(`${ends.length} pairs of runs, ${people} people each:`, JSON.stringify(counts));
    expect(struckTooSeldom(counts, { killed: most(2 * ends.length), "taken by the other": ends.length })).toEqual([]);
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});
