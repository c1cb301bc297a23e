/** What the page's server gets from whoever starts it: the machine, and the connection to the target. */

import type { EngineLimits } from "../engine/engine.ts";
import type { Clock, Random } from "../model/ports.ts";
import type { Emit } from "../model/run-event.ts";
import type { ResultOptions } from "../report/files/write-reports.ts";
import type { RunContext } from "../run/context.ts";
import type { Connect } from "../run/options.ts";
import { defaultReadLimits } from "../sheets/read/source-file.ts";

export type UploadLimits = {
  /** Bytes of one file as it comes. */
  readonly file: number;
  /** Bytes of one sheet, unpacked. */
  readonly csv: number;
  /** Bytes of one workbook, unpacked. */
  readonly workbook: number;
};

export const defaultUploadLimits: UploadLimits = {
  file: 512 * 1024 ** 2,
  csv: 1024 ** 3,
  workbook: defaultReadLimits.workbookBytes,
};

export type PageWorld = {
  readonly stateFolder: string;
  readonly version: string;
  /** What runs of the page act on, for people. */
  readonly target: { readonly name: "simulator" | "webex"; readonly baseUrl?: string };
  readonly clock: Clock;
  readonly random: Random;
  /** Unguessable. */
  makeToken(): string;
  runContext(emit: Emit, signals: RunContext["signals"]): RunContext;
  readonly connect: Connect;
  readonly limits: EngineLimits;
  /** How the result files of its runs are written. */
  readonly files: ResultOptions;
  readonly uploads: UploadLimits;
  /** Folder of the built page. */
  readonly pageFolder: string;
};
