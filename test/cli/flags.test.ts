/** What scripts of operators rely on: every command, every flag, and the examples that the help gives. */
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { beforeAll, describe, expect, it } from "vitest";
import { commandsWithin, flagsFile, flagsOf, fullNameOf, helpBehind, wholeProgram } from "../support/whole-program.ts";

let program: Command;

beforeAll(async () => {
  program = await wholeProgram();
}, 60_000);

describe("the command line", () => {
  it("has every command, argument, flag and default that it had", async () => {
    const had = (await readFile(flagsFile, "utf8")).trim().split("\n");
    const has = new Set(flagsOf(program));
    const resolution = `Scripts of operators may use it. If it must go: say so in CHANGELOG.md, and take its line out of ${flagsFile}`;
    expect(
      had.filter((line) => !has.has(line)),
      resolution,
    ).toEqual([]);
    expect(had.length).toBeGreaterThan(200);
  });

  it("gives an example for every command", () => {
    const leaves = commandsWithin(program).filter(({ commands }) => commands.length === 0);
    expect(leaves.filter((command) => helpBehind(command).examples.length === 0).map(fullNameOf)).toEqual([]);
  });

  it("gives examples whose flags and arguments it would take", () => {
    const examples = commandsWithin(program).flatMap((command) => helpBehind(command).examples);
    expect(examples.length).toBeGreaterThan(30);
    expect(examples.flatMap(whatIsWrongWith)).toEqual([]);
  });

  it("finds what is wrong with an example", () => {
    expect(whatIsWrongWith("wholesale-import aply samples")).toHaveLength(1);
    expect(whatIsWrongWith("wholesale-import apply samples --concurency 4")).toHaveLength(1);
    expect(whatIsWrongWith("wholesale-import runs shw")).toHaveLength(1);
    expect(whatIsWrongWith("wholesale-import undo")).toHaveLength(1);
  });
});

/** Reads the example as the command would, and does nothing. */
function whatIsWrongWith(example: string): readonly string[] {
  const [, typed = ""] =
    /^(?:[A-Z_]+=\S+ )*wholesale-import ([^#>]*?)(?: {2,}.*)?$/.exec(example.replace(/ >.*/, "")) ?? [];
  const words = [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  const { command, rest } = descend(program, words);
  if (!command) return [`${example}: no such command`];
  const { operands, unknown } = readFlags(command, rest);
  const needed = command.registeredArguments.filter(({ required }) => required).length;
  const most = command.registeredArguments.some(({ variadic }) => variadic)
    ? Number.POSITIVE_INFINITY
    : command.registeredArguments.length;
  const isRight = unknown.length === 0 && operands.length >= needed && operands.length <= most;
  return isRight ? [] : [`${example}: ${[...unknown, ...operands].join(" ")}`];
}

/** A subcommand leaves the flags that it does not know to its group: `schedule install --inbox`. */
function readFlags(command: Command, words: readonly string[]): ReturnType<Command["parseOptions"]> {
  const { operands, unknown } = command.parseOptions([...words]);
  if (unknown.length === 0 || !command.parent?.parent) return { operands, unknown };
  const left = readFlags(command.parent, unknown);
  return { operands: [...operands, ...left.operands], unknown: left.unknown };
}

type Found = { readonly command: Command | undefined; readonly rest: readonly string[] };

/** `runs show x` -> the command `runs show` and `x`. A group alone stands for its default. */
function descend(from: Command, words: readonly string[]): Found {
  const [first, ...rest] = words;
  const next = from.commands.find((command) => command.name() === first);
  if (next) return descend(next, rest);
  return { command: from === program ? undefined : from, rest: words };
}
