/** `config`: every setting, its value, and where that comes from. Secrets are not shown. */
import type { Command } from "commander";
import { type Setting, type SettingName, settingFacts } from "../../config.ts";
import { defaultBaseUrl } from "../../webex/base-url.ts";
import { isGiven } from "../apply-settings.ts";
import type { CommandContext } from "../command-context.ts";
import { addFleetFlags } from "../fleet-options.ts";
import { addNoticeFlags } from "../notice-options.ts";
import { addEngineFlags, addRefreshFlags, addTargetFlags } from "../options.ts";
import { addRedirectFlag } from "./auth.ts";

type Line = { readonly name: string } & Setting;

export function addConfig(program: Command, context: CommandContext): void {
  const command = program.command("config").description("all settings: their values, and where each comes from");
  addFleetFlags(addNoticeFlags(addRefreshFlags(addRedirectFlag(addTargetFlags(addEngineFlags(command))), "always")))
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      `
A flag wins over the environment, the environment over wholesale-import.config.json, and that over the default.

Examples:
  wholesale-import config
  WHOLESALE_IMPORT_TARGET=webex wholesale-import config --concurrency 4`,
    )
    .action(({ json }: { readonly json?: true }) => {
      const lines = Object.keys(settingFacts).map((name) => describe(name, command, context));
      context.streams.out.write(json ? `${JSON.stringify(lines, null, 2)}\n` : render(lines));
    });
}

function describe(name: string, command: Command, { settings }: CommandContext): Line {
  const setting = new Map(Object.entries(settings)).get(name);
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

function render(lines: readonly Line[]): string {
  const widthOf = (column: "name" | "value") => Math.max(...lines.map((line) => line[column].length));
  const [names, values] = [widthOf("name"), widthOf("value")];
  return lines.map(({ name, value, from }) => `${name.padEnd(names)}  ${value.padEnd(values)}  ${from}\n`).join("");
}
