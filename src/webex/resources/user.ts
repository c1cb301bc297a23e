/** A user of a customer: a subscription to packages, with number, extension and location where one of them is for calling. */

import { type Comparison, changeOf } from "../../model/changes.ts";
import type { ExistingNumber, ExistingUser } from "../../model/existing.ts";
import { type Difference, differencesOf, type Found, judgeTheirs } from "../../model/found.ts";
import type { AttemptResult, Failure, Ids } from "../../model/outcome.ts";
import { hasCalling, packageFacts } from "../../model/packages.ts";
import type { Change, Operation, OperationId, OperationOf } from "../../model/plan.ts";
import type { PollAnswer, Waiting } from "../../model/ports.ts";
import {
  type CallerId,
  type DirectoryEntry,
  type RoleName,
  type SentWithUser,
  sentWithUser,
} from "../../model/records.ts";
import { type Text, text } from "../../model/words/text.ts";
import { hintOfErrorCode } from "../http/codes/error-codes.ts";
import type { Http, Success } from "../http/request.ts";
import { isSameId } from "../ids.ts";
import { getCustomer } from "./customer.wire.ts";
import { findLines } from "./numbers.wire.ts";
import { changePerson, directoryEntry } from "./person.ts";
import { getPerson } from "./person.wire.ts";
import { effectOf, goneOrNot, idFrom, toFailed, toRemark, toRemoved } from "./reply-result.ts";
import { type ByHand, type Call, changesByHand, type PastCall, type Resource } from "./resource.ts";
import { giveLine } from "./telephone.ts";
import {
  createSubscriber,
  deleteSubscriber,
  findSubscriber,
  getSubscriber,
  listSubscribers,
  type Subscriber,
  type Telephone,
  updateSubscriber,
} from "./user.wire.ts";

declare module "../../model/plan.ts" {
  interface Payloads {
    readonly user: SentWithUser & {
      readonly email: string;
      readonly packages: readonly string[];
      readonly phoneNumber?: string;
      readonly extension?: string;
      /** Of a user who is removed: what the directory had, for an undo. */
      readonly entry?: DirectoryEntry & { readonly roles: readonly RoleName[]; readonly callerId?: CallerId };
      /** Of somebody whose calling ends: the line that goes with it, for an undo. */
      readonly lineBefore?: { readonly locationId: string; readonly phoneNumber?: string; readonly extension?: string };
      /** An update brings calling to somebody who had none: only then number, extension and location may be sent. */
      readonly mayGetTelephone?: boolean;
    };
  }
}

export const user = {
  read,
  create,
  update,
  remove,
  find,
  findGone,
  change,
  poll,
  diff,
  byHand,
} satisfies Resource<"user">;

export const userResources = { user };

type UserCall = Call<"user">;

/** Somebody who had not consented when the plan was made: asked about together with all who wait. */
async function read({ ids }: UserCall): Promise<AttemptResult> {
  return { status: "accepted", ids: { subscriberId: idFrom(ids, "subscriberId") } };
}

async function create({ http, operation, ids, signal }: UserCall): Promise<AttemptResult> {
  const { email, packages } = operation.payload;
  const customerId = idFrom(ids, "customerId");
  const subscriber = {
    customerId,
    email,
    packages,
    ...sentWithUser(operation.payload),
    ...telephoneOf(operation, ids),
  };
  const reply = await createSubscriber(http, subscriber, signal);
  return reply.ok ? resultOf(reply, operation) : toFailed(reply);
}

/** Packages; number, extension and location only where they bring the first calling. */
async function update({ http, operation, ids, signal }: UserCall): Promise<AttemptResult> {
  const { packages, mayGetTelephone } = operation.payload;
  const change = mayGetTelephone ? { packages, telephone: telephoneOf(operation, ids) } : { packages };
  const reply = await updateSubscriber(http, { subscriberId: idFrom(ids, "subscriberId"), change }, signal);
  return reply.ok ? resultOf(reply, operation) : toFailed(reply);
}

/** The subscription goes; the person stays. */
async function remove({ http, ids, signal }: UserCall): Promise<AttemptResult> {
  return toRemoved(await deleteSubscriber(http, idFrom(ids, "subscriberId"), signal));
}

async function findGone({ http, ids, signal }: UserCall): Promise<AttemptResult | undefined> {
  return goneOrNot(await getSubscriber(http, idFrom(ids, "subscriberId"), signal));
}

function telephoneOf({ payload: { phoneNumber, extension } }: OperationOf<"user">, { locationId }: Ids): Telephone {
  return {
    ...(phoneNumber ? { phoneNumber } : {}),
    ...(extension ? { extension } : {}),
    ...(locationId ? { locationId } : {}),
  };
}

// What differs

/** What is wanted of a user, or was sent. */
export type WantedUser = {
  readonly packages?: readonly string[];
  readonly phoneNumber?: string | undefined;
  readonly extension?: string | undefined;
  readonly locationId?: string | undefined;
  /** For people. */
  readonly locationName?: string | undefined;
};

/** What was read of a user, as far as it was. `lines`: numbers, extensions and locations of the person. */
export type FoundUser = {
  readonly packages?: readonly string[];
  readonly lines?: readonly Partial<ExistingNumber>[];
};

/** Asked for, packages that somebody has and the row does not name stay, but for another base package. */
function diff(want: WantedUser, { packages, lines }: FoundUser, how: Comparison = "asked"): readonly Change[] {
  return [
    ...(want.packages && packages ? packageChanges(want.packages, packages, how) : []),
    ...(lines ? telephoneChanges(want, lines, how) : []),
  ];
}

function packageChanges(wanted: readonly string[], found: readonly string[], how: Comparison): readonly Change[] {
  if (how === "exact") return changeOf("package", listed(found), listed(wanted), how);
  if (wanted.every((code) => found.includes(code))) return [];
  return [{ field: "package", before: found.join(";"), after: wanted.join(";") }];
}

function listed(codes: readonly string[]): string {
  return codes.toSorted().join(";");
}

/** Who has several lines is held against the one that fits best. Who has none is somewhere all the same. */
function telephoneChanges(
  want: WantedUser,
  lines: readonly Partial<ExistingNumber>[],
  how: Comparison,
): readonly Change[] {
  if (how === "exact" && lines.length === 0) return lineChanges({ ...want, locationId: undefined }, {}, how);
  const changes = lines.map((line) => lineChanges(want, line, how));
  return changes.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

function lineChanges(want: WantedUser, line: Partial<ExistingNumber>, how: Comparison): readonly Change[] {
  const { locationId, locationName = "" } = want;
  const isElsewhere = locationId !== undefined && !isSameId(locationId, line.locationId ?? "");
  return [
    ...changeOf("phone_number", withPlus(line.phoneNumber), want.phoneNumber, how),
    ...changeOf("extension", line.extension, want.extension, how),
    ...(isElsewhere
      ? [{ field: "location", before: line.locationName ?? line.locationId ?? "", after: locationName }]
      : []),
  ];
}

function withPlus(number: string | undefined): string | undefined {
  return number && /^\d/.test(number) ? `+${number}` : number;
}

// What is there already

/** By e-mail. `refusal`: Webex says that the address is taken; where the customer has no such user, its other customers are asked. */
async function find(call: UserCall, refusal: Failure | undefined): Promise<Found | undefined> {
  const { http, operation, ids, signal } = call;
  if (operation.action !== "create") return undefined;
  const { email } = operation.payload;
  const reply = await findSubscriber(http, { customerId: idFrom(ids, "customerId"), email }, signal);
  if (!reply.ok) return { result: toFailed(reply) };
  if (reply.value) return compare(call, { ...reply, value: reply.value });
  return refusal && findElsewhere(call, refusal);
}

type Read = Pick<Success<Subscriber>, "value" | "trace">;
type Looking = Omit<UserCall, "target">;

/** What a subscriber does not show is read where it stands: number, extension and location in the telephone book, names in the directory. */
async function compare(call: Looking, read: Read): Promise<Found> {
  const { http, operation, ids, signal } = call;
  const { payload } = operation;
  const { value: subscriber } = read;
  const packages = diff({ packages: payload.packages }, { packages: subscriber.packages });
  const differences = differencesOf(packages, true);
  const result = resultOf(read, operation);
  if (result.status === "failed" && packages.length === 0) return { result };
  const shown = result.status === "failed" ? toDone(result, read) : result;
  if (!subscriber.personId || !ids.orgId) return { result: shown, differences, isIncomplete: shown.status === "done" };
  const of = { orgId: ids.orgId, personId: subscriber.personId };
  const telephone = await compareTelephone(call, of, subscriber);
  if ("result" in telephone) return telephone;
  const person = await getPerson(http, of, signal);
  const isUnseen = !person.ok && person.failure.status === 404;
  if (!person.ok && !isUnseen) return { result: toFailed(person) };
  const { firstName, lastName } = person.ok ? person.value : {};
  const wanted = { firstName: payload.firstName, lastName: payload.lastName };
  const names = firstName || lastName ? directoryEntry.diff(wanted, { firstName, lastName }) : [];
  return {
    result: shown,
    differences: [...differences, ...telephone.differences, ...differencesOf(names, true)],
    isIncomplete: telephone.isIncomplete || isUnseen,
  };
}

/** It stands there, with other packages than those that failed: they are what is to be changed. */
function toDone(
  { ids = {} }: Extract<AttemptResult, { status: "failed" }>,
  { trace }: Read,
): Extract<AttemptResult, { status: "done" }> {
  return { status: "done", effect: "created", ids, trace };
}

type Compared = { readonly differences: readonly Difference[]; readonly isIncomplete: boolean };

async function compareTelephone(
  { http, operation: { payload }, ids: { locationId }, signal }: Looking,
  { orgId, personId }: { readonly orgId: string; readonly personId: string },
  { packages }: Subscriber,
): Promise<Compared | Found> {
  const { phoneNumber, extension } = payload;
  if (!phoneNumber && !extension && !locationId) return { differences: [], isIncomplete: false };
  const listed = await findLines(http, { orgId, ownerId: personId }, signal);
  if (!listed.ok) return { result: toFailed(listed) };
  const own = listed.value.filter(({ owner }) => owner?.id === undefined || isSameId(owner.id, personId));
  const lines = own.map((line) => ({
    phoneNumber: line.phoneNumber ?? "",
    extension: line.extension ?? "",
    locationId: line.location?.id ?? "",
    locationName: line.location?.name ?? line.location?.id ?? "",
  }));
  const want = { phoneNumber, extension, locationId, locationName: locationId ?? "" };
  const none = { phoneNumber: "", extension: "", ...(locationId ? { locationId, locationName: "" } : {}) };
  const changes = diff(want, { lines: lines.length > 0 ? lines : [none] });
  const isBeginning = !hasCalling(packages);
  const canChange = ({ field }: Change) => isBeginning || field !== "location";
  const differences = changes.flatMap((change) => differencesOf([change], canChange(change)));
  return { differences, isIncomplete: lines.length === 0 && !isBeginning };
}

/** A user belongs to one customer: which of ours, if it is one of ours. */
async function findElsewhere(
  { http, operation: { payload }, ids: { customerId = "" }, signal }: UserCall,
  refusal: Failure,
): Promise<Found | undefined> {
  const { email } = payload;
  const reply = await findSubscriber(http, { email }, signal);
  if (!reply.ok || !reply.value || isSameId(reply.value.customerId ?? "", customerId)) return undefined;
  const name = await nameOfCustomer(http, reply.value, signal);
  const message =
    name === undefined
      ? text("user_of_unknown_customer", { email })
      : text("user_of_other_customer", { email, customer: name });
  const hint = name === undefined ? text("remove_user_elsewhere") : text("remove_user_there", { customer: name });
  return { result: { status: "failed", failure: { ...refusal, column: "email", message, hint } } };
}

async function nameOfCustomer(http: Http, { externalCustomerId, customerId }: Subscriber, signal: AbortSignal) {
  if (externalCustomerId || !customerId) return externalCustomerId;
  const reply = await getCustomer(http, customerId, signal);
  return (reply.ok ? reply.value.externalId : undefined) ?? customerId;
}

/** Packages, then number and extension, then names: only what differs is sent. */
async function change(call: UserCall, differences: readonly Difference[]): Promise<AttemptResult> {
  const { payload } = call.operation;
  const fields = new Set(differences.map(({ field }) => field));
  const isTelephone = fields.has("phone_number") || fields.has("extension");
  const hasNewPackages = fields.has("package") || (isTelephone && !hadCalling(call, differences));
  let last: AttemptResult = { status: "done", effect: "updated", ids: {} };
  if (hasNewPackages) last = await changePackages(call, differences);
  if (last.status === "done" && isTelephone && hadCalling(call, differences)) last = await giveLine(call, payload);
  if (last.status !== "done" || !(fields.has("first_name") || fields.has("last_name"))) return last;
  return changePerson(call, { roles: [], ...sentWithUser(payload) }, "updated");
}

function hadCalling({ operation }: UserCall, differences: readonly Difference[]): boolean {
  return hasCalling(packagesBefore(operation, differences));
}

function packagesBefore({ payload }: OperationOf<"user">, differences: readonly Difference[]): readonly string[] {
  return differences.find(({ field }) => field === "package")?.before.split(";") ?? payload.packages;
}

/** Packages, and with the first one that has calling its number, extension and location. */
async function changePackages(
  { http, operation, ids, signal }: UserCall,
  differences: readonly Difference[],
): Promise<AttemptResult> {
  const { packages: wanted } = operation.payload;
  const before = packagesBefore(operation, differences);
  const addons = before.filter((code) => packageFacts.some((facts) => facts.code === code && facts.use === "addon"));
  const telephone = telephoneOf(operation, ids);
  const change = { packages: [...new Set([...wanted, ...addons])], ...(hasCalling(before) ? {} : { telephone }) };
  const reply = await updateSubscriber(http, { subscriberId: idFrom(ids, "subscriberId"), change }, signal);
  return reply.ok ? resultOf(reply, operation) : toFailed(reply);
}

// What becomes of it

/** Up to so many users are asked about one by one; more are taken from the list of those who have not consented. */
const askOneByOne = 3;

/** Users who must consent: all that could be asked about. */
async function poll(http: Http, waiting: readonly Waiting[], signal: AbortSignal): Promise<PollAnswer> {
  const final = new Map<OperationId, AttemptResult>();
  const listed = waiting.length > askOneByOne ? await listUndecided(http, signal) : new Map<string, Subscriber>();
  if ("failure" in listed) return { final, failure: listed.failure };
  for (const each of waiting) {
    const subscriberId = idFrom(each.ids, "subscriberId");
    const undecided = listed.get(subscriberId);
    const reply = undecided ? { value: undecided, trace: {} } : await getSubscriber(http, subscriberId, signal);
    const result = "failure" in reply ? toFailed(reply) : await endOf(http, each, reply, signal);
    if (!result) continue;
    if (result.status === "failed" && result.failure.kind !== "rejected") return { final, failure: result.failure };
    final.set(each.operation.id, result);
  }
  return { final };
}

/** One who was there already is compared, once Webex shows all of them: nothing is claimed that was not. Undefined until then. */
async function endOf(
  http: Http,
  { operation, ids, effect }: Waiting,
  read: Read,
  signal: AbortSignal,
): Promise<AttemptResult | undefined> {
  const wasThere = effect === "unchanged" || operation.action === "read";
  if (!wasThere || operation.resource !== "user") return resultOf(read, operation);
  const found = await compare({ http, operation, ids, signal }, read);
  return found.isIncomplete ? undefined : judgeTheirs(operation, found);
}

async function listUndecided(
  http: Http,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Subscriber> | { readonly failure: Failure }> {
  const found = new Map<string, Subscriber>();
  for await (const page of listSubscribers(http, { status: "pending_user_migration" }, signal)) {
    if (!page.ok) return { failure: page.failure };
    for (const subscriber of page.value) found.set(subscriber.id, subscriber);
  }
  return found;
}

/** Errors in a successful answer fail the row, or become a warning if the user works anyway: has a person, and the packages that were asked for. */
function resultOf({ value: subscriber, trace }: Read, operation: Operation): AttemptResult {
  const { errors, personId } = subscriber;
  const ids = { subscriberId: subscriber.id, ...(personId ? { personId } : {}) };
  const remarks = remarksOf(subscriber);
  const told = remarks.length > 0 ? { remarks } : {};
  if (subscriber.status === "pending_user_migration")
    return { status: "pending", code: subscriber.status, reason: text("must_consent"), ids, trace, ...told };
  if (errors.length === 0 || isWorking(subscriber, operation))
    return { status: "done", effect: effectOf(operation), ids, trace, ...told };
  const errorCode = errors.find((error) => error.errorCode)?.errorCode ?? "error_in_success";
  const hint = hintOfErrorCode(errorCode) ?? text("look_at_user");
  const message = text("sentences", { said: remarks.map((remark) => remark.message) });
  return { status: "failed", failure: { kind: "rejected", sent: true, ...trace, errorCode, message, hint }, ids };
}

function isWorking({ personId, packages }: Subscriber, operation: Operation): boolean {
  const wanted = operation.resource === "user" ? operation.payload.packages : [];
  return personId !== undefined && wanted.every((code) => packages.includes(code));
}

function remarksOf({ errors, email }: Subscriber) {
  return errors.map((error) => toRemark(error, text("subject_user", { email })));
}

/** As a plan knows it. */
export function toExistingUser(subscriber: Subscriber): ExistingUser {
  const { id, personId, email, packages, status, createdAt } = subscriber;
  const remarks = remarksOf(subscriber);
  return {
    subscriberId: id,
    email,
    packages,
    isPending: status === "pending_user_migration",
    ...(personId ? { personId } : {}),
    ...(remarks.length > 0 ? { remarks } : {}),
    ...(createdAt ? { createdAt } : {}),
  };
}

// What a person does

export function pageOfUser(email: string): Text {
  return text("page_user", { where: email });
}

/** A user that was created is removed; packages that it had before are not known to fit any more. */
function byHand({ operation: { action, key, changes } }: PastCall<"user">): readonly ByHand[] {
  return action === "update" ? changesByHand(changes, pageOfUser(key)) : [];
}
