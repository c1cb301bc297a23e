/** Flags that say where notices go, as the channels declare them. */
import { type Command, Option } from "commander";
import { channelSettings } from "../../schedule/channels/channels.ts";

export const noticeHeading = "Notices:";

export function addNoticeFlags(command: Command): Command {
  for (const { flag, help } of Object.values(channelSettings))
    if (flag) command.addOption(new Option(flag, help).helpGroup(noticeHeading));
  return command;
}
