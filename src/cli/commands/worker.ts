/** `worker`: carries out what runs with `--engine temporal` hand over, until it is stopped. */

import type { Command } from "commander";
import type { RequestRecord } from "../../model/ports.ts";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text, voiceOf } from "../../model/words/text.ts";
import { type CommandContext, connectWith } from "../command-context.ts";
import { accessOf, addTemporalFlags, type TemporalFlags } from "../flags/fleet-options.ts";
import { addEngineFlags, addTargetFlags, type TargetFlags } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";

type Flags = TargetFlags & TemporalFlags & { readonly metricsListen?: string };

export function addWorker(program: Command, context: CommandContext): void {
  const command = program.command("worker").description(help("worker"));
  addFurtherHelp(command, {
    text: "worker_further",
    examples: [
      "wholesale-import worker --target webex --temporal-address temporal:7233",
      "wholesale-import worker --target simulator --base-url http://127.0.0.1:8080/v1",
    ],
  });
  addTemporalFlags(addTargetFlags(addEngineFlags(command), { isRequired: true }))
    .option("--metrics-listen <address>", help("metrics_listen_flag"))
    .action((flags: Flags) => runWorkerUntilStopped(flags, context));
}

async function runWorkerUntilStopped(flags: Flags, context: CommandContext): Promise<void> {
  if (!flags.target)
    throw new UserError("no_target", text("requires_target", { command: "worker" }), text("add_target_of_worker"));
  const { runFleetWorker, taskQueueOf } = await import("../../fleet.ts");
  const { openStateFolder } = await import("../../run/folder.ts");
  const { openRunLog } = await import("../../run-log.ts");
  const { streams, signals } = context;
  await openStateFolder(flags.state);
  await using log = openRunLog(flags.state, flags.logLevel);
  await using watch = await openWatch(flags);
  await using connection = await connectWith(
    context,
    flags,
  )((record) => {
    watch.requestSeen(record);
    log.request(record);
  });
  const taskQueue = taskQueueOf(connection.facts);
  await runFleetWorker({
    ...{ access: await accessOf(flags, context), taskQueue, target: connection.target, log, signals },
    concurrency: flags.concurrency,
    ...(flags.rate ? { ratePerSecond: flags.rate } : {}),
    onReady() {
      watch.begin();
      const where = { queue: taskQueue, address: flags.temporalAddress };
      streams.err.write(`${voiceOf(context.language)("worker_running", where)}\n`);
    },
  });
}

type Watch = AsyncDisposable & {
  readonly requestSeen: (record: RequestRecord) => void;
  /** From now on it is healthy. */
  begin(): void;
};

async function openWatch({ metricsListen }: Flags): Promise<Watch> {
  if (!metricsListen) return { requestSeen() {}, begin() {}, async [Symbol.asyncDispose]() {} };
  const { openMetrics } = await import("../../schedule/metrics.ts");
  const { serveMetrics } = await import("../../schedule/metrics-server.ts");
  const metrics = await openMetrics();
  let isReady = false;
  const health = () => ({ isHealthy: isReady, state: isReady ? "ready" : "starting" });
  const server = await serveMetrics(metricsListen, metrics, health);
  return {
    requestSeen: metrics.requestSeen,
    begin() {
      isReady = true;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
