/** What stands against ending Webex Calling at a location, and how that job ends. */
import { featuresAt, workspacesAt } from "../scenarios.ts";
import type { ClosingJob, JobError } from "../store/jobs.ts";
import type { Location } from "../store/locations.ts";
import type { World } from "../world.ts";

/** What is still in use there. */
export type InUse = {
  readonly isLast: boolean;
  readonly users: number;
  readonly workspaces: number;
  /** Hunt groups, attendants and the like: they go where that is wanted. */
  readonly features: number;
};

export function inUseAt(world: World, location: Location): InUse {
  return {
    isLast: world.store.locations.someCalling(location.orgUuid).length < 2,
    users: world.store.people.countIn(location.uuid),
    workspaces: workspacesAt(location.name),
    features: featuresAt(location.name),
  };
}

export function isBlocked({ isLast, users, workspaces }: InUse): boolean {
  return isLast || users > 0 || workspaces > 0;
}

/** The job as it ends; the location has no calling and no numbers from now on, unless something stands against it. */
export function close(world: World, job: ClosingJob): ClosingJob {
  const location = world.store.locations.byUuid(job.locationUuid);
  if (!location?.calling) return fail(job, [error("404", "BATCH-1012014", "Location not found.")]);
  const reasons = reasonsAgainst(inUseAt(world, location), job.isForced);
  if (reasons.length > 0) return fail(job, [error("500", "BATCH-1012004", "Safe delete checks failed."), ...reasons]);
  world.store.numbers.removeFrom(location.uuid);
  world.store.locations.save({ ...location, calling: undefined });
  return { ...job, state: "COMPLETED" };
}

function fail(job: ClosingJob, errors: readonly JobError[]): ClosingJob {
  return { ...job, state: "FAILED", errors };
}

function reasonsAgainst({ isLast, users, workspaces, features }: InUse, isForced: boolean): readonly JobError[] {
  return [
    ...(users > 0 ? [error("400", "BATCH-1012007", `Users associated with the location. Count: ${users}`)] : []),
    ...(workspaces > 0
      ? [error("400", "BATCH-1012008", `Workspaces associated with the location. Count: ${workspaces}`)]
      : []),
    ...(isLast ? [error("400", "BATCH-1012012", "The last calling location cannot be deleted.")] : []),
    ...(features > 0 && !isForced
      ? [error("400", "BATCH-1012011", "Features associated with the location. Use forceDelete.")]
      : []),
  ];
}

function error(key: string, code: string, description: string): JobError {
  return { key, code, description };
}
