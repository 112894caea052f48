// @ts-nocheck
import * as z from "zod";
import type { DlfCredentials } from "../credentials/resolveCredentials";
import type { Deadline } from "../time/deadline";
import { ConfigurationError, UnexpectedAnswerError } from "../errors";
import { parseJson } from "../http/json";
import type { SignedHttp } from "../http/signedHttp";
import { projectIdSchema } from "../configuration/options";
import { safeText } from "../redact";

const answerSchema = z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) });
type Project = z.output<typeof answerSchema>["projects"][number];

/** So many are told when none fits. */
const mostListed = 10;

export interface ProjectQuery {
  iamEndpoint: string;
  /** Of the project: that of its region, or `<region>_<name>`. */
  name: string;
  credentials: DlfCredentials;
  /** Where a project may be given, and what is there: the end of the error's message. */
  places?: string | undefined;
}

/**
 * The ID of the project with this name, from IAM: `GET /v3/projects?name=<name>`. A region's own project is named
 * after the region.
 *
 * @throws ConfigurationError when there is none, or more than one: lists what there was
 */
export async function lookUpProject(http: SignedHttp, query: ProjectQuery, deadline: Deadline): Promise<string> {
  const { name } = query;
  const named = await listProjects(http, query, name, deadline);
  const matching = named.filter((project) => project.name === name);
  const [project] = matching;
  if (matching.length !== 1 || !project) {
    const seen = named.length > 0 ? named : await allProjects(http, query, deadline);
    const places = query.places === undefined ? "" : ` Looked at: ${query.places}.`;
    throw new ConfigurationError(
      `No single project named ${name} can be seen with these credentials (found: ${listed(seen)}). ` +
        `Set the project ID in code or configuration, or as HW_PROJECT_ID.${places}`,
    );
  }
  if (!projectIdSchema.safeParse(project.id).success) {
    throw new UnexpectedAnswerError(`IAM gave the project ${name} an ID that is none: ${safeText(project.id)}.`, {
      permanent: true,
    });
  }
  return project.id;
}

function listProjects(
  http: SignedHttp,
  { iamEndpoint, credentials }: ProjectQuery,
  name: string | undefined,
  deadline: Deadline,
): Promise<Project[]> {
  const what = name === undefined ? "the list of projects" : `the project named ${name}`;
  return http.get(
    {
      endpoint: iamEndpoint,
      path: ["v3", "projects"],
      query: name === undefined ? [] : [["name", name]],
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
}

/** For the message alone: its own failure must not hide what it is to explain. */
async function allProjects(http: SignedHttp, query: ProjectQuery, deadline: Deadline): Promise<Project[]> {
  return listProjects(http, query, undefined, deadline).catch(() => []);
}

function listed(projects: readonly Project[]): string {
  const shown = projects.slice(0, mostListed).map((each) => `${each.name} (${each.id})`);
  const more = projects.length > mostListed ? [`${projects.length - mostListed} more`] : [];
  return safeText([...shown, ...more].join(", ") || "none");
}
