import { ConfigurationError, DlfError, type JobsQuery, type ListJobsResult } from "../../sdk/index";
import { refuseOtherArguments } from "../core/arguments";
import type { Call } from "../core/call";
import { clientOptions, type Configuration } from "../core/configuration";
import { differences, type Difference } from "../core/differences";
import { hideValues, hideWords } from "../core/hideValues";
import { Listings, sinceOfRefresh, startedSince, type Connection, type OptionsOf } from "../core/listings";
import { waitClock } from "../core/monotonicMs";
import { pick } from "../core/pick";
import { statusLine } from "../core/progress";
import { holdsUnknown, unknownValue } from "../core/unknown";
import { checkedConfiguration, configurationOf, labelOf, missingConfiguration } from "./configuration";
import { pluginFunctions } from "./functions";
import type { Engine } from "../engine/engine";
import type { Properties } from "./propertyValues";
import { pluginResources, type PluginResource } from "./resources";

/** A resource that the engine asks about, and what it knows of it. */
interface Asked {
  urn: string;
  type: string;
}

interface Configured {
  /** Of the provider in the program. */
  urn: string;
  configuration: Configuration;
  /** What of it is a secret: no message shows a value of these. */
  secrets: object;
  listings: Listings;
}

/**
 * What the engine asks of the provider, in plain values. One object serves one provider of the program during one
 * phase, a preview or an update.
 */
export class DlfProvider {
  private readonly resources = pluginResources();
  private configured: Configured | undefined;

  /** @param stopped ends what is under way */
  constructor(
    private readonly engine: Engine,
    private readonly stopped: AbortSignal,
  ) {}

  /** @throws ConfigurationError */
  checkConfig(news: Properties): Properties {
    return checkedConfiguration(news);
  }

  /** A resource is not another one for being listed from elsewhere: nothing is replaced. */
  diffConfig(olds: Properties, news: Properties): Difference[] {
    return differences(olds.values, news.values);
  }

  /**
   * @param urn of the provider
   * @throws ConfigurationError for another provider than before: what is asked does not say which of the two it is for
   */
  configure(urn: string, args: Properties): void {
    if (this.configured !== undefined && this.configured.urn !== urn) {
      throw new ConfigurationError(
        "This process serves one provider of dlf already. A program with several of them cannot have its plugin attached " +
          "(PULUMI_DEBUG_PROVIDERS): let the engine start one for each.",
      );
    }
    const configuration = configurationOf(args);
    const optionsOf: OptionsOf = (given) => Promise.resolve(clientOptions(given, configuration, labelOf(urn)));
    const warn = (message: string) => {
      this.engine.log("warn", message);
    };
    const listings = new Listings(optionsOf, warn, this.stopped);
    this.configured = { urn, configuration, secrets: pick(args.values, args.secrets), listings };
  }

  /** @throws DlfError */
  async invoke(token: string, { values, secrets }: Properties): Promise<Properties> {
    const known = Object.hasOwn(pluginFunctions, token) ? pluginFunctions[token] : undefined;
    if (known === undefined) throw new ConfigurationError(`There is no function ${token}.`);
    const isSecret = secrets.length > 0;
    const kept = (result: object) => ({ values: { ...result }, secrets: isSecret ? Object.keys(result) : [] });
    // An SDK that asks before it knows: it must not get the jobs of another question.
    if (holdsUnknown(values)) return kept(Object.fromEntries(known.outputs.map((key) => [key, unknownValue])));
    // Whether an argument is a secret is not told here in every language (YAML unwraps it): no message shows one.
    const { workspace, tags, jobName, filter } = values;
    const shown = (message: string) => hideWords(message, workspace, tags, jobName, filter);
    const warn = (message: string) => {
      this.engine.log("warn", `${token}: ${shown(hideValues(message, pick(values, secrets)))}`);
    };
    try {
      refuseOtherArguments(values, known.args);
      return kept(await known.call(values, (query) => this.list(query, {}, future), warn));
    } catch (error) {
      const hidden = withoutValues(error, pick(values, secrets));
      if (hidden instanceof DlfError) hidden.message = shown(hidden.message);
      throw hidden;
    }
  }

  /** @returns the inputs, or why there can be none */
  async check(
    asked: Asked,
    olds: Properties,
    news: Properties,
  ): Promise<{ inputs: Properties; failure?: string | undefined }> {
    const known = this.resource(asked);
    const { inputs, failure } = await known.resource.check(olds.values, news.values, {
      ...this.callOf(asked, future),
      ...{ secretArgs: news.secrets, args: known.args, laid: [] },
    });
    const telling = failure === undefined && known.tellingOf?.(inputs, news.secrets.length > 0);
    if (telling) this.engine.log(telling.severity, telling.message, asked.urn);
    return { inputs: withSecrets(known, inputs, news), failure };
  }

  /** @param state of the resource, each part read when it is asked for */
  diff(asked: Asked, state: { inputs(): Properties; outputs(): Properties }, news: Properties): Difference[] {
    const { resource, comparedWith } = this.resource(asked);
    const olds = state[comparedWith]();
    const found = [...resource.diff(olds.values, news.values), ...newSecrets(olds, news)];
    return withoutInsides(found, [...olds.secrets, ...news.secrets]);
  }

  /** In a preview too: what is shown is what was listed for it. */
  async create(asked: Asked, inputs: Properties, isPreview: boolean): Promise<{ id: string; outputs: Properties }> {
    const known = this.resource(asked);
    const call = this.callOf(asked, future, isPreview);
    const { id, outputs } = await withoutSecrets(inputs, known.resource.create(inputs.values, call));
    return { id, outputs: withSecrets(known, outputs, inputs) };
  }

  async update(asked: Asked, olds: Properties, news: Properties, isPreview: boolean): Promise<Properties> {
    const known = this.resource(asked);
    const call = this.callOf(asked, future, isPreview);
    const outputs = await withoutSecrets(news, known.resource.update(olds.values, news.values, call));
    return withSecrets(known, outputs, news);
  }

  /**
   * For a refresh.
   *
   * @throws ConfigurationError where there is no state, as in an import and for the `get` of a resource
   */
  async read(
    asked: Asked,
    state: Properties,
    inputs: Properties,
  ): Promise<{ outputs: Properties; inputs: Properties }> {
    const known = this.resource(asked);
    // The `get` of a resource may bring a state of its own, and has no inputs.
    if (Object.keys(state.values).length === 0 || Object.keys(inputs.values).length === 0) {
      throw new ConfigurationError(
        `${asked.type} cannot be imported, nor read by an ID: nothing of it exists in the cloud. ` +
          "Leave out the option import, or create it as a new resource.",
      );
    }
    const read = await known.resource.read(state.values, this.callOf(asked, sinceOfRefresh()), inputs.values);
    return {
      outputs: withSecrets(known, read.outputs, state),
      inputs: read.inputs ? withSecrets(known, read.inputs, inputs) : inputs,
    };
  }

  private resource({ type }: Asked): PluginResource {
    const known = Object.hasOwn(this.resources, type) ? this.resources[type] : undefined;
    if (known === undefined) throw new ConfigurationError(`There is no resource ${type}.`);
    return known;
  }

  /** @param asked from when on a listing is new enough */
  private callOf({ urn }: Asked, asked: number, isPreview = false): Call {
    return {
      list: (query, connection, since) => this.list(query, connection, since ?? asked, urn, since !== undefined),
      show: (line) => {
        this.engine.status(line, urn);
      },
      isPreview,
      clock: waitClock(this.stopped),
      warn: (message) => {
        this.engine.log("warn", message, urn);
      },
    };
  }

  private async list(
    query: JobsQuery,
    connection: Connection,
    since: number,
    urn?: string,
    asksAnew = false,
  ): Promise<ListJobsResult> {
    if (this.configured === undefined) throw new ConfigurationError("The engine has not configured this provider.");
    const { listings, configuration, secrets } = this.configured;
    const onProgress = statusLine((line) => {
      this.engine.status(line, urn);
    });
    try {
      return await listings.list(query, connection, { isNewEnough: startedSince(since), asksAnew, onProgress });
    } catch (error) {
      throw withoutValues(missingConfiguration(error, configuration), secrets);
    }
  }
}

/**
 * The engine tells neither what a resource waits for nor whether anything was deployed since the one before: so what has
 * begun is never new enough.
 */
const future = Infinity;

/** What became a secret is updated, though its value is the same: the state holds what came of it in plain text. */
function newSecrets(olds: Properties, news: Properties): Difference[] {
  const added = news.secrets.filter((name) => !olds.secrets.includes(name) && Object.hasOwn(olds.values, name));
  return added.map((name) => ({ path: [name], kind: "update" }));
}

/** What differs inside of a secret would tell of it: the names of its jobs. */
function withoutInsides(found: readonly Difference[], secrets: readonly string[]): Difference[] {
  const isSecret = ({ path: [name] }: Difference) => secrets.includes(String(name));
  const names = new Set(found.filter(isSecret).map(({ path: [name = ""] }) => name));
  return [
    ...found.filter((difference) => !isSecret(difference)),
    ...[...names].map((name) => ({ path: [name], kind: "update" as const })),
  ];
}

function withSecrets({ outputs }: PluginResource, values: object, { secrets }: Properties): Properties {
  return { values: values as Record<string, unknown>, secrets: secrets.length > 0 ? [...secrets, ...outputs] : [] };
}

/** What fails with an error that shows no value of the properties that are secrets. */
async function withoutSecrets<T>({ values, secrets }: Properties, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw withoutValues(error, pick(values, secrets));
  }
}

function withoutValues(error: unknown, secrets: object): unknown {
  if (error instanceof DlfError) error.message = hideValues(error.message, secrets);
  return error;
}
