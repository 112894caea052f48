import type { Resource } from "../core/call";
import type { Difference } from "../core/differences";
import type { JobsSnapshot, SnapshotArgs, SnapshotInputs, SnapshotOutputs } from "../core/jobsSnapshot";
import { readSnapshot, writeSnapshot, type WrittenSnapshot } from "../core/snapshotText";

/** As they stand in a state. */
interface WrittenInputs extends SnapshotArgs {
  snapshot?: WrittenSnapshot;
}

/** The snapshot with its inputs as they stand in a state. What comes out is typed: the values themselves. */
export function snapshotOfPlugin(resource: JobsSnapshot): Resource<SnapshotArgs, WrittenInputs, SnapshotOutputs> {
  return {
    async check(olds, news, call) {
      const { inputs, failure } = await resource.check(read(olds), news, call);
      return { inputs: write(inputs, olds), ...(failure !== undefined && { failure }) };
    },
    diff(olds, news) {
      const found = resource.diff(olds, read(news));
      return typeof news.snapshot === "string" ? found.map(ofText) : found;
    },
    create: (inputs, call) => resource.create(read(inputs), call),
    update: (olds, news, call) => resource.update(olds, read(news), call),
    async read(state, call) {
      const { outputs, inputs } = await resource.read(state, call);
      return { outputs, ...(inputs && { inputs: write(inputs, {}) }) };
    },
  };
}

function read({ snapshot, ...given }: WrittenInputs): SnapshotInputs {
  return { ...given, ...(snapshot !== undefined && { snapshot: readSnapshot(snapshot) }) };
}

function write({ snapshot, ...given }: SnapshotInputs, olds: WrittenInputs): WrittenInputs {
  return {
    ...given,
    ...(snapshot !== undefined && { snapshot: writeSnapshot(snapshot, olds.snapshot) }),
  };
}

/** The engine looks into the two texts by itself. */
function ofText({ path, kind }: Difference): Difference {
  return path[0] === "snapshot" ? { path: ["snapshot"], kind: "update" } : { path, kind };
}
