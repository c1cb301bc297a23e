/** The messages between Temporal and the process with the inbox about nightly imports. Names and plain data. */

export type NightActivities = {
  /** Rejects where the process ends in mid-night: the next one goes on with it. */
  runNight(): Promise<NightEnd>;
};

export type NightEnd = {
  /** Of the worst batch. */
  readonly exitCode: number;
};

export type NightOrder = {
  /** A process that is silent for so long is taken for dead. */
  readonly workerTimeoutMs: number;
};

export const nightWorkflow = "keepNight";

/** Id of the schedule, and name of the queue to which the process with that inbox listens. `name`: of the nights of one state folder. */
export function nightsIdOf(name: string): string {
  return `wholesale-import/nights/${name}`;
}
