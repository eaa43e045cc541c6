import init, { version } from "../vsys/web.js";

import { tellVersion } from "./shell.js";

await init();
tellVersion(version());
