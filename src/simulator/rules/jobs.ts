/** Batch work that comes to its end: calling of a location that closes, a routing prefix that changes, mails that are sent. */
import type { Job, PrefixJob, WelcomeJob } from "../store/jobs.ts";
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
  if (job.kind === "close") return close(world, job);
  return job.kind === "prefix" ? renumber(world, job) : mail(world, job);
}

const dayMs = 86_400_000;

/** Everybody but who had such a mail within 24 hours. */
function mail(world: World, job: WelcomeJob): WelcomeJob {
  const { orgUuid, startedAt, isAllowed } = job;
  const people = world.store.people.list({ orgUuid }, { limit: -1, offset: 0 });
  const earlier = world.store.jobs.newest(orgUuid, "welcome", { max: -1, start: 0 });
  const lately = new Set(
    earlier.flatMap((each) => (each.kind === "welcome" && startedAt - each.startedAt < dayMs ? each.mailed : [])),
  );
  const mailed = isAllowed ? people.map(({ uuid }) => uuid).filter((uuid) => !lately.has(uuid)) : [];
  const errors = people
    .filter(({ uuid }) => isAllowed && lately.has(uuid))
    .map(({ uuid }) => ({
      key: "304",
      code: "ATLAS-600199",
      description: `Re-send invite for ${uuid} is suppressed.`,
    }));
  return { ...job, state: "COMPLETED", mailed, left: people.length - mailed.length, errors };
}

function renumber(world: World, job: PrefixJob): PrefixJob {
  const location = world.store.locations.byUuid(job.locationUuid);
  if (!location?.calling) return { ...job, state: "FAILED" };
  const calling = { ...location.calling, routingPrefix: job.routingPrefix };
  world.store.locations.save({ ...location, calling });
  return { ...job, state: "COMPLETED" };
}
