/** `schedule`: nightly imports from an inbox, or one night now. */
import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";
import { addScheduleFlags, type ScheduleFlags } from "../schedule-options.ts";
import { addScheduleInstall } from "./schedule-install.ts";

export function addSchedule(program: Command, context: CommandContext): void {
  const command = program
    .command("schedule")
    .description("import what arrives in an inbox, every night, one batch after the other");
  addScheduleFlags(command)
    .addHelpText(
      "after",
      `
Examples:
  wholesale-import schedule --inbox inbox --cron "0 2 * * *" --timezone Europe/Amsterdam --target webex
  wholesale-import schedule --inbox inbox --once --target simulator
  wholesale-import schedule install --format systemd --inbox /srv/inbox --cron "0 2 * * *" --target webex`,
    )
    .action(async (flags: ScheduleFlags) => (await import("../schedule-nights.ts")).scheduleNights(flags, context));
  addScheduleInstall(command, context);
}
