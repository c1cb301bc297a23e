/** What `schedule` does: one night, or night after night, with the flags and context of the command line. */
import { join, resolve } from "node:path";
import { nightsIdOf } from "../../engine/temporal/night.ts";
import { openScheduleStore } from "../../journal/state/schedule-store.ts";
import { UserError } from "../../model/user-error.ts";
import { inEnglish, say, text, voiceOf } from "../../model/words/text.ts";
import { toPrintable } from "../../report/screen/text-layout.ts";
import { newRunId, openStateFolder } from "../../run/folder.ts";
import { refuseNetworkFolder } from "../../run/locks.ts";
import type { Connect } from "../../run/options.ts";
import { openRunLog } from "../../run-log.ts";
import { watchHealth } from "../../schedule/health.ts";
import { prepareInbox } from "../../schedule/inbox.ts";
import { readInboxMapping } from "../../schedule/inbox-mapping.ts";
import { type NightMetrics, noMetrics, openMetrics } from "../../schedule/metrics.ts";
import { type MetricsServer, serveMetrics } from "../../schedule/metrics-server.ts";
import { keepNights, type NightDeps, runNightAndDrift } from "../../schedule/nights.ts";
import { lookIntoInbox } from "../../schedule/readiness.ts";
import { readStarts } from "../../schedule/starts.ts";
import { readWindow } from "../../schedule/window.ts";
import { takeLock } from "../../storage/lock.ts";
import { type CommandContext, connectWith, runContextOf } from "../command-context.ts";
import { applyOptions } from "../flags/apply-options.ts";
import { accessOf, fleetOptions } from "../flags/fleet-options.ts";
import { openScreen } from "../screen/screen.ts";
import { connectChannels } from "./notice-channels.ts";
import { cronOf, foldersOf, type ScheduleFlags } from "./schedule-options.ts";

/** Throws UserError before the first night for whatever would keep it from running. */
export async function scheduleNights(flags: ScheduleFlags, context: CommandContext): Promise<void> {
  const { inbox, state } = foldersOf(flags);
  const { clock, streams } = context;
  const starts = flags.once ? undefined : await readStarts(cronOf(flags), flags.timezone, clock.now());
  const driftStarts =
    flags.drift === undefined ? undefined : await readStarts(flags.drift, flags.timezone, clock.now());
  const window = flags.window === undefined ? undefined : await readWindow(flags.window, flags.timezone, clock.now());
  const connected = connectChannels(flags, context);
  await lookIntoInbox(inbox, flags.quietPeriod, clock.now());
  await prepareInbox(inbox);
  await readInboxMapping(inbox, flags.mapping);
  await openStateFolder(state);
  await refuseNetworkFolder(state);
  using _only = lockSchedule(state);
  using book = openScheduleStore(join(state, "nights.db"));
  await using log = openRunLog(state, flags.logLevel);
  const watched = await openWatch(flags, context);
  await using _server = watched.server;
  const screen = openScreen(flags, context);
  const { metrics } = watched;
  const deps: NightDeps = {
    ...{ inbox, book, log, metrics, ...connected },
    say: (line) => screen.say(toPrintable(say(line, context.language))),
    put: (line) => screen.put(toPrintable(line)),
    quietMs: flags.quietPeriod,
    timezone: flags.timezone,
    ...(window ? { window } : {}),
    ...(driftStarts ? { driftStarts } : {}),
    maxGrowth: flags.maxGrowth,
    runContext: await runContextOf(context, screen, flags),
    connect: counted(connectWith(context, flags), metrics),
    options: {
      ...applyOptions({ ...flags, yes: true }, context),
      ...(await fleetOptions(flags, context, screen)),
      ...(flags.mapping === undefined ? {} : { usualMapping: flags.mapping }),
      confirm: async () => true,
    },
  };
  if (watched.server) streams.err.write(`${screen.voice("metrics_at", { url: `${watched.server.url}/metrics` })}\n`);
  if (starts) screen.say(screen.voice("nights_running", { cron: flags.cron ?? "", timezone: flags.timezone, inbox }));
  if (starts && flags.engine === "temporal") await serveTemporal(flags, context, deps);
  else context.exit(starts ? await keepNights(starts, deps) : await runNightAndDrift(deps));
}

/** Temporal says when a night begins; the night itself is the same. */
async function serveTemporal(flags: ScheduleFlags, context: CommandContext, deps: NightDeps): Promise<void> {
  const { runFleetNights } = await import("../../fleet.ts");
  const { book, log, metrics, runContext } = deps;
  const { clock, random, signals } = runContext;
  const name = book.name(newRunId(clock.now(), random));
  const temporal = { access: await accessOf(flags, context), workerTimeoutMs: flags.workerTimeout };
  await runFleetNights({
    ...{ ...temporal, name, log, signals, cron: cronOf(flags), timezone: flags.timezone },
    async runNight(stop) {
      const exitCode = await runNightAndDrift({
        ...deps,
        runContext: { ...runContext, signals: { ...signals, stop } },
      });
      if (signals.stop.aborted) context.exit(exitCode);
      return exitCode;
    },
    onNext: (atMs) => metrics.nextStart(atMs),
    onReady: () =>
      void context.streams.err.write(
        `${voiceOf(context.language)("nights_at_temporal", { id: nightsIdOf(name), address: flags.temporalAddress })}\n`,
      ),
  });
}

/** Two at once would take each other's batches for left behind. */
function lockSchedule(state: string): Disposable {
  const reply = takeLock(resolve(state, "locks", "schedule"), inEnglish(text("holder", { process: process.pid })));
  if (reply.kind === "held") return reply.lock;
  throw new UserError(
    "already_running",
    text("nights_under_way", reply.holder === undefined ? {} : { holder: reply.holder }),
    text("wait_or_other_state"),
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
