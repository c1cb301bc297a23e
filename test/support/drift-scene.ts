/** A batch that was applied to a simulator, and what somebody has changed there by hand since. */
import { workByHand } from "./by-hand.ts";
import { operator } from "./operator.ts";

const numbers = "+31201234500-+31201234519";

/** `folder`: with the state folder `state`. */
export async function setDriftScene() {
  const at = await operator();
  const { exitCode } = await at.apply({
    templates: [{}],
    customers: [
      {
        ...{ name: "Bakkerij De Korenaar B.V.", hq_pstn: "Simulated Carrier", hq_phone_numbers: numbers },
        package_limits: "webex_calling=4;webex_meetings=10",
      },
      { name: "Visser & Zonen" },
    ],
    locations: [{ name: "Rotterdam" }],
    users: [
      { email: "ann@korenaar.example.com", extension: "4501", title: "Baker", phone_number: "+31201234501" },
      { email: "bob@korenaar.example.com", extension: "4502" },
      { email: "cas@korenaar.example.com", extension: "4503", roles: "device_admin" },
      { email: "eva@korenaar.example.com", extension: "4504" },
      { customer: "C2", email: "finn@visser.example.com", extension: "4001" },
    ],
  });
  if (exitCode !== 0) throw new Error("the batch was not applied");
  const byHand = await workByHand(at.baseUrl);
  const first = await byHand.in("C1");
  await first.line("ann@korenaar.example.com", { extension: "4599" });
  await first.person("ann@korenaar.example.com", { title: "Chef" });
  await first.removeUser("bob@korenaar.example.com");
  await first.role("cas@korenaar.example.com", ["full_admin"]);
  await first.addUser("stranger@korenaar.example.com", "Head Office", "4888");
  await first.location("Rotterdam", { name: "Rotterdam Zuid" });
  await (await byHand.in("C2")).rename("Visser & Zonen Holding");
  return at;
}
