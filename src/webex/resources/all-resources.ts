/** Everything that an operation can be about, each with what can be done with it. They are polled in this order. */
import type { ResourceKind } from "../../model/plan.ts";
import { activation, goLive } from "./activation.ts";
import { calling, locationSettings } from "./calling.ts";
import { customer, customerReady } from "./customer.ts";
import { externalId } from "./external-id.ts";
import { headOffice, location } from "./location.ts";
import { move, moveJob } from "./move.ts";
import { movedNumber } from "./moved-number.ts";
import { numbers } from "./numbers.ts";
import { inviteEmails, organization, organizationName } from "./organization.ts";
import { person, profile } from "./person.ts";
import { pstn } from "./pstn.ts";
import type { Resource } from "./resource.ts";
import { telephone } from "./telephone.ts";
import { template } from "./template.ts";
import { user } from "./user.ts";
import { welcome } from "./welcome.ts";

export const resources: { readonly [K in ResourceKind]: Resource<K> } = {
  template,
  customer,
  external_id: externalId,
  customer_ready: customerReady,
  organization,
  organization_name: organizationName,
  invite_emails: inviteEmails,
  welcome,
  head_office: headOffice,
  location,
  calling,
  pstn,
  numbers,
  activation,
  go_live: goLive,
  location_settings: locationSettings,
  user,
  telephone,
  move_job: moveJob,
  move,
  moved_number: movedNumber,
  person,
  profile,
};
