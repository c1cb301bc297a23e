/** A location of a customer on its way into the plan: what is asked for, and what others need of it. */
import type { StoredGoLive } from "../journal/state/go-live-days.ts";
import type { Ids } from "../model/outcome.ts";
import type { Need, RowId } from "../model/plan.ts";
import type { LocationCalling } from "../model/records.ts";

export type PlannedLocation = {
  readonly name: string;
  readonly row?: RowId;
  /** Calling works here. */
  readonly ready: Need | undefined;
  /** It is connected to the telephone network as its row says. */
  readonly connected?: Need | undefined;
  /** Operations that bring numbers, with the numbers of each. */
  readonly numbers: readonly { readonly need: Need; readonly brings: ReadonlySet<string> }[];
  readonly ids: Ids;
};

/** Numbers that go along with people who move: folded, by the folded name of the location where they go. */
export type TravellingNumbers = ReadonlyMap<string, ReadonlySet<string>>;

export type LocationInput = {
  readonly row: RowId;
  readonly location: LocationCalling;
  readonly isHeadOffice: boolean;
  /** The customer has a calling package. */
  readonly isCalling: boolean;
  readonly organization: Need | undefined;
  /** It is still to be made: nobody has added trunks to it. */
  readonly isOrganizationNew: boolean;
  /** Name of the customer, where it is known. */
  readonly company: string | undefined;
  /** The day on which its numbers go live, as the run knows it, and when it is asked. */
  readonly day: StoredGoLive | undefined;
  readonly nowMs: number;
  /** A calling package of the customer works. */
  readonly calling: Need | undefined;
  readonly travelling: TravellingNumbers;
};
