/** The PSTN connection of a location: how it reaches the telephone network. */

import type { PstnConnection } from "../../model/existing.ts";
import { differencesOf, type Found } from "../../model/found.ts";
import { isSameName } from "../../model/names.ts";
import type { AttemptResult, Failure } from "../../model/outcome.ts";
import type { Change } from "../../model/plan.ts";
import { text } from "../../model/words/text.ts";
import { toTargetText } from "../http/target-text.ts";
import { locationOf } from "./location.ts";
import {
  type Connection,
  type ConnectionOption,
  getConnection,
  listConnectionOptions,
  putConnection,
} from "./pstn.wire.ts";
import { refuse, toFailed, toResult } from "./reply-result.ts";
import type { Call, Resource } from "./resource.ts";

export const pstn = {
  create: connect,
  update: connect,
  find,
  change: connect,
  diff,
  byHand: ({ operation: { key, payload } }) => [
    {
      what: text("did_connect", { location: key, connection: payload.connection }),
      where: text("page_location_pstn", { where: key }),
    },
  ],
} satisfies Resource<"pstn">;

/** Connection options have their ids per location: read first, then chosen by id or display name. */
async function connect({ http, operation, ids, signal }: Call<"pstn">): Promise<AttemptResult> {
  const of = locationOf(ids);
  const { connection } = operation.payload;
  const options = await listConnectionOptions(http, of, signal);
  if (!options.ok) return toFailed(options);
  const chosen = options.value.find((option) => isNamed(option, connection));
  if (!chosen) return unknownConnection(connection, options.value);
  const reply = await putConnection(http, { ...of, connectionId: chosen.id }, signal);
  return toResult(reply.ok ? reply : { ...reply, failure: explain(reply.failure) }, operation);
}

type Named = { readonly id: string; readonly displayName?: string | undefined };

/** A row names a connection by its id or its display name. */
function isNamed({ id, displayName = "" }: Named, wanted: string): boolean {
  return id === wanted || isSameName(displayName, wanted);
}

/** `found`: undefined where the location has none. */
function diff(wanted: string, found: Named | undefined): readonly Change[] {
  if (found && isNamed(found, wanted)) return [];
  return [{ field: "pstn", before: found ? (found.displayName ?? found.id) : "", after: wanted }];
}

/** The connection that the location has. */
async function find({ http, operation, ids, signal }: Call<"pstn">): Promise<Found | undefined> {
  const reply = await getConnection(http, locationOf(ids), signal);
  if (!reply.ok) return { result: toFailed(reply) };
  if (!reply.value) return undefined;
  return {
    result: { status: "done", effect: "created", ids: {}, trace: reply.trace },
    differences: differencesOf(diff(operation.payload.connection, reply.value), true),
  };
}

function unknownConnection(wanted: string, options: readonly ConnectionOption[]): AttemptResult {
  const offered = options.map(({ displayName, id }) => toTargetText(displayName ?? id));
  const hint = offered.length > 0 ? text("webex_offers", { offered }) : text("webex_offers_none");
  return refuse("unknown_pstn_connection", text("unknown_connection", { wanted }), hint, "pstn");
}

/** The options do not tell of what kind they are; Webex refuses those that are not for the API. */
function explain(failure: Failure): Failure {
  if (failure.kind !== "rejected") return failure;
  return { ...failure, column: "pstn", hint: failure.hint ?? text("pstn_not_by_api") };
}

/** As a plan knows it. A kind that we do not know takes no numbers, as an integrated one. */
export function toExistingConnection({ id, displayName, type }: Connection): PstnConnection {
  const known = pstnTypes.find((each) => each === type) ?? "INTEGRATED_CCP";
  return { id, type: known, ...(displayName ? { displayName } : {}) };
}

const pstnTypes = ["LOCAL_GATEWAY", "NON_INTEGRATED_CCP", "INTEGRATED_CCP", "CISCO_PSTN"] as const;
