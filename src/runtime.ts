/** Wires the inner floors to the outside world: clock, randomness, the client, the simulator. With `config.ts` the only reader of environment, clock and randomness. */

import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { askPatiently, type Patience } from "./engine/ask-patiently.ts";
import { type CallTimes, createCallTimes } from "./engine/call-times.ts";
import { createGovernor, type Governor } from "./engine/governor.ts";
import { defaultRetryLimits, type RetryLimits } from "./engine/retry-delay.ts";
import { callMemory } from "./journal/state/call-memory.ts";
import { type LimitMemory, type LimitOwner, limitMemory } from "./journal/state/limit-memory.ts";
import type { LearnedLimit } from "./model/learned-limit.ts";
import type { Failure } from "./model/outcome.ts";
import type { Operation } from "./model/plan.ts";
import type { Clock, RequestRecord, Target } from "./model/ports.ts";
import { builtIn, type TargetFacts } from "./model/run-event.ts";
import { UserError } from "./model/user-error.ts";
import { text } from "./model/words/text.ts";
import type { Simulator } from "./simulator/server.ts";
import { systemClock } from "./system-clock.ts";
import { systemRandom, systemToken } from "./system-random.ts";
import { type AccessToken, staticAccessToken } from "./webex/auth/access-token.ts";
import { type AccessSettings, accessKindOf } from "./webex/auth/choose-access.ts";
import { findOtherIds } from "./webex/find-other-ids.ts";
import { defaultBaseUrl } from "./webex/http/base-url.ts";
import type { ProxySettings } from "./webex/http/dispatcher.ts";
import type { Http } from "./webex/http/request.ts";
import { longestCode, toTargetText } from "./webex/http/target-text.ts";
import { isSameId } from "./webex/ids.ts";
import { type Observed, observeCustomer, observeCustomers, observeOrganization } from "./webex/observe.ts";
import type { CustomerPayload } from "./webex/resources/customer.ts";
import { listAnnouncementLanguages } from "./webex/resources/location.wire.ts";
import { getMe } from "./webex/resources/me.wire.ts";
import { getOrganization } from "./webex/resources/organization.wire.ts";
import { precheckOperation } from "./webex/resources/precheck.ts";
import { listTemplates } from "./webex/resources/template.wire.ts";
import { webexTarget } from "./webex/webex-target.ts";

export type TargetSettings = {
  readonly name: Target["name"];
  /** Simulator: absent for the one built in, in this process. */
  readonly baseUrl?: string;
  readonly scimBaseUrl?: string;
  /** For webex; the simulator takes any bearer, and never gets a real one. */
  readonly access?: AccessSettings;
  readonly proxy?: ProxySettings;
  readonly stateFolder: string;
  readonly ratePerSecond?: number;
  /** Requests in flight at most; default: as many as are asked for. */
  readonly concurrency?: number;
  /** For questions asked to make the plan; default: `defaultRetryLimits`. */
  readonly retry?: RetryLimits;
  readonly onBehalfOf?: string;
  /** The partner organization that the token must act on: that of the run which goes on. */
  readonly organizationId?: string;
  readonly onRequest: (record: RequestRecord) => void;
  /** Ends the wait for a target that does not answer yet. */
  readonly signal?: AbortSignal;
  /** Told when the target does not answer the first question yet, before each pause. */
  readonly onWait?: (failure: Failure, delayMs: number) => void;
  /** Default: the machine's. */
  readonly clock?: Clock;
};

export type Connection = AsyncDisposable & {
  readonly target: Target;
  readonly facts: TargetFacts;
  readonly governor: Governor;
  readonly http: Http;
  /** The same, for questions: it repeats each by itself. */
  readonly asking: Http;
  readonly observer: {
    /** Templates that the target itself knows: those of the simulator; Webex lists none. */
    templates(signal: AbortSignal): Promise<Observed<ReadonlyMap<string, string>>>;
    /** In which there are announcements; `undefined`: the token may not ask. */
    announcementLanguages(signal: AbortSignal): Promise<Observed<ReadonlySet<string> | undefined>>;
    customers(wanted: ReadonlySet<string>, signal: AbortSignal): ReturnType<typeof observeCustomers>;
    otherIds(...args: DropHttp<typeof findOtherIds>): ReturnType<typeof findOtherIds>;
    customer(...args: DropHttp<typeof observeCustomer>): ReturnType<typeof observeCustomer>;
    organization(...args: DropHttp<typeof observeOrganization>): ReturnType<typeof observeOrganization>;
  };
  /** Asks Webex whether it would take an operation. */
  readonly precheck: (
    operation: Operation,
    customer: CustomerPayload | undefined,
    signal: AbortSignal,
  ) => ReturnType<typeof precheckOperation>;
};

type ConnectSettings = TargetSettings & { readonly clock: Clock };

type DropHttp<F> = F extends (http: Http, ...rest: infer R) => Promise<Observed<unknown>> ? R : never;

/** How long one request may take, its whole answer included. */
const requestTimeoutMs = 60_000;

/**
 * Opens the way to the target; the built-in simulator starts with it and ends with it.
 * Throws UserError when webex does not answer in the time that an operation has (`target_unavailable`), does not take
 * the token (`no_access`), or is another partner's than asked for. Throws the signal's reason.
 */
export async function connect(given: TargetSettings): Promise<Connection> {
  const { clock = systemClock, onRequest } = given;
  const times = createCallTimes({ clock, random: systemRandom });
  const tell = (record: RequestRecord) => {
    times.answered(record);
    onRequest(record);
  };
  const settings = { ...given, clock, onRequest: tell };
  const simulator = await startBuiltIn(settings);
  const baseUrl = simulator?.baseUrl ?? settings.baseUrl ?? defaultBaseUrl;
  const memory = limitMemory(join(resolve(settings.stateFolder), "limits.json"), systemToken);
  const owner = { baseUrl, token: tokenOf(settings) };
  const recalled = memory.recall(owner, clock.now());
  const governor = createGovernor({
    clock,
    ...(recalled ? { recalled } : {}),
    concurrency: settings.concurrency ?? Number.POSITIVE_INFINITY,
    ...(settings.ratePerSecond ? { ratePerSecond: settings.ratePerSecond } : {}),
  });
  const http = await openHttp(settings, baseUrl, governor);
  const close = async () => {
    governor.shut(new Error("the connection is closed"));
    const learned = governor.learned();
    if (learned) keepLimit(memory, owner, learned, clock);
    if (!simulator) keepTimes(settings, baseUrl, times, learned ?? recalled);
    await http.close();
    await simulator?.close();
  };
  try {
    const { retry = defaultRetryLimits, onWait } = settings;
    const patience = { clock, random: systemRandom, limits: retry };
    const asking = patiently(http, patience);
    const organization =
      settings.name === "webex"
        ? await partnerOf(patiently(http, onWait ? { ...patience, onWait } : patience), settings)
        : undefined;
    return {
      target: times.watch(webexTarget(http, settings.name)),
      facts: factsOf(settings, simulator ? builtIn : baseUrl, organization),
      governor,
      http,
      asking,
      observer: observerOf(asking, settings.name),
      precheck: (...args) => precheckOperation(asking, ...args),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What stands for the token for as long as it is the same person's or integration's, however often it is renewed. */
function tokenOf({ name, access }: TargetSettings): string {
  if (name === "simulator" || !access) return name;
  const { refreshToken, accessToken, credentialsFile } = access;
  const kind = accessKindOf(access);
  return `${kind} ${kind === "integration" ? refreshToken : kind === "token" ? accessToken : credentialsFile}`;
}

/** A guess for the next run: a disk that does not take it stops nothing. */
function keepLimit(memory: LimitMemory, owner: LimitOwner, learned: LearnedLimit, clock: Clock): void {
  try {
    memory.keep(owner, learned, clock.now());
  } catch {
    // the next run learns it again
  }
}

/** How long calls take, for rehearsals: a disk that does not take it stops nothing. */
function keepTimes(
  { stateFolder, clock }: ConnectSettings,
  baseUrl: string,
  times: CallTimes,
  limit: LearnedLimit | undefined,
): void {
  try {
    const measured = { ...times.measured(), ...(limit ? { limit: times.sharpen(limit) } : {}), atMs: clock.now() };
    callMemory(callMemoryPath(stateFolder)).keep(baseUrl, measured);
  } catch {
    // the next run measures it again
  }
}

/** Where the state folder keeps how long calls took. */
export function callMemoryPath(stateFolder: string): string {
  return join(resolve(stateFolder), "calls.json");
}

/** The client is loaded when something is to be sent: help and checks come on the screen sooner without it. */
async function openHttp(settings: ConnectSettings, baseUrl: string, governor: Governor): Promise<Http> {
  const { createHttp } = await import("./webex/http/http.ts");
  const { clock, onRequest, proxy, scimBaseUrl, onBehalfOf } = settings;
  return createHttp({
    baseUrl,
    accessToken: await accessTo(settings, baseUrl),
    gate: governor,
    clock,
    onRequest,
    timeoutMs: requestTimeoutMs,
    ...(proxy ? { proxy } : {}),
    ...(scimBaseUrl ? { scimBaseUrl } : {}),
    ...(onBehalfOf ? { onBehalfOf } : {}),
  });
}

async function accessTo(
  { name, access, clock, onRequest, proxy }: ConnectSettings,
  baseUrl: string,
): Promise<AccessToken> {
  if (name === "simulator") return { ...staticAccessToken("simulator"), isPublic: true };
  if (!access) throw new UserError("no_credentials", text("no_access_given"));
  const { chooseAccess } = await import("./webex/auth/choose-access.ts");
  const endpoint = { baseUrl, clock, onRequest, timeoutMs: requestTimeoutMs };
  return chooseAccess(access, proxy ? { ...endpoint, proxy } : endpoint);
}

function factsOf(
  { name, scimBaseUrl, onBehalfOf }: TargetSettings,
  baseUrl: string,
  organization: TargetFacts["organization"],
): TargetFacts {
  return {
    name,
    baseUrl,
    ...(scimBaseUrl ? { scimBaseUrl } : {}),
    ...(onBehalfOf ? { onBehalfOf } : {}),
    ...(organization ? { organization } : {}),
  };
}

/** Repeats each request by itself: one that fails does not undo the pages that were read before it. */
function patiently(http: Http, patience: Patience): Http {
  return { ...http, send: (request) => askPatiently(() => http.send(request), patience, request.signal) };
}

function observerOf(http: Http, name: Target["name"]): Connection["observer"] {
  return {
    templates: async (signal) => (name === "simulator" ? listTemplates(http, signal) : { ok: true, value: new Map() }),
    announcementLanguages: async (signal) => {
      const reply = await listAnnouncementLanguages(http, signal);
      return reply.ok || reply.failure.kind !== "rejected" ? reply : { ok: true, value: undefined };
    },
    customers: (...args) => observeCustomers(http, ...args),
    otherIds: (...args) => findOtherIds(http, ...args),
    customer: (...args) => observeCustomer(http, ...args),
    organization: (...args) => observeOrganization(http, ...args),
  };
}

/** The organization on which the token acts. */
async function partnerOf(
  http: Http,
  { organizationId, signal = new AbortController().signal }: TargetSettings,
): Promise<TargetFacts["organization"]> {
  const me = await getMe(http, signal);
  if (!me.ok) throw noAccess(me.failure);
  const { orgId } = me.value;
  if (organizationId && !isSameId(orgId, organizationId)) throw otherOrganization(orgId, organizationId);
  const organization = await getOrganization(http, orgId, signal);
  const name = organization.ok ? toTargetText(organization.value.displayName ?? "", longestCode) : "";
  return name ? { id: orgId, name } : { id: orgId };
}

function noAccess({ kind, message, hint }: Failure): UserError {
  const what = text("organization_unknown", { reason: message });
  if (kind === "rejected" || kind === "unauthorized") {
    return new UserError("no_access", what, hint ?? text("check_token"));
  }
  return new UserError("target_unavailable", what, hint ?? text("nothing_sent_try_later"));
}

function otherOrganization(is: string, wanted: string): UserError {
  return new UserError("other_organization", text("other_organization", { wanted, is }), text("set_other_token"));
}

async function startBuiltIn({ name, baseUrl, stateFolder, clock }: ConnectSettings): Promise<Simulator | undefined> {
  if (name !== "simulator" || (baseUrl && baseUrl !== builtIn)) return undefined;
  const folder = resolve(stateFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { startSimulator } = await import("./simulator/server.ts");
  return startSimulator({ db: join(folder, "simulator.db"), clock, provisioningTimeMs: 500 });
}
