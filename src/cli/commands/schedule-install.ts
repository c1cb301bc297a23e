/** `schedule install`: prints what starts a night every night, for a machine that has its own way of doing so. Installs nothing. */

import { type Command, Option } from "commander";
import { UserError } from "../../model/user-error.ts";
import { help } from "../../model/words/help-texts.ts";
import { text } from "../../model/words/text.ts";
import { toCrontab } from "../../schedule/install/crontab.ts";
import type { Installation } from "../../schedule/install/installation.ts";
import { toKubernetes } from "../../schedule/install/kubernetes.ts";
import { toSystemd } from "../../schedule/install/systemd.ts";
import { readStarts } from "../../schedule/starts.ts";
import type { CommandContext } from "../command-context.ts";
import { fillFlags, isGiven } from "../flags/fill-flags.ts";
import { addFurtherHelp } from "../program-command.ts";
import { cronOf, foldersOf, type ScheduleFlags } from "../schedule/schedule-options.ts";

type InstallFlags = {
  readonly format: "systemd" | "cron" | "kubernetes";
  readonly program: string;
  readonly image: string;
};

export function addScheduleInstall(schedule: Command, context: CommandContext): void {
  const command = schedule.command("install");
  addFurtherHelp(command, {
    examples: [
      'wholesale-import schedule install --format cron --state /var/lib/wholesale-import --inbox /srv/inbox --cron "0 2 * * *" --target webex',
      'wholesale-import schedule install --format systemd --state /var/lib/wholesale-import --inbox /srv/inbox --cron "0 2 * * *" --target webex --mail-to it@example.com',
    ],
  });
  command
    .description(help("schedule_install"))
    .addOption(
      new Option("--format <format>", help("install_format_flag"))
        .choices(["systemd", "cron", "kubernetes"])
        .makeOptionMandatory(),
    )
    .option("--program <path>", help("install_program_flag"), "/usr/local/bin/wholesale-import")
    .option("--image <name>", help("install_image_flag"), "wholesale-import:latest")
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
  const { inbox, state } = foldersOf(flags);
  const cron = cronOf(flags);
  if (schedule.getOptionValueSource("state") === "default") throw stateNotSaid();
  await readStarts(cron, flags.timezone, clock.now());
  if (flags.drift !== undefined) await readStarts(flags.drift, flags.timezone, clock.now());
  const always = ["schedule", "--once", "--inbox", inbox, "--state", state, "--target", flags.target ?? ""];
  return { program, args: [...always, ...furtherArgs(schedule)], cron, timezone: flags.timezone, inbox, state };
}

/** What starts the night does so in a folder of its own, and is let into this one alone. */
function stateNotSaid(): UserError {
  return new UserError("no_state", text("install_requires_state"), text("add_lasting_state"));
}

/** Told already, or told by what starts the night. */
const left: ReadonlySet<string> = new Set(["inbox", "state", "target", "cron", "timezone", "once"]);

const durations: ReadonlySet<string> = new Set(["quietPeriod", "refreshAfter", "provisioningTimeout", "maxWait"]);

/** Flags that were given, as they would be given again. */
function furtherArgs(schedule: Command): readonly string[] {
  const given = schedule.options.filter((option) => {
    const name = option.attributeName();
    const isOfTimes = name === "timezone" && (isGiven(schedule, "window") || isGiven(schedule, "drift")); // they go by it
    return isGiven(schedule, name) && (!left.has(name) || isOfTimes);
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
