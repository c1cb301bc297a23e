/** A sentence as it is stored with a run or a plan. */
import { z } from "zod";
import type { Said } from "../model/words/text.ts";

/** A key that this version does not have is said as it stands. */
export const saidSchema = z.union([
  z.string(),
  z.object({ says: z.string(), values: z.record(z.string(), z.unknown()).exactOptional() }),
]) as z.ZodType<Said>;
