/** What a user would write instead, and the least that any client must do: for comparison on the same server, with the same users. */
import { setTimeout as sleep } from "node:timers/promises";
import PQueue from "p-queue";
import { Agent, request } from "undici";

export type Rival = { readonly rows: number; readonly seconds: number; readonly failed: number };

type Call = { readonly baseUrl: string; readonly customerId: string; readonly count: number; readonly prefix: string };

function bodyOf({ customerId, prefix }: Call, number: number): string {
  const email = `${prefix}${number}@rival.example.com`;
  const provisioningParameters = { firstName: `First${number}`, lastName: `Last${number}` };
  return JSON.stringify({ customerId, email, packages: ["webex_meetings"], provisioningParameters });
}

const headers = { authorization: "Bearer rival", "content-type": "application/json" };

/** Sends the calls, so many at a time, without order, memory or care. */
export async function bareLoop(call: Call, concurrency: number): Promise<Rival> {
  const dispatcher = new Agent({ connections: concurrency, pipelining: 1 });
  const startMs = performance.now();
  let next = 0;
  let failed = 0;
  const work = async () => {
    while (next < call.count) {
      const body = bodyOf(call, next++);
      const answer = await request(`${call.baseUrl}/wholesale/subscribers`, {
        method: "POST",
        headers,
        body,
        dispatcher,
      });
      await answer.body.text();
      if (answer.statusCode !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const seconds = (performance.now() - startMs) / 1_000;
  await dispatcher.close();
  return { rows: call.count, seconds, failed };
}

/** A loop that waits for each row, and gives up on none. */
export async function serialLoop(call: Call): Promise<Rival> {
  const startMs = performance.now();
  let failed = 0;
  for (let number = 0; number < call.count; number += 1) if (!(await sendWithRetry(call, number))) failed += 1;
  return { rows: call.count, seconds: (performance.now() - startMs) / 1_000, failed };
}

/** p-queue with plain fetch, and another try on 429 and on a broken connection. */
export async function queueScript(call: Call, concurrency: number): Promise<Rival> {
  const queue = new PQueue({ concurrency });
  const startMs = performance.now();
  let failed = 0;
  for (let number = 0; number < call.count; number += 1) {
    queue.add(async () => {
      if (!(await sendWithRetry(call, number))) failed += 1;
    });
  }
  await queue.onIdle();
  return { rows: call.count, seconds: (performance.now() - startMs) / 1_000, failed };
}

async function sendWithRetry(call: Call, number: number): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      const body = bodyOf(call, number);
      const answer = await fetch(`${call.baseUrl}/wholesale/subscribers`, { method: "POST", headers, body });
      await answer.text();
      if (answer.status !== 429) return answer.status === 200;
      await sleep(Number(answer.headers.get("retry-after") ?? 1) * 1_000);
    } catch {
      await sleep(500);
    }
  }
  return false;
}

/** A customer that takes users without numbers; its id. */
export async function makeRivalCustomer(baseUrl: string): Promise<string> {
  const origin = new URL(baseUrl).origin;
  const template = await post(`${origin}/simulator/templates`, { name: "Rival" });
  const address = { addressLine1: "Street 1", city: "Utrecht", country: "NL" };
  const { url } = await post(`${baseUrl}/wholesale/customers`, {
    provisioningId: template.provisioningId,
    packages: ["webex_meetings"],
    externalId: "RIVAL",
    address,
    customerInfo: { name: "Rival", primaryEmail: "admin@rival.example.com" },
  });
  const customerId = String(url).split("/").at(-1) ?? "";
  for (;;) {
    const customer = await (await fetch(`${baseUrl}/wholesale/customers/${customerId}`, { headers })).json();
    if ((customer as { status: string }).status === "provisioned") return customerId; // its documented answer
    await sleep(100);
  }
}

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>; // an object in every answer used here
}
