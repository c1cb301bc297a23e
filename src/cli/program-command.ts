/** A command whose help shows examples first and its flags in groups, so that it can be read on 80 columns, in the language of the program. Knows no command by name. */
import { type Argument, Command, Help, InvalidArgumentError, Option } from "commander";
import { dutchHelpWords, sayHelpFacts } from "../model/words/help/commander-words.ts";
import { type HelpKey, sayHelp } from "../model/words/help-texts.ts";
import type { InEachLanguage, Language } from "../model/words/language.ts";

/** Headings in the order of the help, and the flags below each, but for those that name theirs themselves. Others stand below the last one. */
const groups: readonly (readonly [string, readonly string[]])[] = [
  ["Input:", ["sheet", "encoding", "delimiter", "mapping", "max-unpacked", "inbox", "quiet-period"]],
  ["Selection:", ["customer", "email", "number", "all", "refresh", "refresh-after", "keep", "older-than"]],
  ["Safety:", ["yes", "force", "strict", "max-growth", "stop-after-errors", "customers"]],
  [
    "Output:",
    [
      "out",
      "format",
      "json",
      "quiet",
      "language",
      "reasons",
      "csv-delimiter",
      "example",
      "log-level",
      "metrics-listen",
      "brand",
      "logo",
    ],
  ],
  ["Record:", ["operator", "ticket"]],
  ["Speed:", ["concurrency", "per-customer", "rate", "provisioning-timeout", "max-wait"]],
  ["Connection:", ["target", "base-url", "scim-base-url", "on-behalf-of", "state", "redirect-uri", "port"]],
  ["Time:", ["cron", "timezone", "once", "window"]],
  ["Notices:", []],
  ["Temporal:", ["engine", "temporal-address", "temporal-namespace", "worker-timeout"]],
];

const otherHeading = "Others:";

const headings = [...groups.map(([heading]) => heading), otherHeading];

const headingByFlag: ReadonlyMap<string, string> = new Map(
  groups.flatMap(([heading, flags]) => flags.map((flag) => [`--${flag}`, heading] as const)),
);

/** What the help says beside the flags. */
export type FurtherHelp = {
  readonly text?: HelpKey;
  /** Printed as it is, behind the text. */
  readonly list?: readonly string[];
  /** Each with a remark, where it needs one. */
  readonly examples: readonly (string | readonly [example: string, remark: HelpKey])[];
};

export class ProgramCommand extends Command {
  language: Language = "en";
  /** In the language of the program, once it is built. */
  further: { readonly text: string; readonly examples: readonly string[] } = { text: "", examples: [] };
  #further: FurtherHelp = { examples: [] };

  override createCommand(name?: string): Command {
    return Object.assign(new ProgramCommand(name), { language: this.language });
  }

  override createHelp(): Help {
    return Object.assign(new GroupedHelp(this.language), this.configureHelp());
  }

  addFurtherHelp(further: FurtherHelp): void {
    this.#further = further;
  }

  /** Puts the texts of the language in the place of their keys, here and in all commands below. */
  localize(): void {
    const { language } = this;
    const say = (key: string) => sayHelp(key, language);
    this.description(say(this.description()));
    for (const argument of this.registeredArguments) localizeArgument(argument, language);
    for (const option of this.options) localizeOption(option, language);
    const { text, list = [], examples } = this.#further;
    const width = Math.max(0, ...examples.map((example) => (typeof example === "string" ? 0 : example[0].length)));
    this.further = {
      text: [
        ...(text ? [say(text)] : []),
        ...(list.length > 0 ? [list.map((line) => `  ${line}`).join("\n")] : []),
      ].join("\n\n"),
      examples: examples.map((example) =>
        typeof example === "string" ? example : `${example[0].padEnd(width)}   ${say(example[1])}`,
      ),
    };
    for (const command of this.commands) if (command instanceof ProgramCommand) command.localize();
  }
}

/** A value that a flag or an argument does not take, said in the language of the program. */
export class InvalidValue extends Error {
  constructor(readonly says: HelpKey | InEachLanguage) {
    super();
  }

  in(language: Language): string {
    return typeof this.says === "string" ? sayHelp(this.says, language) : this.says[language];
  }
}

/** A flag that is declared elsewhere, with its words. */
export class DeclaredOption extends Option {
  constructor(
    flag: string,
    readonly words: InEachLanguage,
  ) {
    super(flag);
  }
}

function localizeOption(option: Option, language: Language): void {
  option.description =
    option instanceof DeclaredOption ? option.words[language] : sayHelp(option.description, language);
  if (option.parseArg) option.argParser(sayingWhatIsWrong(option.parseArg, language));
}

function localizeArgument(argument: Argument, language: Language): void {
  argument.description = sayHelp(argument.description, language);
  if (argument.parseArg) argument.argParser(sayingWhatIsWrong(argument.parseArg, language));
}

function sayingWhatIsWrong<T>(parse: (text: string, before: T) => T, language: Language) {
  return (text: string, before: T): T => {
    try {
      return parse(text, before);
    } catch (error) {
      throw error instanceof InvalidValue ? new InvalidArgumentError(error.in(language)) : error;
    }
  };
}

/** `command`: one of this program. */
export function addFurtherHelp(command: Command, further: FurtherHelp): Command {
  if (!(command instanceof ProgramCommand)) throw new Error(`${command.name()} is no command of this program`);
  command.addFurtherHelp(further);
  return command;
}

/** Terms are padded up to so many columns; what is longer stands on a line of its own. */
const widestTerm = 24;

class GroupedHelp extends Help {
  constructor(private readonly language: Language) {
    super();
  }

  override styleTitle(title: string): string {
    return this.language === "nl" ? (dutchHelpWords[title] ?? title) : title;
  }

  override optionDescription(option: Option): string {
    const whole = super.optionDescription(option);
    return option.description + sayHelpFacts(whole.slice(option.description.length), this.language);
  }

  override argumentDescription(argument: Argument): string {
    const whole = super.argumentDescription(argument);
    return argument.description + sayHelpFacts(whole.slice(argument.description.length), this.language);
  }

  override commandUsage(command: Command): string {
    return sayHelpFacts(super.commandUsage(command), this.language);
  }

  override subcommandTerm(command: Command): string {
    return sayHelpFacts(super.subcommandTerm(command), this.language);
  }

  override formatHelp(command: Command, helper: Help): string {
    const whole = super.formatHelp(command, helper);
    if (!(command instanceof ProgramCommand)) return whole;
    const { text, examples } = command.further;
    const [usage = "", description = "", ...rest] = whole.split("\n\n");
    const shown =
      examples.length > 0
        ? [`${helper.styleTitle("Examples:")}\n${examples.map((line) => `  ${line}`).join("\n")}`]
        : [];
    const behind = text === "" ? [] : [helper.boxWrap(text, helper.helpWidth ?? 80)];
    return `${[usage, description, ...shown, ...rest.map((part) => part.trimEnd()), ...behind].filter(Boolean).join("\n\n").trimEnd()}\n`;
  }

  override groupItems<T extends Command | Option>(
    all: T[],
    visible: T[],
    groupOf: (item: T) => string,
  ): Map<string, T[]> {
    const found = super.groupItems(all, visible, (item) =>
      "long" in item ? (item.helpGroupHeading ?? headingByFlag.get(item.long ?? "") ?? otherHeading) : groupOf(item),
    );
    const ordered = [...found].toSorted(([one], [other]) => headings.indexOf(one) - headings.indexOf(other));
    return new Map(ordered.filter(([, items]) => items.length > 0));
  }

  override padWidth(command: Command, helper: Help): number {
    return Math.min(widestTerm, super.padWidth(command, helper));
  }

  override formatItem(term: string, termWidth: number, description: string, helper: Help): string {
    if (helper.displayWidth(term) <= termWidth) return super.formatItem(term, termWidth, description, helper);
    return `  ${term}\n${super.formatItem("", termWidth, description, helper)}`;
  }
}
