/** The onboarding templates that are known for a target. */
import type { RememberedTemplates } from "../model/ports.ts";
import type { RunContext } from "../run/context.ts";
import type { Connection } from "../runtime.ts";

/** Those remembered; at the simulator also those that it has, however it came by them. */
export async function knownTemplatesFor(
  { templates, signals }: Pick<RunContext, "templates" | "signals">,
  connection: Pick<Connection, "target" | "facts" | "observer"> | undefined,
): Promise<RememberedTemplates> {
  const remembered = templates.remembered(connection?.facts);
  if (connection?.target.name !== "simulator") return remembered;
  const atTarget = await connection.observer.templates(signals.stop);
  if (!atTarget.ok) return remembered; // the plan asks again, and says why
  const { value } = atTarget;
  return {
    find: (name) => remembered.find(name) ?? value.get(name),
    names: () => [...new Set([...remembered.names(), ...value.keys()])],
  };
}
