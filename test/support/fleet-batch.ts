/** A batch of so many customers with so many users each. */
import { makeTemporaryFolder } from "./temporary-folder.ts";
import { writeBatch } from "./write-batch.ts";

/** `parent`: the folder that holds it; default: one that is removed when the test ends. */
export async function fleetBatch(customers: number, usersOfEach: number, parent?: string): Promise<string> {
  const users = Array.from({ length: customers * usersOfEach }, (_, index) => ({
    customer: `C${(index % customers) + 1}`,
    ...(index < customers ? { roles: "user_admin" } : {}),
  }));
  return writeBatch(parent ?? (await makeTemporaryFolder()), "batch", {
    templates: [{}],
    customers: Array.from({ length: customers }, () => ({})),
    users,
  });
}
