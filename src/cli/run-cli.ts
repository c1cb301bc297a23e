/** The command line: arguments in, exit code out. Commands stand in `commands/`, one file each. */
import { Command, CommanderError } from "commander";
import type { Environment, Settings } from "../config.ts";
import { exitCodes } from "../model/exit-codes.ts";
import { UserError } from "../model/user-error.ts";
import type { CommandContext } from "./command-context.ts";

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
      if (!settings) throw new Error("settings are read when a command begins");
      return settings;
    },
    exit: (code) => {
      exitCode = code;
    },
  };
  const begin = async (command: Command): Promise<void> => {
    const { readSettings } = await import("../config.ts");
    const { fillFlags } = await import("./fill-flags.ts");
    settings = readSettings(world.environment, ".");
    fillFlags(command, settings);
  };
  try {
    const asked = new Set(args.filter((arg) => !arg.startsWith("-")).slice(0, args[0] === "help" ? 2 : 1));
    const program = await buildProgram((name) => asked.has(name), world, context);
    program.hook("preAction", (_program, command) => begin(command));
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return explainEnd(error, world);
  }
}

type CommandLoader = {
  readonly name: string;
  /** For the list of commands; the command itself tells more. */
  readonly summary: string;
  readonly load: () => Promise<(program: Command, context: CommandContext) => void>;
};

/** In the order of the help. Only the one that is asked for is loaded: the others cost nothing. */
const commands: readonly CommandLoader[] = [
  {
    name: "init",
    summary: "write sheets to begin with",
    load: async () => (await import("./commands/init.ts")).addInit,
  },
  {
    name: "validate",
    summary: "check the sheets; needs no network and changes nothing",
    load: async () => (await import("./commands/validate.ts")).addValidate,
  },
  {
    name: "plan",
    summary: "show what apply would create, change and leave alone",
    load: async () => (await import("./commands/plan.ts")).addPlan,
  },
  {
    name: "apply",
    summary: "check the sheets, plan, and provision",
    load: async () => (await import("./commands/apply.ts")).addApply,
  },
  {
    name: "resume",
    summary: "go on with an interrupted or pending run; nothing is done twice",
    load: async () => (await import("./commands/resume.ts")).addResume,
  },
  {
    name: "retry",
    summary: "a new run of the rows in failed/, as corrected, and of those not attempted",
    load: async () => (await import("./commands/retry.ts")).addRetry,
  },
  {
    name: "undo",
    summary: "take back what a run created: roles, users, whole customers",
    load: async () => (await import("./commands/undo.ts")).addUndo,
  },
  {
    name: "report",
    summary: "write the result files of a run again",
    load: async () => (await import("./commands/report.ts")).addReport,
  },
  {
    name: "runs",
    summary: "list, show and clear away the runs of the state folder",
    load: async () => (await import("./commands/runs.ts")).addRuns,
  },
  {
    name: "export",
    summary: "write the live customers, locations and users as sheets",
    load: async () => (await import("./commands/export.ts")).addExport,
  },
  {
    name: "schedule",
    summary: "nightly imports from an inbox",
    load: async () => (await import("./commands/schedule.ts")).addSchedule,
  },
  {
    name: "schema",
    summary: "the columns of a sheet",
    load: async () => (await import("./commands/schema.ts")).addSchema,
  },
  {
    name: "explain",
    summary: "an error code: what it means, an example, the way out",
    load: async () => (await import("./commands/explain.ts")).addExplain,
  },
  {
    name: "worker",
    summary: "carry out what runs with --engine temporal hand over",
    load: async () => (await import("./commands/worker.ts")).addWorker,
  },
  {
    name: "templates",
    summary: "the remembered provisioning IDs of onboarding templates",
    load: async () => (await import("./commands/templates.ts")).addTemplates,
  },
  {
    name: "auth",
    summary: "who the access token is, and what it lacks; log in and out",
    load: async () => (await import("./commands/auth.ts")).addAuth,
  },
  {
    name: "config",
    summary: "the settings, and where each came from",
    load: async () => (await import("./commands/config.ts")).addConfig,
  },
  {
    name: "serve",
    summary: "the page in your browser: upload, repair, plan, run and review",
    load: async () => (await import("./commands/serve.ts")).addServe,
  },
  {
    name: "simulate",
    summary: "run the simulator as a server of its own",
    load: async () => (await import("./commands/simulate.ts")).addSimulate,
  },
];

/** The program with the commands that `isAsked` for; of the others it knows the name and the summary. */
export async function buildProgram(
  isAsked: (name: string) => boolean,
  { version, streams }: Pick<CliWorld, "version" | "streams">,
  context: CommandContext,
): Promise<Command> {
  const program = new Command("wholesale-import")
    .description("Onboard customers to Webex for Wholesale in bulk, from spreadsheets.")
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("(add --help for what is possible)")
    .configureOutput({ writeOut: (text) => streams.out.write(text), writeErr: (text) => streams.err.write(text) });
  for (const { name, summary, load } of commands) {
    if (isAsked(name)) (await load())(program, context);
    else program.command(name).description(summary);
  }
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  return program;
}

function explainEnd(error: unknown, { streams, version, signals }: CliWorld): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.allRight : exitCodes.stopped;
  if (signals.stop.aborted && error === signals.stop.reason) return tellInterrupted(streams);
  if (error instanceof UserError) {
    streams.err.write(`\n${error.message}${error.hint ? ` ${error.hint}` : ""}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  streams.err.write(
    `\nThis is a bug of wholesale-import ${version} (node ${process.version}, ${process.platform}).\n${text}\n`,
  );
  return exitCodes.bug;
}

/** Of a command that only reads. */
function tellInterrupted({ err }: CliWorld["streams"]): number {
  err.write("\ninterrupted; nothing was sent\n");
  return exitCodes.interrupted;
}
