/** What was read of the target, or the end of the command. */

import type { ExistingCustomer, ExistingOrganization } from "../model/existing.ts";
import type { Failure } from "../model/outcome.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import type { Firm, OtherIds } from "../webex/find-other-ids.ts";
import type { Observed, ObserveWishes } from "../webex/observe.ts";

/** Reads the target; each call may be several requests. */
export type Observer = {
  /** Provisioning ID by name, of templates that the target itself knows. */
  templates(signal: AbortSignal): Promise<Observed<ReadonlyMap<string, string>>>;
  /** In which Webex Calling has announcements; `undefined`: nobody says. */
  announcementLanguages(signal: AbortSignal): Promise<Observed<ReadonlySet<string> | undefined>>;
  customers(wanted: ReadonlySet<string>, signal: AbortSignal): Promise<Observed<ReadonlyMap<string, ExistingCustomer>>>;
  /** Those that stand under an external id that is no row's, by the reference of the firm that they are. */
  otherIds(
    isAskedFor: (externalId: string) => boolean,
    firms: () => readonly Firm[],
    signal: AbortSignal,
  ): Promise<Observed<OtherIds>>;
  /** One, by its own id; undefined: there is none. */
  customer(customerId: string, signal: AbortSignal): Promise<Observed<ExistingCustomer | undefined>>;
  organization(
    customer: ExistingCustomer,
    wishes: ObserveWishes,
    signal: AbortSignal,
  ): Promise<Observed<ExistingOrganization>>;
};

/** Throws UserError when the target could not be read. */
export function requireObserved<T>(observed: Observed<T>): T {
  if (observed.ok) return observed.value;
  throw unreadable(observed.failure);
}

function unreadable(failure: Failure): UserError {
  const { kind, message, trackingId } = failure;
  return new UserError(
    "target_unreadable",
    text("target_unreadable", { message, ...(trackingId ? { trackingId } : {}) }),
    text(kind === "unauthorized" ? "check_token" : "nothing_changed_try_later"),
  );
}
