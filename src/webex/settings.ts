/** Calls for settings of an organization. We know one: whether people get activation e-mails. */
import { z } from "zod";
import { orAbsent } from "./absent.ts";
import type { Http, Reply } from "./request.ts";
import { noAnswer } from "./wire.ts";

const inviteEmailsKey = "allow-admin-invite-emails";
const settingSchema = z.object({ value: z.boolean() }).transform((setting) => setting.value);

/** Are activation e-mails sent ("Automatic Activation Emails" of Control Hub)? `undefined` when it was never set. */
export async function getInviteEmails(
  http: Http,
  orgId: string,
  signal: AbortSignal,
): Promise<Reply<boolean | undefined>> {
  const route = "/settings/organizations/{orgId}/settings/{settingKey}";
  const params = { orgId, settingKey: inviteEmailsKey };
  return orAbsent(await http.send({ method: "GET", route, params, orgId, answer: settingSchema, signal }));
}

/** Switches activation e-mails on or off. The template's option "suppress" is off. */
export function setInviteEmails(
  http: Http,
  { orgId, value }: { readonly orgId: string; readonly value: boolean },
  signal: AbortSignal,
): Promise<Reply<undefined>> {
  const route = "/settings/organizations/{orgId}/settings";
  const body = { key: inviteEmailsKey, value };
  return http.send({ method: "POST", route, params: { orgId }, orgId, body, answer: noAnswer, signal });
}
