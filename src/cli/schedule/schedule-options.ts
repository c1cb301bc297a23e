/** Flags of `schedule`, and what they mean to the nights. */

import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text } from "../../model/words/text.ts";
import { addStopFlag } from "../flags/apply-options.ts";
import { addFleetFlags, type FleetFlags } from "../flags/fleet-options.ts";
import {
  addDoerFlags,
  addEngineFlags,
  addOutputFlags,
  addRefreshFlags,
  addResultFlags,
  addTargetFlags,
  addUnpackedFlag,
  type DoerFlags,
  duration,
  type OutputFlags,
  positiveNumber,
  type RefreshFlags,
  type ResultFlags,
  type TargetFlags,
} from "../flags/options.ts";
import { addRunFlags } from "../flags/run-flags.ts";
import { InvalidValue } from "../program-command.ts";
import { addNoticeFlags } from "./notice-options.ts";

export type ScheduleFlags = DoerFlags &
  OutputFlags &
  TargetFlags &
  RefreshFlags &
  ResultFlags &
  FleetFlags & {
    readonly inbox?: string;
    /** Bytes. */
    readonly maxUnpacked?: number;
    readonly mapping?: string;
    readonly cron?: string;
    readonly timezone: string;
    readonly window?: string;
    readonly drift?: string;
    readonly once?: true;
    readonly quietPeriod: number;
    readonly maxGrowth: number;
    readonly stopAfterErrors?: number;
    readonly metricsListen?: string;
  };

const never = Number.POSITIVE_INFINITY;

export function addScheduleFlags(command: Command): Command {
  addRefreshFlags(
    addResultFlags(
      addFleetFlags(addTargetFlags(addEngineFlags(addOutputFlags(addTimeFlags(command))), { isRequired: true })),
    ),
    "auto",
  );
  return addNoticeFlags(addDoerFlags(addStopFlag(addRunFlags(addGrowthFlag(command), "schedule")))).option(
    "--metrics-listen <address>",
    help("metrics_listen_flag"),
  );
}

function addTimeFlags(command: Command): Command {
  return addUnpackedFlag(command)
    .option("--inbox <dir>", help("inbox_flag"))
    .option("--mapping <file>", help("schedule_mapping_flag"), (file) => resolve(file))
    .option("--cron <pattern>", help("cron_flag"))
    .option("--timezone <zone>", help("timezone_flag"), "UTC")
    .option("--window <hours>", help("window_flag"))
    .option("--drift <pattern>", help("schedule_drift_flag"))
    .option("--once", help("once_flag"))
    .addOption(
      new Option("--quiet-period <time>", help("quiet_period_flag"))
        .argParser((text) => (text === "never" ? never : duration(text)))
        .default(600_000, "10m"),
    );
}

function addGrowthFlag(command: Command): Command {
  return command.addOption(
    new Option("--max-growth <times>", help("max_growth_flag"))
      .argParser((text) => (text === "off" ? never : factor(text)))
      .default(3),
  );
}

function factor(text: string): number {
  const value = positiveNumber(text);
  if (value < 1) throw new InvalidValue("one_or_more");
  return value;
}

/** Absolute path of the inbox. Throws UserError where inbox or target were not said. */
export function foldersOf({ inbox, target, state }: ScheduleFlags): { readonly inbox: string; readonly state: string } {
  if (!target)
    throw new UserError("no_target", text("requires_target", { command: "schedule" }), text("add_target_to_rehearse"));
  if (!inbox) throw new UserError("no_inbox", text("requires_inbox"), text("add_inbox"));
  return { inbox: resolve(inbox), state: resolve(state) };
}

/** Throws UserError where no time was said. */
export function cronOf({ cron }: Pick<ScheduleFlags, "cron">): string {
  if (cron) return cron;
  throw new UserError("no_cron", text("requires_cron"), text("add_cron"));
}
