/** What our own reader leaves aside in the starter workbook: drop-downs, comments, formats. Knows just what such a workbook has. */
import { type SheetName, sheetNames } from "../../src/model/sheet.ts";
import { projectFolder } from "./run-program.ts";
import { unzip } from "./zip-files.ts";

export type ReadWorksheet = {
  /** By column letter: the values that its drop-down offers, and whether others are taken without a question. */
  readonly dropDowns: ReadonlyMap<string, { readonly offers: readonly string[]; readonly takesOthers: boolean }>;
  /** By column letter. */
  readonly comments: ReadonlyMap<string, string>;
  /** Does the first row stay in sight? */
  readonly isHeaderFrozen: boolean;
  /** By column letter: the number format of its cells. */
  readonly formats: ReadonlyMap<string, string>;
};

export async function readStarterWorkbook(): Promise<ReadonlyMap<SheetName, ReadWorksheet>> {
  const files = await unzip(`${projectFolder}samples/starter/starter-workbook.xlsx`);
  const textOf = (name: string) => files.get(name)?.toString("utf8") ?? "";
  const lists = readCells(textOf(`xl/worksheets/sheet${sheetNames.length + 1}.xml`));
  const formats = readFormats(textOf("xl/styles.xml"));
  return new Map(
    sheetNames.map((sheet, at) => {
      const xml = textOf(`xl/worksheets/sheet${at + 1}.xml`);
      const comments = readComments(textOf(`xl/comments/comment${at + 1}.xml`));
      return [sheet, readWorksheet(xml, { lists, formats, comments })];
    }),
  );
}

/** The letter of a column: 0 is A. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

type Parts = Pick<ReadWorksheet, "comments"> & {
  readonly lists: ReadonlyMap<string, string>;
  /** Number formats in the order of the styles. */
  readonly formats: readonly string[];
};

function readWorksheet(xml: string, { lists, formats, comments }: Parts): ReadWorksheet {
  const dropDowns = tagsOf(xml, "dataValidation").map(({ attributes, content }) => {
    const [, letter = "", last = "0"] = /'choices'!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)/.exec(content) ?? [];
    const offers = Array.from({ length: Number(last) }, (_, row) => lists.get(`${letter}${row + 1}`) ?? "");
    const takesOthers = attributes.get("showErrorMessage") === "0";
    return [columnOf(attributes.get("sqref")), { offers, takesOthers }] as const;
  });
  const columns = tagsOf(xml, "col").map(({ attributes }) => {
    const style = Number(attributes.get("style"));
    return [letterOf(Number(attributes.get("min")) - 1), formats[style] ?? ""] as const;
  });
  const isHeaderFrozen = /<pane ySplit="1"[^>]*state="frozen"/.test(xml);
  return { dropDowns: new Map(dropDowns), comments, isHeaderFrozen, formats: new Map(columns) };
}

function readComments(xml: string): ReadonlyMap<string, string> {
  const texts = tagsOf(xml, "comment").map(
    ({ attributes, content }) => [columnOf(attributes.get("ref")), plain(content)] as const,
  );
  return new Map(texts);
}

function readCells(xml: string): ReadonlyMap<string, string> {
  return new Map(tagsOf(xml, "c").map(({ attributes, content }) => [attributes.get("r") ?? "", plain(content)]));
}

function readFormats(xml: string): readonly string[] {
  const [styles] = tagsOf(xml, "cellXfs");
  return tagsOf(styles?.content ?? "", "xf").map(({ attributes }) => attributes.get("numFmtId") ?? "");
}

type Tag = { readonly attributes: ReadonlyMap<string, string>; readonly content: string };

function tagsOf(xml: string, name: string): readonly Tag[] {
  const found = xml.matchAll(new RegExp(`<${name}( [^>]*?)?(?:/>|>(.*?)</${name}>)`, "gs"));
  return [...found].map(([, attributes = "", content = ""]) => ({
    attributes: new Map([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value])),
    content,
  }));
}

function columnOf(address = ""): string {
  return /^[A-Z]+/.exec(address)?.[0] ?? "";
}

function plain(xml: string): string {
  const text = xml.replaceAll(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
