/** Sends requests to the server, and knows whether it can be reached. */
import { inEnglish, verbatim } from "../../model/words/text.ts";
import type { Trouble } from "../trouble.ts";

/** The server refused, or could not be reached (`unreachable`, `no_session`). */
export class ApiTrouble extends Error {
  constructor(readonly trouble: Trouble) {
    super(inEnglish(trouble.message));
  }
}

export type Reach = "reached" | "lost" | "no_session";

let reach: Reach = "reached";
const watchers = new Set<() => void>();

export function watchReach(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

export function readReach(): Reach {
  return reach;
}

export function setReach(next: Reach): void {
  if (reach === next) return;
  reach = next;
  for (const watcher of watchers) watcher();
}

/** The answer, as our own server's reply. Throws ApiTrouble. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, init).catch(() => undefined);
  if (!response) {
    setReach("lost");
    throw new ApiTrouble({ code: "unreachable", message: verbatim("") });
  }
  setReach(response.status === 401 ? "no_session" : "reached");
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) return body as T; // of our own server, whose routes are typed by the same types
  throw new ApiTrouble(toTrouble(body, response.status));
}

export function post<T>(path: string, body: unknown = {}, method = "POST"): Promise<T> {
  return ask<T>(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

function toTrouble(body: unknown, status: number): Trouble {
  const { code = `http_${status}`, message = verbatim(String(status)), hint } = body as Partial<Trouble>; // what `trouble.ts` writes
  return { code, message, ...(hint === undefined ? {} : { hint }) };
}
