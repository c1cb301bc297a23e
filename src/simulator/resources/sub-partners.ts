/** /wholesale/subPartners: the list of them. */
import { z } from "zod";
import { cutPage, pageSize, wholeNumber } from "../http/paging.ts";
import { defineRoute, type Route } from "../http/routing.ts";
import { encodeId } from "../ids.ts";

const subPartnersQuery = z.strictObject({
  provisioningState: z.enum(["active", "suspended"]).optional(),
  offset: wholeNumber.optional(),
  max: pageSize.optional(),
});

const list = defineRoute({
  method: "GET",
  path: "/wholesale/subPartners",
  query: subPartnersQuery,
  answer({ query, url }, world) {
    const page = { max: Math.min(query.max ?? 100, 100), offset: query.offset ?? 0 };
    const all = world.store.subPartners.all().filter(({ state }) => state === (query.provisioningState ?? state));
    const { rows, headers } = cutPage(all.slice(page.offset, page.offset + page.max + 1), page, {
      url,
      offsetName: "offset",
    });
    const items = rows.map(({ uuid, state, created }) => ({
      orgId: encodeId("ORGANIZATION", uuid),
      provisioningState: state,
      created,
    }));
    return { status: 200, body: { items }, headers };
  },
});

export const subPartnerRoutes: readonly Route[] = [list];
