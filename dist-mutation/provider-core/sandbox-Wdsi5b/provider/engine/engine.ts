// @ts-nocheck
import type * as Grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

const severities = { debug: LogSeverity.DEBUG, info: LogSeverity.INFO, warn: LogSeverity.WARNING };

/** An engine that does not take a line in so many ms does not get it. */
const mostMsOfLine = 5_000;

/**
 * The engine that started this process: what it is told is shown with a resource, or with the stack.
 *
 * In the process of dynamic resources gRPC is Pulumi's own copy: so it is handed in.
 */
export class Engine {
  #client: EngineClient | undefined;
  readonly #untold = new Set<Promise<void>>();

  constructor(private readonly grpc: Pick<typeof Grpc, "credentials" | "Metadata">) {}

  /** @param address empty: nobody to tell */
  connect(address: string): void {
    this.#client?.close();
    this.#client = address === "" ? undefined : new EngineClient(address, this.grpc.credentials.createInsecure());
  }

  /** @param urn of the resource that it is about; empty: the stack */
  log(severity: keyof typeof severities, message: string, urn = ""): void {
    this.#send(new LogRequest().setSeverity(severities[severity]).setMessage(message).setUrn(urn));
  }

  /** A passing line, not kept in the log. */
  status(line: string, urn = ""): void {
    this.#send(new LogRequest().setSeverity(LogSeverity.INFO).setMessage(line).setUrn(urn).setEphemeral(true));
  }

  /** Resolves when the engine has all that it was told: after the answer that it waits for, it may end. */
  async told(): Promise<void> {
    await Promise.all(this.#untold);
  }

  #send(request: LogRequest): void {
    const client = this.#client;
    if (client === undefined) return;
    const sent = new Promise<void>((resolve) => {
      const until = { deadline: Date.now() + mostMsOfLine };
      // An engine that is gone ends this process soon: nothing is to be done about a line that it did not get.
      client.log(request, new this.grpc.Metadata(), until, () => {
        resolve();
      });
    });
    this.#untold.add(sent);
    void sent.then(() => this.#untold.delete(sent));
  }
}
