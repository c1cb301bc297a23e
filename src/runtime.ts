/** Wires the inner floors to the outside world: clock, randomness, the client, the simulator. With `config.ts` the only reader of environment, clock and randomness. */
import { randomInt } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { destination, pino, stdTimeFunctions } from "pino";
import { createGovernor, type Governor } from "./engine/governor.ts";
import type { Clock, Random, RequestRecord, RunLog, Target } from "./model/ports.ts";
import type { TargetFacts } from "./model/run-event.ts";
import { UserError } from "./model/user-error.ts";
import { type Simulator, startSimulator } from "./simulator/server.ts";
import { staticAccessToken } from "./webex/access-token.ts";
import { createHttp } from "./webex/http.ts";
import { type Observed, observeCustomers, observeOrganization } from "./webex/observe.ts";
import { getOrganization } from "./webex/organizations.ts";
import { getMe } from "./webex/people.ts";
import type { Http } from "./webex/request.ts";
import { listTemplates } from "./webex/templates.ts";
import { webexTarget } from "./webex/webex-target.ts";

export const systemClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    await sleep(Math.max(0, ms), undefined, signal ? { signal } : {});
  },
};

export const systemRandom: Random = () => randomInt(2 ** 47) / 2 ** 47;

export const defaultBaseUrl = "https://webexapis.com/v1";

export type TargetSettings = {
  readonly name: Target["name"];
  /** Simulator: absent for the one built in, in this process. */
  readonly baseUrl?: string;
  readonly scimBaseUrl?: string;
  readonly accessToken?: string;
  readonly stateFolder: string;
  readonly ratePerSecond?: number;
  readonly onBehalfOf?: string;
  readonly onRequest: (record: RequestRecord) => void;
};

export type Connection = AsyncDisposable & {
  readonly target: Target;
  readonly facts: TargetFacts;
  readonly governor: Governor;
  readonly http: Http;
  readonly observer: {
    /** Templates that the target itself knows: those of the simulator; Webex lists none. */
    templates(signal: AbortSignal): Promise<Observed<ReadonlyMap<string, string>>>;
    customers(wanted: ReadonlySet<string>, signal: AbortSignal): ReturnType<typeof observeCustomers>;
    organization(...args: DropHttp<typeof observeOrganization>): ReturnType<typeof observeOrganization>;
  };
};

type DropHttp<F> = F extends (http: Http, ...rest: infer R) => Promise<Observed<unknown>> ? R : never;

/** How long one request may take, its whole answer included. */
const requestTimeoutMs = 60_000;

/** Opens the way to the target; the built-in simulator starts with it and ends with it. Throws UserError without a token for webex. */
export async function connect(settings: TargetSettings): Promise<Connection> {
  const simulator = await startBuiltIn(settings);
  const baseUrl = simulator?.baseUrl ?? settings.baseUrl ?? defaultBaseUrl;
  const governor = createGovernor({
    clock: systemClock,
    ...(settings.ratePerSecond ? { ratePerSecond: settings.ratePerSecond } : {}),
  });
  const http = createHttp({
    baseUrl,
    accessToken: staticAccessToken(tokenFor(settings)),
    gate: governor,
    clock: systemClock,
    onRequest: settings.onRequest,
    timeoutMs: requestTimeoutMs,
    ...(settings.scimBaseUrl ? { scimBaseUrl: settings.scimBaseUrl } : {}),
    ...(settings.onBehalfOf ? { onBehalfOf: settings.onBehalfOf } : {}),
  });
  const facts = { name: settings.name, baseUrl: simulator ? builtIn : baseUrl };
  const organization = settings.name === "webex" ? await partnerOf(http) : undefined;
  return {
    target: webexTarget(http, settings.name),
    facts: organization ? { ...facts, organization } : facts,
    governor,
    http,
    observer: {
      templates: async (signal) =>
        settings.name === "simulator" ? listTemplates(http, signal) : { ok: true, value: new Map() },
      customers: (...args) => observeCustomers(http, ...args),
      organization: (...args) => observeOrganization(http, ...args),
    },
    async [Symbol.asyncDispose]() {
      await http.close();
      await simulator?.close();
    },
  };
}

/** The organisation on which the token acts. */
async function partnerOf(http: Http): Promise<TargetFacts["organization"]> {
  const me = await getMe(http, AbortSignal.timeout(requestTimeoutMs));
  if (!me.ok) {
    await http.close();
    const hint = "Check the access token, and that webexapis.com can be reached: wholesale-import auth check.";
    throw new UserError(
      "no_access",
      `Webex cannot be asked on which organisation the token acts: ${me.failure.message}`,
      hint,
    );
  }
  const { orgId } = me.value;
  const organization = await getOrganization(http, orgId, AbortSignal.timeout(requestTimeoutMs));
  const name = organization.ok ? organization.value.displayName : undefined;
  return name ? { id: orgId, name } : { id: orgId };
}

/** The base URL under which a run remembers the built-in simulator: its port differs each time. */
export const builtIn = "built-in";

async function startBuiltIn({ name, baseUrl, stateFolder }: TargetSettings): Promise<Simulator | undefined> {
  if (name !== "simulator" || (baseUrl && baseUrl !== builtIn)) return undefined;
  const folder = resolve(stateFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return startSimulator({ db: join(folder, "simulator.db"), clock: systemClock, provisioningTimeMs: 500 });
}

function tokenFor({ name, accessToken }: TargetSettings): string {
  if (accessToken) return accessToken;
  if (name === "simulator") return "simulator";
  throw new UserError(
    "no_access_token",
    "There is no access token for Webex.",
    "Put one into the environment variable WEBEX_ACCESS_TOKEN; it needs the scopes of a partner full administrator.",
  );
}

/** Opens the log of a run (`log.ndjson`, 0600): a line per request, never a body, never a token. */
export function openRunLog(folder: string, level: string): RunLog {
  const file = destination({ dest: join(folder, "log.ndjson"), mode: 0o600, sync: false, append: true });
  const logger = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, file);
  const write =
    (name: "debug" | "info" | "warn" | "error") =>
    (fields: object, message: string): void =>
      logger[name](fields, message);
  return {
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    request: (record) => logger[record.failure ? "warn" : "info"](record, "request"),
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolved, failed) => file.flush((error) => (error ? failed(error) : resolved())));
      file.end();
    },
  };
}
