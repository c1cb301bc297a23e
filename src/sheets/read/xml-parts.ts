/** An XML file of a workbook, read as a stream: its elements and texts, one after the other. Entities of a DTD are refused. */
import { SaxesParser } from "saxes";
import { inEnglish, text as sentence, type Text, verbatim } from "../../model/words/text.ts";

/** The XML is not well-formed. */
export class XmlDamaged extends Error {
  constructor(readonly why: Text) {
    super(inEnglish(why));
  }
}

export type XmlAttributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  /** `name`: without the prefix of its namespace. `path` of an attribute likewise by `attributeOf`. */
  open?(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Feeds the handlers piece by piece, and gives control back after each: `step` yields what the handlers have gathered. Throws XmlDamaged. */
export async function* readXml<T>(
  pieces: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
  step: () => T | undefined,
): AsyncGenerator<T> {
  const parser = parserOf(handlers);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decode(decoder, piece));
    const gathered = step();
    if (gathered !== undefined) yield gathered;
  }
  parser.write(decoder ? decode(decoder) : "");
  parser.close();
  const last = step();
  if (last !== undefined) yield last;
}

/** Without a piece: what is left of the last one. */
function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new XmlDamaged(sentence("xml_not_text"));
  }
}

/** Reads the whole file. Throws XmlDamaged. */
export async function readWholeXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(pieces, handlers, () => undefined));
}

/** The attribute of this name, whatever the prefix of its namespace. */
export function attributeOf(attributes: XmlAttributes, name: string): string | undefined {
  const found = Object.keys(attributes).find((each) => localName(each) === name);
  return found === undefined ? undefined : attributes[found];
}

function parserOf({ open, text, close }: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw new XmlDamaged(verbatim(error.message.replace(/\.$/, ""))); // it ends its sentences
  });
  if (open) parser.on("opentag", ({ name, attributes }) => open(localName(name), attributes));
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  if (close) parser.on("closetag", ({ name }) => close(localName(name)));
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return "utf-8";
}
