/** HTML made of elements: every text and every attribute is escaped, so that no value can be markup. */

/** Markup that `element` has made. */
export class Html {
  constructor(readonly markup: string) {}
}

export type Child = string | Html | undefined | readonly Child[];

/** Those without an end tag. */
const empty: ReadonlySet<string> = new Set(["meta", "img", "col", "wbr"]);

/** `attributes`: undefined ones are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): Html {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${escapeText(value)}"`,
  );
  const open = `<${name}${written.join("")}>`;
  return new Html(empty.has(name) ? open : `${open}${children.map(markupOf).join("")}</${name}>`);
}

/** A style as it is: it must not be a person's text. */
export function styleElement(css: string): Html {
  return new Html(`<style>${css}</style>`);
}

function markupOf(child: Child): string {
  if (child === undefined) return "";
  if (typeof child === "string") return escapeText(child);
  return child instanceof Html ? child.markup : child.map(markupOf).join("");
}

/** Signs that end a text or an attribute; and those that turn the reading order for all that follows. */
function escapeText(text: string): string {
  return text.replace(/[&<>"'`\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) =>
    /[\n\t]/.test(sign) ? " " : /[&<>"'`]/.test(sign) ? `&#${sign.codePointAt(0)};` : "",
  );
}
