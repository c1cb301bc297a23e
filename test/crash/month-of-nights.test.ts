/** A month of nights: sheets that change, people who leave and come, against a target that loses answers, by a program that is killed. */
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/simulator/random.ts";
import { type Scene, setScene, stateFolderOf, untilRequests } from "../support/disturbed-run.ts";
import { type Sheets, writeSheets } from "../support/month/firms.ts";
import { beginMonth, findDoubleLines, type Month } from "../support/month/nights.ts";
import { differencesOf } from "../support/month/read-back.ts";
import { type Calls, requiredCalls, sumOf } from "../support/month/required.ts";
import { listLeft } from "../support/nights.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import type { Ended } from "../support/run-program.ts";
import { isSoak, soakTimeoutMs } from "../support/soak.ts";

const seed = Number(process.env.MONTH_SEED ?? 20_261_201);
const size = isSoak ? { firms: 200, people: 50 } : { firms: Number(process.env.MONTH_FIRMS ?? 20), people: 10 };
const nights = Number(process.env.MONTH_NIGHTS ?? (isSoak ? 30 : 5));
const rates = isSoak
  ? {
      people: 0.03,
      leavers: 0.01,
      joiners: 0.01,
      places: 0.03,
      firms: 0.03,
      closings: 0.5,
      arrivals: 0.5,
      departures: 0.5,
      renumbered: 1,
    }
  : {
      people: 0.2,
      leavers: 0.02,
      joiners: 0.02,
      places: 0.2,
      firms: 0.3,
      closings: 0.6,
      arrivals: 0.6,
      departures: 0.6,
      renumbered: 1,
    };

const faults = ["* *=503:0.003", "* *=lost:0.003", "* *=reset:0.002"];
const flags = [
  "--adopt",
  "--refresh",
  "auto",
  "--accept-impacts",
  "--allow-outage",
  "--remove-missing-numbers",
  "--allow-customer-removals",
  "--max-removals",
  "400",
];

type Way = "schedule" | "apply";

/** Carries the sheets of one night out, killed so many times on the way. */
async function carryOut(scene: Scene, batch: string, way: Way, kills: readonly number[]): Promise<readonly Ended[]> {
  const inbox = join(scene.folder, "inbox");
  const at = ["--base-url", scene.webex.baseUrl];
  if (way === "schedule") {
    await mkdir(inbox, { recursive: true });
    await rename(batch, join(inbox, "night"));
  }
  const night = [
    "schedule",
    "--once",
    "--inbox",
    inbox,
    "--target",
    "simulator",
    "--quiet-period",
    "0s",
    ...at,
    ...flags,
  ];
  const apply = ["apply", batch, ...at, ...flags];
  const ends: Ended[] = [];
  for (const [index, requests] of [...kills, Number.POSITIVE_INFINITY].entries()) {
    const running = scene.start(way === "schedule" ? night : index === 0 ? apply : ["resume"]);
    if (Number.isFinite(requests)) {
      await untilRequests(scene, running, requests);
      running.child.kill("SIGKILL");
    }
    const ended = await running.ended;
    ends.push(ended);
    // it was killed before it had read its input
    const isAnew = ended.code === 2 && /nothing was sent|no runs? in/.test(ended.err);
    if (isAnew) ends.push(await scene.start(apply).ended);
  }
  if (process.env.MONTH_ROUTES)
    console.log(
      kills,
      ends.map(({ code, out, err }) => [code, out.slice(-300), err.slice(-700)]),
    );
  return ends;
}

type Night = {
  readonly wrong: readonly string[];
  readonly sent: number;
  readonly required: Calls;
  readonly line: string;
};

async function oneNight(scene: Scene, month: Month, number: number, sheets: Sheets, required: Calls): Promise<Night> {
  const random = seededRandom(seed + number);
  const sum = sumOf(required);
  await scene.webex.forgetStats();
  const batch = await writeSheets(scene.folder, `night-${number}`, sheets);
  const way = number % 3 === 2 ? "apply" : "schedule";
  const kills = Array.from(
    { length: process.env.MONTH_KILLS === "0" ? 0 : number % 3 },
    () => random() * sum * 0.9,
  ).toSorted((a, b) => a - b);
  const ends = await carryOut(scene, batch, way, kills.map(Math.round));
  const last = ends.at(-1);
  const { total, writes, duplicateCreates, requests } = await scene.webex.stats();
  const differences = differencesOf(month.firms, await scene.webex.state());
  const results = await readResults(join(await newestRun(stateFolderOf(scene)), "results.csv"));
  const failed = results.filter(({ status }) => !["succeeded", "unchanged"].includes(status ?? ""));
  const killed = ends.filter(({ code }) => code === null).length;
  const left = Object.values(await listLeft(join(scene.folder, "inbox")));
  const reasons = left.flatMap((each) =>
    each === "waiting" || each.outcome === "done" ? [] : [each.reason ?? each.outcome],
  );
  const wrong = [
    ...reasons,
    ...findDoubleLines(month.firms),
    ...(last?.code === 0 ? [] : [`ended with ${last?.code}: ${last?.err.slice(-1500)} ${last?.out.slice(-1500)}`]),
    ...(duplicateCreates === 0 ? [] : [`${duplicateCreates} creates for what existed`]),
    ...failed.map(
      ({ file, row, key, status, error_code, message }) => `${file}:${row} ${key} ${status} ${error_code} ${message}`,
    ),
    ...differences,
  ];
  if (process.env.MONTH_ROUTES) console.log(routesOf(requests));
  return {
    wrong: wrong.map((what) => `night ${number} (${way}): ${what}`),
    sent: total,
    required,
    line: `night ${number}, ${way}, killed ${killed}: ${results.length} rows, ${total} calls (${writes} writes) / ${sum} required = ${(total / sum).toFixed(3)}, ${differences.length} differences, ${duplicateCreates} duplicates, ${failed.length} failed`,
  };
}

function routesOf(requests: Record<string, Record<string, number>>): string {
  return Object.entries(requests)
    .map(
      ([route, by]) =>
        `${String(Object.values(by).reduce((a, b) => a + b, 0)).padStart(6)} ${route} ${JSON.stringify(by)}`,
    )
    .toSorted()
    .toReversed()
    .join("\n");
}

describe("a month of nights", () => {
  it("ends every night with what the sheets say", { timeout: soakTimeoutMs }, async () => {
    await using scene = await setScene("", { seed });
    const month = beginMonth(size, rates, seed);
    const orgIdOf = async () => {
      const { customers = [] } = await scene.webex.state();
      return new Map(customers.map(({ externalId, orgId }) => [String(externalId), String(orgId)]));
    };
    const lines: string[] = [];
    const all: Night[] = [];
    for (let number = 0; number <= nights; number += 1) {
      const before = structuredClone(month.firms);
      const orgs = await orgIdOf();
      if (number === 1 && process.env.MONTH_FAULTS !== "0") await scene.webex.turnKnobs({ faults });
      const sheets =
        number === 0
          ? { firms: month.firms, leavers: [], closed: [], gone: [] }
          : month.turn((externalId) => orgs.get(externalId) ?? "");
      const required = requiredCalls(number === 0 ? [] : before, sheets);
      const night = await oneNight(scene, month, number, sheets, required);
      lines.push(night.line);
      console.log(night.line);
      if (process.env.MONTH_ROUTES) console.log(required);
      all.push(night);
      if (night.wrong.length > 0 && !process.env.MONTH_GO_ON) break;
    }
    const later = all.slice(1);
    const sent = later.reduce((sum, each) => sum + each.sent, 0);
    const needed = later.reduce((sum, each) => sum + sumOf(each.required), 0);
    console.log(
      `${size.firms} customers, ${size.firms * size.people} users, seed ${seed}: ${sent} sent / ${needed} required = ${(sent / needed).toFixed(4)}`,
    );
    console.log(
      Object.entries(month.done)
        .toSorted()
        .map(([kind, times]) => `${String(times).padStart(5)}  ${kind}`)
        .join("\n"),
    );
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(sent / needed).toBeLessThanOrEqual(1.05);
  });
});
