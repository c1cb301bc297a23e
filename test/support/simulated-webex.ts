/** A simulator in this process, and the questions that tests ask it. */
import { onTestFinished } from "vitest";
import type { z } from "zod";
import type { SimulatorOptions } from "../../src/simulator/options.ts";
import type { scenarioRequest } from "../../src/simulator/resources/scenario.ts";
import { startSimulator } from "../../src/simulator/server.ts";
import { systemClock } from "../../src/system-clock.ts";

export type SimulatorState = Record<string, readonly Record<string, unknown>[]>;

export type SimulatorStats = {
  readonly requests: Record<string, Record<string, number>>;
  readonly total: number;
  readonly mostInFlight: number;
  readonly writes: number;
  readonly reads: number;
  readonly duplicateCreates: number;
};

export type SimulatedWebex = Awaited<ReturnType<typeof openWebex>>;

type Scenario = z.input<typeof scenarioRequest>;

function asJson(body: object): RequestInit {
  return { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

/** Closed when the test ends. */
export async function simulateWebex(options: Partial<SimulatorOptions> = {}): Promise<SimulatedWebex> {
  const webex = await openWebex(options);
  onTestFinished(() => webex.close());
  return webex;
}

/** To be closed by whoever opens it. */
export async function openWebex(options: Partial<SimulatorOptions> = {}) {
  const simulator = await startSimulator({ db: ":memory:", clock: systemClock, provisioningTimeMs: 50, ...options });
  const ask = async (path: string, init?: RequestInit) => {
    const reply = await fetch(`${simulator.origin}/simulator/${path}`, init);
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    const text = await reply.text();
    return text === "" ? undefined : JSON.parse(text);
  };
  return {
    ...simulator,
    state: async () => (await ask("state")) as SimulatorState, // the simulator's documented answer
    stats: async () => (await ask("stats")) as SimulatorStats, // the simulator's documented answer
    forgetStats: () => ask("stats/reset", { method: "POST" }),
    turnKnobs: (knobs: object) => ask("knobs", asJson(knobs)),
    /** What a person does in Partner Hub. */
    makeTemplate: (name: string, provisioningId: string) => ask("templates", asJson({ name, provisioningId })),
    /** What a person elsewhere does. */
    act: (scenario: Scenario) => ask("scenario", asJson(scenario)),
  };
}
