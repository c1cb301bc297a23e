/** The command line: arguments in, exit code out. Commands stand in `commands/`, one file each. */
import { Command, CommanderError } from "commander";
import { type Environment, readSettings, type Settings } from "../config.ts";
import { UserError } from "../model/user-error.ts";
import { applySettings } from "./apply-settings.ts";
import type { CommandContext } from "./command-context.ts";
import { addApply } from "./commands/apply.ts";
import { addAuth } from "./commands/auth.ts";
import { addConfig } from "./commands/config.ts";
import { addPlan } from "./commands/plan.ts";
import { addReport } from "./commands/report.ts";
import { addResume } from "./commands/resume.ts";
import { addRetry } from "./commands/retry.ts";
import { addRuns } from "./commands/runs.ts";
import { addSimulate } from "./commands/simulate.ts";
import { addTemplates } from "./commands/templates.ts";
import { addValidate } from "./commands/validate.ts";

export type CliWorld = Omit<CommandContext, "exit" | "settings"> & {
  readonly environment: Environment;
  readonly version: string;
};

/** Runs one command line (without the two first arguments of a process); resolves to the exit code. */
export async function runCli(args: readonly string[], world: CliWorld): Promise<number> {
  let exitCode = 0;
  let settings: Settings | undefined;
  const context: CommandContext = {
    ...world,
    get settings() {
      settings ??= readSettings(world.environment, ".");
      return settings;
    },
    exit: (code) => {
      exitCode = code;
    },
  };
  const program = buildProgram(world, context);
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return explainEnd(error, world);
  }
}

function buildProgram({ version, streams }: CliWorld, context: CommandContext): Command {
  const program = new Command("wholesale-import")
    .description("Onboard customers to Webex for Wholesale in bulk, from spreadsheets.")
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("(add --help for what is possible)")
    .configureOutput({ writeOut: (text) => streams.out.write(text), writeErr: (text) => streams.err.write(text) });
  program.hook("preAction", (_program, command) => applySettings(command, context.settings));
  for (const add of [
    addAuth,
    addConfig,
    addValidate,
    addPlan,
    addApply,
    addResume,
    addRetry,
    addReport,
    addRuns,
    addTemplates,
    addSimulate,
  ])
    add(program, context);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  return program;
}

/** 2: a person can do something about it. 70: a bug of ours. */
function explainEnd(error: unknown, { streams, version, signals }: CliWorld): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (signals.stop.aborted && error === signals.stop.reason) return tellInterrupted(streams);
  if (error instanceof UserError) {
    streams.err.write(`\n${error.message}${error.hint ? ` ${error.hint}` : ""}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  streams.err.write(
    `\nThis is a bug of wholesale-import ${version} (node ${process.version}, ${process.platform}).\n${text}\n`,
  );
  return 70;
}

/** Of a command that only reads. */
function tellInterrupted({ err }: CliWorld["streams"]): number {
  err.write("\ninterrupted; nothing was sent\n");
  return 130;
}
