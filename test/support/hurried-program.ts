/** The environment in which the built program lives on a clock of its own, which runs faster than that on the wall. */
import { pathToFileURL } from "node:url";
import { projectFolder } from "./run-program.ts";

const preload = pathToFileURL(`${projectFolder}test/support/hurry-clock.mjs`);

/** `haste`: so many times as fast: its minute of patience is over after 60 s divided by that. */
export const hurried = (haste: number): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import ${preload}`,
  HASTE: String(haste),
});
