/** Every route of Webex that the simulator speaks. */
import { type FaultRule, matchesRoute } from "../faults.ts";
import type { Route } from "../http/routing.ts";
import { accessTokenRoutes } from "./access-tokens.ts";
import { callingLocationRoutes } from "./calling-locations.ts";
import { customerRoutes } from "./customers.ts";
import { extensionRoutes } from "./extensions.ts";
import { locationRoutes } from "./locations.ts";
import { numberRoutes } from "./numbers.ts";
import { organizationRoutes } from "./organizations.ts";
import { peopleRoutes } from "./people.ts";
import { pstnRoutes } from "./pstn.ts";
import { scimUserRoutes } from "./scim-users.ts";
import { settingRoutes } from "./settings.ts";
import { subPartnerRoutes } from "./sub-partners.ts";
import { subscriberRoutes } from "./subscribers.ts";

export const webexRoutes: readonly Route[] = [
  ...customerRoutes,
  ...subPartnerRoutes,
  ...subscriberRoutes,
  ...organizationRoutes,
  ...locationRoutes,
  ...callingLocationRoutes,
  ...pstnRoutes,
  ...numberRoutes,
  ...extensionRoutes,
  ...peopleRoutes,
  ...scimUserRoutes,
  ...settingRoutes,
  ...accessTokenRoutes,
];

/** The first rule for a route that does not exist: it would never strike, and nobody would notice. */
export function findIdleFault(rules: readonly FaultRule[]): FaultRule | undefined {
  return rules.find((rule) => !webexRoutes.some(({ method, path }) => matchesRoute(rule, method, path)));
}
