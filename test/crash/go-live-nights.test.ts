/** Twenty locations with three dates over a change of the clocks: nights that are kept and missed, at a target that loses answers. */
import { describe, expect, it } from "vitest";
import { isReached } from "../../src/model/calendar-day.ts";
import { listDue } from "../../src/pipeline/due.ts";
import { runContext } from "../../src/run/context.ts";
import type { Notice } from "../../src/schedule/notice.ts";
import type { Notifier } from "../../src/schedule/notify.ts";
import { type NightScene, setNightScene } from "../support/nights.ts";
import { isSoak, soakTimeoutMs } from "../support/soak.ts";
import type { Batch } from "../support/write-batch.ts";

const timezones = ["Europe/Amsterdam", "America/New_York", "Asia/Tokyo", "Europe/Lisbon"];
const dayMs = 86_400_000;
const noonOf = (day: string) => `${day}T12:00:00Z`;
const later = (day: string, days: number) => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Four head offices and sixteen branches; one has more numbers than one request takes. */
const places = Array.from({ length: 20 }, (_, index) => {
  const isOffice = index % 5 === 0;
  const count = index === 7 ? 230 : 25;
  return {
    ...{ customer: `C${Math.floor(index / 5) + 1}`, isOffice, count },
    name: isOffice ? "Head Office" : `Branch ${index}`,
    timezone: timezones[index % timezones.length] ?? "UTC",
    /** Of the three dates. */
    date: index % 3,
    first: 31_200_000_000 + index * 1_000,
  };
});

type Place = (typeof places)[number];

const keyOf = ({ customer, name }: { readonly customer: string; readonly name: string }) => `${customer} ${name}`;

/** `middle`: the second of the three dates; the others are the day before and the day after. */
function batchOf(middle: string): Batch {
  const dateOf = ({ date }: Place) => later(middle, date - 1);
  const numbersOf = ({ first, count }: Place) => `+${first}-+${first + count - 1}`;
  const offices = places.filter(({ isOffice }) => isOffice);
  return {
    templates: [{ invite_emails: "yes" }],
    customers: offices.map((place) => ({
      ...{ hq_pstn: "Simulated Carrier", hq_phone_numbers: numbersOf(place), hq_activate_on: dateOf(place) },
      ...{ hq_timezone: place.timezone, hq_main_number: `+${place.first}`, welcome_on: middle },
    })),
    locations: places
      .filter(({ isOffice }) => !isOffice)
      .map((place) => ({
        ...{ customer: place.customer, name: place.name, timezone: place.timezone, pstn: "Simulated Carrier" },
        ...{ phone_numbers: numbersOf(place), activate_on: dateOf(place) },
      })),
    users: places.map((place, index) => ({
      ...{ customer: place.customer, location: place.name, phone_number: `+${place.first + 1}` },
      extension: String(4100 + index),
    })),
  };
}

/** How many numbers of each place are active. */
async function activeAt({ webex }: NightScene): Promise<ReadonlyMap<string, number>> {
  const { numbers = [] } = await webex.state();
  const active = new Set(numbers.filter(({ state }) => state === "ACTIVE").map(({ number }) => String(number)));
  const countOf = ({ first, count }: Place) =>
    Array.from({ length: count }, (_, index) => `+${first + index}`).filter((number) => active.has(number)).length;
  return new Map(places.map((place) => [keyOf(place), countOf(place)]));
}

const startsOf = ({ lines }: NightScene) =>
  lines.filter(({ message }) => message === "night begins").map(({ at }) => Number(at));

/** Activations that Webex has carried out, answered or not. */
async function activations({ webex }: NightScene): Promise<{ readonly done: number; readonly lost: number }> {
  const { requests } = await webex.stats();
  const outcomes = requests["PUT /telephony/config/locations/{locationId}/numbers"] ?? {};
  const lost = outcomes.lost ?? 0;
  return { done: (outcomes["204"] ?? 0) + lost, lost };
}

/** What is told in the coming week, by place. */
function dueBy({ stateFolder, clock }: NightScene): readonly string[] {
  const lines = listDue({ ...runContext({ stateFolder }), clock }, { days: 7 });
  return lines.flatMap((line) => (line.kind === "numbers" ? [keyOf(line)] : [])).toSorted();
}

const route = "PUT /telephony/config/locations/{locationId}/numbers";
const faults = [
  ...[`${route}=lost:0.4`, `${route}=503:0.2`, "GET /telephony/config/numbers=reset:0.1"],
  "POST /identity/organizations/{orgId}/jobs/sendActivationEmails=lost:2x",
];

type Course = {
  readonly name: string;
  readonly middle: string;
  readonly cron: string;
  /** Noon of days, in order, until which the process lives; between the first and the second of a pair it is away. */
  readonly away: readonly (readonly [number, number])[];
};

const courses: readonly Course[] = [
  { name: "clocks are put forward", middle: "2027-03-28", cron: "30 2 * * *", away: [] },
  { name: "clocks are put back", middle: "2027-10-31", cron: "30 2 * * *", away: [] },
  { name: "clocks are put forward, with a night missed", middle: "2027-03-28", cron: "30 2 * * *", away: [[-1, 0]] },
  { name: "clocks are put back, with two nights missed", middle: "2027-10-31", cron: "0 23 * * *", away: [[-1, 1]] },
];
const seeds = isSoak ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1];

/** Lives from noon to noon; gives the night in which the numbers of each place became active, and what was told. */
async function live({ middle, cron, away }: Course, seed: number) {
  const scene = await setNightScene(noonOf(later(middle, -5)), {
    cron,
    maxGrowth: Number.POSITIVE_INFINITY,
    simulator: { seed },
  });
  const notices: Notice[] = [];
  const recorder: Notifier = {
    name: "recorder",
    send: async (notice) => {
      notices.push(notice);
      return { ok: true };
    },
  };
  await scene.offer("import", batchOf(middle));
  await scene.liveUntil(noonOf(later(middle, -3)), { notifiers: [recorder] });
  const before = await activeAt(scene);
  await scene.webex.turnKnobs({ faults });
  await scene.webex.forgetStats();
  const found = new Map<string, number>();
  const wrong: string[] = [...before].flatMap(([key, count]) => (count > 0 ? [`${key}: ${count} active before`] : []));
  for (let day = -2; day <= 4; day += 1) {
    const isAway = away.some(([from, to]) => day > from && day <= to);
    if (isAway) {
      await scene.clock.advance(dayMs);
      continue;
    }
    // a night that is made up for begins at once
    await scene.liveUntil(`${later(middle, day - 1)}T18:00:00Z`, { notifiers: [recorder] });
    await look();
    await scene.liveUntil(noonOf(later(middle, day)), { notifiers: [recorder] });
    await look();
  }
  return { scene, notices, found, wrong };

  async function look(): Promise<void> {
    const night = startsOf(scene).at(-1) ?? 0;
    const active = await activeAt(scene);
    for (const place of places) {
      const count = active.get(keyOf(place)) ?? 0;
      if (count > 0 && count < place.count)
        wrong.push(`${keyOf(place)}: ${count} of ${place.count} in the night of ${night}`);
      if (count > 0 && !found.has(keyOf(place))) found.set(keyOf(place), night);
    }
    const open = places.filter((place) => !found.has(keyOf(place))).map(keyOf);
    if (dueBy(scene).join() !== open.toSorted().join())
      wrong.push(`night of ${night}: report --due has ${dueBy(scene)}`);
  }
}

describe("twenty locations with three dates", () => {
  it.each(courses)("are each activated on their day, once, while $name", { timeout: soakTimeoutMs }, async (course) => {
    for (const seed of seeds) {
      const { scene, notices, found, wrong } = await live(course, seed);
      const starts = startsOf(scene);
      const late = places.flatMap((place) => {
        const day = later(course.middle, place.date - 1);
        const wanted = starts.find((at) => isReached(day, at, place.timezone));
        const at = found.get(keyOf(place));
        return at === wanted ? [] : [`${keyOf(place)} ${place.timezone} ${day}: in the night of ${at}, not ${wanted}`];
      });
      expect([...wrong, ...late]).toEqual([]);

      const requests = places.reduce((sum, { count }) => sum + Math.ceil(count / 100), 0);
      const { done, lost } = await activations(scene);
      expect(done).toBe(requests);
      expect(lost).toBeGreaterThan(0);

      const { welcomes = [] } = await scene.webex.state();
      expect(new Set(welcomes.map(({ orgId }) => orgId)).size).toBe(4);
      expect(welcomes).toHaveLength(4);
      const unknown = notices
        .flatMap(({ errorGroups }) => errorGroups)
        .filter(({ code }) => code === "welcome_sent_or_unknown");
      expect(unknown.reduce((sum, { rows }) => sum + rows, 0)).toBe(2);

      const [ofImport] = notices;
      expect(ofImport?.due?.filter(({ kind }) => kind === "numbers")).toHaveLength(20);
      expect(notices.at(-1)?.due).toBeUndefined();
      console.log(
        `${course.name}, seed ${seed}: ${found.size} of ${places.length} on their day, ${starts.length} nights, ` +
          `${done} activations carried out for ${requests} required, ${lost} of their answers lost, ${notices.length} notices`,
      );
    }
  });
});
