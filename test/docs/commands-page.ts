/** docs/commands.md: every command with its flags, defaults and examples, from the command line itself. */
import type { Command, Option } from "commander";
import { allSettings } from "../../src/cli/flags/all-settings.ts";
import { wrap } from "../../src/report/screen/text-layout.ts";
import { renderTable } from "../../src/sheets/describe/markdown-schema.ts";
import {
  commandsWithin,
  defaultOf,
  fullNameOf,
  helpBehind,
  wholeProgram,
  writeArgument,
} from "../support/whole-program.ts";

export async function commandsPage(): Promise<string> {
  const program = await wholeProgram();
  const commands = commandsWithin(program);
  const shared = sharedOptions(commands);
  const parts = [
    introduction,
    renderTable(
      ["command", "does"],
      program.commands.map((command) => [linkTo(command), command.description()]),
    ),
    "Further down: [flags that several commands take](#flags-that-several-commands-take), [settings](#settings),\n[exit codes](#exit-codes).",
    ...commands.filter(doesSomething).flatMap((command) => commandPart(command, shared)),
    ...sharedPart(shared),
    ...settingsPart(),
    exitCodes,
  ];
  return `${parts.join("\n\n")}\n`;
}

const introduction = `# Commands

Run \`wholesale-import <command>\`, or \`npx wholesale-import <command>\` in a folder with the package. \`--help\` after a command shows
the same text as this page. An unknown command or flag is an error that suggests the nearest one.`;

const exitCodes = `## Exit codes

${renderTable(
  ["code", "means"],
  [
    ["0", "every row succeeded or is unchanged; `validate` and `plan`: no row has errors"],
    [
      "1",
      "finished, but some rows are invalid, failed or blocked; also after `--stop-after-errors`; `drift`: something differs; `handover`: a customer was not set up",
    ],
    ["2", "the command could not do its job: wrong usage, unreadable input, no access, target unreachable, `--strict`"],
    ["3", "finished, no row failed, some are pending at Webex: run `resume` later"],
    ["130, 143", "interrupted (Ctrl-C, SIGTERM): results are written, and the command to resume is shown"],
    ["70", "a bug in wholesale-import; the message says what to report"],
  ],
)}`;

/** A group without an action of its own shows its subcommands. */
function doesSomething(command: Command): boolean {
  return command.commands.length === 0 || command.options.length > 0;
}

function linkTo(command: Command): string {
  const [first = command] = doesSomething(command) ? [command] : command.commands;
  return `[\`${command.name()}\`](#${fullNameOf(first).replaceAll(" ", "-")})`;
}

type SharedOptions = ReadonlyMap<string, Option>;

/** Flags that mean the same in many commands are told once. */
function sharedOptions(commands: readonly Command[]): SharedOptions {
  const options = commands.flatMap((command) => command.options);
  const isShared = (option: Option) => options.filter((other) => factsOf(other) === factsOf(option)).length >= 3;
  return new Map(options.filter(isShared).map((option) => [factsOf(option), option]));
}

function factsOf(option: Option): string {
  return [option.flags, option.description, defaultOf(option)].join("\n");
}

function sharedPart(shared: SharedOptions): readonly string[] {
  return [
    "## Flags that several commands take",
    "Each command above lists the ones it accepts.",
    renderTable(["flag", "default", "meaning"], [...shared.values()].map(optionCells)),
  ];
}

function optionCells(option: Option): readonly string[] {
  const byDefault = defaultOf(option);
  return [code(option.flags), byDefault && code(byDefault), option.description + choicesOf(option)];
}

/** Where the description does not name them itself. */
function choicesOf({ argChoices = [], description }: Option): string {
  const isTold = argChoices.every((choice) => description.includes(choice));
  return isTold ? "" : ` (${argChoices.map(code).join(", ")})`;
}

function asSentence(text: string): string {
  const [first = "", ...rest] = text;
  return `${first.toUpperCase()}${rest.join("")}${/[.!?]$/.test(text) ? "" : "."}`;
}

function settingsPart(): readonly string[] {
  const rows = Object.entries(allSettings).map(([name, facts]) => [
    facts.isSecret ? `${code(name)} (secret)` : code(name),
    facts.variables.map(code).join(" or "),
  ]);
  return [
    "## Settings",
    "A flag overrides the environment, which overrides `wholesale-import.config.json` in the working directory (a JSON object\nwith the names below), which overrides the default. Secrets can only be set in the environment.\n`wholesale-import config` shows every value and where it comes from.",
    renderTable(["setting", "environment"], rows),
  ];
}

function commandPart(command: Command, shared: SharedOptions): readonly string[] {
  const name = fullNameOf(command);
  const { text, examples } = helpBehind(command);
  const own = command.options.filter((option) => !shared.has(factsOf(option)));
  const others = command.options.filter((option) => shared.has(factsOf(option)));
  const usage = [
    name,
    ...command.registeredArguments.map(writeArgument),
    ...(own.length + others.length > 0 ? ["[flags]"] : []),
  ];
  return [
    `## ${name}`,
    `\`wholesale-import ${usage.join(" ")}\``,
    asSentence(command.description()),
    ...argumentsPart(command),
    ...(own.length > 0 ? [renderTable(["flag", "default", "meaning"], own.map(optionCells))] : []),
    ...(others.length > 0
      ? [
          wrapWords(
            `Also [shared flags](#flags-that-several-commands-take): ${others.map(({ long }) => code(long ?? "")).join(" ")}`,
          ),
        ]
      : []),
    ...(text ? [block(text)] : []),
    ...(examples.length > 0 ? [block(examples.join("\n"))] : []),
  ];
}

function argumentsPart({ registeredArguments }: Command): readonly string[] {
  const lines = registeredArguments.map((argument) => {
    const { description, defaultValue } = argument;
    const byDefault = defaultValue === undefined ? "" : `; default ${code(String(defaultValue))}`;
    return `- ${code(writeArgument(argument))}: ${description}${byDefault}`;
  });
  return lines.length > 0 ? [lines.join("\n")] : [];
}

/** Lines as long as those of the other pages. */
function wrapWords(text: string): string {
  return wrap(text, 120).join("\n");
}

/** Shown, not typed as it stands. */
function block(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function code(text: string): string {
  return `\`${text}\``;
}
