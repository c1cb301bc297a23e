/** A clock that really goes on, only faster: for what happens in several threads and in a server beside them. */
import { systemClock } from "../../src/system-clock.ts";
import type { TestClock } from "./engine-in-test.ts";

/** `haste`: so many times as fast as the clock on the wall. */
export function hurriedClock(haste: number): TestClock {
  const startMs = systemClock.now();
  return {
    now: () => startMs + (systemClock.now() - startMs) * haste,
    monotonic: () => systemClock.monotonic() * haste,
    sleep: (ms, signal) => systemClock.sleep(Math.ceil(ms / haste), signal),
    until: (work) => work,
  };
}
