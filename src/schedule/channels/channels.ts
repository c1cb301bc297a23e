/** The channels, in the order of the help. A new one is an entry here, and its file. */
import type { Channel, ChannelSetting } from "./channel.ts";
import { heartbeatChannel } from "./heartbeat.ts";
import { mailChannel } from "./mail.ts";
import { spaceChannel } from "./space-message.ts";
import { webhookChannel } from "./webhook.ts";

export const channels: readonly Channel[] = [webhookChannel, spaceChannel, mailChannel, heartbeatChannel];

/** Of all channels, by name. */
export const channelSettings: Readonly<Record<string, ChannelSetting>> = Object.assign(
  {},
  ...channels.map(({ settings }) => settings),
);
