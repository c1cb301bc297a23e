/** The way to Temporal: its settings, its packages, which are loaded only here, and which queue belongs to whom. */
import { readFileSync } from "node:fs";
import type { Settings } from "./config.ts";
import type { Engine } from "./engine/engine.ts";
import type { TemporalAccess, TemporalTls } from "./engine/temporal/access.ts";
import type { NightsOptions } from "./engine/temporal/nights.ts";
import type { WorkerOptions } from "./engine/temporal/worker.ts";
import { builtIn, type TargetFacts } from "./model/run-event.ts";
import { messageOf } from "./model/thrown.ts";
import { UserError } from "./model/user-error.ts";
import { type Text, text } from "./model/words/text.ts";
import { systemClock } from "./system-clock.ts";
import { systemRandom } from "./system-random.ts";
import { defaultBaseUrl } from "./webex/http/base-url.ts";

type Certificates = Pick<
  Settings,
  "temporalApiKey" | "temporalTls" | "temporalTlsCert" | "temporalTlsKey" | "temporalTlsCa" | "temporalTlsServerName"
>;

/** Throws UserError where a certificate cannot be read, or half of a pair is missing. */
export function temporalAccess(address: string, namespace: string, settings: Certificates): TemporalAccess {
  const tls = tlsOf(settings);
  const apiKey = settings.temporalApiKey?.value;
  return { address, namespace, ...(apiKey ? { apiKey } : {}), ...(tls ? { tls } : {}) };
}

function tlsOf({ temporalTls, temporalTlsCert, temporalTlsKey, temporalTlsCa, ...rest }: Certificates) {
  const isOff = /^(false|0|no|off)$/i.test(temporalTls?.value ?? "");
  if (isOff) return undefined;
  if ((temporalTlsCert === undefined) !== (temporalTlsKey === undefined))
    throw new UserError("temporal_certificate", text("half_certificate"), text("see_settings"));
  const tls: TemporalTls = {
    ...(rest.temporalTlsServerName ? { serverNameOverride: rest.temporalTlsServerName.value } : {}),
    ...(temporalTlsCa ? { serverRootCACertificate: read(temporalTlsCa.value) } : {}),
    ...(temporalTlsCert && temporalTlsKey
      ? { clientCertPair: { crt: read(temporalTlsCert.value), key: read(temporalTlsKey.value) } }
      : {}),
  };
  if (Object.keys(tls).length > 0) return tls;
  // with an API key, Temporal itself takes the connection for an encrypted one
  return temporalTls || rest.temporalApiKey ? true : undefined;
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = messageOf(error);
    throw new UserError("temporal_certificate", text("certificate_unreadable", { reason }));
  }
}

/**
 * The queue of the workers that bear one partner's token; each partner, and each sub-partner acted for, has its own,
 * and so has each other address at which Webex is asked.
 * Throws UserError for the built-in simulator: other machines cannot reach it.
 */
export function taskQueueOf({ name, baseUrl, organization, onBehalfOf }: TargetFacts): string {
  if (baseUrl === builtIn)
    throw new UserError("simulator_built_in", text("simulator_out_of_reach"), text("start_simulator"));
  const where = baseUrl === defaultBaseUrl ? [] : [baseUrl];
  const whose = organization ? [organization.id] : [];
  return ["wholesale-import", name, ...where, ...whose, ...(onBehalfOf ? [onBehalfOf] : [])].join(" ");
}

export type FleetEngineOptions = {
  readonly access: TemporalAccess;
  readonly target: TargetFacts;
  readonly runId: string;
  readonly isResumed: boolean;
  readonly workerTimeoutMs: number;
  /** Told when no worker listens. */
  warn(note: Text): void;
};

/** Throws UserError when Temporal's packages are not installed, or it cannot be reached. */
export async function openFleetEngine(
  options: FleetEngineOptions,
): Promise<AsyncDisposable & { readonly carryOut: Engine }> {
  const { access, target, warn, ...rest } = options;
  const taskQueue = taskQueueOf(target);
  const { connectClient, countWorkers } = await load(() => import("./engine/temporal/client.ts"));
  const { temporalEngine } = await load(() => import("./engine/temporal/temporal-engine.ts"));
  const { client, close } = await reach(access, () => connectClient(access));
  if ((await countWorkers(client, taskQueue)) === 0) warn(text("no_worker_yet"));
  return { carryOut: temporalEngine({ client, taskQueue, ...rest }), [Symbol.asyncDispose]: close };
}

/** Throws UserError when a run cannot be carried out there: for those who want to know before they begin. */
export async function checkFleet(access: TemporalAccess): Promise<void> {
  const { connectClient } = await load(() => import("./engine/temporal/client.ts"));
  const { close } = await reach(access, () => connectClient(access));
  await close();
}

/** Runs until it is stopped. Throws UserError as `openFleetEngine` does. */
export async function runFleetWorker(options: Omit<WorkerOptions, "clock" | "random">): Promise<void> {
  const { runWorker } = await load(() => import("./engine/temporal/worker.ts"));
  await reach(options.access, () => runWorker({ ...options, clock: systemClock, random: systemRandom }));
}

/** Nights that Temporal begins, until they are stopped. Throws UserError as `openFleetEngine` does, and for a pattern that Temporal reads otherwise. */
export async function runFleetNights(options: Omit<NightsOptions, "clock">): Promise<void> {
  const { serveNights } = await load(() => import("./engine/temporal/nights.ts"));
  await reach(options.access, () => serveNights({ ...options, clock: systemClock }));
}

async function load<T>(importing: () => Promise<T>): Promise<T> {
  try {
    return await importing();
  } catch (error) {
    if (!(error instanceof Error) || !/Cannot find (package|module) '@temporalio/.test(error.message)) throw error;
    throw new UserError("temporal_missing", text("temporal_missing"), text("install_temporal"));
  }
}

async function reach<T>({ address, namespace }: TemporalAccess, connecting: () => Promise<T>): Promise<T> {
  try {
    return await connecting();
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    throw new UserError(
      "temporal_unreachable",
      text("temporal_unusable", { address, namespace, reason: error.message }),
      text("check_temporal"),
    );
  }
}

function isUnreachable(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (error.name === "TransportError" ||
      /^Failed to connect/.test(error.message) ||
      "code" in error ||
      error.cause !== undefined)
  );
}
