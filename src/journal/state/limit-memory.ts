/** The limits on requests that runs have learned, per token and target, for a day: the first guess of the next run. A JSON file in the state folder; it holds no token. */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { LearnedLimit } from "../../model/learned-limit.ts";
import { replaceFile } from "../../storage/files.ts";
import { inTurn } from "../../storage/lock.ts";

const positive = z.number().positive();

export const limitSchema = z.object({
  kind: z.enum(["rate", "burst", "window", "in_flight"]),
  perSecond: positive,
  burst: z.number().min(0),
  windowSeconds: positive.exactOptional(),
  inFlight: z.number().int().positive().exactOptional(),
});

const schema = z.object({
  /** Of the hashes: those of another state folder cannot be compared with these. */
  key: z.string().min(32),
  limits: z.record(z.string(), limitSchema.extend({ atMs: z.number() })),
});
type Stored = z.infer<typeof schema>;

/** Whose limit it is. */
export type LimitOwner = {
  readonly baseUrl: string;
  /** The token, or what stands for it. Only a keyed hash of it is kept. */
  readonly token: string;
};

export type LimitMemory = {
  /** What was learned within a day before `nowMs`. */
  recall(owner: LimitOwner, nowMs: number): LearnedLimit | undefined;
  /** Keeps it in the place of what was kept before; what is older than a day goes. `nowMs`: epoch. */
  keep(owner: LimitOwner, limit: LearnedLimit, nowMs: number): void;
};

const dayMs = 86_400_000;

/** `path`: made when something is kept. `newKey`: an unguessable text, for a new file. One that cannot be read is begun anew: it holds guesses. */
export function limitMemory(path: string, newKey: () => string): LimitMemory {
  return {
    recall(owner, nowMs) {
      const stored = read(path);
      const found = stored?.limits[hashOf(owner, stored)];
      if (!found || !isOfToday(found, nowMs)) return undefined;
      const { atMs: _, ...limit } = found;
      return limit;
    },
    keep(owner, limit, nowMs) {
      inTurn(`${path}.lock`, () => {
        const stored = read(path) ?? { key: newKey(), limits: {} };
        const fresh = Object.entries(stored.limits).filter(([, each]) => isOfToday(each, nowMs));
        const limits = { ...Object.fromEntries(fresh), [hashOf(owner, stored)]: { ...limit, atMs: nowMs } };
        replaceFile(path, `${JSON.stringify({ key: stored.key, limits }, null, 2)}\n`);
      });
    },
  };
}

const isOfToday = ({ atMs }: { readonly atMs: number }, nowMs: number) => Math.abs(nowMs - atMs) < dayMs;

function hashOf({ baseUrl, token }: LimitOwner, { key }: Stored): string {
  return createHmac("sha256", key).update(`${baseUrl}\n${token}`).digest("base64url");
}

function read(path: string): Stored | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}
