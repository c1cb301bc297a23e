/** A simulator in a process of its own, so that its work is not counted as ours. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { programPath } from "../support/run-program.ts";

export type SimulatorProcess = {
  readonly baseUrl: string;
  stats(): Promise<SimulatorFigures>;
  turnKnobs(knobs: object): Promise<void>;
  stop(): Promise<void>;
};

export type SimulatorFigures = {
  readonly total: number;
  readonly writes: number;
  readonly reads: number;
  readonly mostInFlight: number;
  readonly duplicateCreates: number;
  readonly requests: Readonly<Record<string, Readonly<Record<string, number>>>>;
};

/** `flags`: those of `simulate`. */
export async function startSimulatorProcess(flags: readonly string[]): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, [programPath, "simulate", "--db", ":memory:", ...flags], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer]; // the first line is its base URL
  const baseUrl = line.toString("utf8").trim();
  const origin = new URL(baseUrl).origin;
  return {
    baseUrl,
    stats: async () => (await (await fetch(`${origin}/simulator/stats`)).json()) as SimulatorFigures, // its documented answer
    async turnKnobs(knobs) {
      const headers = { "content-type": "application/json" };
      const reply = await fetch(`${origin}/simulator/knobs`, { method: "POST", headers, body: JSON.stringify(knobs) });
      if (!reply.ok) throw new Error(`knobs: ${reply.status} ${await reply.text()}`);
    },
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** Answers of a status, over all routes. */
export function answersOf({ requests }: SimulatorFigures, status: number): number {
  return Object.values(requests).reduce((sum, byStatus) => sum + (byStatus[String(status)] ?? 0), 0);
}
