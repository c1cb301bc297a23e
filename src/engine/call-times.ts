/** Measures how long a target takes over calls, and over the customers that it provisions. Keeps a sample of each kind of call. */
import type { LearnedLimit } from "../model/learned-limit.ts";
import { callName, type MeasuredCalls } from "../model/measured-calls.ts";
import type { OperationId } from "../model/plan.ts";
import type { Clock, Random, RequestRecord, Target } from "../model/ports.ts";

export type CallTimes = {
  /** A request was answered, or not. */
  answered(record: RequestRecord): void;
  /** The target, watched for what it provisions. */
  watch(target: Target): Target;
  measured(): Pick<MeasuredCalls, "routes" | "provisioningMs">;
  /** The limit, not below what it was seen to let pass: a run that is short, or goes on carefully, learns too little of it. */
  sharpen(limit: LearnedLimit): LearnedLimit;
};

/** Of each kind of call. */
const mostKept = 100;

type Sample = { readonly kept: number[]; seen: number };

export function createCallTimes({ clock, random }: { readonly clock: Clock; readonly random: Random }): CallTimes {
  const routes = new Map<string, Sample>();
  const provisioning: Sample = { kept: [], seen: 0 };

  const passes = countPasses();

  /** Each that was seen has the same chance to stay. */
  const keep = (sample: Sample, ms: number): void => {
    sample.seen += 1;
    if (sample.kept.length < mostKept) return void sample.kept.push(ms);
    const place = Math.floor(random() * sample.seen);
    if (place < mostKept) sample.kept[place] = ms;
  };

  return {
    answered({ durationMs, status, ...call }) {
      if (status === undefined || status === 429 || status === 503) return;
      passes.add(clock.monotonic());
      const name = callName(call);
      const sample = routes.get(name) ?? { kept: [], seen: 0 };
      routes.set(name, sample);
      keep(sample, durationMs);
    },
    sharpen(limit) {
      if (limit.kind === "window" || limit.kind === "in_flight") return limit;
      return { ...limit, perSecond: Math.max(limit.perSecond, passes.mostPerSecond(limit.burst)) };
    },
    watch: (target) => watchProvisioning(target, clock, (ms) => keep(provisioning, ms)),
    measured: () => ({
      routes: Object.fromEntries([...routes].map(([name, { kept }]) => [name, kept])),
      provisioningMs: provisioning.kept,
    }),
  };
}

/** Long enough that what had been saved up, and the moment of an answer, matter little. */
const stretchSeconds = 30;

/** How many calls pass in each second. */
function countPasses() {
  const bySecond: number[] = [];
  let firstMs: number | undefined;
  return {
    add(nowMs: number): void {
      firstMs ??= nowMs;
      const second = Math.floor((nowMs - firstMs) / 1_000);
      while (bySecond.length <= second) bySecond.push(0);
      bySecond[second] = (bySecond[second] ?? 0) + 1;
    },
    /** In the best stretch, without what may have been saved up before it, at least a second's worth; 0 when there was no whole one. */
    mostPerSecond(saved: number): number {
      let [sum, most] = [0, 0];
      for (const [second, count] of bySecond.entries()) {
        sum += count - (bySecond[second - stretchSeconds] ?? 0);
        if (second >= stretchSeconds - 1) most = Math.max(most, sum);
      }
      return Math.max(0, Math.min((most - saved) / stretchSeconds, most / (stretchSeconds + 1)));
    },
  };
}

/** A customer became final between the last question in vain and the one that said so. */
function watchProvisioning(target: Target, clock: Clock, onFinal: (ms: number) => void): Target {
  const begun = new Map<OperationId, { readonly atMs: number; askedMs: number }>();
  return {
    ...target,
    async apply(operation, ids, signal) {
      const result = await target.apply(operation, ids, signal);
      const isNew = operation.resource === "customer" && operation.action === "create";
      const atMs = clock.monotonic();
      if (isNew && result.status === "accepted") begun.set(operation.id, { atMs, askedMs: atMs });
      return result;
    },
    async poll(waiting, signal) {
      const answer = await target.poll(waiting, signal);
      const nowMs = clock.monotonic();
      for (const { operation } of waiting) {
        const since = begun.get(operation.id);
        const result = answer.final.get(operation.id);
        if (!since) continue;
        if (result?.status === "done") onFinal((since.askedMs + nowMs) / 2 - since.atMs);
        if (result) begun.delete(operation.id);
        else if (!answer.failure && !answer.hasMore) since.askedMs = nowMs;
      }
      return answer;
    },
  };
}
