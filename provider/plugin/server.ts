import {
  credentials,
  Metadata,
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { PluginInfo, type PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { Difference } from "../core/differences";
import { propertyPath, writable } from "./detailedDiff";
import type { DlfProvider } from "./dlfProvider";
import { Engine } from "../engine/engine";
import { fromStruct, toStruct } from "./propertyValues";
import { settledWithin } from "./settledWithin";

/** The engine's own limit of a message, in bytes (sdk/go/common/util/rpcutil). gRPC's is 4 MiB. */
const mostBytesOfMessage = 400 * 1024 * 1024;

/**
 * How long functions may go on when the operation ends, in ms. A program takes the error of a function for one of its
 * own: where a gate is shut while another list is on its way, it would print from where in its code it asked for that.
 * The engine waits 5 s for all its plugins.
 */
const functionsGoOnForMs = 3_000;

/**
 * Serves the provider on a port of 127.0.0.1.
 *
 * @param engineAddress of the engine that started this process; undefined where one will attach itself
 * @param version of this package
 * @returns the port
 */
export async function serve(engineAddress: string | undefined, version: string): Promise<number> {
  const engine = new Engine({ credentials, Metadata });
  if (engineAddress !== undefined) engine.connect(engineAddress);
  const server = new Server({
    "grpc.max_receive_message_length": mostBytesOfMessage,
    "grpc.max_send_message_length": mostBytesOfMessage,
  });
  server.addService(ResourceProviderService, operations(engine, version));
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}

function operations(engine: Engine, version: string): UntypedServiceImplementation {
  let stop = new AbortController();
  let cancelled = false;
  const functions = new Set<Promise<unknown>>();
  let loading: Promise<DlfProvider> | undefined;
  /** Loaded when it is first needed: the engine starts every plugin of a program, and some are asked for a schema only. */
  const provider = () =>
    (loading ??= import("./dlfProvider").then(({ DlfProvider }) => new DlfProvider(engine, stop.signal)));

  const answer = answering(engine);

  return {
    handshake: answer((request: proto.ProviderHandshakeRequest) => {
      if (cancelled) {
        // The engine before, to which this process was attached, has ended.
        cancelled = false;
        stop = new AbortController();
        loading = undefined;
      }
      engine.connect(request.getEngineAddress());
      return new proto.ProviderHandshakeResponse().setAcceptSecrets(true);
    }),
    attach: answer((request: PluginAttach) => {
      engine.connect(request.getAddress());
      return new Empty();
    }),
    getPluginInfo: answer(() => new PluginInfo().setVersion(version)),
    getSchema: answer(async () => {
      const { default: schema } = await import("./schema.json");
      return new proto.GetSchemaResponse().setSchema(JSON.stringify({ ...schema, version }));
    }),
    checkConfig: answer(async (request: proto.CheckRequest) => {
      const news = fromStruct(request.getNews());
      try {
        const { values, secrets } = (await provider()).checkConfig(news);
        return new proto.CheckResponse().setInputs(toStruct(values, secrets));
      } catch (error) {
        return new proto.CheckResponse().setInputs(request.getNews()).setFailuresList([failure(messageOf(error))]);
      }
    }),
    diffConfig: answer(async (request: proto.DiffRequest) => {
      const [olds, news] = [request.getOldInputs() ?? request.getOlds(), request.getNews()];
      return diffResponse((await provider()).diffConfig(fromStruct(olds), fromStruct(news)));
    }),
    configure: answer(async (request: proto.ConfigureRequest) => {
      (await provider()).configure(request.getUrn() ?? "", fromStruct(request.getArgs()));
      return new proto.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),
    invoke: answer(async (request: proto.InvokeRequest) => {
      const listed = provider().then((ready) => ready.invoke(request.getTok(), fromStruct(request.getArgs())));
      functions.add(listed);
      try {
        const { values, secrets } = await listed;
        return new proto.InvokeResponse().setReturn(toStruct(values, secrets));
      } finally {
        functions.delete(listed);
      }
    }),
    check: answer(async (request: proto.CheckRequest) => {
      const [olds, news] = [fromStruct(request.getOlds()), fromStruct(request.getNews())];
      const checked = await (await provider()).check(asked(request), olds, news);
      const response = new proto.CheckResponse().setInputs(toStruct(checked.inputs.values, checked.inputs.secrets));
      return checked.failure === undefined ? response : response.setFailuresList([failure(checked.failure)]);
    }),
    diff: answer(async (request: proto.DiffRequest) => {
      const state = {
        inputs: () => fromStruct(request.getOldInputs() ?? request.getOlds()),
        outputs: () => fromStruct(request.getOlds()),
      };
      return diffResponse((await provider()).diff(asked(request), state, fromStruct(request.getNews())));
    }),
    create: answer(async (request: proto.CreateRequest) => {
      const { id, outputs } = await (
        await provider()
      ).create(asked(request), fromStruct(request.getProperties()), request.getPreview());
      return new proto.CreateResponse()
        .setId(request.getPreview() ? "" : id)
        .setProperties(toStruct(outputs.values, outputs.secrets));
    }),
    update: answer(async (request: proto.UpdateRequest) => {
      const [olds, news] = [fromStruct(request.getOlds()), fromStruct(request.getNews())];
      const { values, secrets } = await (await provider()).update(asked(request), olds, news, request.getPreview());
      return new proto.UpdateResponse().setProperties(toStruct(values, secrets));
    }),
    read: answer(async (request: proto.ReadRequest) => {
      const [state, inputs] = [fromStruct(request.getProperties()), fromStruct(request.getInputs())];
      const read = await (await provider()).read(asked(request), state, inputs);
      return new proto.ReadResponse()
        .setId(request.getId())
        .setProperties(toStruct(read.outputs.values, read.outputs.secrets))
        .setInputs(toStruct(read.inputs.values, read.inputs.secrets));
    }),
    /** Nothing of a resource exists outside of the state. */
    delete: answer(() => new Empty()),
    cancel: answer(async () => {
      cancelled = true;
      const ending = stop;
      await settledWithin(functions, functionsGoOnForMs);
      ending.abort(new Error("The operation was cancelled."));
      return new Empty();
    }),
  };
}

type Answer = <Request, Response>(
  work: (request: Request) => Response | Promise<Response>,
) => (call: ServerUnaryCall<Request, Response>, respond: sendUnaryData<Response>) => void;

/** Methods of the service. What they throw becomes the error of the call, in its message alone. */
function answering(engine: Engine): Answer {
  return (work) => (call, respond) => {
    const answered = async () => {
      try {
        const response = await work(call.request);
        await engine.told();
        respond(null, response);
      } catch (error) {
        engine.log("debug", error instanceof Error ? (error.stack ?? "") : "");
        respond({ code: status.UNKNOWN, details: messageOf(error) });
      }
    };
    void answered();
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Without a property: the engine would print its whole value before the reason. */
function failure(reason: string): proto.CheckFailure {
  return new proto.CheckFailure().setProperty("").setReason(reason);
}

/** Which resource a request is about: older engines name its type in the URN alone. */
function asked(request: { getUrn(): string; getType(): string }): { urn: string; type: string } {
  const urn = request.getUrn();
  return { urn, type: request.getType() || (urn.split("::")[2]?.split("$").at(-1) ?? "") };
}

const kinds = {
  add: proto.PropertyDiff.Kind.ADD,
  delete: proto.PropertyDiff.Kind.DELETE,
  update: proto.PropertyDiff.Kind.UPDATE,
};

/** Old and new values are those of the inputs: what is listed now is among them. */
function diffResponse(differences: readonly Difference[]): proto.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
  const response = new proto.DiffResponse()
    .setChanges(differences.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList([...new Set(differences.map(({ path }) => String(path[0])))])
    .setHasdetaileddiff(true);
  for (const { path, kind } of differences.map(writable)) {
    response
      .getDetaileddiffMap()
      .set(propertyPath(path), new proto.PropertyDiff().setKind(kinds[kind]).setInputdiff(true));
  }
  return response;
}
