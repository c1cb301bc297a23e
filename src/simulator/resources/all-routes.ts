/** Every route of Webex that the simulator speaks. */
import { type FaultRule, matchesRoute } from "../faults.ts";
import type { Route } from "../http/routing.ts";
import { accessTokenRoutes } from "./access-tokens.ts";
import { callerIdRoutes } from "./caller-id.ts";
import { callingLocationRoutes } from "./calling.ts";
import { closingRoutes } from "./closing.ts";
import { customerRoutes } from "./customer.ts";
import { extensionRoutes } from "./extensions.ts";
import { licenseRoutes } from "./licenses.ts";
import { locationRoutes } from "./location.ts";
import { moveRoutes } from "./moves.ts";
import { numberRoutes } from "./numbers.ts";
import { organizationRoutes } from "./organization.ts";
import { peopleRoutes } from "./people.ts";
import { scimUserRoutes } from "./person.ts";
import { pstnRoutes } from "./pstn.ts";
import { subPartnerRoutes } from "./sub-partners.ts";
import { subscriberRoutes } from "./user.ts";
import { welcomeRoutes } from "./welcome.ts";

export const webexRoutes: readonly Route[] = [
  ...customerRoutes,
  ...subPartnerRoutes,
  ...subscriberRoutes,
  ...organizationRoutes,
  ...licenseRoutes,
  ...welcomeRoutes,
  ...locationRoutes,
  ...callingLocationRoutes,
  ...closingRoutes,
  ...pstnRoutes,
  ...numberRoutes,
  ...moveRoutes,
  ...extensionRoutes,
  ...callerIdRoutes,
  ...peopleRoutes,
  ...scimUserRoutes,
  ...accessTokenRoutes,
];

/** The first rule for a route that does not exist: it would never strike, and nobody would notice. */
export function findIdleFault(rules: readonly FaultRule[]): FaultRule | undefined {
  return rules.find((rule) => !webexRoutes.some(({ method, path }) => matchesRoute(rule, method, path)));
}
