/** /simulator: templates, knobs, statistics and state. Exists at no other target; exempt from latency, faults and limits. */
import { z } from "zod";
import { UserError } from "../../model/user-error.ts";
import type { Controls } from "../controls.ts";
import { parseFault } from "../faults.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import type { Stats } from "../http/stats.ts";
import { nonEmpty } from "../http/wire.ts";
import { parseLimit } from "../limits.ts";
import { parseQuirk } from "../quirks.ts";
import { refuse } from "../refusal.ts";
import { parseRival } from "../rivals.ts";
import { takeSnapshot } from "../store/snapshot.ts";
import { timestamp } from "../world.ts";
import { findIdleFault } from "./all-routes.ts";
import { actOut, scenarioRequest } from "./scenario.ts";

const registerTemplate = z.strictObject({ name: nonEmpty, provisioningId: nonEmpty.optional() });

const milliseconds = z.number().min(0);

/** A rule as a person writes it on the command line. */
const ruleOf = <Rule>(parse: (text: string) => Rule) =>
  z.string().transform((text, context) => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      context.addIssue({ code: "custom", message: `${error.message} ${error.hint ?? ""}` });
      return z.NEVER;
    }
  });
const fault = ruleOf(parseFault);
const rival = ruleOf(parseRival);
const quirk = ruleOf(parseQuirk);
const limit = ruleOf((written) => {
  parseLimit(written);
  return written;
});

const turnKnobs = z.strictObject({
  latencyMs: milliseconds.optional(),
  latencyJitterMs: milliseconds.optional(),
  provisioningTimeMs: milliseconds.optional(),
  rateLimitPerSecond: z.number().positive().nullable().optional(),
  rateLimit: limit.nullable().optional(),
  faults: z.array(fault).optional(),
  lagMs: milliseconds.optional(),
  rivals: z.array(rival).optional(),
  quirks: z.array(quirk).optional(),
});

const templates = defineRoute({
  method: "POST",
  path: "/simulator/templates",
  body: registerTemplate,
  answer({ body: { name, provisioningId: given } }, world) {
    const { templates: table } = world.store;
    const known = table.byName(name);
    const provisioningId = given ?? known?.provisioningId ?? Buffer.from(world.newUuid()).toString("base64url");
    const owner = table.byProvisioningId(provisioningId);
    if (owner && owner.name !== name) refuse(409, `The provisioning ID belongs to template ${owner.name}.`);
    if (!known) table.add({ name, provisioningId, created: timestamp(world) });
    else if (!owner) table.renumber(provisioningId, name);
    return { status: known ? 200 : 201, body: { name, provisioningId, created: !known } };
  },
});

const listTemplates = defineRoute({
  method: "GET",
  path: "/simulator/templates",
  answer: (_call, world) => ({
    status: 200,
    body: { items: world.store.templates.all().map(({ name, provisioningId }) => ({ name, provisioningId })) },
  }),
});

const state = defineRoute({
  method: "GET",
  path: "/simulator/state",
  answer: (_call, world) => ({ status: 200, body: takeSnapshot(world.store) }),
});

const act = defineRoute({
  method: "POST",
  path: "/simulator/scenario",
  body: scenarioRequest,
  answer: ({ body }, world) => ({ status: 200, body: actOut(world, body) }),
});

/** The routes under /simulator, over these counters and knobs. */
export function controlRoutes(stats: Stats, controls: Controls): readonly Route[] {
  const readStats = defineRoute({
    method: "GET",
    path: "/simulator/stats",
    answer: () => ({ status: 200, body: stats.report() }),
  });
  const resetStats = defineRoute({
    method: "POST",
    path: "/simulator/stats/reset",
    answer() {
      stats.reset();
      return { status: 200, body: stats.report() };
    },
  });
  const rivals = defineRoute({
    method: "GET",
    path: "/simulator/rivals",
    answer: (_call, world) => ({ status: 200, body: { items: world.rivalDeeds } }),
  });
  const readKnobs = defineRoute({
    method: "GET",
    path: "/simulator/knobs",
    answer: () => ({ status: 200, body: controls.knobs() }),
  });
  const turn = defineRoute({
    method: "POST",
    path: "/simulator/knobs",
    body: turnKnobs,
    answer({ body }) {
      const idle = findIdleFault(body.faults ?? []);
      if (idle) refuse(400, `faults: there is no route ${idle.method} ${idle.route}.`);
      controls.turn(body);
      return { status: 200, body: controls.knobs() };
    },
  });
  return [templates, listTemplates, state, act, readStats, resetStats, rivals, readKnobs, turn];
}
