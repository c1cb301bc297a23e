/** /simulator: templates, knobs, statistics and state. Exists at no other target; exempt from latency, faults and limits. */
import type { Controls } from "../controls.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import type { Stats } from "../http/stats.ts";
import { refuse } from "../refusal.ts";
import { registerTemplate, scenario, turnKnobs } from "../requests/control.ts";
import { takeSnapshot } from "../store/snapshot.ts";
import { timestamp } from "../world.ts";
import { findIdleFault } from "./all-routes.ts";
import { actOut } from "./scenario.ts";

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
  body: scenario,
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
  return [templates, listTemplates, state, act, readStats, resetStats, readKnobs, turn];
}
