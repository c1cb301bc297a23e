/** The command line: arguments in, exit code out. Commands stand in `commands/`, one file each. */
import { Command, CommanderError } from "commander";
import type { Environment, Settings } from "../config.ts";
import { exitCodes } from "../model/exit-codes.ts";
import { sayUsageError } from "../model/words/help/commander-words.ts";
import { type HelpKey, help, sayHelp } from "../model/words/help-texts.ts";
import type { Language } from "../model/words/language.ts";
import type { CommandContext } from "./command-context.ts";
import { findLanguage } from "./find-language.ts";
import type { OutputFlags, TargetFlags } from "./flags/options.ts";
import { ProgramCommand } from "./program-command.ts";
import { widthOf } from "./screen/screen-width.ts";

export type CliWorld = Omit<CommandContext, "exit" | "settings" | "language" | "wholeProgram"> & {
  readonly environment: Environment;
  readonly version: string;
  /** Told the language of the command, once it is known. */
  speaks?(language: Language): void;
};

/** Runs one command line (without the two first arguments of a process); resolves to the exit code. */
export async function runCli(args: readonly string[], world: CliWorld): Promise<number> {
  let exitCode = 0;
  let settings: Settings | undefined;
  let language: Language = "en";
  let stateFolder: string | undefined;
  const usageErrors: string[] = [];
  const wrongUsage = (error: string) => usageErrors.push(error);
  const context: CommandContext = {
    ...world,
    wholeProgram: () => buildProgram(() => true, world, context),
    get language() {
      return language;
    },
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
    const { allSettings } = await import("./flags/all-settings.ts");
    const { fillFlags } = await import("./flags/fill-flags.ts");
    settings = readSettings(world.environment, ".", allSettings);
    fillFlags(command, settings);
    const { language: asked, state } = command.optsWithGlobals<OutputFlags & Partial<TargetFlags>>();
    stateFolder = state;
    if (asked) language = asked;
    world.speaks?.(language);
  };
  try {
    language = await findLanguage(args, world.environment);
    world.speaks?.(language);
    const asked = new Set(args.filter((arg) => !arg.startsWith("-")).slice(0, args[0] === "help" ? 2 : 1));
    const program = await buildProgram((name) => asked.has(name), { ...world, wrongUsage }, context);
    program.hook("preAction", (_program, command) => begin(command));
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return await explainEnd(error, usageErrors, world, language, stateFolder);
  }
}

type CommandLoader = {
  readonly name: string;
  /** For the list of commands; the command itself tells more. */
  readonly summary: HelpKey;
  readonly load: () => Promise<(program: Command, context: CommandContext) => void>;
};

/** In the order of the help. Only the one that is asked for is loaded: the others cost nothing. */
const commands: readonly CommandLoader[] = [
  { name: "init", summary: "init_summary", load: async () => (await import("./commands/init.ts")).addInit },
  {
    name: "validate",
    summary: "validate_summary",
    load: async () => (await import("./commands/validate.ts")).addValidate,
  },
  { name: "plan", summary: "plan_summary", load: async () => (await import("./commands/plan.ts")).addPlan },
  { name: "apply", summary: "apply_summary", load: async () => (await import("./commands/apply.ts")).addApply },
  { name: "resume", summary: "resume_summary", load: async () => (await import("./commands/resume.ts")).addResume },
  { name: "retry", summary: "retry_summary", load: async () => (await import("./commands/retry.ts")).addRetry },
  { name: "fix", summary: "fix_summary", load: async () => (await import("./commands/fix.ts")).addFix },
  { name: "undo", summary: "undo_summary", load: async () => (await import("./commands/undo.ts")).addUndo },
  { name: "remind", summary: "remind_summary", load: async () => (await import("./commands/remind.ts")).addRemind },
  { name: "report", summary: "report_summary", load: async () => (await import("./commands/report.ts")).addReport },
  {
    name: "handover",
    summary: "handover_summary",
    load: async () => (await import("./commands/handover.ts")).addHandover,
  },
  { name: "runs", summary: "runs_summary", load: async () => (await import("./commands/runs.ts")).addRuns },
  { name: "drift", summary: "drift_summary", load: async () => (await import("./commands/drift.ts")).addDrift },
  { name: "history", summary: "history_summary", load: async () => (await import("./commands/history.ts")).addHistory },
  { name: "export", summary: "export_summary", load: async () => (await import("./commands/export.ts")).addExport },
  {
    name: "schedule",
    summary: "schedule_summary",
    load: async () => (await import("./commands/schedule.ts")).addSchedule,
  },
  { name: "schema", summary: "schema_summary", load: async () => (await import("./commands/schema.ts")).addSchema },
  { name: "explain", summary: "explain_summary", load: async () => (await import("./commands/explain.ts")).addExplain },
  { name: "worker", summary: "worker_summary", load: async () => (await import("./commands/worker.ts")).addWorker },
  {
    name: "templates",
    summary: "templates_summary",
    load: async () => (await import("./commands/templates.ts")).addTemplates,
  },
  { name: "auth", summary: "auth_summary", load: async () => (await import("./commands/auth.ts")).addAuth },
  { name: "config", summary: "config_summary", load: async () => (await import("./commands/config.ts")).addConfig },
  {
    name: "completion",
    summary: "completion_summary",
    load: async () => (await import("./commands/completion.ts")).addCompletion,
  },
  { name: "serve", summary: "serve_summary", load: async () => (await import("./commands/serve.ts")).addServe },
  {
    name: "simulate",
    summary: "simulate_summary",
    load: async () => (await import("./commands/simulate.ts")).addSimulate,
  },
];

type BuildOptions = Pick<CliWorld, "version" | "streams"> & {
  /** Told what is wrong with the command line, in the words of commander. */
  readonly wrongUsage?: (error: string) => void;
};

/** The program with the commands that `isAsked` for; of the others it knows the name and the summary. In the language of the context. */
export async function buildProgram(
  isAsked: (name: string) => boolean,
  { version, streams, wrongUsage = () => {} }: BuildOptions,
  context: CommandContext,
): Promise<Command> {
  const { language } = context;
  const program = Object.assign(new ProgramCommand("wholesale-import"), { language });
  program
    .description(help("program"))
    .version(version, "-V, --version", help("version_flag"))
    .helpOption("-h, --help", sayHelp("help_flag", language))
    .addHelpCommand(new Command("help").argument("[command]").description(sayHelp("help_command", language)))
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => streams.out.write(text),
      writeErr: (text) => streams.err.write(text),
      outputError: wrongUsage,
      getOutHelpWidth: () => widthOf(streams.out),
      getErrHelpWidth: () => widthOf(streams.err),
    });
  for (const { name, summary, load } of commands) {
    if (isAsked(name)) (await load())(program, context);
    else program.command(name).description(help(summary));
  }
  for (const command of program.commands) {
    command.exitOverride().copyInheritedSettings(program);
    if (isAsked(command.name())) await speakLanguages(command);
  }
  program.localize();
  return program;
}

/** Whatever a command says, it says in the language asked for. */
async function speakLanguages(command: Command): Promise<void> {
  const { addLanguageFlag } = await import("./flags/options.ts");
  const isAskable = (each: Command | null) => each?.options.some(({ long }) => long === "--language");
  if (command.commands.length === 0 && !isAskable(command) && !isAskable(command.parent)) addLanguageFlag(command);
  for (const each of command.commands) await speakLanguages(each);
}

/** What is wrong with the command line: for a flag of another tool with ours, in the place of one that is only spelt alike. */
async function explainUsage(error: string, language: Language): Promise<string> {
  const { answerForeignFlag } = await import("./flags/foreign-flags.ts");
  const { toPrintable } = await import("../report/screen/text-layout.ts");
  const answer = answerForeignFlag(error);
  const shown = sayUsageError(error.split("\n").map(toPrintable).join("\n"), language);
  const told = answer ? `${shown.split("\n")[0]}\n${sayHelp(answer, language)}\n` : shown;
  return `${told}${sayHelp("help_after_error", language)}\n`;
}

async function explainEnd(
  error: unknown,
  usageErrors: readonly string[],
  { streams, version, signals }: CliWorld,
  language: Language,
  stateFolder: string | undefined,
): Promise<number> {
  if (error instanceof CommanderError) {
    for (const each of usageErrors) streams.err.write(await explainUsage(each, language));
    return error.exitCode === 0 ? exitCodes.allRight : exitCodes.stopped;
  }
  const { voiceOf } = await import("../model/words/text.ts");
  const { sayUserError, UserError } = await import("../model/user-error.ts");
  const { toPrintable } = await import("../report/screen/text-layout.ts");
  const say = voiceOf(language);
  if (signals.stop.aborted && error === signals.stop.reason) {
    streams.err.write(`\n${say("interrupted_nothing_sent")}\n`); // of a command that only reads
    return exitCodes.interrupted;
  }
  if (error instanceof UserError) {
    const { defaultStateFolder, nameStateFolder } = await import("../model/state-folder.ts");
    const said = nameStateFolder(sayUserError(error, language), stateFolder ?? defaultStateFolder);
    streams.err.write(`\n${toPrintable(said)}\n`);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const shown = text.split("\n").map(toPrintable).join("\n");
  const where = { version, node: process.version, platform: process.platform };
  streams.err.write(`\n${say("bug_of_ours", where)}\n${shown}\n`);
  return exitCodes.bug;
}
