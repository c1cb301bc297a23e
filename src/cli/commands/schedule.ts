/** `schedule`: nightly imports from an inbox, or one night now. */

import type { Command } from "commander";
import { help } from "../../model/words/help-texts.ts";
import type { CommandContext } from "../command-context.ts";
import { addFurtherHelp } from "../program-command.ts";
import { addScheduleFlags, type ScheduleFlags } from "../schedule/schedule-options.ts";
import { addScheduleInstall } from "./schedule-install.ts";

export function addSchedule(program: Command, context: CommandContext): void {
  const command = program.command("schedule").description(help("schedule"));
  addFurtherHelp(command, {
    examples: [
      'wholesale-import schedule --inbox inbox --cron "0 2 * * *" --timezone Europe/Amsterdam --target webex',
      'wholesale-import schedule --inbox inbox --cron "0 2 * * *" --drift "0 6 * * 1" --timezone Europe/Amsterdam --target webex',
      "wholesale-import schedule --inbox inbox --once --target simulator",
      'wholesale-import schedule install --format systemd --state /var/lib/wholesale-import --inbox /srv/inbox --cron "0 2 * * *" --target webex',
    ],
  });
  addScheduleFlags(command).action(async (flags: ScheduleFlags) =>
    (await import("../schedule/schedule-nights.ts")).scheduleNights(flags, context),
  );
  addScheduleInstall(command, context);
}
