/** References that the batch only nearly has: `plan` and `apply` ask Webex before they refuse them. */
import { expect, it } from "vitest";
import { operator } from "../support/operator.ts";

const templates = [{}];
const user = { email: "sanne@korenaar.example.com", phone_number: "", extension: "4777", location: "" };

it("a customer that Webex holds under exactly that id is right, though the batch holds one that looks like it", async () => {
  const { apply, plan } = await operator();
  await apply({
    templates,
    customers: [{ external_id: "NL-10O1", admin_email: "it@other.example.com", name: "Other" }],
  });
  const batch = { templates, customers: [{ external_id: "NL-1001" }], users: [{ ...user, customer: "NL-10O1" }] };
  expect((await plan(batch)).exitCode).toBe(0);
  const { rowAt } = await apply(batch);
  expect(rowAt("users.csv:2")).toMatchObject({ status: "succeeded", customer: "NL-10O1" });
});

it("one that Webex does not hold either is refused, with what was meant", async () => {
  const { apply } = await operator();
  const batch = { templates, customers: [{ external_id: "NL-1001" }], users: [{ ...user, customer: "NL-10O1" }] };
  const { rowAt, errors } = await apply(batch);
  expect(rowAt("users.csv:2").status).toBe("invalid");
  const found = (await errors()).find(({ code }) => code === "customer_not_found");
  expect(found?.hint).toBe('Did you mean "NL-1001" (customers.csv:2)?');
});
