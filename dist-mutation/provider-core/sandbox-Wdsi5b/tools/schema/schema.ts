// @ts-nocheck
import { withExamples } from "./examples";
import { asOutputs, type Properties } from "./property";
import * as types from "./types";

/** The plugin's package schema, without its version: SDKs of every language and their documentation are made of it. */
export function packageSchema(): object {
  return {
    $schema: "https://raw.githubusercontent.com/pulumi/pulumi/master/pkg/codegen/schema/pulumi.json",
    name: "dlf",
    displayName: "Huawei Cloud DataArts Factory",
    publisher: "pulumi-dlf",
    description:
      "Lists the jobs of a Huawei Cloud DataArts Factory (DLF) workspace, keeps snapshots of them, and gates deployments " +
      "on their health. A list is whole, or there is an error that says why not.",
    keywords: ["pulumi", "huaweicloud", "dataarts", "dlf", "category/cloud", "kind/native"],
    license: "MIT",
    config: { variables: types.configuration },
    provider: {
      description: withExamples(
        "An account, region or workspace whose jobs are read. Everything is optional: what is not given here is looked " +
          "for in the environment, then in the files of KooCLI and of the official SDKs, then with the cloud itself. What " +
          "is given here hides what those say of another place. In a preview in which any of it is not known yet, the " +
          "engine does not call the provider, so that a gate of it is checked at the update alone.",
        "provider",
      ),
      inputProperties: types.configuration,
      properties: types.configuration,
    },
    functions: { "dlf:index:getJobs": getJobs, "dlf:index:getJob": getJob },
    resources: { "dlf:index:JobsSnapshot": jobsSnapshot, "dlf:index:JobGate": jobGate },
    types: {
      ...Object.fromEntries(
        Object.entries(types.enumerations).map(([name, { description, values }]) => [
          `dlf:index:${name}`,
          { type: "string", description, enum: values.map((value) => ({ name: pascalCase(value), value })) },
        ]),
      ),
      "dlf:index:Job": objectType(
        "A job as the service lists it. A field that it leaves out is absent.",
        types.job,
        types.jobRequired,
      ),
      "dlf:index:JobsFilter": objectType(
        "Which of the listed jobs are meant. It is laid over the whole list. A job passes that passes all that is given, " +
          "and of each list one element.",
        types.jobsFilter,
      ),
      "dlf:index:GateWait": objectType("How long a gate waits until its rules hold.", types.gateWait, ["timeout"]),
      "dlf:index:GateExemption": objectType(
        "Jobs that no rule looks at until a day, since somebody knows of them.",
        types.gateExemption,
        ["jobs", "reason", "until"],
      ),
      "dlf:index:GateQuery": objectType("Which jobs a gate looks at. A gate needs the whole list.", types.gateQuery),
      "dlf:index:GateRules": objectType(
        "What must hold for the jobs of a gate. Names of jobs are exact, with their case; statuses are compared without " +
          "regard to case. Any status may be named; a warning tells those that are not known.",
        types.gateRules,
      ),
      "dlf:index:AllowedStatuses": objectType(
        "The statuses that are good, by type of job. A job without a status breaks the rule.",
        types.allowedStatuses,
      ),
      "dlf:index:GateFinding": objectType("What a gate found, without times and counts.", types.gateFinding, [
        "result",
        "violations",
      ]),
    },
    language: {
      nodejs: { packageName: "pulumi-dlf-plugin", respectSchemaVersion: true },
      python: {
        packageName: "pulumi_dlf",
        pyproject: { enabled: true },
        inputTypes: "classes-and-dicts",
        respectSchemaVersion: true,
      },
      go: { importBasePath: "pulumi-dlf/sdk/go/dlf", generateResourceContainerTypes: true, respectSchemaVersion: true },
      csharp: { rootNamespace: "Pulumi", respectSchemaVersion: true },
      java: { basePackage: "com.pulumi", buildFiles: "none" },
    },
  };
}

const getJobs = {
  description: withExamples(
    "Lists the jobs of a workspace, all of them, in a preview too. The list was begun after it was asked for; it is " +
      "whole, or the call fails with the reason.",
    "getJobs",
  ),
  inputs: { type: "object", properties: types.getJobsInputs },
  outputs: {
    type: "object",
    properties: { ...asOutputs(types.getJobsInputs), ...types.getJobsOutputs },
    required: ["jobType", ...Object.keys(types.getJobsOutputs)],
  },
};

const getJob = {
  description: withExamples(
    "The one job of exactly that name, in a preview too. Where there is none the call fails, and names the nearest names.",
    "getJob",
  ),
  inputs: { type: "object", properties: types.getJobInputs, required: ["name"] },
  outputs: { type: "object", properties: types.job, required: types.jobRequired },
};

const jobsSnapshot = {
  description: withExamples(
    "A snapshot of a list of jobs in the stack's state. A preview lists the jobs and shows, as an update of this " +
      "resource, which were added, removed or changed since it was recorded, field by field; an update records the new " +
      "list, a refresh reads it again, and a destroy asks nobody. It can be neither imported nor read by an ID.",
    "jobsSnapshot",
  ),
  inputProperties: types.snapshotInputs,
  properties: types.snapshotOutputs,
  required: Object.keys(types.snapshotOutputs),
};

const jobGate = {
  description: withExamples(
    "A check that other resources depend on (the option dependsOn). The rules are evaluated in the preview, and again in " +
      "the update before anything that depends on the gate; the operation ends when one does not hold, or when the jobs " +
      "cannot be known. With inputs that a preview does not know yet, they are evaluated in the update alone. Under " +
      "--target the engine asks no resource that is left out: such a gate holds nothing back.",
    "jobGate",
  ),
  inputProperties: types.gateInputs,
  properties: types.gateOutputs,
  requiredInputs: ["rules"],
  required: Object.keys(types.gateOutputs),
};

function objectType(description: string, properties: Properties, required?: readonly string[]): object {
  return { type: "object", description, properties, ...(required && { required }) };
}

/** `running-exception` is `RunningException`, `REAL_TIME` is `RealTime`, `createUser` is `CreateUser`. */
function pascalCase(value: string): string {
  const words = value.split(/[-_]|(?<=[a-z])(?=[A-Z])/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join("");
}
