/** Checks where requests go: the API's base URL, and what follows from it. Reads no settings and opens no connection. */
import { UserError } from "../model/user-error.ts";

/** Of Webex itself. */
export const defaultBaseUrl = "https://webexapis.com/v1";

export type Bases = {
  /** `https://webexapis.com/v1` */
  readonly api: string;
  /** `https://webexapis.com`: SCIM paths have no `/v1`. */
  readonly scim: string;
  /** The origin alone: the simulator's own paths stand beside `/v1`. */
  readonly simulator: string;
};

/**
 * The bases of all paths, without a slash at their ends.
 * Throws `UserError` (`bad_base_url`) for anything but https, or http on loopback: a token must not travel in clear.
 */
export function resolveBases(baseUrl: string, scimBaseUrl?: string): Bases {
  const api = checkUrl(baseUrl, "base URL");
  const scim = scimBaseUrl === undefined ? withoutVersion(api) : checkUrl(scimBaseUrl, "SCIM base URL");
  return { api: spell(api), scim: spell(scim), simulator: api.origin };
}

/** Does the address stay on this machine? */
export function isLoopback(url: URL): boolean {
  return url.hostname === "localhost" || url.hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(url.hostname);
}

function checkUrl(text: string, name: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw badUrl(`The ${name} is not a URL.`);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url))) {
    throw badUrl(`The ${name} must begin with https:// (http:// only on this machine), and is ${url.origin}.`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw badUrl(`The ${name} must hold neither a user name, nor a query (?), nor a fragment (#).`);
  }
  return url;
}

function badUrl(message: string): UserError {
  return new UserError("bad_base_url", message, "Write it like https://webexapis.com/v1.");
}

function withoutVersion(api: URL): URL {
  const url = new URL(api);
  url.pathname = url.pathname.replace(/\/v1\/?$/, "");
  return url;
}

function spell(url: URL): string {
  return url.origin + url.pathname.replace(/\/+$/, "");
}
