/** What the process itself tells, whatever its command: apart from the catalogue, so that it costs nothing to begin with. */
import { words } from "./wording.ts";

export const processTexts = {
  finishing_requests: words(
    "finishing the requests in flight; Ctrl-C again to quit at once",
    "lopende verzoeken worden afgerond; nogmaals Ctrl-C om meteen te stoppen",
  ),
  stopping: words("stopping", "bezig met stoppen"),
  stopped_at_once: words(
    ({ command }: { command: string | undefined }) =>
      `stopped at once${command === undefined ? "" : `; nothing is lost, continue with: ${command}`}`,
    ({ command }) =>
      `meteen gestopt${command === undefined ? "" : `; er is niets verloren, ga verder met: ${command}`}`,
  ),
  tls_always_verified: words(
    "NODE_TLS_REJECT_UNAUTHORIZED=0 is ignored: certificates are always verified",
    "NODE_TLS_REJECT_UNAUTHORIZED=0 wordt genegeerd: certificaten worden altijd gecontroleerd",
  ),
  output_lost: words(
    ({ code }: { code: string }) => `standard output could not be written completely (${code})`,
    ({ code }) => `de standaarduitvoer kon niet volledig worden geschreven (${code})`,
  ),
};
