import { z } from "zod";
import type { DlfCredentials } from "../credentials/resolveCredentials";
import { ConfigurationError, UnexpectedAnswerError } from "../errors";
import { parseJson } from "../http/json";
import type { Deadline } from "../http/retry";
import type { SignedHttp } from "../http/signedHttp";
import { projectIdSchema } from "../options";
import { safeText } from "../redact";

const answerSchema = z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) });

/**
 * The ID of the project with this name, from IAM: `GET /v3/projects?name=<name>`. A region's own project is named
 * after the region.
 *
 * @throws ConfigurationError when there is none, or more than one
 */
export async function lookUpProject(
  http: SignedHttp,
  { iamEndpoint, name, credentials }: { iamEndpoint: string; name: string; credentials: DlfCredentials },
  deadline: Deadline,
): Promise<string> {
  const what = `the project named ${name}`;
  const projects = await http.get(
    {
      endpoint: iamEndpoint,
      path: ["v3", "projects"],
      query: [["name", name]],
      headers: { Accept: "application/json" },
      what,
      parse: (response) => {
        const answer = answerSchema.safeParse(parseJson(response, what));
        if (!answer.success) throw new UnexpectedAnswerError(`The answer to ${what} is not a list of projects.`);
        return answer.data.projects;
      },
    },
    credentials,
    deadline,
  );
  const matching = projects.filter((project) => project.name === name);
  const [project] = matching;
  if (matching.length !== 1 || !project) {
    const found = projects.map((each) => `${each.name} (${each.id})`).join(", ") || "none";
    throw new ConfigurationError(
      `No single project named ${name} can be seen with these credentials (found: ${safeText(found)}). ` +
        "Set the project ID in code or configuration, or as HW_PROJECT_ID.",
    );
  }
  if (!projectIdSchema.safeParse(project.id).success) {
    throw new UnexpectedAnswerError(`IAM gave the project ${name} an ID that is none: ${safeText(project.id)}.`, {
      permanent: true,
    });
  }
  return project.id;
}
