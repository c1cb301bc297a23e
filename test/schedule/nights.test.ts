import { rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findIn } from "../support/find-in.ts";
import { type NightScene, setNightScene } from "../support/nights.ts";
import { readResults } from "../support/read-results.ts";
import type { Batch } from "../support/write-batch.ts";

const users = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    email: `user${from + index}@example.com`,
    last_name: `Visser ${from + index}`,
    extension: String(4000 + from + index),
  }));

const batchOf = (count: number, from = 0): Batch => ({ templates: [{}], customers: [{}], users: users(count, from) });

const outcomes = async (scene: NightScene) =>
  Object.fromEntries(
    Object.entries(await scene.left()).map(([place, left]) => [place, left === "waiting" ? left : left.outcome]),
  );

describe("a week of nights", () => {
  it("runs each batch once, keeps the bad ones apart, and goes on", { timeout: 60_000 }, async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await scene.offer("b-monday", batchOf(3));
    await scene.offer("a-monday", { users: users(2, 10) });
    await scene.liveUntil("2026-11-23T12:00:00Z");
    expect(await outcomes(scene)).toEqual({ "failed/20261123 a-monday": "failed", "done/20261123 b-monday": "done" });

    await scene.offer("tuesday-bad", { users: [{ email: "no address" }, ...users(1, 20)] });
    await scene.offer("tuesday-good", { users: users(1, 30) });
    await scene.liveUntil("2026-11-24T12:00:00Z");

    await scene.offer("wednesday", batchOf(3));
    await scene.liveUntil("2026-11-25T12:00:00Z");

    const failed = await findIn(join(scene.inbox, "failed"), "tuesday-bad");
    await rename(join(failed, "batch", "tuesday-bad"), join(scene.inbox, "thursday-again"));
    await scene.offer("thursday-again", {
      users: [{ email: "an@address.example.com", extension: "4999" }, ...users(1, 20)],
    });
    await scene.liveUntil("2026-11-26T12:00:00Z");

    await scene.offer("friday-oversized", batchOf(200, 100));
    await scene.webex.forgetStats();
    await scene.liveUntil("2026-11-27T12:00:00Z");
    expect((await scene.webex.stats()).total).toBe(0);

    await scene.liveUntil("2026-11-29T12:00:00Z");
    expect(await outcomes(scene)).toEqual({
      "failed/20261123 a-monday": "failed",
      "done/20261123 b-monday": "done",
      "failed/20261124 tuesday-bad": "failed",
      "done/20261124 tuesday-good": "done",
      "done/20261125 wednesday": "repeated",
      "done/20261126 thursday-again": "done",
      "failed/20261127 friday-oversized": "failed",
    });
    expect((await scene.left())["failed/20261127 friday-oversized"]).toMatchObject({
      exitCode: 2,
      reason: expect.stringMatching(/^the batch has 202 rows, more than 3 times the \d+(\.5)? of the last \d/),
    });
    expect(scene.nights().map((night) => night.slice(0, 16))).toEqual(
      ["23", "24", "25", "26", "27", "28", "29"].map((day) => `2026-11-${day} 02:00`),
    );
    const { subscribers = [] } = await scene.webex.state();
    const emails = ["user0", "user1", "user2", "user20", "user30"].map((name) => `${name}@example.com`);
    expect(subscribers.map(({ email }) => email).toSorted()).toEqual([...emails, "an@address.example.com"].toSorted());
  });
});

describe("a start", () => {
  it("that comes while a night goes on waits for its end, and several such are made up once", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z", { cron: "0 */2 * * *" });
    await scene.webex.turnKnobs({ provisioningTimeMs: 5 * 3_600_000 });
    const options = scene.depsWith(new AbortController().signal).options;
    const slow = { ...options, limits: { ...options.limits, provisioningTimeoutMs: 24 * 3_600_000 } };
    await scene.offer("slow", batchOf(1));
    await scene.liveUntil("2026-11-22T23:30:00Z", { options: slow });
    const [first, ...others] = scene.nights().map((night) => night.slice(0, 16));
    expect(first).toBe("2026-11-22 14:00");
    expect(others[0]).toMatch(/^2026-11-22 19:[0-5]/);
    expect(others.slice(1)).toEqual(["2026-11-22 20:00", "2026-11-22 22:00", "2026-11-23 00:00"]);
    expect(await outcomes(scene)).toEqual({ "done/20261122 slow": "done" });
  });

  it("that nobody was there for is made up once, however many they were", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await scene.liveUntil("2026-11-23T12:00:00Z");
    await scene.clock.advance(3 * 86_400_000);
    await scene.offer("late", batchOf(1));
    await scene.liveUntil("2026-11-28T12:00:00Z");
    expect(scene.nights()).toEqual([
      "2026-11-23 02:00:00",
      "2026-11-26 13:00:00",
      "2026-11-27 02:00:00",
      "2026-11-28 02:00:00",
    ]);
    expect(await outcomes(scene)).toEqual({ "done/20261126 late": "done" });
  });

  it("before the first time is none that was missed", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await scene.liveUntil("2026-11-22T20:00:00Z");
    expect(scene.nights()).toEqual([]);
  });

  it.each([
    ["begins", "2026-03-27T12:00:00Z", "2026-03-31T12:00:00Z", ["28 02:30", "29 03:00", "30 02:30", "31 02:30"]],
    ["ends", "2026-10-23T12:00:00Z", "2026-10-27T12:00:00Z", ["24 02:30", "25 02:30", "26 02:30", "27 02:30"]],
  ])(
    "comes once in each night when summer time %s, also in the hour that is left out or comes twice",
    async (_what, start, end, nights) => {
      const scene = await setNightScene(start, { cron: "30 2 * * *" });
      await scene.liveUntil(end);
      expect(scene.nights().map((night) => night.slice(8, 16))).toEqual(nights);
    },
  );
});

describe("a batch", () => {
  it("of the same content runs again when it was not applied with exit code 0", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    const bad = { ...batchOf(1), users: [{ email: "no address" }] };
    await scene.offer("first", bad);
    await scene.liveUntil("2026-11-23T12:00:00Z");
    await scene.offer("second", bad);
    await scene.liveUntil("2026-11-24T12:00:00Z");
    expect(await outcomes(scene)).toEqual({ "failed/20261123 first": "failed", "failed/20261124 second": "failed" });
    expect(scene.lines.filter(({ kind }) => kind === "ran")).toHaveLength(2);
  });

  it("that is not complete stays in the inbox, and so do files that are none", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    const path = await scene.offer("growing", batchOf(1));
    await rename(join(path, ".ready"), join(scene.inbox, "users.csv"));
    await scene.liveUntil("2026-11-23T12:00:00Z");
    expect(await outcomes(scene)).toEqual({ growing: "waiting", "users.csv": "waiting" });
    expect(scene.lines.filter(({ level }) => level === "warn")).toMatchObject([{ files: 1 }]);
  });

  it("with more changes than are allowed is refused, and nothing of it is sent", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await scene.offer("many", batchOf(5));
    const { options } = scene.depsWith(new AbortController().signal);
    await scene.liveUntil("2026-11-23T12:00:00Z", { options: { ...options, maxChanges: 4 } });
    expect((await scene.left())["failed/20261123 many"]).toMatchObject({
      exitCode: 2,
      reason: expect.stringContaining("--max-changes 4"),
    });
    expect((await scene.webex.stats()).writes).toBe(0);
  });

  it("leaves its results beside it, and they say which rows were not asked about", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await scene.offer("first", batchOf(2));
    await scene.liveUntil("2026-11-23T12:00:00Z");
    await scene.webex.forgetStats();
    await scene.offer("second", batchOf(3));
    await scene.liveUntil("2026-11-24T12:00:00Z");
    const folder = await findIn(join(scene.inbox, "done"), "second");
    const results = await readResults(join(folder, "results", "results.csv"));
    expect(results.map(({ key, status, message }) => [key, status, message.replace(/ 2026-.*/, "")])).toEqual([
      ["Calling", "unchanged", ""],
      ["C1", "unchanged", "Not asked about: the same as when it was last applied,"],
      ["user0@example.com", "unchanged", "Not asked about: the same as when it was last applied,"],
      ["user1@example.com", "unchanged", "Not asked about: the same as when it was last applied,"],
      ["user2@example.com", "succeeded", ""],
    ]);
    expect((await scene.webex.stats()).writes).toBe(1);
  });
});
