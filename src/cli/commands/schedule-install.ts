/** `schedule install`: prints what starts a night every night, for a machine that has its own way of doing so. Installs nothing. */
import { type Command, Option } from "commander";
import { toCrontab } from "../../schedule/install/crontab.ts";
import type { Installation } from "../../schedule/install/installation.ts";
import { toKubernetes } from "../../schedule/install/kubernetes.ts";
import { toSystemd } from "../../schedule/install/systemd.ts";
import { readStarts } from "../../schedule/starts.ts";
import type { CommandContext } from "../command-context.ts";
import { fillFlags, isGiven } from "../fill-flags.ts";
import { cronOf, placesOf, type ScheduleFlags } from "../schedule-options.ts";

type InstallFlags = {
  readonly format: "systemd" | "cron" | "kubernetes";
  readonly program: string;
  readonly image: string;
};

export function addScheduleInstall(schedule: Command, context: CommandContext): void {
  schedule
    .command("install")
    .description("print a systemd timer, a crontab line or a Kubernetes CronJob for these nights")
    .addOption(
      new Option("--format <format>", "what to print").choices(["systemd", "cron", "kubernetes"]).makeOptionMandatory(),
    )
    .option("--program <path>", "where the program lies", "/usr/local/bin/wholesale-import")
    .option("--image <name>", "image for Kubernetes", "wholesale-import:latest")
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import schedule install --format cron --inbox /srv/inbox --cron "0 2 * * *" --target webex
  wholesale-import schedule install --format systemd --inbox /srv/inbox --cron "0 2 * * *" --target webex --mail-to it@example.com`,
    )
    .action(async ({ format, program, image }: InstallFlags) => {
      fillFlags(schedule, context.settings);
      const installation = await describe(schedule, program, context);
      const text = { systemd: toSystemd, cron: toCrontab, kubernetes: (it: Installation) => toKubernetes(it, image) };
      context.streams.out.write(text[format](installation));
    });
}

/** Throws UserError where inbox, target or time were not said. */
async function describe(schedule: Command, program: string, { clock }: CommandContext): Promise<Installation> {
  const flags = schedule.opts<ScheduleFlags>();
  const { inbox, state } = placesOf(flags);
  const cron = cronOf(flags);
  await readStarts(cron, flags.timezone, clock.now());
  const always = ["schedule", "--once", "--inbox", inbox, "--state", state, "--target", flags.target ?? ""];
  return { program, args: [...always, ...furtherArgs(schedule)], cron, timezone: flags.timezone, inbox, state };
}

/** Told already, or told by what starts the night. */
const left: ReadonlySet<string> = new Set(["inbox", "state", "target", "cron", "timezone", "once"]);

const durations: ReadonlySet<string> = new Set(["quietPeriod", "refreshAfter", "provisioningTimeout", "maxWait"]);

/** Flags that were given, as they would be given again. */
function furtherArgs(schedule: Command): readonly string[] {
  const given = schedule.options.filter((option) => {
    const name = option.attributeName();
    return isGiven(schedule, name) && !left.has(name);
  });
  return given.flatMap((option) => {
    const name = option.attributeName();
    const value: unknown = schedule.getOptionValue(name);
    const flag = option.long ?? "";
    return value === true ? [flag] : [flag, format(name, value)];
  });
}

function format(name: string, value: unknown): string {
  if (value === Number.POSITIVE_INFINITY) return name === "maxGrowth" ? "off" : "never";
  return durations.has(name) ? `${Number(value) / 1_000}s` : String(value);
}
