/** The remembered provisioning IDs: what onboarding templates are called, per target and partner organisation. No API lists them, so they are kept in the state folder. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { RememberedTemplates } from "../model/ports.ts";
import type { TargetFacts } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { inTurn } from "./run-lock.ts";

const schema = z.record(z.string(), z.record(z.string(), z.string()));
type Registry = z.infer<typeof schema>;

export type TemplateLine = { readonly owner: string; readonly name: string; readonly provisioningId: string };

export type TemplateRegistry = {
  /** Those of one target; without it those of all, for checks that know no target. */
  remembered(target?: TargetFacts): RememberedTemplates;
  /** Adds to what is remembered by then, whoever else remembers at the same time. */
  remember(target: TargetFacts, templates: ReadonlyMap<string, string>): void;
  list(): readonly TemplateLine[];
};

/** Whose templates these are; a sub-partner has its own. IDs of the simulator are never taken for those of Webex. */
export function ownerOf({ name, baseUrl, organization, onBehalfOf }: TargetFacts): string {
  const partner = name === "webex" ? `webex ${organization?.id ?? baseUrl}` : `simulator ${baseUrl}`;
  return onBehalfOf ? `${partner} on behalf of ${onBehalfOf}` : partner;
}

/** `path`: a JSON file, beside it its lock; made when something is remembered. Throws UserError when it cannot be understood. */
export function templateRegistry(path: string): TemplateRegistry {
  return {
    remembered(target) {
      const registry = read(path);
      const known = target ? (registry[ownerOf(target)] ?? {}) : Object.assign({}, ...Object.values(registry));
      const byName = new Map<string, string>(Object.entries(known));
      return { find: (name) => byName.get(name), names: () => [...byName.keys()] };
    },
    remember(target, templates) {
      if (templates.size === 0) return;
      const owner = ownerOf(target);
      inTurn(`${path}.lock`, () => {
        const registry = read(path);
        write(path, { ...registry, [owner]: { ...registry[owner], ...Object.fromEntries(templates) } });
      });
    },
    list: () =>
      Object.entries(read(path)).flatMap(([owner, templates]) =>
        Object.entries(templates).map(([name, provisioningId]) => ({ owner, name, provisioningId })),
      ),
  };
}

function read(path: string): Registry {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return {};
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new UserError(
      "templates_unreadable",
      `The remembered templates in ${path} cannot be understood.`,
      "Correct the file, or move it away and tell the IDs again: wholesale-import templates link <name> <provisioning-id>.",
    );
  }
}

/** Beside it, then renamed: a reader sees the old or the new one, whole. */
function write(path: string, registry: Registry): void {
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, `${JSON.stringify(registry, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}
