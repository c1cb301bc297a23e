/** The one good answer of both prechecks. */
import type { Answer } from "../http/routing.ts";

export const prechecked: Answer = {
  status: 200,
  body: { message: "success", info: { infoCode: 100, description: "Provisioning preCheck validation successful." } },
};
