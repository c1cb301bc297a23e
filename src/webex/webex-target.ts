/** Webex, or the simulator in its place, as a target of operations: each is sent, looked up, made as it is wanted and asked about by its resource. Decides nothing about order or repetition. */

import type { Found } from "../model/found.ts";
import type { AttemptResult, Failure, Ids } from "../model/outcome.ts";
import type { OperationId, OperationOf, ResourceKind } from "../model/plan.ts";
import type { PollAnswer, Target, Waiting } from "../model/ports.ts";
import { text } from "../model/words/text.ts";
import type { Http } from "./http/request.ts";
import { resources } from "./resources/all-resources.ts";
import { explainGoing } from "./resources/customer-going.ts";
import { refuse } from "./resources/reply-result.ts";
import type { Call, Resource } from "./resources/resource.ts";

/** `name`: only the simulator can be given a template. */
export function webexTarget(http: Http, name: Target["name"]): Target {
  const callOf = <K extends ResourceKind>(operation: OperationOf<K>, ids: Ids, signal: AbortSignal): Call<K> => ({
    http,
    target: name,
    operation,
    ids,
    signal,
  });
  return {
    name,
    async apply(operation, ids, signal) {
      const call = callOf(operation, ids, signal);
      return explainGoing(call, await send(call));
    },
    find: (operation, ids, signal, refusal) => find(callOf(operation, ids, signal), refusal),
    async change(operation, ids, differences, signal) {
      const call = callOf(operation, ids, signal);
      const { change } = resourceOf(call);
      if (!change) throw new Error(`a ${operation.resource} has no differences`);
      return change(call, differences);
    },
    poll: (waiting, signal) => poll(http, waiting, signal),
  };
}

function resourceOf<K extends ResourceKind>({ operation }: Call<K>): Resource<K> {
  return resources[operation.resource];
}

const methods = { create: "create", update: "update", read: "read", delete: "remove" } as const;

async function send<K extends ResourceKind>(call: Call<K>): Promise<AttemptResult> {
  const { action, resource } = call.operation;
  const method = action === "none" ? undefined : resourceOf(call)[methods[action]];
  if (method) return method(call);
  if (action !== "delete") throw new Error(`there is nothing to ${action} about a ${resource}`);
  return refuse("undo_by_hand", text("no_call_removes", { resource }), text("use_control_hub"));
}

/** An update may be sent twice without harm, and so may what has no look-up: a setting, a role. */
async function find<K extends ResourceKind>(call: Call<K>, refusal: Failure | undefined): Promise<Found | undefined> {
  const { action } = call.operation;
  const resource = resourceOf(call);
  if (action === "update") return undefined;
  if (action !== "delete") return resource.find?.(call, refusal);
  const gone = await resource.findGone?.(call);
  return gone && { result: gone };
}

/** One resource after the other, customers before what is in them; those that are asked about together together. */
async function poll(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  const final = new Map<OperationId, AttemptResult>();
  const polls = new Set(Object.values(resources).map((resource) => resource.poll));
  for (const ask of polls) {
    const own = waiting.filter(({ operation }) => resources[operation.resource].poll === ask);
    if (!ask || own.length === 0) continue;
    const answer = await ask(http, own, signal);
    for (const [id, result] of answer.final) final.set(id, result);
    if (answer.failure || answer.hasMore) return { ...answer, final };
  }
  return { final };
}
