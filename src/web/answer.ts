/** A reply as JSON. The page carries a part of the catalogue: every other sentence goes to it as it is said. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { sayAhead } from "../model/words/text.ts";

export function answer(c: Context, value: object, status: ContentfulStatusCode = 200): Response {
  return c.json(sayAhead(value, "page"), status);
}
