/** A month of nights: sheets that change, people who leave and come, against a target that loses answers, by a program that is killed. MONTH_SEED=17: another month. */
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Random } from "../../src/model/ports.ts";
import { seededRandom } from "../../src/simulator/random.ts";
import { type Scene, setScene, stateFolderOf, untilRequests } from "../support/disturbed-run.ts";
import { type Sheets, writeSheets } from "../support/month/firms.ts";
import { beginMonth, findDoubleLines, type Rates } from "../support/month/nights.ts";
import { differencesOf } from "../support/month/read-back.ts";
import { requiredCalls, sumOf } from "../support/month/required.ts";
import { listLeft } from "../support/nights.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import type { Ended } from "../support/run-program.ts";
import { isSoak, soakTimeoutMs } from "../support/soak.ts";

const given = process.env.MONTH_SEED;
/** Thirty nights in all, ten after each beginning. */
const seeds = given ? [Number(given)] : isSoak ? [20_261_201, 20_261_211, 20_261_221] : [20_261_201];
const usual: Rates = {
  ...{ people: 0.03, leavers: 0.01, joiners: 0.01, places: 0.03, firms: 0.03 },
  ...{ closings: 0.5, arrivals: 0.5, departures: 0.5, renumbered: 1 },
};
/** So few would hardly change in a few nights. */
const busy: Rates = {
  ...{ people: 0.2, leavers: 0.02, joiners: 0.02, places: 0.2, firms: 0.3 },
  ...{ closings: 0.6, arrivals: 0.6, departures: 0.6, renumbered: 1 },
};
const { firms, people, nights, rates } = isSoak
  ? { firms: 200, people: 50, nights: 10, rates: usual }
  : { firms: 20, people: 10, nights: 5, rates: busy };

const faults = ["* *=503:0.003", "* *=lost:0.003", "* *=reset:0.002"];
const flags = [
  ...["--adopt", "--refresh", "auto", "--accept-impacts", "--allow-outage", "--remove-missing-numbers"],
  ...["--allow-customer-removals", "--max-removals", "400"],
];

/** Two nights out of three are kept by `schedule`, the third is applied and resumed. */
type Way = "schedule" | "apply";

/** Carries the sheets of one night out, killed when the target has had so many requests, each time. */
async function carryOut(scene: Scene, batch: string, way: Way, kills: readonly number[]): Promise<readonly Ended[]> {
  const inbox = join(scene.folder, "inbox");
  const at = ["--base-url", scene.webex.baseUrl, ...flags];
  if (way === "schedule") {
    await mkdir(inbox, { recursive: true });
    await rename(batch, join(inbox, "night"));
  }
  const night = ["schedule", "--once", "--inbox", inbox, "--target", "simulator", "--quiet-period", "0s", ...at];
  const apply = ["apply", batch, ...at];
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
  return ends;
}

type Night = {
  readonly wrong: readonly string[];
  readonly killed: number;
  readonly sent: number;
  readonly required: number;
};

async function oneNight(
  scene: Scene,
  number: number,
  sheets: Sheets,
  required: number,
  random: Random,
): Promise<Night> {
  await scene.webex.forgetStats();
  const batch = await writeSheets(scene.folder, `night-${number}`, sheets);
  const way = number % 3 === 2 ? "apply" : "schedule";
  const kills = Array.from({ length: number % 3 }, () => Math.round(random() * required * 0.9));
  const ends = await carryOut(
    scene,
    batch,
    way,
    kills.toSorted((one, other) => one - other),
  );
  const { total, writes, duplicateCreates } = await scene.webex.stats();
  const differences = differencesOf(sheets.firms, await scene.webex.state());
  const { rows, wrong } = await readEnd(scene, ends.at(-1));
  const killed = ends.filter(({ code }) => code === null).length;
  console.log(
    `night ${number}, ${way}, killed ${killed}: ${rows} rows, ${total} calls (${writes} writes) / ${required} required = ${(total / required).toFixed(3)}, ${differences.length} differences, ${duplicateCreates} duplicates`,
  );
  const duplicates = duplicateCreates === 0 ? [] : [`${duplicateCreates} creates for what existed`];
  const all = [...findDoubleLines(sheets.firms), ...wrong, ...duplicates, ...differences];
  return { wrong: all.map((what) => `night ${number} (${way}): ${what}`), killed, sent: total, required };
}

/** How it ended on paper: rows that are not as they should be, and batches of which the night says so. */
async function readEnd(scene: Scene, last: Ended | undefined) {
  const left = Object.values(await listLeft(join(scene.folder, "inbox")));
  const results = await readResults(join(await newestRun(stateFolderOf(scene)), "results.csv"));
  const bad = results.filter(({ status }) => !["succeeded", "unchanged"].includes(status ?? ""));
  return {
    rows: results.length,
    wrong: [
      ...left.flatMap((each) => (each === "waiting" || each.outcome === "done" ? [] : [each.reason ?? each.outcome])),
      ...(last?.code === 0 ? [] : [`ended with ${last?.code}: ${last?.err.slice(-1500)}`]),
      ...bad.map(({ file, row, key, status, message }) => `${file}:${row} ${key} ${status} ${message}`),
    ],
  };
}

async function orgIdsAt({ webex }: Scene): Promise<ReadonlyMap<string, string>> {
  const { customers = [] } = await webex.state();
  return new Map(customers.map(({ externalId, orgId }) => [String(externalId), String(orgId)]));
}

/** Calls sent for each that was required. */
function ratioOf(some: readonly Night[]): number {
  const sum = (field: "sent" | "required") => some.reduce((total, night) => total + night[field], 0);
  console.log(`${some.length} nights: ${sum("sent")} sent / ${sum("required")} required`);
  return sum("sent") / sum("required");
}

describe("a month of nights", () => {
  it.each(seeds)("ends every night with what the sheets say, seed %i", { timeout: soakTimeoutMs }, async (seed) => {
    await using scene = await setScene("", { seed });
    const random = seededRandom(seed + 1);
    const month = beginMonth({ firms, people }, rates, seed);
    const begun = { firms: month.firms, leavers: [], closed: [], gone: [] };
    const all: Night[] = [await oneNight(scene, 0, begun, sumOf(requiredCalls([], begun)), random)];
    await scene.webex.turnKnobs({ faults });
    for (let number = 1; number <= nights && all.every(({ wrong }) => wrong.length === 0); number += 1) {
      const before = structuredClone(month.firms);
      const orgIds = await orgIdsAt(scene);
      const sheets = month.turn((externalId) => orgIds.get(externalId) ?? "");
      all.push(await oneNight(scene, number, sheets, sumOf(requiredCalls(before, sheets)), random));
    }
    console.log(`${firms} customers, ${firms * people} users, seed ${seed}; done:`, month.done);
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    // of a few customers all are looked at when a run is killed, and once more when it goes on
    const [, ...later] = all;
    expect(ratioOf(later.filter(({ killed }) => isSoak || killed === 0))).toBeLessThanOrEqual(1.05);
  });
});
