/** Inputs and reading flags of the command line as a batch of the pipeline. */

import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { UserError } from "../../model/user-error.ts";
import { inEnglish, text } from "../../model/words/text.ts";
import type { BatchInput } from "../../run/options.ts";
import type { EncodingChoices } from "../../sheets/read/encoding-choices.ts";
import type { CommandContext } from "../command-context.ts";
import { type ReadingFlags, readLimitsOf } from "./options.ts";

/** Standard input, where a sheet is to be read from it, is kept in a file of its own until the process ends. Throws UserError when nothing is named. */
export async function batchOf(
  inputs: readonly string[],
  { sheet = {}, encoding = {}, delimiter, mapping, ...bounds }: ReadingFlags,
  { input, signals }: Pick<CommandContext, "input" | "signals">,
): Promise<BatchInput> {
  if (inputs.length === 0 && Object.keys(sheet).length === 0) throw nothingNamed();
  const fromInput = sheetNames.flatMap((name) => (sheet[name] ?? []).filter((file) => file === "-"));
  if (fromInput.length > 1) throw readTwice();
  const path = fromInput.length === 0 ? undefined : await keepInput(input, signals.stop);
  return {
    inputs,
    ...(Object.keys(sheet).length > 0 ? { sheets: path === undefined ? sheet : withPath(sheet, path) } : {}),
    ...(path === undefined ? {} : { names: new Map([[path, inEnglish(text("standard_input"))]]) }),
    ...(mapping === undefined ? {} : { mapping }),
    reading: { ...forInput(encoding, path), ...(delimiter ? { delimiter } : {}), ...readLimitsOf(bounds) },
  };
}

/** Standard input is named as in `--sheet`: `-`. */
function forInput({ encodings, ...all }: EncodingChoices, path: string | undefined): EncodingChoices {
  if (encodings === undefined) return all;
  const named = Object.entries(encodings).map(([file, name]) => [file === "-" ? (path ?? file) : file, name]);
  return { ...all, encodings: Object.fromEntries(named) as Readonly<Record<string, string>> }; // the same names
}

type Sheets = Partial<Record<SheetName, readonly string[]>>;

function withPath(sheets: Sheets, path: string): Sheets {
  const replaced = Object.entries(sheets).map(([name, files]) => [
    name,
    files.map((file) => (file === "-" ? path : file)),
  ]);
  return Object.fromEntries(replaced) as Sheets; // the same names
}

async function keepInput(input: NodeJS.ReadStream, signal: AbortSignal): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "wholesale-import-input-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "input");
  await pipeline(input, createWriteStream(path, { mode: 0o600 }), { signal }).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error;
  });
  return path;
}

function nothingNamed(): UserError {
  return new UserError("no_input", text("no_input"), text("name_an_input"));
}

function readTwice(): UserError {
  return new UserError("bad_flag", text("standard_input_twice"), text("give_others_as_files"));
}
