/** The command line with every command loaded, as the documentation and the tests of flags read it. Runs nothing. */
import type { Argument, Command, Option } from "commander";
import { buildProgram } from "../../src/cli/run-cli.ts";
import { systemClock } from "../../src/system-clock.ts";
import { projectFolder } from "./run-program.ts";

export async function wholeProgram(): Promise<Command> {
  const streams = { out: process.stdout, err: process.stderr };
  const { signal } = new AbortController();
  const context = {
    version: "0.0.0",
    streams,
    input: process.stdin,
    clock: systemClock,
    signals: { stop: signal, abort: signal },
    runBegins: () => undefined,
    exit: () => undefined,
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

/** What the help says behind the flags: examples, and what comes before them. */
export function helpBehind(command: Command): { readonly text: string; readonly examples: readonly string[] } {
  let help = "";
  const { writeOut } = command.configureOutput();
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  command.configureOutput({ ...(writeOut ? { writeOut } : {}) });
  const [text = "", examples = ""] = help.slice(command.helpInformation().length).split(/^Examples:\n/m);
  return { text: text.trim(), examples: examples.split("\n").flatMap((line) => (line.trim() ? [line.trim()] : [])) };
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
    const flags = command.options.map((option) => `${name} ${option.flags} ${defaultOf(option)}`.trimEnd());
    return [[name, ...command.registeredArguments.map(writeArgument)].join(" "), ...flags];
  });
}
