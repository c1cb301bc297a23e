/** Batch work that comes to its end: calling of a location that closes, a routing prefix that changes. */
import type { Job, PrefixJob } from "../store/jobs.ts";
import type { World } from "../world.ts";
import { close } from "./closing.ts";

/** Carries out the jobs that are due by now. */
export function settleJobs(world: World): void {
  const now = world.clock.now();
  if (!world.store.jobs.isAnyDue(now)) return;
  world.store.together(() => {
    for (const job of world.store.jobs.due(now)) world.store.jobs.save(ended(world, job));
  });
}

function ended(world: World, job: Job): Job {
  return job.kind === "close" ? close(world, job) : renumber(world, job);
}

function renumber(world: World, job: PrefixJob): PrefixJob {
  const location = world.store.locations.byUuid(job.locationUuid);
  if (!location?.calling) return { ...job, state: "FAILED" };
  const calling = { ...location.calling, routingPrefix: job.routingPrefix };
  world.store.locations.save({ ...location, calling });
  return { ...job, state: "COMPLETED" };
}
