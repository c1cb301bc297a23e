/** A 401 on one route: a token that is known at /people/me is good, and lacks a scope or its owner a role for that call. */

import type { Clock } from "../../model/ports.ts";
import { text } from "../../model/words/text.ts";
import { scopesOfRoute } from "../auth/scopes.ts";
import type { Exchanged } from "./answer.ts";
import type { Request } from "./request.ts";
import { noAnswer } from "./wire.ts";

const whoRoute = "/people/me";

/** The request that every good token may make. */
export function whoRequest(signal: AbortSignal): Request<unknown> {
  return { method: "GET", route: whoRoute, answer: noAnswer, signal };
}

export function isAskingWho({ method, route }: Request<unknown>): boolean {
  return method === "GET" && route === whoRoute;
}

export type KnownTokens = {
  /** Was the token good a moment ago? */
  isKnown(token: string): boolean;
  /** Asks whether it is good; those who ask at the same time share one question. */
  ask(token: string, send: () => Promise<Exchanged>, signal: AbortSignal): Promise<Exchanged>;
};

/** So long a token that was good needs no asking. */
const goodForMs = 60_000;

export function createKnownTokens(clock: Clock): KnownTokens {
  const askedAt = new Map<string, number>();
  const asking = new Map<string, Promise<Exchanged>>();

  const askAlone = async (token: string, send: () => Promise<Exchanged>): Promise<Exchanged> => {
    try {
      const answered = await send();
      if (!answered.failure) askedAt.set(token, clock.monotonic());
      return answered;
    } finally {
      asking.delete(token);
    }
  };

  return {
    isKnown: (token) => clock.monotonic() - (askedAt.get(token) ?? Number.NEGATIVE_INFINITY) < goodForMs,
    async ask(token, send, signal) {
      const others = asking.get(token);
      if (!others) {
        const own = askAlone(token, send);
        asking.set(token, own);
        return own;
      }
      try {
        return await others;
      } catch {
        signal.throwIfAborted(); // who asked has given up
        return askAlone(token, send);
      }
    },
  };
}

/** The answer as a refusal of this call alone. */
export function refusedHere({ method, route }: Request<unknown>, { answer, failure }: Exchanged): Exchanged {
  if (!failure) throw new Error("an answer that was refused has a failure");
  const scopes = scopesOfRoute(method, route);
  const message = text("route_refused", { asked: `${method} ${route}`, reason: failure.message });
  const hint = text("token_lacks_scope", { scopes });
  const refused = { ...failure, kind: "rejected", sent: false, errorCode: "route_refused", message, hint } as const;
  return { ...(answer ? { answer } : {}), failure: refused };
}
