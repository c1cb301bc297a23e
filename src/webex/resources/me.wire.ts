/** Calls for people: who the token's owner is, and what roles are called. */
import { z } from "zod";
import type { Http, Reply } from "../http/request.ts";
import { longestCode, toTargetText } from "../http/target-text.ts";
import { toldCode } from "../http/wire.ts";

/** For people alone: who it is. */
const toName = (text: string) => toTargetText(text, longestCode);

const personSchema = z
  .object({
    id: z.string(),
    emails: z.array(z.string().transform(toName)).nullish(),
    displayName: toldCode,
    orgId: z.string(),
    roles: z.array(z.string()).nullish(),
  })
  .transform(({ emails, roles, ...person }) => ({ ...person, emails: emails ?? [], roleIds: roles ?? [] }));
export type Person = z.infer<typeof personSchema>;

/** The owner of the token, and with `orgId` the partner organization on which it acts. */
export function getMe(http: Http, signal: AbortSignal): Promise<Reply<Person>> {
  return http.send({ method: "GET", route: "/people/me", answer: personSchema, signal });
}

const rolesSchema = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string() })).nullish() })
  .transform(({ items }) => new Map((items ?? []).map(({ id, name }) => [id, name])));

/** The names of all roles, by id. */
export function listRoleNames(http: Http, signal: AbortSignal): Promise<Reply<ReadonlyMap<string, string>>> {
  return http.send({ method: "GET", route: "/roles", answer: rolesSchema, signal });
}
