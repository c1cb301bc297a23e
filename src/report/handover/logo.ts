/** A picture that stands in every page: read, looked at, and made a data URI. */
import { open } from "node:fs/promises";
import { SaxesParser } from "saxes";
import { messageOf } from "../../model/thrown.ts";
import { UserError } from "../../model/user-error.ts";
import { type Text, text } from "../../model/words/text.ts";

/** Every page holds it. */
const mostBytes = 512 * 1024;

/** Throws UserError for what cannot be read, is too large, damaged or no PNG, JPEG or SVG picture. */
export async function readLogo(path: string): Promise<string> {
  const content = await readBounded(path);
  const kind = kindOf(content);
  if (kind === "png" && !endsAsPng(content)) throw refuse(text("logo_damaged", { path }));
  if (kind === "jpeg" && !content.subarray(-64).includes(endOfJpeg)) throw refuse(text("logo_damaged", { path }));
  if (kind === "svg+xml") checkSvg(path, content);
  if (kind === undefined) throw refuse(text("logo_of_other_kind", { path }));
  return `data:image/${kind};base64,${content.toString("base64")}`;
}

async function readBounded(path: string): Promise<Buffer> {
  let size: number;
  try {
    await using file = await open(path, "r");
    size = (await file.stat()).size;
    if (size <= mostBytes) return await file.readFile();
  } catch (error) {
    throw refuse(text("logo_unreadable", { path, reason: messageOf(error) }));
  }
  const kilobytes = Math.ceil(size / 1024);
  throw refuse(text("logo_too_large", { path, kilobytes, most: mostBytes / 1024 }));
}

const startOfPng = Buffer.from("89504e470d0a1a0a", "hex");
const endOfPng = Buffer.from("49454e44ae426082", "hex");
const startOfJpeg = Buffer.from("ffd8ff", "hex");
const endOfJpeg = Buffer.from("ffd9", "hex");

/** By what stands in it: names of files say what people want. */
function kindOf(content: Buffer): "png" | "jpeg" | "svg+xml" | undefined {
  if (content.subarray(0, startOfPng.length).equals(startOfPng)) return "png";
  if (content.subarray(0, startOfJpeg.length).equals(startOfJpeg)) return "jpeg";
  return /^\uFEFF?\s*<(?:\?xml|!--|!doctype svg|svg[\s>])/i.test(content.toString("utf8", 0, 512))
    ? "svg+xml"
    : undefined;
}

function endsAsPng(content: Buffer): boolean {
  return content.subarray(-endOfPng.length).equals(endOfPng);
}

/** Elements that do something, or bring something else along. */
const refusedElements: ReadonlySet<string> = new Set([
  "script",
  "foreignobject",
  "iframe",
  "object",
  "embed",
  "audio",
  "video",
]);
const references: ReadonlySet<string> = new Set(["href", "xlink:href", "src"]);

/** A picture and nothing else: no program, and nothing that is fetched. */
function checkSvg(path: string, content: Buffer): void {
  const parser = new SaxesParser();
  let root: string | undefined;
  let found: string | undefined;
  let isBroken = false;
  parser.on("error", () => {
    isBroken = true;
  });
  parser.on("doctype", (declared) => {
    if (/<!ENTITY/i.test(declared)) found ??= "<!ENTITY>";
  });
  parser.on("opentag", ({ name, attributes }) => {
    const local = name.replace(/^.*:/, "").toLowerCase();
    root ??= local;
    if (refusedElements.has(local)) found ??= `<${name}>`;
    for (const [attribute, value] of Object.entries(attributes)) {
      const isForeign = references.has(attribute.toLowerCase()) && !/^\s*(?:#|data:image\/(?:png|jpeg);)/i.test(value);
      if (/^on/i.test(attribute) || isForeign || fetches(value)) found ??= attribute;
    }
  });
  parser.on("text", (style) => {
    if (fetches(style)) found ??= "url()";
  });
  parser.on("cdata", (style) => {
    if (fetches(style)) found ??= "url()";
  });
  parser.write(content.toString("utf8").replace(/^\uFEFF/, "")).close();
  if (isBroken) throw refuse(text("logo_damaged", { path }));
  if (root !== "svg") throw refuse(text("logo_of_other_kind", { path }));
  if (found !== undefined) throw refuse(text("logo_with_script", { path, part: found }));
}

function fetches(style: string): boolean {
  return /url\(\s*["']?(?!#|\s*["']?data:image\/(?:png|jpeg);)|@import/i.test(style);
}

function refuse(what: Text): UserError {
  return new UserError("bad_logo", what, text("choose_other_logo"));
}
