/** What the page's server is given by whoever starts it: the machine, and the way to the target. Types alone. */
import type { EngineLimits } from "../engine/engine.ts";
import type { Clock, Random } from "../model/ports.ts";
import type { Emit } from "../model/run-event.ts";
import type { Connect, Surroundings } from "../pipeline/request.ts";

export type UploadLimits = {
  /** Bytes of one file as it comes. */
  readonly file: number;
  /** Bytes of one sheet, unpacked. */
  readonly csv: number;
  /** Bytes of one workbook, unpacked. */
  readonly workbook: number;
};

export const defaultUploadLimits: UploadLimits = { file: 512 * 1024 ** 2, csv: 1024 ** 3, workbook: 192 * 1024 ** 2 };

export type PageWorld = {
  readonly stateFolder: string;
  readonly version: string;
  /** What runs of the page act on, for people. */
  readonly target: { readonly name: "simulator" | "webex"; readonly baseUrl?: string };
  readonly clock: Clock;
  readonly random: Random;
  /** Unguessable. */
  makeToken(): string;
  surroundings(emit: Emit, signals: Surroundings["signals"]): Surroundings;
  readonly connect: Connect;
  readonly limits: EngineLimits;
  readonly uploads: UploadLimits;
  /** Folder of the built page. */
  readonly pageFolder: string;
};
