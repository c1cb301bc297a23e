/** Finds the next page in a Link header (RFC 8288). Never gives an address on another origin: the token would travel there. */

/** The absolute URL of `rel="next"`, resolved against the URL that was asked; `undefined` when there is none, or elsewhere. */
export function readNextLink(header: string | undefined, askedUrl: string): string | undefined {
  if (!header) return undefined;
  for (const [, target, parameters] of header.matchAll(/<([^>]*)>((?:\s*;\s*[^;,"=]+(?:=(?:"[^"]*"|[^;,"]*))?)*)/g)) {
    if (target !== undefined && isNext(parameters ?? "")) return resolveSameOrigin(target, askedUrl);
  }
  return undefined;
}

function isNext(parameters: string): boolean {
  const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^;,\s]+))/i.exec(parameters);
  return (relation?.[1] ?? relation?.[2] ?? "").toLowerCase().split(/\s+/).includes("next");
}

function resolveSameOrigin(target: string, askedUrl: string): string | undefined {
  if (!URL.canParse(target, askedUrl)) return undefined;
  const url = new URL(target, askedUrl);
  return url.origin === new URL(askedUrl).origin ? url.href : undefined;
}
