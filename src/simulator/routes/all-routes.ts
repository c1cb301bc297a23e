/** Every route of Webex that the simulator speaks. */
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
