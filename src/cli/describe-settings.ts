/** Every setting, its value, and where that comes from, for `config`. Secrets are not shown. */
import type { Command } from "commander";
import { type Setting, type SettingName, type Settings, settingFacts } from "../config.ts";
import { defaultBaseUrl } from "../webex/base-url.ts";
import { isGiven } from "./fill-flags.ts";

export type DescribedSetting = { readonly name: string } & Setting;

/** In the order of the catalogue. `command`: one that has a flag for each setting that has one. */
export function describeSettings(command: Command, settings: Settings): readonly DescribedSetting[] {
  const byName = new Map<string, Setting>(Object.entries(settings));
  return Object.keys(settingFacts).map((name) => describe(name, command, byName.get(name)));
}

function describe(name: string, command: Command, setting: Setting | undefined): DescribedSetting {
  const isFlag = command.options.some((option) => option.attributeName() === name);
  if (!isFlag) return setting ? { name, ...setting, value: mask(name, setting.value) } : { name, ...unset };
  const value: unknown = command.getOptionValue(name) ?? defaults.get(name);
  if (value === undefined) return { name, ...unset };
  const from = isGiven(command, name) ? `flag --${toFlag(name)}` : (setting?.from ?? "default");
  return { name, value: format(name, value), from };
}

const unset = { value: "", from: "not set" };

/** Of flags without a default of their own. */
const defaults: ReadonlyMap<string, string> = new Map([
  ["target", "simulator"],
  ["engine", "local"],
  ["baseUrl", `${defaultBaseUrl} (the simulator: its own)`],
]);

const secrets: ReadonlySet<string> = new Set(
  Object.entries(settingFacts).flatMap(([name, facts]) => ("isSecret" in facts ? [name] : [])),
);

/** A proxy may hold a password. */
function mask(name: string, value: string): string {
  return secrets.has(name) ? "***" : value.replace(/\/\/[^/@]*@/, "//***@");
}

const durations: ReadonlySet<string> = new Set<SettingName>([
  "provisioningTimeout",
  "maxWait",
  "refreshAfter",
  "workerTimeout",
]);

function format(name: string, value: unknown): string {
  return durations.has(name) ? `${Number(value) / 1000}s` : String(value);
}

function toFlag(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function renderSettings(lines: readonly DescribedSetting[]): string {
  const widthOf = (column: "name" | "value") => Math.max(...lines.map((line) => line[column].length));
  const [names, values] = [widthOf("name"), widthOf("value")];
  return lines.map(({ name, value, from }) => `${name.padEnd(names)}  ${value.padEnd(values)}  ${from}\n`).join("");
}
