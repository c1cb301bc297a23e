/** Lists in pages: follows the Link header where Webex sends one, else counts on. Stops at the first failure. */
import type { z } from "zod";
import type { Http, Refused, Reply, Request } from "./request.ts";

export type ListRequest<T> = Omit<Request<readonly T[]>, "method" | "answer" | "page"> & {
  /** Takes the list out of the page. */
  readonly answer: z.ZodType<readonly T[]>;
  /** How to ask for what follows a full page when there is no Link header; absent: there is always one. */
  readonly counted?: {
    /** Query parameter that holds where the page begins. */
    readonly parameter: string;
    /** What it is for the first page. */
    readonly first: number;
    /** Elements of a full page. A shorter page is the last. */
    readonly pageSize: number;
  };
};

/** Each page as its reply; after a failure there is no more. One request per page. */
export async function* readPages<T>(http: Http, list: ListRequest<T>): AsyncGenerator<Reply<readonly T[]>, void> {
  const { counted, ...first } = list;
  let position = counted?.first ?? 0;
  let request: Request<readonly T[]> | undefined = { ...first, method: "GET" };
  while (request) {
    const reply: Reply<readonly T[]> = await http.send(request);
    yield reply;
    if (!reply.ok) return;
    position += reply.value.length;
    request = nextPage(request, list, position, reply);
  }
}

/** The whole list, or the first failure. Holds all of it in memory: for the things of one customer. */
export async function readAll<T>(http: Http, list: ListRequest<T>): Promise<Reply<readonly T[]>> {
  const all: T[] = [];
  let last: Reply<readonly T[]> | undefined;
  for await (const page of readPages(http, list)) {
    if (!page.ok) return page satisfies Refused;
    for (const element of page.value) all.push(element);
    last = page;
  }
  if (!last?.ok) throw new Error("a list has a first page");
  return { ok: true, value: all, status: last.status, trace: last.trace };
}

function nextPage<T>(
  request: Request<readonly T[]>,
  { counted, query }: ListRequest<T>,
  position: number,
  { value, next }: { readonly value: readonly T[]; readonly next?: string },
): Request<readonly T[]> | undefined {
  if (next) return next === request.page ? undefined : { ...request, page: next };
  if (request.page || !counted || value.length < counted.pageSize) return undefined;
  return { ...request, query: { ...query, [counted.parameter]: position } };
}
