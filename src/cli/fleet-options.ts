/** Flags of the distributed engine, and the way to Temporal that they and the settings describe. */
import { type Command, Option } from "commander";
import { defaultTemporalAddress, defaultTemporalNamespace, type TemporalAccess } from "../engine/temporal/access.ts";
import type { ApplyOptions } from "../pipeline/request.ts";
import type { CommandContext } from "./command-context.ts";
import { duration } from "./options.ts";
import type { Screen } from "./screen.ts";

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
    command.addOption(
      new Option("--engine <name>", "local (default), or temporal: workers of a cluster").choices([
        "local",
        "temporal",
      ]),
    ),
  ).addOption(
    new Option("--worker-timeout <time>", "with --engine temporal: a worker silent for so long is taken for dead")
      .argParser(duration)
      .default(defaultWorkerTimeoutMs, "75s"),
  );
}

export function addTemporalFlags(command: Command): Command {
  return command
    .addOption(new Option("--temporal-address <host:port>", "where Temporal is").default(defaultTemporalAddress))
    .addOption(new Option("--temporal-namespace <name>", "namespace at Temporal").default(defaultTemporalNamespace));
}

export async function accessOf(flags: TemporalFlags, { settings }: CommandContext): Promise<TemporalAccess> {
  const { temporalAccess } = await import("../fleet.ts");
  return temporalAccess(flags.temporalAddress, flags.temporalNamespace, settings);
}

/** Throws UserError where Temporal was asked for and cannot be used: before anything is read. */
export async function fleetOptions(
  flags: FleetFlags,
  context: CommandContext,
  screen: Screen,
): Promise<Pick<ApplyOptions, "engine" | "openTemporal">> {
  if (flags.engine === "temporal") {
    const { checkFleet } = await import("../fleet.ts");
    await checkFleet(await accessOf(flags, context));
  }
  return {
    ...(flags.engine ? { engine: flags.engine } : {}),
    openTemporal: async (run) => {
      const { openFleetEngine } = await import("../fleet.ts");
      const warn = (text: string) => screen.emit({ type: "note", text });
      if (flags.rate)
        warn("--rate holds for the questions of this process alone; workers are given theirs: worker --rate");
      return openFleetEngine({
        ...run,
        access: await accessOf(flags, context),
        workerTimeoutMs: flags.workerTimeout,
        warn,
      });
    },
  };
}
