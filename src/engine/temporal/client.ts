/** The connection of a process that starts and gathers runs on Temporal. */
import { Client, Connection } from "@temporalio/client";
import type { TemporalAccess } from "./access.ts";

export type OpenClient = { readonly client: Client; close(): Promise<void> };

/** Rejects when Temporal does not answer, or does not know the namespace. */
export async function connectClient({ address, namespace, tls, apiKey }: TemporalAccess): Promise<OpenClient> {
  const connection = await Connection.connect({
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  try {
    await connection.workflowService.describeNamespace({ namespace });
    return { client: new Client({ connection, namespace }), close: () => connection.close() };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Workers that have asked for work lately. */
export async function countWorkers(client: Client, taskQueue: string): Promise<number> {
  const { namespace } = client.options;
  const { pollers } = await client.workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue } });
  return pollers?.length ?? 0;
}
