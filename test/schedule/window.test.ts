/** Nights that work within a window, and batches that say when and for whom. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWindow } from "../../src/schedule/window.ts";
import { findIn } from "../support/find-in.ts";
import { type NightScene, setNightScene } from "../support/nights.ts";
import type { Batch } from "../support/write-batch.ts";

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

describe("a window", () => {
  it("over midnight is open in the evening and in the morning", async () => {
    const window = await readWindow("22:00-05:30", "Europe/Amsterdam", at("2026-11-22T12:00:00Z"));
    expect(["20:59", "21:00", "23:30"].map((time) => window.isOpen(at(`2026-11-22T${time}:00Z`)))).toEqual([
      false,
      true,
      true,
    ]);
    expect(["04:29", "04:30", "12:00"].map((time) => window.isOpen(at(`2026-11-23T${time}:00Z`)))).toEqual([
      true,
      false,
      false,
    ]);
    expect(iso(window.opensAt(at("2026-11-23T12:00:00Z")))).toBe("2026-11-23T21:00");
    expect(iso(window.closesAt(at("2026-11-22T23:00:00Z")))).toBe("2026-11-23T04:30");
  });

  it("is by the clock on the wall, also when that is put forward and back", async () => {
    const window = await readWindow("01:00-05:30", "Europe/Amsterdam", at("2026-03-28T12:00:00Z"));
    expect(iso(window.closesAt(at("2026-03-29T00:30:00Z")))).toBe("2026-03-29T03:30");
    expect(iso(window.closesAt(at("2026-10-25T00:30:00Z")))).toBe("2026-10-25T04:30");
  });

  it.each(["22:00", "22:00-22:00", "25:00-05:00", "22-5", "night"])("%s is none", async (hours) => {
    await expect(readWindow(hours, "UTC", 0)).rejects.toMatchObject({ code: "bad_window" });
  });
});

const users = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => ({
    email: `user${from + index}@example.com`,
    last_name: `Visser ${from + index}`,
    extension: String(4000 + from + index),
  }));

const began = ({ lines }: NightScene) =>
  lines.filter(({ message }) => message === "batch taken").map(({ batch }) => String(batch));

const results = ({ said }: NightScene) =>
  said.filter((line) => line.includes(" -> ")).map((line) => line.replace(/ -> .*/, ""));

async function offer(scene: NightScene, name: string, batch: Batch, wishes?: object | string) {
  const path = await scene.offer(name, batch);
  if (wishes !== undefined)
    await writeFile(join(path, "batch.json"), typeof wishes === "string" ? wishes : JSON.stringify(wishes));
}

const base: Batch = { templates: [{}], customers: [{}] };

describe("a night whose window closes", () => {
  it("settles, and goes on in the next one: nothing twice, and an urgent batch first", async () => {
    const hours = "01:00-02:30";
    const start = "2026-11-22T12:00:00Z";
    const window = await readWindow(hours, "Europe/Amsterdam", at(start));
    const scene = await setNightScene(start, { window, maxGrowth: Number.POSITIVE_INFINITY });
    await offer(scene, "a-base", base);
    await scene.liveUntil("2026-11-23T12:00:00Z");

    // each answer takes twenty seconds of the half hour
    await scene.webex.turnKnobs({ latencyMs: 20_000 });
    await offer(scene, "b-large", { users: users(120, 10) });
    await scene.liveUntil("2026-11-24T12:00:00Z", { options: slow(scene) });
    expect(scene.said.at(-1)).toBe('the window has closed: the next night continues with "b-large"');
    const made = (await scene.webex.state()).subscribers?.length ?? 0;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(120);

    await scene.webex.turnKnobs({ latencyMs: 0 });
    await offer(scene, "!urgent", { users: users(1, 500) });
    await scene.liveUntil("2026-11-25T12:00:00Z");
    expect(began(scene)).toEqual(["a-base", "b-large", "!urgent"]);
    expect(results(scene)).toEqual([
      "a-base  done, 2 rows: 2 succeeded",
      "!urgent  done, 1 row: 1 succeeded",
      "b-large  done, 120 rows: 120 succeeded",
    ]);
    expect((await scene.webex.state()).subscribers).toHaveLength(121);
    expect((await scene.webex.stats()).duplicateCreates).toBe(0);
  });

  it("that is closed starts nothing when it is told to run", async () => {
    const start = "2026-11-22T12:00:00Z";
    const window = await readWindow("22:00-23:00", "Europe/Amsterdam", at(start));
    const scene = await setNightScene(start, { window, cron: "0 12 * * *" });
    await offer(scene, "a-base", base);
    await scene.liveUntil("2026-11-23T20:30:00Z");
    expect(began(scene)).toEqual([]);
    await scene.liveUntil("2026-11-23T23:30:00Z");
    expect(began(scene)).toEqual(["a-base"]);
  });
});

function slow(scene: NightScene) {
  const { options } = scene.depsWith(new AbortController().signal);
  return { ...options, limits: { ...options.limits, concurrency: 1 } };
}

describe("a batch", () => {
  it("that is not to begin before a time waits for the first night after it", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await offer(scene, "later", base, { notBefore: "2026-11-24T22:00" });
    await offer(scene, "now", { templates: [{}], customers: [{ external_id: "C2" }] });
    await scene.liveUntil("2026-11-24T12:00:00Z");
    expect(began(scene)).toEqual(["now"]);
    expect(scene.said).toContain('batch "later" waits: not before 2026-11-24T22:00');
    await scene.liveUntil("2026-11-25T12:00:00Z");
    expect(began(scene)).toEqual(["now", "later"]);
  });

  it("comes before others by its priority, or by the mark in its name", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    const of = (id: string): Batch => ({ templates: [{}], customers: [{ external_id: id }] });
    await offer(scene, "a", of("C1"));
    await offer(scene, "b", of("C2"), { priority: 9 });
    await offer(scene, "c", of("C3"), { priority: 2 });
    await offer(scene, "!d", of("C4"));
    await scene.liveUntil("2026-11-23T12:00:00Z");
    expect(began(scene)).toEqual(["!d", "c", "a", "b"]);
  });

  it("has the ticket that it names in its run and its results", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await offer(scene, "monday", base, { ticket: "CHG-4711" });
    await scene.liveUntil("2026-11-23T12:00:00Z");
    const folder = await findIn(join(scene.inbox, "done"), "monday");
    const summary = JSON.parse(await readFile(join(folder, "results", "summary.json"), "utf8"));
    expect(summary).toMatchObject({ ticket: "CHG-4711" });
  });

  it.each([
    ['{"notBefore": "tonight"}', 'notBefore is "tonight"'],
    ['{"priority": 0}', "priority is 0"],
    ['{"prio": 1}', "prio is "],
    ["{", "cannot be read"],
    ["[1]", "not valid"],
  ])("whose batch.json says %s is set apart, with the reason", async (content, reason) => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await offer(scene, "odd", base, content);
    await scene.liveUntil("2026-11-23T12:00:00Z");
    expect((await scene.left())["failed/20261123 odd"]).toMatchObject({
      exitCode: 2,
      reason: expect.stringContaining(reason),
    });
    expect((await scene.webex.stats()).writes).toBe(0);
  });
});
