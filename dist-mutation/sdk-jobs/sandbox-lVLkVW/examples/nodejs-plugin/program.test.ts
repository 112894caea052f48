// @ts-nocheck
import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import type * as Program from "./index";

const jobs = [
  { name: "ods_orders", jobType: "BATCH", status: "SCHEDULING" },
  { name: "click_stream", jobType: "REAL_TIME", status: "NORMAL" },
];

/** What the program gave to each resource, by its name. */
const given: Record<string, { rules?: { forbiddenLastInstanceStatuses?: string[] } }> = {};

/** Stands for the plugin. */
const plugin: pulumi.runtime.Mocks = {
  call({ inputs }) {
    const wanted = inputs.jobType ?? "BATCH";
    const found = jobs.filter((job) => wanted === "ALL" || wanted === job.jobType);
    return { ...inputs, jobs: found, names: found.map((job) => job.name), total: found.length };
  },
  newResource({ name, type, inputs }) {
    given[name] = inputs;
    const outputs: Record<string, object> = {
      "dlf:index:JobsSnapshot": { jobs, total: jobs.length },
      "dlf:index:JobGate": { finding: { result: "holds", violations: [] } },
    };
    return { id: `${name}-id`, state: { ...inputs, ...outputs[type] } };
  },
};

let program: typeof Program;

before(async () => {
  await pulumi.runtime.setMocks(plugin, "program");
  pulumi.runtime.setAllConfig({
    "program:eastProjectId": "1",
    "program:eastAccessKey": "key",
    "program:eastSecretKey": "secret",
  });
  program = await import("./index.js");
});

function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply(resolve));
}

test("lists real-time jobs", async () => {
  assert.deepEqual(await valueOf(program.streams), ["click_stream"]);
});

test("the gate forbids failed runs", async () => {
  assert.equal(await valueOf(program.gate), "holds");
  assert.ok(given.healthy?.rules?.forbiddenLastInstanceStatuses?.includes("fail"));
});
