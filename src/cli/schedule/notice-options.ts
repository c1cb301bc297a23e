/** Flags that say where notices go, as the channels declare them. */
import type { Command } from "commander";
import { channelSettings } from "../../schedule/channels/channels.ts";
import { DeclaredOption } from "../program-command.ts";

export const noticeHeading = "Notices:";

export function addNoticeFlags(command: Command): Command {
  for (const setting of Object.values(channelSettings))
    if (setting.flag) command.addOption(new DeclaredOption(setting.flag, setting.help).helpGroup(noticeHeading));
  return command;
}
