import { storedAs } from "../../../provider/core/storedAs";
import type { Call, CheckCall, Resource } from "../../../provider/core/call";
import { noCall } from "./fakeCall";

/** A resource of numbers, for an engine that keeps texts; `kept` is what stays of the inputs in the state. */
interface Stored {
  text: string;
  kept?: string;
}

function start(failure?: string) {
  const called: unknown[] = [];
  const state = { outputs: 5, inputs: 6 as number | undefined };
  const resource: Resource<number, number, number> = {
    check: (...given) => {
      called.push(["check", ...given]);
      return Promise.resolve({ inputs: given[1] + 1, ...(failure !== undefined && { failure }) });
    },
    diff: (...given) => {
      called.push(["diff", ...given]);
      return [{ path: ["a"], kind: "add" }];
    },
    create: (...given) => {
      called.push(["create", ...given]);
      return Promise.resolve({ id: "i", outputs: given[0] * 10 });
    },
    update: (...given) => {
      called.push(["update", ...given]);
      return Promise.resolve(given[1] * 10);
    },
    read: (...given) => {
      called.push(["read", ...given]);
      return Promise.resolve({
        outputs: state.outputs,
        ...(state.inputs !== undefined && { inputs: state.inputs }),
      });
    },
  };
  const stored = storedAs<number, number, number, Stored, string>(resource, {
    readInputs: ({ text }) => Number(text),
    writeInputs: (inputs, { kept }) => ({ text: String(inputs), ...(kept !== undefined && { kept }) }),
    readOutputs: Number,
    writeOutputs: String,
  });
  return { called, state, stored };
}

const call: Call & CheckCall = noCall;

test("check takes the inputs out of the state, and lays down the new ones with what stays of the old", async () => {
  const { called, stored } = start();
  expect(await stored.check({ text: "1", kept: "k" }, 3, call)).toStrictEqual({ inputs: { text: "4", kept: "k" } });
  expect(called).toEqual([["check", 1, 3, call]]);
  const failing = await start("no").stored.check({ text: "1" }, 3, call);
  expect(failing).toStrictEqual({ inputs: { text: "4" }, failure: "no" });
});

test("diff, create and update read and write the form of the state", async () => {
  const { called, stored } = start();
  expect(stored.diff("2", { text: "3" })).toEqual([{ path: ["a"], kind: "add" }]);
  expect(await stored.create({ text: "4" }, call)).toEqual({ id: "i", outputs: "40" });
  expect(await stored.update("5", { text: "6" }, call)).toBe("60");
  expect(called).toEqual([
    ["diff", 2, 3],
    ["create", 4, call],
    ["update", 5, 6, call],
  ]);
});

test("what a refresh did not read anew stays as it stands; what it did is written, with the inputs that come along", async () => {
  const { called, state, stored } = start();
  expect(await stored.read("05", call)).toStrictEqual({ outputs: "05", inputs: { text: "6" } });
  Object.assign(state, { outputs: 7, inputs: undefined });
  expect(await stored.read("05", call)).toStrictEqual({ outputs: "7" });
  expect(called).toEqual([
    ["read", 5, call],
    ["read", 5, call],
  ]);
});
