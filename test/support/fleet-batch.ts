/** A batch of so many customers with so many users each. */
import { makeTemporaryFolder } from "./temporary-folder.ts";
import { writeBatch } from "./write-batch.ts";

export async function fleetBatch(customers: number, usersOfEach: number): Promise<string> {
  const users = Array.from({ length: customers * usersOfEach }, (_, index) => ({
    customer: `C${(index % customers) + 1}`,
    ...(index < customers ? { roles: "user_admin" } : {}),
  }));
  const parent = await makeTemporaryFolder();
  return writeBatch(parent, "batch", {
    templates: [{}],
    customers: Array.from({ length: customers }, () => ({})),
    users,
  });
}
