/** A person of an organization: the identity behind a user, with what the directory knows about it: names, title, department, language, admin roles. */
import { type Comparison, changeOf, changeOfName } from "../../model/changes.ts";
import type { ExistingPerson } from "../../model/existing.ts";
import type { AttemptResult, Effect, Ids } from "../../model/outcome.ts";
import type { Change, Payloads } from "../../model/plan.ts";
import { type DirectoryEntry, type DirectoryField, directoryFields, type RoleName } from "../../model/records.ts";
import { text } from "../../model/words/text.ts";
import type { Http } from "../http/request.ts";
import { deletePerson, findRoles, getPerson, type PersonOf, patchPerson, type ScimUser } from "./person.wire.ts";
import { effectOf, goneOrNot, idFrom, toFailed, toRemoved } from "./reply-result.ts";
import { type Call, changesByHand, type Resource } from "./resource.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    /** The identity behind a user: it stays when its subscription is removed. */
    readonly person: { readonly email: string };
    /** What the directory knows about a person: roles are given; of the rest only what is here, blank: nothing. */
    readonly directory_entry: DirectoryEntry & {
      readonly roles: readonly RoleName[];
      /** By an undo. */
      readonly takenRoles?: readonly RoleName[];
    };
  }
}

/** It comes with the user, and goes for good. */
const person = {
  remove: async ({ http, ids, signal }) => toRemoved(await deletePerson(http, personOf(ids), signal)),
  findGone: async ({ http, ids, signal }) => goneOrNot(await getPerson(http, personOf(ids), signal)),
} satisfies Resource<"person">;

/** Giving a role that is there, or taking one that is not, changes nothing, nor does a name given twice: none is looked for. */
export const directoryEntry = {
  create: give,
  update: give,
  diff,
  byHand: ({ operation: { action, key, changes } }) =>
    action === "update" ? changesByHand(changes, text("page_user", { where: key })) : [],
} satisfies Resource<"directory_entry">;

export const personResources = { person, directory_entry: directoryEntry };

/** A person's id comes with the subscriber once it is provisioned, else by e-mail. */
async function give({ http, operation, ids, signal }: Call<"directory_entry">): Promise<AttemptResult> {
  const orgId = idFrom(ids, "orgId");
  const personId = ids.personId ?? (await findPersonId(http, orgId, operation.key, signal));
  if (typeof personId !== "string") return personId;
  return changePerson({ http, ids: { orgId, personId }, signal }, operation.payload, effectOf(operation));
}

/**
 * Fields and roles in one request. What Webex answers is held against what was asked for: where a directory feeds the
 * organization, a change may be passed over.
 */
export async function changePerson(
  { http, ids, signal }: Pick<Call<"directory_entry">, "http" | "ids" | "signal">,
  { roles, takenRoles = [], ...fields }: Payloads["directory_entry"],
  effect: Effect,
): Promise<AttemptResult> {
  const change = { ...fields, addedRoles: roles, removedRoles: takenRoles };
  const reply = await patchPerson(http, { ...personOf(ids), change }, signal);
  if (!reply.ok) return toFailed(reply);
  const missing = [
    ...diff(fields, reply.value, "exact").map(({ field }) => field),
    ...(areRolesRight(roles, takenRoles, reply.value) ? [] : ["roles"]),
  ];
  const [column] = missing;
  if (column === undefined) return { status: "done", effect, ids: {}, trace: reply.trace };
  const message = text("said_done_and_was_not", { missing, changed: [], lost: [] });
  const failure = { kind: "rejected", sent: true, ...reply.trace, errorCode: "half_applied", column, message } as const;
  return { status: "failed", failure: { ...failure, hint: text("perhaps_synchronised") } };
}

function areRolesRight(given: readonly RoleName[], taken: readonly RoleName[], { roles }: ScimUser): boolean {
  return given.every((role) => roles.includes(role)) && !taken.some((role) => roles.includes(role));
}

type SomeFields = { readonly [Field in DirectoryField]?: string | undefined };

/** `lastSent`: names as they were sent last. Exactly, only the fields that are wanted are compared. */
function diff(
  want: SomeFields,
  found: SomeFields & { readonly lastSent?: SomeFields | undefined },
  how: Comparison = "asked",
): readonly Change[] {
  return Object.entries(directoryFields).flatMap(([name, column]) => {
    const field = name as DirectoryField; // the keys of that object
    const [wanted, there] = [want[field], found[field]];
    if (wanted === undefined) return [];
    if (field === "language") return changeOf(column, spelled(there), spelled(wanted), how);
    if (how === "exact") return changeOf(column, there, wanted, how);
    return changeOfName(column, there, wanted, found.lastSent?.[field], how);
  });
}

/** `nl-NL`, `nl_nl` and `nl_NL` are one. */
function spelled(language: string | undefined): string | undefined {
  const [code = "", country] = language?.split(/[-_]/) ?? [];
  return country ? `${code.toLowerCase()}_${country.toUpperCase()}` : language?.toLowerCase();
}

/** By e-mail, for somebody whom the subscription has just made. A result: there is no such person, or nobody says. */
export async function findPersonId(
  http: Http,
  orgId: string,
  email: string,
  signal: AbortSignal,
): Promise<string | AttemptResult> {
  const reply = await findRoles(http, { orgId, email }, signal);
  if (!reply.ok) return toFailed(reply);
  if (reply.value) return reply.value.id;
  const message = text("person_missing", { email });
  const failure = { kind: "rejected", sent: false, isAbsent: true, errorCode: "person_not_found", message } as const;
  return { status: "failed", failure: { ...failure, hint: text("retry_gives_roles") } };
}

function personOf(ids: Ids): PersonOf {
  return { orgId: idFrom(ids, "orgId"), personId: idFrom(ids, "personId") };
}

/** As a plan knows it. */
export function toExistingPerson({ id, email, roles, createdAt, isActive, ...fields }: ScimUser): ExistingPerson {
  const told = Object.keys(directoryFields).flatMap((name) => {
    const value = fields[name as DirectoryField]; // the keys of that object
    return value ? [[name, value]] : [];
  });
  return {
    ...{ personId: id, email, roles },
    ...(createdAt ? { createdAt } : {}),
    ...(isActive ? {} : { isDeactivated: true }),
    ...Object.fromEntries(told),
  };
}
