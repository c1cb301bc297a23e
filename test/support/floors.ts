/** The floors of the house, and which imports break them. Reads no files. */
import { builtinModules } from "node:module";
import type { ImportEdge } from "./read-imports.ts";

/** From the ground up. Folders on one floor do not import each other. */
export const floors: readonly (readonly string[])[] = [
  ["model"],
  ["storage"],
  ["sheets", "webex", "journal", "engine", "report"],
  ["simulator"],
  ["runtime", "config", "fleet", "system-clock", "system-random", "system-user", "run-log"],
  ["run"],
  ["staging"],
  ["planning"],
  ["undo-plan", "export"],
  ["outcome"],
  ["pipeline"],
  ["web", "schedule"],
  ["cli"],
  ["main", "index"],
];

/** Where less than every floor below may be imported. */
const onlyFrom: Readonly<Record<string, readonly string[]>> = {
  simulator: ["model", "storage"],
  index: ["pipeline", "outcome", "run", "runtime", "config", "model"],
};

/** The parts on the third floor are files, not folders: the wiring may read the settings. */
const allowedSideways: ReadonlySet<string> = new Set([
  "runtime config",
  "runtime system-clock",
  "runtime system-random",
  "fleet config",
  "fleet runtime",
  "fleet system-clock",
  "fleet system-random",
]);

/** Each import that breaks a rule, as a sentence. */
export function findBrokenRules(edges: readonly ImportEdge[]): readonly string[] {
  return [...edges.flatMap(describeBreach), ...findCircles(edges)];
}

function describeBreach(edge: ImportEdge): readonly string[] {
  const reason = edge.isOwn ? judgeOwn(edge) : judgePackage(edge);
  return reason ? [`${edge.from} imports ${edge.to}: ${reason}`] : [];
}

function judgeOwn({ from, to }: ImportEdge): string | undefined {
  const [part, other] = [partOf(from), partOf(to)];
  if (part === other) return undefined;
  const [floor, otherFloor] = [floorOf(part), floorOf(other)];
  if (to.startsWith("../")) return "it lies outside of the tree";
  if (floor === undefined) return `${part} stands on no floor`;
  if (otherFloor === undefined) return `${other} stands on no floor`;
  if (otherFloor > floor) return "imports only go down";
  if (otherFloor === floor && !allowedSideways.has(`${part} ${other}`))
    return "folders on one floor do not import each other";
  const allowed = onlyFrom[part];
  if (allowed && !allowed.some((name) => name === other || name === to))
    return `${part} knows only ${allowed.join(", ")}`;
  return undefined;
}

function judgePackage({ from, to }: ImportEdge): string | undefined {
  const isBuiltin = to.startsWith("node:") || builtinModules.includes(to);
  if (partOf(from) === "model") return isBuiltin ? "the vocabulary does no I/O" : "the vocabulary needs no package";
  return undefined;
}

/** The folder of a file, or the name of a file that lies in none: `report`, `pipeline`. */
export function partOf(file: string): string {
  return (file.split("/")[0] ?? "").replace(/\.ts$/, "");
}

function floorOf(part: string): number | undefined {
  const floor = floors.findIndex((parts) => parts.includes(part));
  return floor === -1 ? undefined : floor;
}

/** Each circle of files once, as its path. */
function findCircles(edges: readonly ImportEdge[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, isOwn } of edges) if (isOwn) next.set(from, [...(next.get(from) ?? []), to]);
  const settled = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (path.includes(file) || settled.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    settled.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return circles.map((circle) => `circle: ${circle}`);
}
