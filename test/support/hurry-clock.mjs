/** Loaded before the program: its clock runs `HASTE` times as fast as the one on the wall, and what it sleeps is that much shorter. */
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";

const haste = Number(process.env.HASTE);
const { now } = Date;
const startMs = now();
Date.now = () => startMs + (now() - startMs) * haste;

const monotonic = performance.now.bind(performance);
performance.now = () => monotonic() * haste;

const { setTimeout } = timers;
timers.setTimeout = (ms, ...rest) => setTimeout(Math.ceil(ms / haste), ...rest);
syncBuiltinESMExports();
