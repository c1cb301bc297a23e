import { describe, expect, it } from "vitest";
import { createRouter, defineRoute, type Method } from "../../../src/simulator/http/routing.ts";
import { webexRoutes } from "../../../src/simulator/resources/all-routes.ts";
import { controlRoutes } from "../../../src/simulator/resources/control.ts";

const route = (method: Method, path: string) => defineRoute({ method, path, answer: () => ({ status: 200 }) });

const router = createRouter([
  route("GET", "/people/{personId}"),
  route("GET", "/people/me"),
  route("DELETE", "/people/{personId}"),
  route("POST", "/people"),
  route("GET", "/orgs/{orgId}/users/{userId}"),
]);

/** `GET /people/{personId} personId=a`, or the methods that the path knows. */
function find(method: string, path: string): string {
  const found = router.match(method, path);
  if (!("route" in found)) return `only ${found.allowed.join(", ") || "none"}`;
  const params = Object.entries(found.params).map(([name, value]) => ` ${name}=${value}`);
  return `${found.route.method} ${found.route.path}${params.sort().join("")}`;
}

describe("a path", () => {
  it.each([
    ["/people/me", "GET /people/me"],
    ["/people/ME", "GET /people/{personId} personId=ME"],
    ["/people/{personId}", "GET /people/{personId} personId={personId}"],
    ["/people/:personId", "GET /people/{personId} personId=:personId"],
    ["/people/*", "GET /people/{personId} personId=*"],
    ["/people/__proto__", "GET /people/{personId} personId=__proto__"],
    ["/people/a%2Fb", "GET /people/{personId} personId=a/b"],
    ["/people/%E2%82%AC", "GET /people/{personId} personId=€"],
    ["/people/%zz", "GET /people/{personId} personId=%zz"],
    ["/orgs/o/users/u%40x", "GET /orgs/{orgId}/users/{userId} orgId=o userId=u@x"],
  ])("%s leads to %s", (path, expected) => {
    expect(find("GET", path)).toBe(expected);
  });

  it.each([
    "/",
    "/people/",
    "/people/me/",
    "/people/a/b",
    "//people/me",
    "/orgs//users/u",
    "/__proto__",
    "/constructor",
  ])("%s leads nowhere", (path) => {
    expect(find("GET", path)).toBe("only none");
  });

  it("lists the methods that it knows, for one that it does not know", () => {
    expect(find("PUT", "/people/a")).toBe("only GET, DELETE");
    expect(find("GET", "/people")).toBe("only POST");
    expect(find("DELETE", "/people/me")).toBe("DELETE /people/{personId} personId=me");
    expect(find("HEAD", "/people/me")).toBe("only GET, DELETE");
  });
});

describe("the simulator's own routes", () => {
  it("are all found by their own path", () => {
    const own = controlRoutes({} as never, {} as never); // only their paths are read
    for (const routes of [webexRoutes, own]) {
      const { match } = createRouter(routes);
      for (const each of routes) expect(match(each.method, each.path)).toMatchObject({ route: each });
    }
  });
});
