/** A stand-in for Webex: an HTTP server on loopback with its state in one SQLite file. Starts it and puts its parts together. */

import { setMaxListeners } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../model/ports.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { createControls } from "./controls.ts";
import type { FaultRule } from "./faults.ts";
import { addExisting, type ExistingContents, type ExistingSurroundings, isBlank, surround } from "./fill.ts";
import { createRouter } from "./http/routing.ts";
import { createStats, type Stats, type StatsReport } from "./http/stats.ts";
import { createTraffic, type Traffic } from "./http/traffic.ts";
import { type Knobs, quietKnobs, type SimulatorOptions } from "./options.ts";
import { seededRandom } from "./random.ts";
import { findIdleFault, webexRoutes } from "./resources/all-routes.ts";
import { controlRoutes } from "./resources/control.ts";
import { createWorld, type World } from "./world.ts";

export type Simulator = {
  /** `http://127.0.0.1:<port>/v1`. */
  readonly baseUrl: string;
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly port: number;
  /** What came in so far. */
  stats(): StatsReport;
  /** Holds nothing that anybody has made. */
  isBlank(): boolean;
  /** Adds a customer as it exists elsewhere, with all that it has. */
  addExisting(contents: ExistingContents): void;
  /** Adds what exists beside customers. */
  surround(surroundings: ExistingSurroundings): void;
  /** Ends what is in flight and closes the socket and the file. */
  close(): Promise<void>;
};

/**
 * Starts a simulator. Throws UserError when its file, its port or a fault rule is unusable.
 * `options.clock` decides when provisioning is due, and how long latency takes.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal); // as many as requests are held back
  const { world, stats, serve } = assemble(options, closing.signal);
  const inFlight = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const served = serve(request, response).finally(() => inFlight.delete(served));
    inFlight.add(served);
  });
  server.keepAliveTimeout = idleConnectionMs;
  const port = await listen(server, options.port ?? 0).catch((error: unknown) => {
    world.store.close();
    throw error;
  });
  const origin = `http://127.0.0.1:${port}`;
  const close = async () => {
    closing.abort(new Error("the simulator closes"));
    await stop(server);
    await Promise.all(inFlight);
    world.store.close();
  };
  return {
    ...{ origin, baseUrl: `${origin}/v1`, port },
    stats: () => stats.report(),
    isBlank: () => isBlank(world.store),
    addExisting: (contents) => addExisting(world, contents),
    surround: (surroundings) => surround(world, surroundings),
    close: once(close),
  };
}

type Parts = { readonly world: World; readonly stats: Stats; readonly serve: Traffic };

function assemble(options: SimulatorOptions, closing: AbortSignal): Parts {
  const { db, tokenLifetimeMs, seed = 1 } = options;
  const clock = unsettable(options.clock);
  const knobs = toKnobs(options);
  checkFaults(knobs.faults);
  const controls = createControls(knobs, seededRandom(seed, 2), seededRandom(seed, 3), seededRandom(seed, 5));
  const world = createWorld({ db, seed, clock, knobs: controls.knobs, tokenLifetimeMs });
  const stats = createStats();
  const webex = createRouter(webexRoutes);
  const control = createRouter(controlRoutes(stats, controls));
  return { world, stats, serve: createTraffic({ world, controls, stats, webex, control, closing }) };
}

/** Webex's time does not change with the clock of this machine: once started, the simulator's goes on evenly. */
function unsettable(clock: Clock): Clock {
  const startMs = clock.now() - clock.monotonic();
  return { ...clock, now: () => Math.floor(startMs + clock.monotonic()) };
}

/** Longer than clients keep a connection, so that none is closed while a request is on its way. */
const idleConnectionMs = 75_000;

function toKnobs(options: SimulatorOptions): Knobs {
  const { latencyMs, latencyJitterMs, provisioningTimeMs, faults, lagMs, rivals, quirks } = options;
  const { rateLimitPerSecond, rateLimit } = options;
  return {
    latencyMs: latencyMs ?? quietKnobs.latencyMs,
    latencyJitterMs: latencyJitterMs ?? quietKnobs.latencyJitterMs,
    provisioningTimeMs: provisioningTimeMs ?? quietKnobs.provisioningTimeMs,
    faults: faults ?? quietKnobs.faults,
    lagMs: lagMs ?? quietKnobs.lagMs,
    rivals: rivals ?? quietKnobs.rivals,
    quirks: quirks ?? quietKnobs.quirks,
    ...(rateLimitPerSecond === undefined ? {} : { rateLimitPerSecond }),
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(options.measured ? { measured: options.measured } : {}),
  };
}

function checkFaults(rules: readonly FaultRule[]): void {
  const idle = findIdleFault(rules);
  if (!idle) return;
  throw new UserError(
    "fault_unknown_route",
    text("fault_without_route", { route: `${idle.method} ${idle.route}` }),
    text("write_fault_route"),
  );
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        new UserError(
          "simulator_port",
          text("simulator_cannot_listen", { port, reason: error.message }),
          text("choose_port"),
        ),
      ),
    );
    server.listen(port, "127.0.0.1", () => {
      const address = server.address() as AddressInfo; // a TCP server that listens has one
      resolve(address.port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= close();
    return closed;
  };
}
