/** The call for the languages in which Webex Calling has announcements: Webex publishes them at run time only. */
import { z } from "zod";
import type { Http, Reply } from "../http/request.ts";
import { encodeLocationLanguage } from "../http/wire.ts";

const languagesSchema = z
  .object({ languages: z.array(z.object({ code: z.string() })) })
  .transform(({ languages }) => new Set(languages.map(({ code }) => encodeLocationLanguage(code))));

/** Their codes, as locations spell them: `en_us`. */
export function listAnnouncementLanguages(http: Http, signal: AbortSignal): Promise<Reply<ReadonlySet<string>>> {
  const route = "/telephony/config/announcementLanguages";
  return http.send({ method: "GET", route, answer: languagesSchema, signal });
}
