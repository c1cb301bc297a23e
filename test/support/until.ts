/** Waits for what another process does. */
import { setTimeout as pause } from "node:timers/promises";

/** Asks again and again until it is so; the test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(5);
}
