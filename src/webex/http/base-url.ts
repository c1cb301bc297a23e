/** Checks where requests go: the API's base URL, and what follows from it. Reads no settings and opens no connection. */

import { UserError } from "../../model/user-error.ts";
import { type Text, text } from "../../model/words/text.ts";

/** Of Webex itself. */
export const defaultBaseUrl = "https://webexapis.com/v1";

export type Bases = {
  /** `https://webexapis.com/v1` */
  readonly api: string;
  /** `https://webexapis.com`: SCIM paths have no `/v1`. */
  readonly scim: string;
  /** The origin alone: the simulator's own paths are next to `/v1`. */
  readonly simulator: string;
};

/**
 * The bases of all paths, without a slash at their ends.
 * Throws `UserError` (`bad_base_url`) for anything but https, or http on loopback: a token must not travel in clear.
 */
export function resolveBases(baseUrl: string, scimBaseUrl?: string): Bases {
  const api = checkUrl(baseUrl, "--base-url");
  const scim = scimBaseUrl === undefined ? withoutVersion(api) : checkUrl(scimBaseUrl, "--scim-base-url");
  return { api: spell(api), scim: spell(scim), simulator: api.origin };
}

/** Does the address stay on this machine? */
export function isLoopback(url: URL): boolean {
  return url.hostname === "localhost" || url.hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(url.hostname);
}

function checkUrl(address: string, name: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) throw badUrl(text("not_a_url", { name }));
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url))) {
    throw badUrl(text("url_not_https", { name, is: url.origin }));
  }
  if (url.username || url.password || url.search || url.hash) {
    throw badUrl(text("url_with_extras", { name }));
  }
  return url;
}

function badUrl(message: Text): UserError {
  return new UserError("bad_base_url", message, text("write_base_url"));
}

function withoutVersion(api: URL): URL {
  const url = new URL(api);
  url.pathname = url.pathname.replace(/\/v1\/?$/, "");
  return url;
}

function spell(url: URL): string {
  return url.origin + url.pathname.replace(/\/+$/, "");
}
