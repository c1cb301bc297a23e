/** A sentence as it is stored with a run or a plan. */
import { z } from "zod";
import { type Text, verbatim } from "../model/words/text.ts";

/** Bare words are those of a plan that was written for people; a key that this version does not have is said as it stands. */
export const saidSchema = z.union([
  z.string().transform(verbatim),
  z.object({ says: z.string(), values: z.record(z.string(), z.unknown()).exactOptional() }),
]) as z.ZodType<Text>;
