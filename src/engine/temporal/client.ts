/** The connection of a process that starts and gathers runs on Temporal. */
import { Client, Connection, type ConnectionOptions } from "@temporalio/client";
import type { TemporalAccess } from "./access.ts";

export type OpenClient = { readonly client: Client; close(): Promise<void> };

/** Rejects when Temporal does not answer, or does not know the namespace: the message says why. */
export async function connectClient({ address, namespace, tls, apiKey }: TemporalAccess): Promise<OpenClient> {
  const options = {
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
  await probe(options, namespace);
  const connection = await Connection.connect(options);
  return { client: new Client({ connection, namespace }), close: () => connection.close() };
}

/** Asks once. The usual connection asks again and again, and in the end says no more than that time is over. */
async function probe(options: ConnectionOptions, namespace: string): Promise<void> {
  const connection = Connection.lazy({ ...options, interceptors: [] });
  try {
    await connection.workflowService.describeNamespace({ namespace });
  } finally {
    await connection.close();
  }
}

/** Workers that have asked for work lately. */
export async function countWorkers(client: Client, taskQueue: string): Promise<number> {
  const { namespace } = client.options;
  const { pollers } = await client.workflowService.describeTaskQueue({ namespace, taskQueue: { name: taskQueue } });
  return pollers?.length ?? 0;
}
