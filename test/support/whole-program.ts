/** The command line with every command loaded, as the documentation and the tests of flags read it. Runs nothing. */
import type { Argument, Command, Option } from "commander";
import { ProgramCommand } from "../../src/cli/program-command.ts";
import { buildProgram } from "../../src/cli/run-cli.ts";
import { systemClock } from "../../src/system-clock.ts";
import { projectFolder } from "./run-program.ts";

export async function wholeProgram(): Promise<Command> {
  const streams = { out: process.stdout, err: process.stderr };
  const { signal } = new AbortController();
  const context = {
    version: "0.0.0",
    language: "en" as const,
    streams,
    input: process.stdin,
    clock: systemClock,
    signals: { stop: signal, abort: signal },
    runBegins: () => undefined,
    exit: () => undefined,
    wholeProgram: (): never => {
      throw new Error("nothing is run here");
    },
    get settings(): never {
      throw new Error("nothing is run here");
    },
  };
  return buildProgram(() => true, context, context);
}

/** Every command that does something, in the order of the help: `runs` itself and `runs show`. */
export function commandsWithin(program: Command): readonly Command[] {
  return program.commands.flatMap((command) => [command, ...commandsWithin(command)]);
}

/** `runs show`. */
export function fullNameOf(command: Command): string {
  const parent = command.parent?.parent ? `${fullNameOf(command.parent)} ` : "";
  return parent + command.name();
}

/** `<input...>`, as usage lines write it. */
export function writeArgument(argument: Argument): string {
  const text = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${text}>` : `[${text}]`;
}

/** What the help says beside the flags. */
export function helpBehind(command: Command): { readonly text: string; readonly examples: readonly string[] } {
  if (!(command instanceof ProgramCommand)) throw new Error(`${command.name()} is no command of this program`);
  return command.further;
}

/** The default as a person would type it; empty when there is none. */
export function defaultOf({ defaultValue, defaultValueDescription }: Option): string {
  return defaultValueDescription ?? (defaultValue === undefined ? "" : String(defaultValue));
}

/** Every command, argument and flag that there has been, one a line; `npm run docs` adds new ones. */
export const flagsFile = `${projectFolder}test/fixtures/flags.txt`;

/** `runs show [run-id]`, `runs show --state <dir> .wholesale-import`. */
export function flagsOf(program: Command): readonly string[] {
  return commandsWithin(program).flatMap((command) => {
    const name = fullNameOf(command);
    const flags = command.options.flatMap((option) => [
      `${name} ${option.flags.replace(/^-\w, /, "")} ${defaultOf(option)}`.trimEnd(),
      ...(option.short ? [`${name} ${option.short}`] : []),
    ]);
    return [[name, ...command.registeredArguments.map(writeArgument)].join(" "), ...flags];
  });
}
