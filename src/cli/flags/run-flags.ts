/** Gives a command the flags of a run, reads them as its options, and writes them again as they are typed. */
import type { Command } from "commander";
import type { RunWishes } from "../../run/options.ts";
import { guardFlags, planFlags, type RunCommand, type RunFlag } from "../../run/run-flags.ts";
import { DeclaredOption } from "../program-command.ts";
import { onlyCustomer, positiveInteger } from "./options.ts";

const flags: readonly (readonly [string, RunFlag])[] = Object.entries({ ...planFlags, ...guardFlags });

const options = new Map(flags.map(([name, { flag, help }]) => [name, new DeclaredOption(flag, help)]));

export function addRunFlags(command: Command, of: RunCommand): Command {
  for (const [, { flag, kind, help, heading, commands }] of flags) {
    const option = new DeclaredOption(flag, help).helpGroup(heading);
    if (kind === "count") option.argParser(positiveInteger);
    if (kind === "customers") option.argParser(onlyCustomer);
    if (commands.includes(of)) command.addOption(option);
  }
  return command;
}

/** `given`: the values of a command with these flags. Those that were not given are left out. */
export function runOptionsOf(given: object): RunWishes {
  const values = new Map(Object.entries(given));
  const found = flags.flatMap(([name]) => {
    const value: unknown = values.get(options.get(name)?.attributeName() ?? "");
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(found) as RunWishes; // each as its flag has read it
}

/** The flags that make a plan, as they are typed. */
export function typedPlanFlags(chosen: object): readonly string[] {
  const values = new Map<string, unknown>(Object.entries(chosen));
  return Object.keys(planFlags).flatMap((name) => {
    const value = values.get(name);
    const long = options.get(name)?.long ?? "";
    if (value === undefined || value === false) return [];
    return value === true ? [long] : [value].flat().flatMap((each) => [long, String(each)]);
  });
}
