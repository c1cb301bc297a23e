/** Inputs and reading flags of the command line as a batch of the pipeline. */
import type { BatchInput } from "../pipeline/stage-batch.ts";
import type { ReadingFlags } from "./options.ts";

export function batchOf(inputs: readonly string[], { sheet, encoding, delimiter }: ReadingFlags): BatchInput {
  return {
    inputs,
    ...(sheet ? { sheets: sheet } : {}),
    reading: { ...(encoding ? { encoding } : {}), ...(delimiter ? { delimiter } : {}) },
  };
}
