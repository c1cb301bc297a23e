/** What every route may use: the store, the time, fresh ids and the knobs. One per simulator. */
import type { Clock, Random } from "../model/ports.ts";
import type { Knobs } from "./options.ts";
import { seededRandom, uuidFrom } from "./random.ts";
import type { RivalDeed } from "./rivals.ts";
import { createSight, type Sight } from "./sight.ts";
import { openStore, type Store } from "./store/store.ts";

export type World = {
  readonly store: Store;
  readonly clock: Clock;
  newUuid(): string;
  /** For times that differ. */
  readonly random: Random;
  /** What the answer under way sees of what was just made. */
  readonly sight: Sight;
  /** Of what somebody else has made before us, in order. */
  readonly rivalDeeds: RivalDeed[];
  readonly seed: number;
  readonly knobs: () => Knobs;
  readonly tokenLifetimeMs: number | undefined;
};

type WorldOptions = {
  readonly db: string;
  readonly seed: number;
  readonly clock: Clock;
  readonly knobs: () => Knobs;
  readonly tokenLifetimeMs: number | undefined;
};

/** Opens the store. Throws UserError when its file is unusable. */
export function createWorld({ db, seed, ...rest }: WorldOptions): World {
  const store = openStore(db);
  const random: Random = seededRandom(seed, store.starts);
  const sight = createSight(rest.clock, seededRandom(seed, 4), () => rest.knobs().lagMs);
  return {
    ...rest,
    random: seededRandom(seed, 6),
    seed,
    store,
    sight,
    rivalDeeds: [],
    newUuid: () => uuidFrom(random),
  };
}

/** Now, as ISO 8601 in UTC. */
export function timestamp(world: World): string {
  return new Date(world.clock.now()).toISOString();
}
