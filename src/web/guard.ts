/** Who may use the page's server: requests to its own name, from its own page, with the cookie that the one-time token was exchanged for. Pure, except that it uses up the token. */
import { createHash, timingSafeEqual } from "node:crypto";
import { serialize } from "hono/utils/cookie";

export type Asked = {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Sec-Fetch-Site. */
  readonly site: string | undefined;
  readonly cookie: string | undefined;
};

export type Refusal = "foreign_host" | "foreign_origin" | "no_session";

export type Guard = {
  /** The cookie of a new session, for who shows the one-time token the first time; undefined for everybody else. */
  spend(token: string): string | undefined;
  judge(asked: Asked): Refusal | undefined;
};

/** `port`: the one that is listened on. `makeToken`: unguessable, for the cookie. */
export function createGuard(port: number, oneTimeToken: string, makeToken: () => string): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const origins = new Set([...hosts].map((host) => `http://${host}`));
  let unspent: string | undefined = oneTimeToken;
  let session: string | undefined;
  // cookies know no ports: two servers on one machine must not take each other's
  const cookieName = `wholesale_import_${port}`;
  return {
    spend(token) {
      if (unspent === undefined || !isSame(token, unspent)) return undefined;
      unspent = undefined;
      session = makeToken();
      // the browser keeps it when it is closed; it is worth nothing once this server has ended
      return serialize(cookieName, session, { path: "/", httpOnly: true, sameSite: "Strict", maxAge: longestSession });
    },
    judge({ method, host, origin, site, cookie }) {
      if (host === undefined || !hosts.has(host.toLowerCase())) return "foreign_host";
      if (origin !== undefined && !origins.has(origin.toLowerCase())) return "foreign_origin";
      const isReading = method === "GET" || method === "HEAD";
      if (!isReading && origin === undefined) return "foreign_origin";
      if (site === "cross-site" || site === "same-site") return "foreign_origin";
      const own = session;
      const isShown = own !== undefined && readCookies(cookie, cookieName).some((shown) => isSame(shown, own));
      return isShown ? undefined : "no_session";
    },
  };
}

/** Seconds; no server runs longer. */
const longestSession = 365 * 24 * 3600;

/** All of that name, where hono/cookie reads the first alone: another server of this machine may have set one too, which the browser then sends first. */
function readCookies(header: string | undefined, name: string): readonly string[] {
  const pairs = header?.split(/;\s*/).filter((each) => each.startsWith(`${name}=`)) ?? [];
  return pairs.slice(0, 20).map((pair) => pair.slice(name.length + 1));
}

/** In the same time, whatever differs. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
