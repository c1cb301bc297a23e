/** A user on the way into the plan, with what was chosen where the row asks for the next free one. */
import type { UserRecord } from "../model/records.ts";
import type { Assigned } from "../model/run-report.ts";
import type { Sourced } from "./customer-rows.ts";

/** A user with the number and the extension that were chosen. */
export type ChosenUser = Sourced<UserRecord> & {
  readonly assigned?: Omit<Assigned, "profile">;
  readonly spare?: Spare;
};

/** What is taken in its place, in this order, where Webex gave what was chosen to somebody else meanwhile. */
export type Spare = { readonly phoneNumbers?: readonly string[]; readonly extensions?: readonly string[] };
