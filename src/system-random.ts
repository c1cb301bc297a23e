/** The machine's randomness. A file of its own, so that code that only needs that loads nothing else. */
import { randomBytes, randomInt } from "node:crypto";
import type { Random } from "./model/ports.ts";

export const systemRandom: Random = () => randomInt(2 ** 47) / 2 ** 47;

/** Unguessable: for who may open the page. */
export const systemToken = (): string => randomBytes(32).toString("base64url");
