/** Every setting that there is, in the order of `config`: the program's own, and those of the channels. */
import { type AllSettings, settingFacts } from "../../config.ts";
import { channelSettings } from "../../schedule/channels/channels.ts";

export const allSettings: AllSettings = { ...settingFacts, ...channelSettings };
