/** Finds the sentences that source says by itself instead of by the catalogue: string literals with a blank between two words. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseSync } from "vite";
import { languages } from "../../src/model/words/language.ts";

/** A sentence in the source: its file below the root, with `/`; its line, from 1; its text, with `…` in the place of a value. `isInEachLanguage`: it stands in a `{ en, nl }`. */
export type Sentence = {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly isInEachLanguage?: true;
};

type Node = { readonly type: string; readonly start: number; readonly [field: string]: unknown };
type Tell = (text: string, node: Node, where?: { readonly isInEachLanguage: true }) => void;

/** Each such sentence in the `.ts` and `.tsx` files below `root`, in the order of files and lines. */
export async function findSentences(root: string): Promise<readonly Sentence[]> {
  const names = await readdir(root, { recursive: true });
  const files = names.map((name) => name.replaceAll("\\", "/")).filter((name) => /(?<!\.d)\.tsx?$/.test(name));
  const found = files.sort().map(async (file) => sentencesIn(file, await readFile(join(root, file), "utf8")));
  return (await Promise.all(found)).flat();
}

function sentencesIn(file: string, source: string): readonly Sentence[] {
  const found: Sentence[] = [];
  const { program } = parseSync(file, source);
  walk(program, undefined, (text, { start }, where) => {
    const line = source.slice(0, start).split("\n").length;
    if (isSentence(text)) found.push({ file, line, text: text.replace(/\s+/g, " ").trim(), ...where });
  });
  return found;
}

/** Stands for a value in a template. */
const valueMark = "…";

/** Names of others, and of customers in examples: they are the same in every language. */
const properNames =
  /\b(?:Head Office|Control Hub|Partner Hub|Webex for Wholesale|Webex Calling|Webex Common Identity|Cloud Connected PSTN|IdP Entity ID|Mac Roman|DOS \(CP850|Visser Bouw|Calling NL|Simulated Carrier)\b/g;
const tag = /<[^<>]*>/g;
/** Flags, paths, addresses, settings. */
const wordless = /"\w+":|--[\w-]+|\S*[/_=@]\S*|\b[\w-]+:(?=\S)\S*/g;

/** What a person types, as it is typed. */
const command = /^(?:[A-Z_]+=\S+ )?wholesale-import [a-z]+(?: (?:"[^"]*"|[^\s"]*[\w>…=-]|[<>]))*$/;

function isSentence(text: string): boolean {
  if (isSql(text) || isStyle(text) || command.test(text)) return false;
  const words = text.replace(properNames, "Name").replace(tag, " ").replace(wordless, " ").split(/\s+/);
  const isWord = (part: string) => /\p{L}{2}/u.test(part);
  return words.some(isWord) && words.filter((part) => isWord(part) || part.includes(valueMark)).length > 1;
}

function isSql(text: string): boolean {
  const start = text.trim().replace(/^…\s*/, "");
  return sqlStatement.test(start) || sqlClause.test(start) || /^[a-z_]+(?:, [a-z_]+)+$/.test(start);
}

const sqlStatement =
  /^(?:begin;|(?:select|insert|pragma|attach|detach|savepoint|begin immediate|vacuum into|delete from|(?:create|alter|drop) [a-z]+)\b)/;
const sqlClause =
  /^(?:with|where|from|update|(?:order|group) by|union|and|or|on|(?:left )?join|case|values|set|(?:not )?exists|between)\b[\s\S]*(?:[=?*]|\bin \(|… and …)/;

function isStyle(text: string): boolean {
  return (
    /^\s*[a-z-]+:[^;\s][^;]*;/.test(text) ||
    /^[:.#]?[a-z]+\{[a-z-]+:/.test(text) ||
    /^(?:min|max|calc|translate[XY]?|\(prefers-[a-z-]+: )\(?/.test(text)
  );
}

function walk(node: unknown, parent: Node | undefined, tell: Tell): void {
  if (Array.isArray(node)) for (const each of node) walk(each, parent, tell);
  if (!isNode(node) || isForPrograms(node)) return;
  if (node.type === "JSXText") tell(String(node.value), node);
  else if (node.type === "Literal") {
    if (typeof node.value === "string" && !isRead(node, parent)) tell(node.value, node);
  } else if (node.type === "TemplateLiteral") {
    const texts = node.quasis as readonly { readonly value: { readonly cooked: string } }[]; // of the parser's making
    tell(texts.map(({ value }) => value.cooked).join(valueMark), node);
    walk(node.expressions, node, tell);
  } else if (isInEachLanguage(node)) {
    walk(node.properties, node, (text, at) => tell(text, at, { isInEachLanguage: true }));
  } else {
    for (const [field, each] of Object.entries(node)) if (field !== "type") walk(each, node, tell);
  }
}

/** `{ en: "...", nl: "..." }`, and nothing else beside them. */
function isInEachLanguage({ type, properties }: Node): boolean {
  if (type !== "ObjectExpression" || !Array.isArray(properties)) return false;
  const names = properties.map((each: unknown) => (isNode(each) ? nameOf(each.key) : ""));
  return languages.every((language) => names.includes(language)) && names.length === languages.length;
}

const bugs: ReadonlySet<string> = new Set(["Error", "TypeError", "RangeError", "AggregateError"]);
const logLevels: ReadonlySet<string> = new Set(["trace", "debug", "info", "warn", "error", "fatal"]);
const silentAttributes: ReadonlySet<string> = new Set(["className", "d", "viewBox", "style", "rel", "transform"]);

/** Imports, types, texts of bugs and logs, attributes of markup that hold no words. */
function isForPrograms(node: Node): boolean {
  switch (node.type) {
    case "ImportDeclaration":
    case "TSTypeAnnotation":
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
    case "TSLiteralType":
      return true;
    case "NewExpression":
      return bugs.has(nameOf(node.callee));
    case "CallExpression":
      return isLog(node.callee);
    case "JSXAttribute":
      return silentAttributes.has(nameOf(node.name));
    default:
      return false;
  }
}

function isLog(callee: unknown): boolean {
  if (!isNode(callee) || callee.type !== "MemberExpression") return false;
  return logLevels.has(nameOf(callee.property)) && /^log(?:ger)?$/.test(nameOf(callee.object));
}

/** The name of a field, or compared with what was read: it is not said. */
function isRead(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === "Property") return parent.key === node;
  if (parent?.type === "MemberExpression") return parent.property === node;
  if (parent?.type === "SwitchCase") return parent.test === node;
  return parent?.type === "BinaryExpression" && /^[!=]==?$/.test(String(parent.operator));
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  return node.type === "MemberExpression" ? nameOf(node.property) : String(node.name ?? "");
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
