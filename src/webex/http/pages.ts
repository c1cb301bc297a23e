/** Lists in pages: follows the Link header where Webex sends one, else counts on. Stops at the first failure, and takes no list for whole that may not be. */

import type { z } from "zod";
import { type Text, text } from "../../model/words/text.ts";
import type { Http, Refused, Reply, Request, Success } from "./request.ts";

/** The elements of a page, and the length of the whole list if the answer has it. */
export type Page<T> = readonly T[] | { readonly elements: readonly T[]; readonly total: number | undefined };

export type ListRequest<T> = Omit<Request<Page<T>>, "method" | "answer" | "page"> & {
  /** Takes the list out of the page. */
  readonly answer: z.ZodType<Page<T>>;
  /** Is the element one of those that were asked for? Others are left out: a filter may be lost on the way. */
  readonly isAskedFor?: (element: T) => boolean;
  /** How to ask for what follows a full page when there is no Link header; absent: there is always one. */
  readonly counted?: {
    /** Query parameter that holds where the page begins. */
    readonly parameter: string;
    /** What it is for the first page. */
    readonly first: number;
    /** Elements of a full page. A shorter page is the last, unless the answer has the total. */
    readonly pageSize: number;
  };
};

/** Ten times the pages of the largest list that we know of. */
const mostPages = 10_000;

/** Each page as its reply; after a failure there is no more. One request per page. A list that does not come to its end is a failure of the contract. */
export async function* readPages<T>(http: Http, list: ListRequest<T>): AsyncGenerator<Reply<readonly T[]>, void> {
  const { counted, isAskedFor, ...first } = list;
  const findFlaw = watchPages<T>();
  let seen = 0;
  let request: Request<Page<T>> | undefined = { ...first, method: "GET" };
  while (request) {
    const reply: Reply<Page<T>> = await http.send(request);
    if (!reply.ok) return yield reply;
    const page: ReadPage<T> = { ...reply, ...contentOf(reply.value) };
    seen += page.value.length;
    const flaw = findFlaw(page) ?? flawOfCount(page, seen);
    if (flaw) return yield endless(list.route, flaw, reply);
    request = nextPage(request, list, seen, page);
    const value = isAskedFor ? page.value.filter(isAskedFor) : page.value;
    const { total: _, ...rest } = page;
    yield { ...rest, value, ...(request ? { hasMore: true } : {}) };
  }
}

type ReadPage<T> = Success<readonly T[]> & { readonly total?: number | undefined };

function contentOf<T>(page: Page<T>): { readonly value: readonly T[]; readonly total?: number | undefined } {
  return "elements" in page ? { value: page.elements, total: page.total } : { value: page };
}

function flawOfCount<T>({ value, total, next }: ReadPage<T>, seen: number): Text | undefined {
  if (total === undefined || next || value.length > 0 || seen >= total) return undefined;
  return text("other_count", { total, seen });
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

/** A page may be shorter than requested without being the last: the total decides, if the answer has it. */
function nextPage<T>(
  request: Request<Page<T>>,
  { counted, query }: ListRequest<T>,
  seen: number,
  { value, next, total }: ReadPage<T>,
): Request<Page<T>> | undefined {
  if (next) return { ...request, page: next };
  if (request.page || !counted) return undefined;
  const isLast = total === undefined ? value.length < counted.pageSize : seen >= total;
  return isLast ? undefined : { ...request, query: { ...query, [counted.parameter]: counted.first + seen } };
}

/** Tells of each page of a list why it cannot be one of its pages, or not lead to its end; `undefined`: all is well. */
function watchPages<T>(): (page: Success<readonly T[]>) => Text | undefined {
  const links = new Set<string>();
  const contents = new Set<string>();
  let pages = 0;
  let emptyInARow = 0;
  return ({ value, next, isNextElsewhere }) => {
    pages += 1;
    emptyInARow = value.length === 0 ? emptyInARow + 1 : 0;
    const content = JSON.stringify([value.length, value[0], value.at(-1)]);
    const isRepeated = (value.length > 0 && contents.has(content)) || (next !== undefined && links.has(next));
    contents.add(content);
    if (next) links.add(next);
    if (isNextElsewhere) return text("next_elsewhere");
    if (isRepeated) return text("pages_repeat", { page: pages });
    if (next && emptyInARow > 1) return text("empty_pages");
    if (next && pages >= mostPages) return text("too_many_pages", { most: mostPages });
    return undefined;
  };
}

function endless(route: string, flaw: Text, reply: Reply<unknown>): Refused {
  const message = text("list_endless", { route, flaw });
  const trace = reply.ok ? reply.trace : {};
  return { ok: false, failure: { kind: "contract", sent: true, isLasting: true, message, ...trace } };
}
