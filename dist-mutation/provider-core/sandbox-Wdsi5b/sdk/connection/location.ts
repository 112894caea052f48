// @ts-nocheck
import { listPlaces } from "../credentials/chain";
import { kooCliRegion, type FileContext, type KooCliChoice } from "../credentials/kooCliFile";
import type { NotFound } from "../credentials/source";
import { ConfigurationError } from "../errors";
import { regionSchema } from "../configuration/options";
import { withRegion, type Settings } from "../configuration/settings";

const missingEndpoint = {
  endpoint: ["endpoint", "DLF_ENDPOINT"],
  iamEndpoint: ["endpoint of IAM", "HUAWEICLOUD_SDK_IAM_ENDPOINT"],
  stsEndpoint: ["endpoint of STS", "HUAWEICLOUD_SDK_STS_ENDPOINT"],
} as const;

/** Where options and environment have a region, and had none. */
function regionlessPlaces({ leftOut }: Settings): readonly NotFound[] {
  const hidden = leftOut.find(({ option }) => option === "region");
  return [
    { place: "region in code or configuration", why: "none" },
    { place: "environment HW_REGION_NAME", why: hidden === undefined ? "not set" : `left out: ${hidden.because}` },
    { place: "the region of projectName or HW_PROJECT_NAME", why: "none" },
  ];
}

/** The settings, with a region from KooCLI's file where they have none: read at most once, and only when needed. */
export class Location {
  private asked: Promise<void> | undefined;
  private places: readonly NotFound[];

  constructor(
    private now: Settings,
    private readonly files: FileContext,
    private readonly choice: KooCliChoice,
  ) {
    this.places = regionlessPlaces(now);
  }

  get settings(): Settings {
    return this.now;
  }

  /** Where a region was looked for in vain. */
  get placesWithout(): readonly NotFound[] {
    return this.places;
  }

  /** @throws ConfigurationError for a file that is broken */
  async region(): Promise<string | undefined> {
    if (this.now.region === undefined) await (this.asked ??= this.askKooCli());
    return this.now.region;
  }

  /** @throws ConfigurationError when neither it nor a region is known: lists every place that was looked at */
  async endpoint(option: keyof typeof missingEndpoint): Promise<string> {
    if (this.now[option] === undefined) await this.region();
    const endpoint = this.now[option];
    if (endpoint !== undefined) return endpoint;
    const [what, name] = missingEndpoint[option];
    throw new ConfigurationError(
      `No region and no ${what}. Set the region in code or configuration or as HW_REGION_NAME (such as cn-north-4), ` +
        `or the whole endpoint (${name}). Looked at: ${listPlaces(this.places)}.`,
    );
  }

  /** IAM's address as the file of the credentials has it: it stands behind what options and environment say. */
  preferIam(iamEndpoint: string, source: string): void {
    if (this.now.origins.iamEndpoint !== undefined) return;
    const origins = { ...this.now.origins, iamEndpoint: { source, by: "environment" as const } };
    this.now = { ...this.now, iamEndpoint, origins };
  }

  private async askKooCli(): Promise<void> {
    const found = await kooCliRegion(this.files, this.choice);
    if ("why" in found) {
      this.places = [...this.places, found];
      return;
    }
    if (!regionSchema.safeParse(found.region).success) {
      throw new ConfigurationError(`The region of ${found.source} is none. Write one such as cn-north-4.`);
    }
    const origins = { ...this.now.origins, region: { source: found.source, by: "environment" as const } };
    this.now = { ...withRegion({ ...this.now, region: found.region }, origins), origins };
  }
}
