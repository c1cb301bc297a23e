/** The mapping file: its shape, and what is wrong with one. Reads JSON into sections; which files they are for is told in `choose-section.ts`. */
import { z } from "zod";
import type { MappingSection } from "../../model/mapped-columns.ts";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import { shorten } from "../../model/shorten.ts";
import { messageOf } from "../../model/thrown.ts";
import { UserError } from "../../model/user-error.ts";
import { type Text, text, verbatim } from "../../model/words/text.ts";
import { nearestName } from "../cells/nearest.ts";
import { type Mistake, pathOf } from "./mistakes.ts";
import { sectionMistakes } from "./section-mistakes.ts";

export const mappingFileName = "mapping.json";

export type Mapping = {
  /** As people know the file. */
  readonly name: string;
  readonly sections: readonly NamedSection[];
};

export type NamedSection = {
  readonly sheet: SheetName;
  /** `users`, `users[1]` */
  readonly path: string;
  readonly section: MappingSection;
};

const texts = z.record(z.string(), z.string());

/** `WrittenSection`, as it is judged. */
export const sectionSchema = z.strictObject({
  files: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  constants: texts.optional(),
  split: z
    .array(
      z.strictObject({
        header: z.string(),
        at: z.string().min(1).optional(),
        where: z.enum(["first", "last"]).optional(),
        into: z.array(z.string()).min(2),
      }),
    )
    .optional(),
  join: z
    .array(z.strictObject({ headers: z.array(z.string()).min(2), with: z.string().optional(), into: z.string() }))
    .optional(),
  values: z.record(z.string(), texts).optional(),
  prefix: z.record(z.string(), z.string().regex(/^(?:\+[1-9]\d{0,11}|\?)$/)).optional(),
});

/** `name`: for people. Throws a UserError that names each mistake, with its place and what to write. */
export function parseMapping(content: string, name: string): Mapping {
  return checkMapping(parseOrRefuse(content, name), name);
}

/** The same of a value that a program gives. */
export function checkMapping(written: unknown, name: string): Mapping {
  if (!isRecord(written)) throw refused(name, [{ path: "", message: text("mapping_is_no_object") }]);
  const { $schema: _schema, version = 1, ...rest } = written;
  const mistakes: Mistake[] = [];
  const sections: NamedSection[] = [];
  if (version !== 1)
    mistakes.push({ path: "version", message: text("mapping_of_other_version", { value: JSON.stringify(version) }) });
  for (const [key, value] of Object.entries(rest)) {
    const sheet = sheetNames.find((each) => each === key);
    if (!sheet) mistakes.push(unknownKey("", key, sheetNames));
    else
      for (const found of readSections(sheet, value)) "section" in found ? sections.push(found) : mistakes.push(found);
  }
  if (mistakes.length === 0 && sections.length === 0)
    mistakes.push({ path: "", message: text("mapping_is_empty", { sheets: sheetNames }) });
  if (mistakes.length > 0) throw refused(name, mistakes);
  return { name, sections };
}

function parseOrRefuse(content: string, name: string): unknown {
  const bare = content.startsWith("\ufeff") ? content.slice(1) : content;
  try {
    return JSON.parse(bare);
  } catch (error) {
    const reason = messageOf(error);
    const at = /position (\d+)/.exec(reason)?.[1];
    const line = at === undefined ? undefined : bare.slice(0, Number(at)).split("\n").length;
    const where = line === undefined ? {} : { line };
    throw new UserError(
      "bad_mapping",
      text("mapping_not_json", { file: name, reason: verbatim(reason), ...where }),
      text("mapping_write_json"),
    );
  }
}

function* readSections(sheet: SheetName, value: unknown): Generator<NamedSection | Mistake> {
  const isList = Array.isArray(value);
  for (const [index, each] of (isList ? (value as unknown[]) : [value]).entries()) {
    const path = isList ? `${sheet}[${index}]` : sheet;
    const parsed = sectionSchema.safeParse(each);
    if (!parsed.success) {
      yield* parsed.error.issues.map((issue) => mistakeOf(issue, path, each));
      continue;
    }
    const section = completed(parsed.data);
    yield* sectionMistakes(sheet, path, section);
    yield { sheet, path, section };
  }
}

function completed({
  files,
  headers = {},
  split = [],
  join = [],
  ...rest
}: z.output<typeof sectionSchema>): MappingSection {
  const columns = Object.entries(headers).map(
    ([header, to]) => [header, (typeof to === "string" ? [to] : to).filter((name) => name !== "")] as const,
  );
  return {
    ...(files === undefined ? {} : { files: typeof files === "string" ? [files] : files }),
    headers: Object.fromEntries(columns),
    constants: rest.constants ?? {},
    split: split.map(({ at = " ", where = "first", ...rule }) => ({ at, where, ...rule })),
    join: join.map(({ with: between = " ", ...rule }) => ({ with: between, ...rule })),
    values: rest.values ?? {},
    prefix: rest.prefix ?? {},
  };
}

type ZodIssue = z.core.$ZodIssue;

/** By the last name in the path that is a word of ours. */
const kinds: Readonly<Record<string, Text>> = {
  files: text("mapping_kind_files"),
  headers: text("mapping_kind_headers"),
  constants: text("mapping_kind_constants"),
  split: text("mapping_kind_split"),
  join: text("mapping_kind_join"),
  values: text("mapping_kind_values"),
  prefix: text("mapping_kind_prefix"),
  header: text("mapping_kind_header"),
  at: text("mapping_kind_at"),
  where: text("mapping_kind_where"),
  into: text("mapping_kind_into"),
  with: text("mapping_kind_with"),
};

function mistakeOf(issue: ZodIssue, section: string, written: unknown): Mistake {
  const parts = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const path = pathOf(section, parts);
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    return unknownKey(path, key, keysAt(parts));
  }
  const word = parts.findLast((part) => typeof part === "string" && Object.hasOwn(kinds, part));
  const kind = word === undefined ? text("mapping_kind_section") : kinds[word];
  const found = parts.reduce<unknown>((value, part) => (isContainer(value) ? value[part] : undefined), written);
  const value = found === undefined ? {} : { value: shorten(JSON.stringify(found), 60) };
  return kind
    ? { path, message: text("mapping_wrong_kind", { kind, ...value }) }
    : { path, message: verbatim(issue.message) };
}

const ofSplit = ["header", "at", "where", "into"];
const ofJoin = ["headers", "with", "into"];

function keysAt([first]: readonly (string | number)[]): readonly string[] {
  if (first === "split") return ofSplit;
  return first === "join" ? ofJoin : Object.keys(sectionSchema.shape);
}

function unknownKey(path: string, key: string, known: readonly string[]): Mistake {
  const near = nearestName(key, known);
  return {
    path: pathOf(path, [key]),
    message: text("mapping_unknown_key", { key }),
    hint: near ? text("did_you_mean", { meant: near }) : text("mapping_keys_are", { known }),
  };
}

function isContainer(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === "object" && value !== null;
}

const mostTold = 10;

function refused(name: string, mistakes: readonly Mistake[]): UserError {
  return new UserError(
    "bad_mapping",
    text("mapping_refused", {
      file: name,
      count: mistakes.length,
      mistakes: mistakes.slice(0, mostTold),
      more: Math.max(0, mistakes.length - mostTold),
    }),
    text("mapping_way_out"),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
