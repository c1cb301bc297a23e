import { runLocally } from "../../src/engine/local-engine.ts";
import { engineContract } from "./engine-contract.ts";

engineContract("in this process", runLocally);
