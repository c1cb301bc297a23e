/** Nights every few seconds over an inbox into which somebody puts whatever a file system can hold. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { seededRandom } from "../../src/simulator/random.ts";
import { projectFolder, type Running, startProgram } from "../support/run-program.ts";
import { openWebex } from "../support/simulated-webex.ts";
import { isSoak } from "../support/soak.ts";
import { until } from "../support/until.ts";
import { writeBatch } from "../support/write-batch.ts";

/** So many: as many as half an hour brings, or half a minute. */
const arrivals = isSoak ? 7_000 : 240;
/** Between two arrivals. */
const pauseMs = isSoak ? 250 : 100;
/** Of its batches: then all that it needs has been loaded. */
const warmedUpAfter = 20;
const seed = Number(process.env.INBOX_SEED ?? 1);

const bombs = ["xlsx-styled-cell-in-last-corner", "xlsx-value-in-last-corner", "xlsx-column-AAAAAAA"];

type World = {
  readonly inbox: string;
  /** Where batches are made before they are moved in. */
  readonly workshop: string;
  readonly random: () => number;
  /** E-mails that are ordered by good batches. */
  readonly ordered: string[];
  readonly servers: Server[];
  next(): number;
};

/** One user that nobody ordered before. */
function newUser({ ordered, next }: World) {
  const number = next();
  const email = `user${number}@example.com`;
  ordered.push(email);
  return { email, last_name: `Visser ${number}`, package: "webex_meetings", location: "", extension: "" };
}

/** In three ways complete: a file inside, a file beside, or quiet for long enough. */
async function offerGood(world: World): Promise<void> {
  const { inbox, workshop, random, next } = world;
  const name = `good-${next()}${random() < 0.3 ? " – Zürich 客户" : ""}`;
  const users = Array.from({ length: 1 + Math.floor(random() * 3) }, () => newUser(world));
  const path = await writeBatch(workshop, name, { users });
  const way = Math.floor(random() * 3);
  if (way === 0) await writeFile(join(path, ".ready"), "");
  await rename(path, join(inbox, name));
  if (way === 1) await writeFile(join(inbox, `${name}.ready`), "");
}

/** Arrives in pieces, with pauses between them. */
async function offerSlowly(world: World): Promise<void> {
  const { inbox, next } = world;
  const name = `slow-${next()}`;
  await mkdir(join(inbox, name));
  await writeBatch(world.workshop, name, { users: [newUser(world), newUser(world)] });
  const text = await readFile(join(world.workshop, name, "users.csv"), "utf8");
  await writeFile(join(inbox, name, "users.csv.partial"), text.slice(0, text.length / 2));
  await writeFile(join(inbox, name, "users.csv"), text);
  await rm(join(inbox, name, "users.csv.partial"));
  await writeFile(join(inbox, name, ".ready"), "");
}

async function vanish({ inbox, workshop, next }: World): Promise<void> {
  const name = `vanish-${next()}`;
  for (let turn = 0; turn < 30; turn += 1) {
    await mkdir(join(inbox, name), { recursive: true });
    await writeFile(join(inbox, name, "users.csv"), "customer\n");
    await rename(join(inbox, name), join(workshop, `${name}-${turn}`)).catch(() => undefined);
  }
  await rm(join(inbox, name), { recursive: true, force: true });
}

async function offerHostile(world: World): Promise<void> {
  const { inbox, next, random } = world;
  const name = `bad-${next()}`;
  const path = join(inbox, name);
  const trick = tricks[Math.floor(random() * tricks.length)];
  await trick?.(path, world);
  await writeFile(`${path}.ready`, "").catch(() => undefined);
}

const tricks: readonly ((path: string, world: World) => Promise<void>)[] = [
  async (path) => symlink("/etc", path),
  async (path) => symlink(path, path),
  async (path) => {
    await mkdir(path);
    await symlink("/etc/passwd", join(path, "users.csv"));
  },
  async (path) => {
    await mkdir(path);
    await promisify(execFile)("mkfifo", [join(path, "users.csv")]);
  },
  async (path, { servers }) => {
    await mkdir(path);
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(join(path, "users.csv"), resolve));
  },
  async (path) => void (await mkdir(join(path, ".ready"), { recursive: true })),
  async (path) => {
    await mkdir(`${path}${"n".repeat(230)}`);
    await writeFile(join(`${path}${"n".repeat(230)}`, ".ready"), "");
  },
  async (path) => void (await mkdir(Buffer.concat([Buffer.from(path), Buffer.from([0xff, 0xfe])]))),
  async (path) => {
    await mkdir(path);
    await writeFile(join(path, "users.csv.gz"), gzipSync(Buffer.alloc(200 * 1024 ** 2, ",")));
  },
  async (path, { random }) => {
    await mkdir(path);
    await writeFile(join(path, "users.csv"), Buffer.from(Array.from({ length: 5_000 }, () => random() * 256)));
  },
  async (path, { random }) => {
    const bomb = bombs[Math.floor(random() * bombs.length)] ?? "";
    await mkdir(path);
    // of customers that nobody made: where it can be read, its rows are refused
    const file = join(projectFolder, "test/fixtures/spreadsheets", bomb, "in", "users.xlsx");
    await cp(file, join(path, "users.xlsx"));
  },
  async (path) => writeFile(path, "a loose file"),
  async (path) => writeFile(`${path}.xlsx`, Buffer.from([0x0d, 0x0a])),
];

const actions: readonly (readonly [weight: number, act: (world: World) => Promise<void>])[] = [
  [5, offerGood],
  [1, offerSlowly],
  [2, vanish],
  [3, offerHostile],
];

async function act(world: World): Promise<void> {
  const total = actions.reduce((sum, [weight]) => sum + weight, 0);
  let left = world.random() * total;
  for (const [weight, action] of actions) {
    left -= weight;
    if (left < 0) return action(world);
  }
}

/** Arrivals wait for a slow machine, so that the end of them is not the beginning of the work. */
const mostWaiting = 40;

/** Good batches that were not taken yet. */
async function waitingIn(inbox: string): Promise<number> {
  return (await readdir(inbox)).filter((name) => /^(good|slow)-[^.]*$/.test(name)).length;
}

type Use = { readonly megabytes: number; readonly files: number };

/** What the process holds now; undefined where the system does not tell. */
async function useOf({ child: { pid } }: Running): Promise<Use | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => undefined);
  if (status === undefined) return undefined;
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  return { megabytes: Math.round(kilobytes / 1024), files: (await readdir(`/proc/${pid}/fd`)).length };
}

/** What the process holds when it has come to rest: a night in hand has files open that are closed at its end. */
async function useAtRest(running: Running, mostFiles: number): Promise<Use | undefined> {
  let use = await useOf(running);
  for (let asked = 0; use && use.files > mostFiles && asked < 600; asked += 1) {
    await pause(100);
    use = await useOf(running);
  }
  return use;
}

it("an inbox under attack loses no good batch, does each once, and keeps its process alive and slim", {
  timeout: (isSoak ? 60 : 10) * 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "wholesale-import-"));
  const webex = await openWebex({ provisioningTimeMs: 20 });
  const inbox = join(folder, "inbox");
  const workshop = join(folder, "workshop");
  let number = 0;
  const world: World = {
    ...{ inbox, workshop, random: seededRandom(seed), ordered: [], servers: [] },
    next: () => ++number,
  };
  await mkdir(inbox);
  await mkdir(workshop);
  const first = await writeBatch(workshop, "first", { templates: [{}], customers: [{}] });
  await writeFile(join(first, ".ready"), "");
  await rename(first, join(inbox, "first"));

  const nights = ["--cron", "*/2 * * * * *", "--timezone", "UTC", "--quiet-period", "5s", "--max-growth", "off"];
  const target = ["--target", "simulator", "--base-url", webex.baseUrl];
  const running = startProgram(["schedule", "--inbox", inbox, ...nights, ...target], folder);
  let isAlive = true;
  void running.ended.then(() => {
    isAlive = false;
  });

  try {
    await until(async () => (await readdir(join(inbox, "done")).catch(() => [])).length > 0);
    let early: Use | undefined;
    while (isAlive && number < arrivals) {
      if ((await waitingIn(inbox)) < mostWaiting) await act(world);
      if (!early && (await readdir(join(inbox, "done"))).length > warmedUpAfter) early = await useOf(running);
      await pause(pauseMs);
    }
    expect([isAlive, running.err().slice(-500)]).toEqual([true, expect.anything()]);

    const emailsAtWebex = async () => ((await webex.state()).subscribers ?? []).map(({ email }) => String(email));
    await until(async () => (await emailsAtWebex()).length >= world.ordered.length || !isAlive);
    const isFree = async () => (await readdir(join(inbox, "taken"))).length === 0;
    await until(async () => (await isFree()) || !isAlive);
    expect(isAlive).toBe(true);
    const late = early && (await useAtRest(running, early.files + 5));
    running.child.kill("SIGTERM");
    const { code } = await running.ended;

    const done = (await readdir(join(inbox, "done"))).map((id) => id.slice(21));
    const good = done.filter((name) => /^(good|slow)-/.test(name));
    const { duplicateCreates } = await webex.stats();
    const failed = (await readdir(join(inbox, "failed"))).map((id) => id.slice(21).replace(/-.*/, ""));
    console.log(
      JSON.stringify({
        ...{ seed, code, arrivals: number, good: good.length, users: world.ordered.length },
        failed: failed.length,
        duplicateCreates,
        early,
        late,
      }),
    );
    expect((await emailsAtWebex()).toSorted()).toEqual(world.ordered.toSorted());
    expect(new Set(good).size).toBe(good.length);
    expect(failed.filter((name) => name === "good" || name === "slow")).toEqual([]);
    expect(duplicateCreates).toBe(0);
    if (early && late) {
      expect(late.files).toBeLessThanOrEqual(early.files + 5);
      expect(late.megabytes).toBeLessThanOrEqual(Math.max(early.megabytes * 1.5, early.megabytes + 100));
    }
  } finally {
    running.child.kill("SIGKILL");
    for (const server of world.servers) server.close();
    await webex.close();
    await rm(folder, { recursive: true, force: true });
  }
});
