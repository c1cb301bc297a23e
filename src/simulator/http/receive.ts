/** Reads a request's body, within a limit. */
import type { IncomingMessage } from "node:http";
import { Refusal, refuse } from "../refusal.ts";

const maxBodyBytes = 1024 * 1024;

/** The JSON of the body, undefined for an empty one. Throws Refusal 400 or 415. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  if (text === "") return undefined;
  if (!/^application\/(scim\+)?json\b/i.test(request.headers["content-type"] ?? "")) {
    throw new Refusal(415, [{ description: "The content type must be application/json." }]);
  }
  try {
    return JSON.parse(text);
  } catch {
    return refuse(400, "The body is not JSON.");
  }
}

/** The fields of a form. */
export async function readForm(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  const text = await readText(request);
  if (text !== "" && !/^application\/x-www-form-urlencoded\b/i.test(request.headers["content-type"] ?? "")) {
    throw new Refusal(415, [{ description: "The content type must be application/x-www-form-urlencoded." }]);
  }
  return Object.fromEntries(new URLSearchParams(text));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    // no encoding is set: the chunks are buffers
    size += chunk.length;
    if (size > maxBodyBytes) refuse(400, "The body is larger than 1 MiB.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A parameter given several times is joined by commas. */
export function readQuery(url: URL): Readonly<Record<string, string>> {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) query[name] = name in query ? `${query[name]},${value}` : value;
  return query;
}
