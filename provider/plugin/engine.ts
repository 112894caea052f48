import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

const severities = { info: LogSeverity.INFO, warn: LogSeverity.WARNING, error: LogSeverity.ERROR };

/** The engine that started this process: what it is told is shown with a resource, or with the stack. */
export class Engine {
  #client: EngineClient | undefined;

  /** @param address empty: nobody to tell */
  connect(address: string): void {
    this.#client?.close();
    this.#client = address === "" ? undefined : new EngineClient(address, credentials.createInsecure());
  }

  /** @param urn of the resource that it is about; empty: the stack */
  log(severity: keyof typeof severities, message: string, urn = ""): void {
    this.#send(new LogRequest().setSeverity(severities[severity]).setMessage(message).setUrn(urn));
  }

  /** A passing line, not kept in the log. */
  status(line: string, urn = ""): void {
    this.#send(new LogRequest().setSeverity(LogSeverity.INFO).setMessage(line).setUrn(urn).setEphemeral(true));
  }

  #send(request: LogRequest): void {
    // An engine that is gone ends this process soon: nothing is to be done about a line that it did not get.
    this.#client?.log(request, () => undefined);
  }
}
