/** Everything that an operation can be about, each with what can be done with it. They are polled in this order. */
import type { ResourceKind } from "../../model/plan.ts";
import { activationResources } from "./activation.ts";
import { callerIdResources } from "./caller-id.ts";
import { callingResources } from "./calling.ts";
import { customerResources } from "./customer.ts";
import { externalIdResources } from "./external-id.ts";
import { locationResources } from "./location.ts";
import { moveResources } from "./move.ts";
import { movedNumberResources } from "./moved-number.ts";
import { numbersResources } from "./numbers.ts";
import { organizationResources } from "./organization.ts";
import { personResources } from "./person.ts";
import { pstnResources } from "./pstn.ts";
import { reminderResources } from "./reminder.ts";
import type { Resource } from "./resource.ts";
import { telephoneResources } from "./telephone.ts";
import { templateResources } from "./template.ts";
import { userResources } from "./user.ts";
import { welcomeResources } from "./welcome.ts";

export const resources: { readonly [K in ResourceKind]: Resource<K> } = {
  ...templateResources,
  ...customerResources,
  ...externalIdResources,
  ...organizationResources,
  ...welcomeResources,
  ...locationResources,
  ...callingResources,
  ...pstnResources,
  ...numbersResources,
  ...activationResources,
  ...userResources,
  ...reminderResources,
  ...telephoneResources,
  ...moveResources,
  ...movedNumberResources,
  ...callerIdResources,
  ...personResources,
};
