/** `completion`: what a shell needs to complete commands, flags and their choices. */

import { Argument, type Command, type Option } from "commander";
import { help } from "../../model/words/help-texts.ts";
import type { CommandContext } from "../command-context.ts";
import { addFurtherHelp } from "../program-command.ts";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

export function addCompletion(program: Command, { streams: { out }, wholeProgram }: CommandContext): void {
  const command = program
    .command("completion")
    .description(help("completion_summary"))
    .addArgument(new Argument("<shell>", help("shell_argument")).choices(shells))
    .action(async (shell: Shell) => {
      const words = wordsOf(await wholeProgram());
      out.write(shell === "fish" ? toFish(words) : toBash(words, shell));
    });
  addFurtherHelp(command, {
    examples: [
      ["wholesale-import completion bash", "completion_bash"],
      ["wholesale-import completion zsh", "completion_zsh"],
      ["wholesale-import completion fish", "completion_fish"],
    ],
  });
}

type Words = {
  /** `runs show`; empty for the program itself. */
  readonly path: string;
  readonly about: string;
  readonly commands: readonly string[];
  readonly flags: readonly Option[];
};

function wordsOf(command: Command, path = ""): readonly Words[] {
  const own = {
    path,
    about: command.description(),
    commands: command.commands.map((each) => each.name()),
    flags: command.options,
  };
  return [own, ...command.commands.flatMap((each) => wordsOf(each, path ? `${path} ${each.name()}` : each.name()))];
}

const name = "wholesale-import";

/** zsh takes the functions of bash by its own `bashcompinit`. */
function toBash(words: readonly Words[], shell: "bash" | "zsh"): string {
  const paths = words.filter(({ path }) => path !== "").map(({ path }) => `"${path}"`);
  const cases = words.map(
    ({ path, commands, flags }) =>
      `    "${path}") words="${[...commands, ...flags.flatMap(spellings), "--help"].join(" ")}" ;;`,
  );
  const choices = new Map(words.flatMap(({ flags }) => flags).map((flag) => [flag.long ?? "", flag.argChoices ?? []]));
  const chosen = [...choices].flatMap(([flag, values]) =>
    values.length > 0 ? [`    ${flag}) COMPREPLY=($(compgen -W "${values.join(" ")}" -- "$cur")); return ;;`] : [],
  );
  return `${shell === "zsh" ? "autoload -U +X bashcompinit && bashcompinit\n" : ""}_wholesale_import() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path="" words="" next i
  for ((i = 1; i < COMP_CWORD; i++)); do
    next="\${path:+$path }\${COMP_WORDS[i]}"
    case "$next" in
      ${paths.join("|")}) path="$next" ;;
    esac
  done
  case "$prev" in
${chosen.join("\n")}
  esac
  case "$path" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ "$cur" != -* && -n "$path" ]]; then COMPREPLY+=($(compgen -f -- "$cur")); fi
}
complete -o filenames -F _wholesale_import ${name}
`;
}

function spellings({ short, long }: Option): readonly string[] {
  return [short, long].flatMap((each) => (each ? [each] : []));
}

function toFish(words: readonly Words[]): string {
  const lines = words.flatMap(({ path, commands, flags }) => {
    const isHere = path === "" ? "__fish_use_subcommand" : `__fish_seen_subcommand_from ${path.split(" ").at(-1)}`;
    const about = (command: string) =>
      quote(words.find((each) => each.path === (path ? `${path} ${command}` : command))?.about ?? "");
    return [
      ...commands.map((command) => `complete -c ${name} -n '${isHere}' -a ${command} -d ${about(command)}`),
      ...flags.map((flag) => fishFlag(flag, isHere)),
    ];
  });
  return `${lines.join("\n")}\n`;
}

function fishFlag({ short, long = "", description, argChoices = [], required }: Option, isHere: string): string {
  const spelt = `${short ? `-s ${short.slice(1)} ` : ""}-l ${long.slice(2)}`;
  const values = argChoices.length > 0 ? ` -x -a ${quote(argChoices.join(" "))}` : required ? " -r" : "";
  return `complete -c ${name} -n '${isHere}' ${spelt}${values} -d ${quote(description)}`;
}

/** As fish reads it. */
function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, (mark) => `\\${mark}`)}'`;
}
