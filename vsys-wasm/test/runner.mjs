// The conformance runner of this face in Node.

import { call } from "../pkg/node.js";
import { answerFrames } from "./frames.mjs";

await answerFrames(call);
