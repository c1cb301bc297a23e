/** The remembered provisioning IDs: what onboarding templates are called, per target and partner organization. No API lists them, so they are kept in the state folder. */

import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import type { RememberedTemplates } from "../../model/ports.ts";
import type { TargetFacts } from "../../model/run-event.ts";
import { UserError } from "../../model/user-error.ts";
import { text } from "../../model/words/text.ts";
import { replaceFile } from "../../storage/files.ts";
import { inTurn } from "../../storage/lock.ts";
import { refuseForeignState } from "../ownership.ts";

const schema = z.record(z.string(), z.record(z.string(), z.string()));
type Registry = z.infer<typeof schema>;

export type TemplateLine = { readonly owner: string; readonly name: string; readonly provisioningId: string };

export type TemplateRegistry = {
  /** Those of one target; without it those of all, for checks that know no target. */
  remembered(target?: TargetFacts): RememberedTemplates;
  /** Adds to what is stored at that moment; safe if another process writes at the same time. */
  remember(target: TargetFacts, templates: ReadonlyMap<string, string>): void;
  list(): readonly TemplateLine[];
};

/** Whose templates these are; a sub-partner has its own. IDs of the simulator are never taken for those of Webex. */
export function ownerOf({ name, baseUrl, organization, onBehalfOf }: TargetFacts): string {
  const partner = [name, name === "webex" ? (organization?.id ?? baseUrl) : baseUrl].join(" ");
  return onBehalfOf ? [partner, "on", "behalf", "of", onBehalfOf].join(" ") : partner;
}

/** `path`: a JSON file with its lock in the same folder; created on the first write. Throws UserError when it is not valid. */
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
        const own = { ...registry[owner], ...Object.fromEntries(templates) };
        replaceFile(path, `${JSON.stringify({ ...registry, [owner]: own }, null, 2)}\n`);
      });
    },
    list: () =>
      Object.entries(read(path)).flatMap(([owner, templates]) =>
        Object.entries(templates).map(([name, provisioningId]) => ({ owner, name, provisioningId })),
      ),
  };
}

function read(path: string): Registry {
  refuseForeignState(dirname(path));
  let json: string;
  try {
    json = readFileSync(path, "utf8");
  } catch {
    return {};
  }
  try {
    return schema.parse(JSON.parse(json));
  } catch {
    throw new UserError("templates_unreadable", text("templates_unreadable", { path }), text("correct_templates"));
  }
}
