/** How long a run has taken, in the units of a language. */

/** `45 s`, `1 min 51 s`, `2 h 5 min`. */
export function durationIn(seconds: number, hours: string): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const parts =
    minutes < 60 ? [minutes, "min", seconds % 60, "s"] : [Math.floor(minutes / 60), hours, minutes % 60, "min"];
  return parts.slice(0, parts[2] === 0 ? 2 : 4).join(" ");
}
