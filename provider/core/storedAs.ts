import type { Resource } from "./call";

/** How inputs and outputs stand in a state, where a resource has them in another form. */
export interface StoredForm<Inputs, Outputs, StoredInputs, StoredOutputs> {
  readInputs(stored: StoredInputs): Inputs;
  /** @param olds the inputs in the state: some of their form may have to stay */
  writeInputs(inputs: Inputs, olds: Partial<StoredInputs>): StoredInputs;
  readOutputs(stored: StoredOutputs): Outputs;
  writeOutputs(outputs: Outputs): StoredOutputs;
}

/** The same resource, for an engine that keeps its inputs and outputs in that form. */
export function storedAs<Args, Inputs, Outputs, StoredInputs extends object, StoredOutputs>(
  resource: Resource<Args, Inputs, Outputs>,
  form: StoredForm<Inputs, Outputs, StoredInputs, StoredOutputs>,
): Resource<Args, StoredInputs, StoredOutputs> {
  return {
    async check(olds, news, call) {
      const { inputs, failure } = await resource.check(form.readInputs(olds), news, call);
      return { inputs: form.writeInputs(inputs, olds), ...(failure !== undefined && { failure }) };
    },
    diff: (olds, news) => resource.diff(form.readOutputs(olds), form.readInputs(news)),
    async create(inputs, call) {
      const { id, outputs } = await resource.create(form.readInputs(inputs), call);
      return { id, outputs: form.writeOutputs(outputs) };
    },
    async update(olds, news, call) {
      return form.writeOutputs(await resource.update(form.readOutputs(olds), form.readInputs(news), call));
    },
    async read(state, call, olds) {
      const recorded = form.readOutputs(state);
      const { outputs, inputs } = await resource.read(recorded, call, olds && form.readInputs(olds));
      // What was not read anew stays byte for byte.
      const kept = outputs === recorded;
      return {
        outputs: kept ? state : form.writeOutputs(outputs),
        ...(inputs && { inputs: form.writeInputs(inputs, olds ?? {}) }),
      };
    },
  };
}
