/** Remembers templates one after the other, in a process of its own: `<templates.json> <prefix of their names> <how many>`. */
import { templateRegistry } from "../../dist/journal/state/template-registry.js";

const [path, prefix, count] = process.argv.slice(2);
const target = { name: "simulator", baseUrl: "built-in" };
for (let number = 0; number < Number(count); number += 1) {
  templateRegistry(path).remember(target, new Map([[`${prefix} ${number}`, `id ${number}`]]));
}
