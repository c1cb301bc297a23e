import { access, mkdir, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { UserError } from "../../src/model/user-error.ts";
import { verbatim } from "../../src/model/words/text.ts";
import { resume } from "../../src/pipeline/resume.ts";
import { mostEntries } from "../../src/schedule/readiness.ts";
import { systemClock } from "../../src/system-clock.ts";
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
    Object.entries(await scene.left()).map(([batch, left]) => [batch, left === "waiting" ? left : left.outcome]),
  );

describe("a week of nights", () => {
  it("runs each batch once, sets the bad ones apart, and continues", { timeout: 60_000 }, async () => {
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
    expect(
      scene.said.filter((line) => line.includes(" -> ")).map((line) => line.replace(/ -> .*\/(?=[^/]+\/)/, " -> ")),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^b-monday {2}done, \d+ rows: \d+ succeeded -> results\/report\.html$/),
        expect.stringMatching(/^tuesday-bad {2}failed, \d+ of \d+ rows to correct: .*\d invalid/),
        expect.stringMatching(/^wednesday {2}not run: already applied: the same content has already been applied/),
        expect.stringMatching(/^friday-oversized {2}failed, .*; the batch has 202 rows, more than 3 times the/),
      ]),
    );
    expect((await scene.left())["failed/20261127 friday-oversized"]).toMatchObject({
      exitCode: 2,
      reason: expect.stringMatching(/^the batch has 202 rows, more than 3 times the usual \d+(\.5)? of the last \d/),
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
  it("that comes during a night waits for its end, and several of them are made up for once", async () => {
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

  it("that was missed is made up for once, however many there were", async () => {
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
    expect(scene.lines.filter(({ level }) => level === "warn")).toMatchObject([{ name: "users.csv" }]);
    expect(scene.said).toEqual([expect.stringMatching(/^left in the inbox: "users.csv" is a loose file/)]);
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

  it("leaves its results next to it, and they say which rows were not read", async () => {
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
      ["C1", "unchanged", "Not read at Webex: the same as when it was last applied,"],
      ["user0@example.com", "unchanged", "Not read at Webex: the same as when it was last applied,"],
      ["user1@example.com", "unchanged", "Not read at Webex: the same as when it was last applied,"],
      ["user2@example.com", "succeeded", ""],
    ]);
    expect((await scene.webex.stats()).writes).toBe(1);
  });
});

describe("an arrival that cannot be used", () => {
  const nextDay = "2026-11-23T12:00:00Z";

  it.each([
    [
      "a link to another file",
      (path: string) => symlink("/etc/passwd", join(path, "templates.csv")),
      /contains a link, "templates.csv"/,
    ],
    [
      "a socket",
      (path: string) => listenAt(join(path, "templates.csv")),
      /"templates.csv", which is not a regular file/,
    ],
    ["too many files", (path: string) => crowd(path), /contains more than 10.000 files/],
  ])("is refused by itself, unread, and the next batch runs: %s", async (_what, spoil, reason) => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await spoil(await scene.offer("a-bad", { users: users(1, 50) }));
    await scene.offer("b-good", batchOf(1));
    await scene.liveUntil(nextDay);
    expect(await outcomes(scene)).toEqual({ "failed/20261123 a-bad": "failed", "done/20261123 b-good": "done" });
    expect((await scene.left())["failed/20261123 a-bad"]).toMatchObject({
      exitCode: 2,
      reason: expect.stringMatching(reason),
    });
    const failed = await findIn(join(scene.inbox, "failed"), "a-bad");
    await expect(access(join(failed, "results"))).rejects.toThrow(/ENOENT/);
  });

  it("keeps its name where that is long: only its folder's name is cut", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    const name = `${"é".repeat(120)}-long`;
    await scene.offer(name, batchOf(1));
    await scene.liveUntil(nextDay);
    const left = Object.entries(await scene.left());
    expect(left).toEqual([[`done/20261123 ${"é".repeat(50)}`, { at: name, outcome: "done", exitCode: 0 }]]);
  });

  it("with a folder as its marker runs if a marker file is next to it", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    const path = await scene.offer("a", batchOf(1));
    await rm(join(path, ".ready"));
    await mkdir(join(path, ".ready"));
    await writeFile(join(scene.inbox, "a.ready"), "");
    await scene.liveUntil(nextDay);
    expect(await outcomes(scene)).toEqual({ "done/20261123 a": "done" });
  });

  it("stops neither the night nor its heartbeat", async () => {
    let beats = 0;
    const scene = await setNightScene("2026-11-22T12:00:00Z", {
      heartbeat: async () => {
        beats += 1;
        return { ok: true };
      },
    });
    const path = await scene.offer("a-bad", { users: users(1, 50) });
    await symlink("nowhere", join(path, "templates.csv"));
    await scene.liveUntil(nextDay);
    expect(beats).toBe(1);
  });
});

describe("an inbox that cannot be used", () => {
  it("is reported each night, without a heartbeat, and the nights continue", async () => {
    let beats = 0;
    const scene = await setNightScene("2026-11-22T12:00:00Z", {
      heartbeat: async () => {
        beats += 1;
        return { ok: true };
      },
    });
    await writeFile(join(scene.inbox, "taken"), "");
    await scene.offer("monday", batchOf(1));
    await scene.liveUntil("2026-11-23T12:00:00Z");
    expect(beats).toBe(0);
    expect(scene.said).toEqual([expect.stringMatching(/taken is not a folder\. Move it elsewhere/)]);
    await rm(join(scene.inbox, "taken"));
    await scene.liveUntil("2026-11-24T12:00:00Z");
    expect(beats).toBe(1);
    expect(await outcomes(scene)).toEqual({ "done/20261124 monday": "done" });
  });
});

async function listenAt(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(path, resolve));
  onTestFinished(() => void server.close());
}

async function crowd(folder: string): Promise<void> {
  for (let file = 0; file < mostEntries; file += 1) await writeFile(join(folder, `${file}.txt`), "");
}

it("a batch goes back into the inbox when the target does not answer, and is run in the next night", async () => {
  const scene = await setNightScene("2026-11-22T12:00:00Z");
  await scene.offer("monday", batchOf(2));
  const connect = async () => {
    throw new UserError("target_unavailable", verbatim("Webex cannot be asked: busy"));
  };
  await scene.liveUntil("2026-11-23T12:00:00Z", { connect });
  expect(await outcomes(scene)).toEqual({ monday: "waiting", "monday.ready": "waiting" });
  expect(scene.said.join("\n")).toContain(
    '"monday" stays where it is until the next night: Webex cannot be asked: busy',
  );
  await scene.liveUntil("2026-11-24T12:00:00Z");
  expect(await outcomes(scene)).toEqual({ "done/20261124 monday": "done" });
});

describe("a batch whose run has begun", () => {
  it.each([
    ["while it was planned", "GET /wholesale/customers=503/3600:1x", 0],
    ["while it was carried out", "POST /wholesale/subscribers=429/3600:1x", 1],
  ])("stays taken when the target goes away %s, and the next night goes on with that run", async (_, fault, made) => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await scene.offer("monday", batchOf(3));
    await scene.webex.turnKnobs({ faults: [fault] });
    await scene.liveUntil("2026-11-23T12:00:00Z");
    expect(Object.keys(await scene.left())).toEqual(["taken/20261123 monday"]);
    const line = scene.said.find((each) => each.includes("monday") && each.includes("until the next night"));
    expect(line).toMatch(
      /^batch "monday" stays in taken\/ until the next night, which continues its run \S+: .*(60 min|503)/,
    );
    expect((await scene.webex.state()).customers).toHaveLength(made);
    const [left] = scene.book.open();
    await scene.liveUntil("2026-11-24T12:00:00Z");
    expect(await outcomes(scene)).toEqual({ "done/20261123 monday": "done" });
    expect(scene.book.open()).toEqual([]);
    expect(line).toContain(left?.runId);
    expect(await readdir(join(scene.stateFolder, "runs"))).toEqual([left?.runId]);
    expect((await scene.webex.state()).subscribers).toHaveLength(3);
    expect((await scene.webex.stats()).duplicateCreates).toBe(0);
  });

  it("stays taken without holding up others, for as many nights as the target refuses access", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await scene.offer("monday", batchOf(2));
    await scene.webex.turnKnobs({ faults: ["POST /wholesale/subscribers=429/3600:1x"] });
    await scene.liveUntil("2026-11-23T12:00:00Z");
    const connect = async () => {
      throw new UserError("no_access", verbatim("The token was refused."), verbatim("See auth check."));
    };
    await scene.liveUntil("2026-11-24T12:00:00Z", { connect });
    await scene.liveUntil("2026-11-25T12:00:00Z", { connect });
    expect(Object.keys(await scene.left())).toEqual(["taken/20261123 monday"]);
    expect(scene.said.filter((line) => line.includes("The token was refused."))).toHaveLength(2);
    await scene.offer("tuesday", batchOf(1, 10));
    await scene.liveUntil("2026-11-26T12:00:00Z");
    expect(await outcomes(scene)).toEqual({ "done/20261123 monday": "done", "done/20261126 tuesday": "done" });
  });

  it("is moved away as it ended when a person went on with its run by day", async () => {
    const scene = await setNightScene("2026-11-22T12:00:00Z");
    await scene.offer("monday", batchOf(2));
    await scene.webex.turnKnobs({ faults: ["POST /wholesale/subscribers=429/3600:1x"] });
    await scene.liveUntil("2026-11-23T12:00:00Z");
    const { options, connect, runContext } = scene.depsWith(new AbortController().signal);
    const [left] = scene.book.open();
    await resume(left?.runId, options, connect, { ...runContext, clock: systemClock });
    await scene.webex.forgetStats();
    await scene.liveUntil("2026-11-24T12:00:00Z");
    expect(await outcomes(scene)).toEqual({ "done/20261123 monday": "done" });
    expect((await scene.webex.stats()).writes).toBe(0);
  });
});
