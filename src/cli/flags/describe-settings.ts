/** Every setting, its value, and where that comes from, for `config`. Secrets are not shown. */
import type { Command, Option } from "commander";
import type { Setting, Settings } from "../../config.ts";
import type { Language } from "../../model/words/language.ts";
import { text, voiceOf } from "../../model/words/text.ts";
import type { Palette } from "../../report/screen/text-layout.ts";
import { defaultBaseUrl } from "../../webex/http/base-url.ts";
import { renderTable } from "../screen/table.ts";
import { allSettings } from "./all-settings.ts";
import { isGiven } from "./fill-flags.ts";

export type DescribedSetting = {
  /** As the settings file has it. */
  readonly name: string;
  /** Absent where no flag gives it. */
  readonly flag?: string;
  /** The environment variable; of several the first. */
  readonly variable: string;
} & Setting;

/** In the order of the catalogue. `command`: one that has a flag for each setting that has one. */
export function describeSettings(command: Command, settings: Settings): readonly DescribedSetting[] {
  const byName = new Map<string, Setting>(Object.entries(settings));
  return Object.entries(allSettings).map(([name, { variables }]) => {
    const option = command.options.find((each) => each.attributeName() === name);
    const { value, from } = readValue(name, option, command, byName.get(name));
    const flag = option?.long ? { flag: option.long } : {};
    return { name, ...flag, variable: variables[0], value: mask(name, value), from };
  });
}

function readValue(
  name: string,
  option: Option | undefined,
  command: Command,
  setting: Setting | undefined,
): Pick<DescribedSetting, "value" | "from"> {
  if (!option) return setting ?? unset;
  const value: unknown = command.getOptionValue(name) ?? defaults.get(name);
  if (value === undefined) return unset;
  const from = isGiven(command, name)
    ? text("from_flag", { flag: option.long ?? "" })
    : (setting?.from ?? text("from_default"));
  return { value: format(name, value), from };
}

const unset = { value: "", from: text("not_set") };

/** Of flags without a default of their own. */
const defaults: ReadonlyMap<string, string> = new Map([
  ["target", "simulator"],
  ["engine", "local"],
  ["baseUrl", defaultBaseUrl],
]);

function mask(name: string, value: string): string {
  if (value === "") return value;
  const { isSecret, address } = allSettings[name] ?? {};
  if (isSecret) return "***";
  return address ? maskUrl(value, address === "secret") : value;
}

function format(name: string, value: unknown): string {
  return allSettings[name]?.isDuration ? formatDuration(Number(value)) : String(value);
}

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
] as const;

/** As it is typed: `7d`, `90s`. */
export function formatDuration(ms: number): string {
  const [unit, unitMs] = units.find(([, each]) => ms >= each && ms % each === 0) ?? ["ms", 1];
  return `${ms / unitMs}${unit}`;
}

export function renderSettings(lines: readonly DescribedSetting[], palette: Palette, language: Language): string {
  const say = voiceOf(language);
  const rows = lines.map(({ flag = "", variable, value, from }) => [flag, variable, value, say(from)]);
  return renderTable(
    [say("column_flag"), say("column_variable"), say("column_value"), say("column_from")],
    rows,
    palette,
  );
}

/**
 * Masks name and password, and the query; `hidesPath`: the path too, where knowing it is enough to use the address. Also for
 * texts that are no URL: up to the last `@` all may belong to a password.
 */
function maskUrl(text: string, hidesPath = false): string {
  const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]*:\/\/)?(.*)$/is.exec(text) ?? [];
  const at = rest.lastIndexOf("@");
  const user = at < 0 ? "" : "***@";
  const [, host = "", path = "", query = ""] = /^([^/?#]*)([^?#]*)(.*)$/s.exec(rest.slice(at + 1)) ?? [];
  const shownPath = hidesPath && path.length > 1 ? "/***" : path;
  return `${scheme}${user}${host}${shownPath}${query === "" ? "" : "?***"}`;
}
