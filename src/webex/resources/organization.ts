/** The organization of a customer: read to get access to it, renamed, its invitation emails switched, removed. */

import { changeOf } from "../../model/changes.ts";
import type { AttemptResult } from "../../model/outcome.ts";
import type { Change } from "../../model/plan.ts";
import { text } from "../../model/words/text.ts";
import { deleteOrganization, getOrganization, renameOrganization, setInviteEmails } from "./organization.wire.ts";
import { goneOrNot, idFrom, toRemoved, toResult } from "./reply-result.ts";
import { type ByHand, type Call, changesByHand, type PastCall, type Resource } from "./resource.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** Reads the organization once: that puts it on the list of organizations the administrator manages. */
    readonly organization: Readonly<Record<string, never>>;
    /** Renames the customer, or changes its language: both belong to its organization. */
    readonly organization_name: { readonly name: string; readonly language?: string };
    readonly invite_emails: { readonly value: boolean };
  }
}

const organization = {
  read,
  remove,
  findGone: async ({ http, ids, signal }) => goneOrNot(await getOrganization(http, idFrom(ids, "orgId"), signal)),
} satisfies Resource<"organization">;

/** A customer has the name of its organization. Sending it again changes nothing. */
const organizationName = { update: rename, byHand: renameByHand } satisfies Resource<"organization_name">;

/** The setting `allow-admin-invite-emails`. Sent again, it is the same. */
export const inviteEmails = {
  update: setEmails,
  diff: diffEmails,
  byHand: ({ operation: { key, changes } }) => changesByHand(changes, text("page_email_settings", { where: key })),
} satisfies Resource<"invite_emails">;

export const organizationResources = { organization, organization_name: organizationName, invite_emails: inviteEmails };

/** Puts the organization on the list of those that the administrator manages. */
async function read({ http, operation, ids, signal }: Call<"organization">): Promise<AttemptResult> {
  const orgId = idFrom(ids, "orgId");
  const { customerId } = ids;
  return toResult(await getOrganization(http, orgId, signal), operation, () => ({
    orgId,
    ...(customerId ? { customerId } : {}),
  }));
}

/** Webex has reasons of its own (409) not to delete it; the customer is gone by then. */
async function remove({ http, ids, signal }: Call<"organization">): Promise<AttemptResult> {
  const reply = await deleteOrganization(http, idFrom(ids, "orgId"), signal);
  if (reply.ok || (reply.failure.status !== 409 && reply.failure.status !== 403)) return toRemoved(reply);
  return { status: "failed", failure: { ...reply.failure, hint: text("delete_organization_by_hand") } };
}

async function rename({ http, operation, ids, signal }: Call<"organization_name">): Promise<AttemptResult> {
  const orgId = idFrom(ids, "orgId");
  return toResult(await renameOrganization(http, { orgId, ...operation.payload }, signal), operation);
}

/** One that was attached bore a name of which the run knows nothing. */
function renameByHand({ operation }: PastCall<"organization_name">): readonly ByHand[] {
  const { key, payload, changes = [] } = operation;
  const where = text("page_account", { where: key });
  if (changes.length > 0) return changesByHand(changes, where);
  return [{ what: text("did_name_organization", { name: payload.name }), where }]; // attached: nobody read what it was called
}

async function setEmails({ http, operation, ids, signal }: Call<"invite_emails">): Promise<AttemptResult> {
  const { value } = operation.payload;
  return toResult(await setInviteEmails(http, { orgId: idFrom(ids, "orgId"), value }, signal), operation);
}

/** `found`: undefined where it was never set. */
function diffEmails(wanted: boolean, found: boolean | undefined): readonly Change[] {
  return changeOf("invite_emails", found === undefined ? "" : String(found), String(wanted));
}
