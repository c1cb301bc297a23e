/** Nights on a clock of their own: an inbox, a simulator, and what every batch left behind. */

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openScheduleStore } from "../../src/journal/state/schedule-store.ts";
import type { Log } from "../../src/model/ports.ts";
import { inEnglish } from "../../src/model/words/text.ts";
import { runContext } from "../../src/run/context.ts";
import { defaultLimits } from "../../src/run/defaults.ts";
import { connect } from "../../src/runtime.ts";
import { noMetrics } from "../../src/schedule/metrics.ts";
import { keepNights, type NightDeps } from "../../src/schedule/nights.ts";
import { readStarts } from "../../src/schedule/starts.ts";
import { simulateWebex } from "./simulated-webex.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";
import { until } from "./until.ts";
import { virtualClock } from "./virtual-clock.ts";
import { type Batch, writeBatch } from "./write-batch.ts";

export type LogLine = { readonly level: string; readonly message: string } & Readonly<Record<string, unknown>>;

export type NightScene = Awaited<ReturnType<typeof setNightScene>>;

type Wishes = Partial<Omit<NightDeps, "runContext" | "book" | "inbox">> & {
  readonly cron?: string;
  readonly timezone?: string;
  /** Who keeps the nights, and for which ticket. */
  readonly doer?: { readonly operator: string; readonly ticket: string };
  readonly simulator?: Parameters<typeof simulateWebex>[0];
};

/** `start`: ISO 8601. */
export async function setNightScene(start: string, wishes: Wishes = {}) {
  const folder = await makeTemporaryFolder();
  const clock = virtualClock(Date.parse(start));
  const { cron = "0 2 * * *", timezone = "Europe/Amsterdam", doer, simulator, ...given } = wishes;
  const webex = await simulateWebex({ clock, provisioningTimeMs: 500, ...simulator });
  const inbox = join(folder, "inbox");
  const stateFolder = join(folder, "state");
  await mkdir(inbox);
  const book = openScheduleStore(join(stateFolder, "nights.db"));
  onTestFinished(() => book[Symbol.dispose]());
  const lines: LogLine[] = [];
  const said: string[] = [];
  const starts = await readStarts(cron, timezone, clock.now());

  const depsWith = (stop: AbortSignal): NightDeps => ({
    inbox,
    book,
    log: recordingLog(lines),
    metrics: noMetrics,
    notifiers: [],
    say: (line) => void said.push(inEnglish(line)),
    put: (line) => void said.push(line),
    quietMs: Number.POSITIVE_INFINITY,
    timezone,
    maxGrowth: 3,
    runContext: {
      ...runContext({ ...doer, stateFolder, signals: { stop, abort: new AbortController().signal } }),
      clock,
    },
    connect: (onRequest) => connect({ name: "simulator", baseUrl: webex.baseUrl, stateFolder, onRequest }),
    options: {
      limits: defaultLimits,
      isStrict: false,
      isRemovingPackages: false,
      refresh: { mode: "auto", afterMs: 7 * 86_400_000 },
      confirm: async () => true,
    },
    ...given,
  });

  /** Keeps nights until that time (ISO 8601), as a process that is then stopped between two nights. */
  const liveUntil = async (end: string, others: Partial<NightDeps> = {}) => {
    const stop = new AbortController();
    let isOver = false;
    const work = keepNights(starts, { ...depsWith(stop.signal), ...others }).finally(() => {
      isOver = true;
    });
    while (!isOver && clock.now() < Date.parse(end)) {
      await until(() => isOver || clock.sleepers() > 0);
      await clock.wakeNext(Date.parse(end));
    }
    stop.abort(new Error("interrupted"));
    return await work;
  };

  return {
    folder,
    inbox,
    stateFolder,
    clock,
    webex,
    book,
    lines,
    /** What was shown on the screen. */
    said,
    depsWith,
    liveUntil,
    /** A folder with sheets, complete. */
    offer: async (name: string, batch: Batch) => {
      const path = await writeBatch(inbox, name, batch);
      await writeFile(join(path, ".ready"), "");
      return path;
    },
    /** When nights began, in local time of the zone. */
    nights: () =>
      lines.filter(({ message }) => message === "night begins").map(({ at }) => localTime(Number(at), timezone)),
    left: () => listLeft(inbox),
  };

  function recordingLog(into: LogLine[]): Log {
    const write = (level: string) => (fields: object, message: string) =>
      void into.push({ level, message, at: clock.now(), ...fields });
    return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  }
}

function localTime(ms: number, timezone: string): string {
  const format = new Intl.DateTimeFormat("sv", { timeZone: timezone, dateStyle: "short", timeStyle: "medium" });
  return format.format(new Date(ms));
}

export type Left = {
  readonly at: string;
  readonly outcome: string;
  readonly exitCode: number;
  readonly reason?: string;
};

/** `done/monday` and the like, with what stands in its outcome.json; what still lies in the inbox stands there as `waiting`. */
export async function listLeft(inbox: string): Promise<Readonly<Record<string, Left | "waiting">>> {
  const found: Record<string, Left | "waiting"> = {};
  for (const place of ["taken", "done", "failed"]) {
    for (const id of (await readdir(join(inbox, place)).catch(() => [])).toSorted()) {
      const text = await readFile(join(inbox, place, id, "outcome.json"), "utf8").catch(() => "{}");
      const { batch, outcome, exitCode, reason } = JSON.parse(text);
      found[`${place}/${id.slice(0, 8)} ${id.slice(21)}`] = {
        at: batch,
        outcome,
        exitCode,
        ...(reason ? { reason } : {}),
      };
    }
  }
  const own = ["taken", "done", "failed"];
  for (const name of (await readdir(inbox)).filter((each) => !own.includes(each))) found[name] = "waiting";
  return found;
}
