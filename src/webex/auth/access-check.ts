/** What a token can do, found out by reading and never by changing anything: who its owner is, and which steps of an import it will be refused. */

import type { Failure } from "../../model/outcome.ts";
import { type Text, text } from "../../model/words/text.ts";
import type { Http, Reply } from "../http/request.ts";
import { noAnswer } from "../http/wire.ts";
import { getMe, listRoleNames, type Person } from "../resources/me.wire.ts";
import { missingScopes, type StepScopes } from "./scopes.ts";

export type AccessCheck = {
  readonly owner: Person;
  /** Of the organization on which the token acts; only a partner's full administrator may create customers. `undefined`: Webex does not say. */
  readonly isFullAdministrator: boolean | undefined;
  /** Steps that will be refused, with the scopes they lack. */
  readonly missing: readonly StepScopes[];
  /** False: Webex does not say what was granted, so that reading was tried; whether writing is granted stays open. */
  readonly isComplete: boolean;
};

/** The one list that has no pages. */
const unpaged = "/organizations";

/** One reading for each scope that reads; on the partner's own organization. */
const probes: readonly { readonly scope: string; readonly step: Text; readonly route: string }[] = [
  { step: text("step_customers"), scope: "spark-admin:wholesale_customers_read", route: "/wholesale/customers" },
  { step: text("step_organizations"), scope: "spark-admin:organizations_read", route: unpaged },
  { step: text("step_locations"), scope: "spark-admin:locations_read", route: "/locations" },
  { step: text("step_numbers"), scope: "spark-admin:telephony_config_read", route: "/telephony/config/locations" },
  { step: text("step_users"), scope: "spark-admin:wholesale_subscribers_read", route: "/wholesale/subscribers" },
];

/** Checks a token. `granted`: the scopes that came with it, if Webex returned them. The failure when the token itself is refused or nobody answers. */
export async function checkAccess(
  http: Http,
  granted: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<Reply<AccessCheck>> {
  const me = await getMe(http, signal);
  if (!me.ok) return me;
  const missing = granted ? missingScopes(granted) : await probe(http, signal);
  if ("kind" in missing) return { ok: false, failure: missing };
  const isFullAdministrator = await hasFullRole(http, me.value, signal);
  return { ...me, value: { owner: me.value, isFullAdministrator, missing, isComplete: granted !== undefined } };
}

/** By the names of the roles: their ids differ. */
async function hasFullRole(http: Http, { roleIds }: Person, signal: AbortSignal): Promise<boolean | undefined> {
  if (roleIds.length === 0) return undefined;
  const names = await listRoleNames(http, signal);
  return names.ok ? roleIds.some((id) => /full admin/i.test(names.value.get(id) ?? "")) : undefined;
}

/** Which readings are refused (403); any other failure says nothing about scopes. */
async function probe(http: Http, signal: AbortSignal): Promise<readonly StepScopes[] | Failure> {
  const missing: StepScopes[] = [];
  for (const { step, scope, route } of probes) {
    const query = route === unpaged ? {} : { max: 1 };
    const reply = await http.send({ method: "GET", route, query, answer: noAnswer, signal });
    if (reply.ok) continue;
    if (reply.failure.kind !== "rejected") return reply.failure;
    if (reply.failure.status === 403) missing.push({ step, scopes: [scope] });
  }
  return missing;
}
