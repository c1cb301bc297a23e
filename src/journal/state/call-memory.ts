/** How long calls took, and what limit there was, by target: for a simulator that is to behave like it. A JSON file in the state folder; it holds no token and nobody's data. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { MeasuredCalls } from "../../model/measured-calls.ts";
import { replaceFile } from "../../storage/files.ts";
import { inTurn } from "../../storage/lock.ts";
import { limitSchema } from "./limit-memory.ts";

const milliseconds = z.array(z.number().min(0)).readonly();

const measuredSchema = z.object({
  routes: z.record(z.string(), milliseconds),
  provisioningMs: milliseconds,
  limit: limitSchema.exactOptional(),
  atMs: z.number(),
});

const schema = z.record(z.string(), measuredSchema);

export type CallMemory = {
  /** What was measured at the target; undefined: nothing yet. */
  recall(baseUrl: string): MeasuredCalls | undefined;
  /** What was measured last, at whatever target. */
  newest(): { readonly baseUrl: string; readonly measured: MeasuredCalls } | undefined;
  /** The newest of each; what this run did not measure stays as it was. */
  keep(baseUrl: string, measured: MeasuredCalls): void;
};

/** `path`: made when something is kept. One that cannot be read is begun anew: it can be measured again. */
export function callMemory(path: string): CallMemory {
  return {
    recall: (baseUrl) => read(path)[baseUrl],
    newest() {
      const [first] = Object.entries(read(path)).toSorted(([, a], [, b]) => b.atMs - a.atMs);
      return first && { baseUrl: first[0], measured: first[1] };
    },
    keep(baseUrl, measured) {
      if (Object.keys(measured.routes).length === 0) return;
      inTurn(`${path}.lock`, () => {
        const stored = read(path);
        replaceFile(path, `${JSON.stringify({ ...stored, [baseUrl]: join(stored[baseUrl], measured) })}\n`);
      });
    },
  };
}

/** As many as a full sample has. */
const mostKept = 100;

function join(before: MeasuredCalls | undefined, now: MeasuredCalls): MeasuredCalls {
  const fill = (newest: readonly number[], old: readonly number[] = []) => [...newest, ...old].slice(0, mostKept);
  const routes = { ...before?.routes };
  for (const [name, times] of Object.entries(now.routes)) routes[name] = fill(times, before?.routes[name]);
  const limit = now.limit ?? before?.limit;
  const provisioningMs = fill(now.provisioningMs, before?.provisioningMs);
  return { routes, provisioningMs, atMs: now.atMs, ...(limit ? { limit } : {}) };
}

function read(path: string): Readonly<Record<string, MeasuredCalls>> {
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return {};
  }
}
