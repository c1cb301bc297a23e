/** Which encoding a person named for which file of a batch. */

import { basename, resolve } from "node:path";
import { isSameName } from "../../model/names.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import { nearestName } from "../cells/nearest.ts";
import { encodingNamed } from "./encoding.ts";
import type { SourceFile } from "./source-file.ts";

export type EncodingChoices = {
  /** For every file that `encodings` does not name: a name of the WHATWG, such as `iso-8859-15`. */
  readonly encoding?: string;
  /** By the name of the file, as messages have it or as a path. */
  readonly encodings?: Readonly<Record<string, string>>;
};

/** `shift_jis` for all files, or `users.csv=shift_jis` for one. Throws a UserError for an encoding that there is none of, and for a second one for the same files. */
export function readEncodingChoice(written: string, before: EncodingChoices = {}): EncodingChoices {
  const end = written.lastIndexOf("=");
  const name = written.slice(end + 1).trim();
  const file = written.slice(0, Math.max(0, end)).trim();
  if (name === "" || (end >= 0 && file === "")) throw incomplete(written);
  const encoding = encodingNamed(name);
  const earlier = file === "" ? before.encoding : before.encodings?.[file];
  if (earlier !== undefined && encodingNamed(earlier) !== encoding) throw namedTwice(file, earlier, name);
  return file === "" ? { ...before, encoding: name } : { ...before, encodings: { ...before.encodings, [file]: name } };
}

/** Undefined: nobody named one. */
export function encodingChosenFor(
  source: SourceFile,
  { encoding, encodings = {} }: EncodingChoices,
): string | undefined {
  const names = Object.keys(encodings);
  const name = names.find((each) => isAddressOf(each, source)) ?? names.find((each) => isNameOf(each, source));
  return name === undefined ? encoding : encodings[name];
}

/** Throws a UserError for a name that no file of the batch bears, or only a workbook does. `others`: labels of files that could not be opened. */
export function refuseUnknownFiles(
  { encodings = {} }: EncodingChoices,
  sources: readonly SourceFile[],
  others: readonly string[],
): void {
  for (const [name, encoding] of Object.entries(encodings)) {
    const named = sources.filter((source) => isAddressOf(name, source) || isNameOf(name, source));
    if (named.some(({ worksheet }) => worksheet === undefined)) continue;
    if (named.length > 0) throw ofWorkbook(name, encoding);
    if (others.some((label) => label === name || isSameName(basename(name), basename(label)))) continue;
    throw unknownFile(name, encoding, sources);
  }
}

function isAddressOf(name: string, { file, path }: SourceFile): boolean {
  return name === file || resolve(name) === resolve(path);
}

function isNameOf(name: string, { file, path, name: shown = path }: SourceFile): boolean {
  return isSameName(name, file) || isSameName(name, basename(shown));
}

function incomplete(value: string): UserError {
  return new UserError("bad_flag", text("no_encoding_for_file", { value }), text("write_encoding_flag"));
}

function namedTwice(file: string, first: string, second: string): UserError {
  const encodings = [first, second];
  const message =
    file === "" ? text("two_encodings_for_all", { encodings }) : text("two_encodings_for_file", { file, encodings });
  return new UserError("bad_flag", message, text("give_one_encoding"));
}

function ofWorkbook(name: string, encoding: string): UserError {
  const flag = `${name}=${encoding}`;
  return new UserError("bad_flag", text("encoding_for_workbook", { file: name }), text("omit_encoding", { flag }));
}

function unknownFile(name: string, encoding: string, sources: readonly SourceFile[]): UserError {
  const files = sources.filter(({ worksheet }) => worksheet === undefined).map(({ file }) => file);
  const stem = nearestName(stemOf(name), files.map(stemOf));
  const meant = files.find((file) => stemOf(file) === stem);
  return new UserError(
    "unknown_file",
    text("encoding_for_no_file", { file: name, encoding }),
    meant === undefined
      ? text("text_files_of_batch", { files: files.slice(0, mostNamed), more: Math.max(0, files.length - mostNamed) })
      : text("did_you_mean", { meant: `${meant}=${encoding}` }),
  );
}

/** `users` of `in/users.csv.gz`. */
function stemOf(file: string): string {
  return basename(file).replace(/\.(csv|tsv|txt)?(\.gz)?$/i, "");
}

const mostNamed = 10;
