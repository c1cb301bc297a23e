/** What `schedule` does: one night, or night after night, with the flags and surroundings of the command line. */
import { join, resolve } from "node:path";
import { nightsIdOf } from "../engine/temporal/night.ts";
import { openNightBook } from "../journal/night-book.ts";
import { takeLock } from "../journal/run-lock.ts";
import { UserError } from "../model/user-error.ts";
import { refuseNetworkFolder } from "../pipeline/locks.ts";
import type { Connect } from "../pipeline/request.ts";
import { newRunId, openStateFolder } from "../pipeline/run-folder.ts";
import { openRunLog } from "../runtime.ts";
import { watchHealth } from "../schedule/health.ts";
import { type NightMetrics, noMetrics, openMetrics } from "../schedule/metrics.ts";
import { type MetricsServer, serveMetrics } from "../schedule/metrics-server.ts";
import { keepNights, type NightDeps, runNight } from "../schedule/nights.ts";
import { lookIntoInbox } from "../schedule/readiness.ts";
import { readStarts } from "../schedule/starts.ts";
import { heartbeat } from "../schedule/tellers/heartbeat.ts";
import { applyOptions } from "./apply-options.ts";
import { type CommandContext, connectWith, surroundingsOf } from "./command-context.ts";
import { accessOf, fleetOptions } from "./fleet-options.ts";
import { checkUrl, portsOf, tellersOf } from "./notice-tellers.ts";
import { cronOf, placesOf, type ScheduleFlags } from "./schedule-options.ts";
import { openScreen } from "./screen.ts";

/** Throws UserError before the first night for whatever would keep it from running. */
export async function scheduleNights(flags: ScheduleFlags, context: CommandContext): Promise<void> {
  const { inbox, state } = placesOf(flags);
  const { clock, streams } = context;
  const starts = flags.once ? undefined : await readStarts(cronOf(flags), flags.timezone, clock.now());
  const tellers = tellersOf(flags, context);
  await lookIntoInbox(inbox, flags.quietPeriod, clock.now());
  await openStateFolder(state);
  await refuseNetworkFolder(state);
  using _only = lockSchedule(state);
  using book = openNightBook(join(state, "nights.db"));
  await using log = openRunLog(state, flags.logLevel);
  const watched = await openWatch(flags, context);
  await using _server = watched.server;
  const screen = openScreen(flags, context);
  const { metrics } = watched;
  const deps: NightDeps = {
    ...{ inbox, book, log, metrics, tellers },
    quietMs: flags.quietPeriod,
    maxGrowth: flags.maxGrowth,
    surroundings: await surroundingsOf(context, screen, flags),
    connect: counted(connectWith(context, flags), metrics),
    options: {
      ...applyOptions({ ...flags, yes: true }, context),
      ...(await fleetOptions(flags, context, screen)),
      confirm: async () => true,
    },
    ...heartbeatOf(flags, context),
  };
  if (watched.server) streams.err.write(`metrics at ${watched.server.url}/metrics\n`);
  if (starts) screen.say(`nights ${flags.cron} ${flags.timezone} · inbox ${inbox} · Ctrl-C ends them`);
  if (starts && flags.engine === "temporal") await serveTemporal(flags, context, deps);
  else context.exit(starts ? await keepNights(starts, deps) : await runNight(deps));
}

/** Temporal says when a night begins; the night itself is the same. */
async function serveTemporal(flags: ScheduleFlags, context: CommandContext, deps: NightDeps): Promise<void> {
  const { runFleetNights } = await import("../fleet.ts");
  const { book, log, metrics, surroundings } = deps;
  const { clock, random, signals } = surroundings;
  const name = book.name(newRunId(clock.now(), random));
  const temporal = { access: await accessOf(flags, context), workerTimeoutMs: flags.workerTimeout };
  await runFleetNights({
    ...{ ...temporal, name, log, signals, cron: cronOf(flags), timezone: flags.timezone },
    async runNight(stop) {
      const exitCode = await runNight({ ...deps, surroundings: { ...surroundings, signals: { ...signals, stop } } });
      if (signals.stop.aborted) context.exit(exitCode);
      return exitCode;
    },
    onNext: (atMs) => metrics.nextStart(atMs),
    onReady: () => void context.streams.err.write(`schedule "${nightsIdOf(name)}" at ${flags.temporalAddress}\n`),
  });
}

/** Two at once would take each other's batches for left behind. */
function lockSchedule(state: string): Disposable {
  const reply = takeLock(resolve(state, "locks", "schedule"), `process ${process.pid}`);
  if (reply.kind === "held") return reply.lock;
  throw new UserError(
    "already_running",
    `Nights of this state folder are under way already (${reply.holder ?? "another process"}).`,
    "Wait until they have ended, or give another --state DIR.",
  );
}

type Watch = { readonly metrics: NightMetrics; readonly server: MetricsServer | undefined };

async function openWatch({ metricsListen }: ScheduleFlags, { clock }: CommandContext): Promise<Watch> {
  if (!metricsListen) return { metrics: noMetrics, server: undefined };
  const served = await openMetrics();
  const { metrics, health } = watchHealth(served, clock);
  return { metrics, server: await serveMetrics(metricsListen, served, health) };
}

function counted(connect: Connect, metrics: NightMetrics): Connect {
  return (onRequest, target) =>
    connect((record) => {
      metrics.requestSeen(record);
      onRequest(record);
    }, target);
}

function heartbeatOf({ heartbeatUrl }: ScheduleFlags, context: CommandContext): Pick<NightDeps, "heartbeat"> {
  return heartbeatUrl ? { heartbeat: heartbeat(checkUrl(heartbeatUrl, "--heartbeat-url"), portsOf(context)) } : {};
}
