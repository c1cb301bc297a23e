/** What an installed schedule starts, whatever starts it. Types only. */

export type Installation = {
  /** Absolute path of the program, or its name in the image. */
  readonly program: string;
  /** Its arguments, for one night. */
  readonly args: readonly string[];
  readonly cron: string;
  readonly timezone: string;
  /** Absolute paths: the only folders that are written to. */
  readonly inbox: string;
  readonly state: string;
};
