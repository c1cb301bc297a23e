/** Waits for what another process does. */
import { setTimeout as pause } from "node:timers/promises";

/** Asks again and again until it is so; the test's own time limit ends it otherwise. `everyMs`: where the question itself is dear. */
export async function until(isSo: () => boolean | Promise<boolean>, everyMs = 5): Promise<void> {
  while (!(await isSo())) await pause(everyMs);
}
