/** What a channel is: a way to tell of a batch or a night, with the settings that it needs. Knows no channel by name. */

import type { SettingFacts } from "../../config.ts";
import type { Clock } from "../../model/ports.ts";
import type { InEachLanguage } from "../../model/words/language.ts";
import type { ProxySettings } from "../../webex/http/dispatcher.ts";
import type { Delivery, Notifier } from "../notify.ts";

/** A setting of a channel. What has a flag may also stand in the settings file. */
export type ChannelSetting = SettingFacts &
  (SettingFlag | { readonly flag?: undefined }) & {
    /** A URL that begins with https: (on this machine http: too), without user name or password. */
    readonly isHttps?: true;
    readonly isOptional?: true;
  };

type SettingFlag = {
  /** With its value, as the help writes it: `--webhook-url <url>`. Its name is that of the setting. */
  readonly flag: string;
  readonly help: InEachLanguage;
};

export type ChannelSettings = Readonly<Record<string, ChannelSetting>>;

export type ChannelPorts = {
  readonly clock: Clock;
  readonly proxy: ProxySettings;
  /** Of Webex, for what is sent there. */
  readonly webexBaseUrl: string;
};

/** Its file is read whenever the program starts: what sends is imported when something is sent. */
export type Channel<S extends ChannelSettings = ChannelSettings> = {
  /** For the log and the metrics: `webhook`, `mail`. */
  readonly name: string;
  /** By name. The first one switches the channel on; the others must be there then, but for the optional ones. */
  readonly settings: S;
  /** Sends nothing yet. Throws UserError for a value that cannot be used. */
  connect(values: ValuesOf<S>, ports: ChannelPorts): ConnectedChannel;
};

type ValuesOf<S extends ChannelSettings> = {
  readonly [K in keyof S]: S[K] extends { readonly isOptional: true } ? string | undefined : string;
};

export type ConnectedChannel = {
  /** After each batch. */
  readonly onBatch?: Notifier["send"];
  /** After each night, also where nothing was to do. */
  readonly onNight?: (signal: AbortSignal) => Promise<Delivery>;
};

export function defineChannel<const S extends ChannelSettings>(channel: Channel<S>): Channel {
  return channel;
}
