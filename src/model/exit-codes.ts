/** The exit codes of commands. Source: spec of results. */
export const exitCodes = {
  allRight: 0,
  /** Some rows were refused, failed or blocked. */
  badRows: 1,
  /** The command could not go on, and a person can do something about it. */
  stopped: 2,
  /** Some rows are pending, and none is bad. */
  pending: 3,
  /** A bug of ours, or a machine on which nothing can be moved. */
  bug: 70,
  /** Stopped by a person; a run can be resumed. */
  interrupted: 130,
} as const;
