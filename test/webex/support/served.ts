/** A client and the server that answers it, both closed when the test is over. */
import { onTestFinished } from "vitest";
import type { HttpOptions } from "../../../src/webex/http/http.ts";
import { type Answering, startAnswerServer } from "./answer-server.ts";
import { clientOf } from "./client.ts";

/** `records`: what the client told of its requests; `asked`: what the server got. */
export async function served(answering: Answering, options: Partial<HttpOptions> = {}) {
  const server = await startAnswerServer(answering);
  const { http, records } = clientOf(server.origin, options);
  onTestFinished(async () => {
    await http.close();
    await server.close();
  });
  return { http, records, asked: server.asked, origin: server.origin };
}
