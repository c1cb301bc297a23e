/** Flags of the distributed engine, and the way to Temporal that they and the settings describe. */

import { type Command, Option } from "commander";
import { defaultTemporalAddress, defaultTemporalNamespace, type TemporalAccess } from "../../engine/temporal/access.ts";
import { help } from "../../model/words/help-texts.ts";
import { type Text, text } from "../../model/words/text.ts";
import type { ApplyOptions } from "../../run/options.ts";
import type { CommandContext } from "../command-context.ts";
import type { Screen } from "../screen/screen.ts";
import { duration } from "./options.ts";

export type TemporalFlags = { readonly temporalAddress: string; readonly temporalNamespace: string };

export type FleetFlags = TemporalFlags & {
  readonly engine?: "local" | "temporal";
  readonly workerTimeout: number;
  /** Of this process; workers have their own. */
  readonly rate?: number;
};

/** So long a request may be under way in a worker that nobody hears of. */
const defaultWorkerTimeoutMs = 75_000;

export function addFleetFlags(command: Command): Command {
  return addTemporalFlags(
    command.addOption(new Option("--engine <name>", help("engine_flag")).choices(["local", "temporal"])),
  ).addOption(
    new Option("--worker-timeout <time>", help("worker_timeout_flag"))
      .argParser(duration)
      .default(defaultWorkerTimeoutMs, "75s"),
  );
}

export function addTemporalFlags(command: Command): Command {
  return command
    .addOption(
      new Option("--temporal-address <host:port>", help("temporal_address_flag")).default(defaultTemporalAddress),
    )
    .addOption(
      new Option("--temporal-namespace <name>", help("temporal_namespace_flag")).default(defaultTemporalNamespace),
    );
}

export async function accessOf(flags: TemporalFlags, { settings }: CommandContext): Promise<TemporalAccess> {
  const { temporalAccess } = await import("../../fleet.ts");
  return temporalAccess(flags.temporalAddress, flags.temporalNamespace, settings);
}

/** Throws UserError where Temporal was asked for and cannot be used: before anything is read. */
export async function fleetOptions(
  flags: FleetFlags,
  context: CommandContext,
  screen: Screen,
): Promise<Pick<ApplyOptions, "engine" | "openTemporal">> {
  if (flags.engine === "temporal") {
    const { checkFleet } = await import("../../fleet.ts");
    await checkFleet(await accessOf(flags, context));
  }
  return {
    ...(flags.engine ? { engine: flags.engine } : {}),
    openTemporal: async (run) => {
      const { openFleetEngine } = await import("../../fleet.ts");
      const warn = (note: Text) => screen.emit({ type: "note", text: note });
      if (flags.rate) warn(text("rate_of_this_process"));
      return openFleetEngine({
        ...run,
        access: await accessOf(flags, context),
        workerTimeoutMs: flags.workerTimeout,
        warn,
      });
    },
  };
}
