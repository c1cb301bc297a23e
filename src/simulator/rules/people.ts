/** The end of a person: subscription, number, extension and roles go too. */
import type { PersonRow } from "../store/people.ts";
import type { World } from "../world.ts";
import { unplace } from "./placement.ts";

export function removePerson(world: World, { uuid }: PersonRow): void {
  const subscriber = world.store.subscribers.byPerson(uuid);
  if (subscriber) world.store.subscribers.remove(subscriber);
  unplace(world, uuid);
  world.store.people.removeRoles(uuid);
  world.store.people.remove(uuid);
}
