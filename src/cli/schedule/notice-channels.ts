/** The channels that notices go to, connected with the flags and the secrets of the environment. Sends nothing. */
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import type { Channel, ChannelSetting } from "../../schedule/channels/channel.ts";
import { channels } from "../../schedule/channels/channels.ts";
import type { NightDeps } from "../../schedule/nights.ts";
import { defaultBaseUrl, isLoopback } from "../../webex/http/base-url.ts";
import { type CommandContext, proxySettings } from "../command-context.ts";
import type { TargetFlags } from "../flags/options.ts";

type Values = Readonly<Record<string, string>>;

/** `flags`: of the command, those of the channels among them. Throws UserError where a secret or a part is missing: better now than at night. */
export function connectChannels(
  flags: Pick<TargetFlags, "target" | "baseUrl">,
  context: CommandContext,
): Pick<NightDeps, "notifiers" | "heartbeat"> {
  const given = new Map<string, unknown>(Object.entries(flags));
  const settings = new Map(Object.entries(context.settings));
  const { target, baseUrl = defaultBaseUrl } = flags;
  const ports = {
    clock: context.clock,
    proxy: proxySettings(context.settings),
    webexBaseUrl: target === "webex" ? baseUrl : defaultBaseUrl,
  };
  const readValue = (name: string, { isSecret }: ChannelSetting) => {
    const value = isSecret ? settings.get(name)?.value : given.get(name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const connected = channels.flatMap((channel) => {
    const values = readValues(channel, readValue);
    return values ? [{ name: channel.name, ...channel.connect(values, ports) }] : [];
  });
  const heartbeat = connected.find(({ onNight }) => onNight)?.onNight;
  return {
    notifiers: connected.flatMap(({ name, onBatch: send }) => (send ? [{ name, send }] : [])),
    ...(heartbeat ? { heartbeat } : {}),
  };
}

/** Undefined where the channel is not wanted. */
function readValues(
  { name: channelName, settings }: Channel,
  readValue: (name: string, setting: ChannelSetting) => string | undefined,
): Values | undefined {
  const all = Object.entries(settings).map(([name, setting]) => ({ name, setting, value: readValue(name, setting) }));
  const [first] = all;
  if (!first?.value) return undefined;
  const wanted = longFlagOf(first.setting);
  const missing = all.filter(({ setting, value }) => value === undefined && !setting.isOptional);
  const flags = missing.flatMap(({ setting }) => (setting.flag ? [longFlagOf(setting)] : []));
  if (flags.length > 0)
    throw new UserError(
      `incomplete_${channelName}`,
      text("channel_incomplete", { flag: wanted, missing: flags }),
      text("give_all_or_none"),
    );
  const [secret] = missing;
  if (secret)
    throw new UserError(
      "no_secret",
      text("channel_without_secret", { flag: wanted, variable: secret.setting.variables[0] }),
      text("set_in_environment"),
    );
  for (const { setting, value } of all) if (setting.isHttps && value) checkUrl(value, longFlagOf(setting));
  return Object.fromEntries(all.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

/** `--webhook-url` of `--webhook-url <url>`. */
function longFlagOf({ flag = "" }: ChannelSetting): string {
  return flag.split(" ")[0] ?? flag;
}

/**
 * Throws UserError for what is not `https:` (on this machine `http:` too), and for a user name or password in it, which no
 * request would carry. Nothing of the URL is repeated: its path is a secret with many services.
 */
function checkUrl(address: string, flag: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url));
  if (!url || !isSafe)
    throw new UserError("bad_url", text("channel_url_not_https", { flag }), text("notices_hold_names"));
  if (url.username || url.password)
    throw new UserError("bad_url", text("channel_url_with_password", { flag }), text("secret_in_path"));
}
