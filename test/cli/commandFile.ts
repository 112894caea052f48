import { join } from "node:path";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";

/** Within the package, whose version the command looks up by its name. */
export const commandFile = join(repositoryRoot, "dist-test", "cli.js");
