/** The user of this machine who runs the program. A file of its own, so that code that only needs that loads nothing else. */
import { userInfo } from "node:os";

/** As the system names them; in a container without a name for its user, their number. */
export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return process.getuid === undefined ? "" : `uid:${process.getuid()}`; // Windows has no numbers
  }
}
