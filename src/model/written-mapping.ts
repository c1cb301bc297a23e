/** A mapping as its file has it: JSON that a person reads and changes. Pure. */
import type { MappingSection } from "./mapped-columns.ts";
import type { SheetName } from "./sheet.ts";

/** How files of one sheet become its columns. What is left out is empty. */
export type WrittenSection = {
  /** Names of the files that hold the sheet; `*` stands for any text. */
  readonly files?: string | readonly string[];
  /** Header -> column; several where it makes more than one; "" to leave it out. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Column -> text of every row. */
  readonly constants?: Readonly<Record<string, string>>;
  /** One column of the file that makes several. */
  readonly split?: readonly {
    readonly header: string;
    /** Default: a blank. */
    readonly at?: string;
    /** Default: `first`. */
    readonly where?: "first" | "last";
    readonly into: readonly string[];
  }[];
  /** Several columns of the file that make one. */
  readonly join?: readonly {
    readonly headers: readonly string[];
    /** Default: a blank. */
    readonly with?: string;
    readonly into: string;
  }[];
  /** Column -> what the file says -> what it means. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Column of phone numbers -> what stands before their digits: `+31`. */
  readonly prefix?: Readonly<Record<string, string>>;
};

export type WrittenMapping = {
  readonly $schema?: string;
  readonly version?: 1;
} & { readonly [S in SheetName]?: WrittenSection | readonly WrittenSection[] };

/** The section again, without what is empty, for files of other names; undefined: whatever the name. */
export function writeSection(section: MappingSection, files: readonly string[] | undefined): WrittenSection {
  const { headers, split, join, constants, values, prefix } = section;
  const columns = Object.entries(headers).map(([header, to]) => [header, to.length > 1 ? to : (to[0] ?? "")] as const);
  return {
    ...(files ? { files } : {}),
    ...(columns.length > 0 ? { headers: Object.fromEntries(columns) } : {}),
    ...(split.length > 0 ? { split } : {}),
    ...(join.length > 0 ? { join } : {}),
    ...(isFilled(constants) ? { constants } : {}),
    ...(isFilled(values) ? { values } : {}),
    ...(isFilled(prefix) ? { prefix } : {}),
  };
}

function isFilled(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).length > 0;
}

/** The text of the file: short lists on one line, as people write them. */
export function writeMapping(mapping: WrittenMapping): string {
  const text = JSON.stringify({ version: 1, ...mapping }, null, 2);
  const short = text.replace(
    /\[\n\s+("(?:[^"\\\n]|\\.)*"(?:,\n\s+"(?:[^"\\\n]|\\.)*")*)\n\s+\]/g,
    (list, items: string) => {
      const line = `[${items.replace(/,\n\s+/g, ", ")}]`;
      return line.length <= 100 ? line : list;
    },
  );
  return `${short}\n`;
}
