/** Flags of `schedule`, and what they mean to the nights. */
import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { UserError } from "../model/user-error.ts";
import { addFleetFlags, type FleetFlags } from "./fleet-options.ts";
import { addNoticeFlags, type NoticeFlags } from "./notice-options.ts";
import {
  addEngineFlags,
  addOutputFlags,
  addRefreshFlags,
  addTargetFlags,
  duration,
  type OutputFlags,
  positiveInteger,
  positiveNumber,
  type RefreshFlags,
  type TargetFlags,
} from "./options.ts";

export type ScheduleFlags = OutputFlags &
  TargetFlags &
  RefreshFlags &
  FleetFlags &
  NoticeFlags & {
    readonly inbox?: string;
    readonly cron?: string;
    readonly timezone: string;
    readonly once?: true;
    readonly quietPeriod: number;
    readonly maxGrowth: number;
    readonly maxChanges?: number;
    readonly stopAfterErrors?: number;
    readonly strict?: true;
    readonly removeMissingPackages?: true;
    readonly metricsListen?: string;
  };

const never = Number.POSITIVE_INFINITY;

export function addScheduleFlags(command: Command): Command {
  addRefreshFlags(addFleetFlags(addTargetFlags(addEngineFlags(addOutputFlags(addTimeFlags(command))))), "auto");
  return addNoticeFlags(addGuardFlags(command)).option(
    "--metrics-listen <address>",
    "serve /metrics and /healthz there, such as 127.0.0.1:9464",
  );
}

function addTimeFlags(command: Command): Command {
  return command
    .option("--inbox <dir>", "where batches arrive: folders and workbooks")
    .option("--cron <pattern>", 'when nights begin: minute, hour, day, month, weekday, such as "0 2 * * *"')
    .option("--timezone <zone>", "time zone of the pattern", "UTC")
    .option("--once", "one night now, then end: for systemd, cron and Kubernetes")
    .addOption(
      new Option(
        "--quiet-period <time>",
        "a batch without a .ready file is complete when so long nothing changed; or never",
      )
        .argParser((text) => (text === "never" ? never : duration(text)))
        .default(600_000, "10m"),
    );
}

function addGuardFlags(command: Command): Command {
  return command
    .addOption(
      new Option("--max-growth <times>", "stop a batch of over 100 rows and so many times the usual; or off")
        .argParser((text) => (text === "off" ? never : factor(text)))
        .default(3),
    )
    .option("--max-changes <n>", "refuse a batch that would create or change more rows", positiveInteger)
    .option("--stop-after-errors <n>", "stop a batch when so many operations have failed", positiveInteger)
    .option("--strict", "refuse a batch in which any row is not valid")
    .option("--remove-missing-packages", "take packages away that a customer has and the sheet does not name");
}

function factor(text: string): number {
  const value = positiveNumber(text);
  if (value < 1) throw new InvalidArgumentError("It must be 1 or more.");
  return value;
}

/** Absolute path of the inbox. Throws UserError where inbox or target were not said. */
export function placesOf({ inbox, target, state }: ScheduleFlags): { readonly inbox: string; readonly state: string } {
  if (!target)
    throw new UserError(
      "no_target",
      "schedule wants its target said.",
      "Add --target webex, or --target simulator to rehearse.",
    );
  if (!inbox) throw new UserError("no_inbox", "schedule wants to know where batches arrive.", "Add --inbox DIR.");
  return { inbox: resolve(inbox), state: resolve(state) };
}

/** Throws UserError where no time was said. */
export function cronOf({ cron }: Pick<ScheduleFlags, "cron">): string {
  if (cron) return cron;
  throw new UserError(
    "no_cron",
    "schedule wants to know when.",
    'Add --cron "0 2 * * *", or --once for one night now.',
  );
}
