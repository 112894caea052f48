import { regionAndDomain } from "./endpoints";
import { ConfigurationError } from "../errors";
import { defaultDomain, withoutUndefined, type DlfClientOptions, type LabelledOption } from "./options";

const project = ["projectId", "projectName"] as const;
const endpoints = ["endpoint", "iamEndpoint", "stsEndpoint"] as const;

interface PlaceRule {
  /** What the upper layer says. */
  says: keyof typeof sayings;
  /** What it hides of each layer below: all of it, or (`of`) that of another region or domain. */
  hides: readonly LabelledOption[];
  of?: "region" | "domain";
  /** What becomes of a value of which nothing tells the region or domain. */
  unknown?: "hidden" | "kept" | "refused";
}

/**
 * Which values belong together. Code lies over the stack's configuration, and both over the environment: what a layer
 * says about where hides what the layers below say about another place. What is given twice is the upper layer's.
 *
 * A project of which nobody tells the region may be another region's, and the region's own may not be the one that is
 * meant: that is refused.
 */
const placeRules: readonly PlaceRule[] = [
  { says: "profile", hides: ["region", ...project, ...endpoints, "assumeRole", "credentials"] },
  { says: "account", hides: ["assumeRole"] },
  { says: "agency", hides: project },
  { says: "project", hides: project },
  { says: "domain", hides: ["domain", ...endpoints], of: "domain", unknown: "hidden" },
  { says: "domain", hides: ["region", ...project], of: "domain", unknown: "kept" },
  { says: "region", hides: ["region", ...endpoints], of: "region", unknown: "hidden" },
  { says: "region", hides: project, of: "region", unknown: "refused" },
];

interface Saying {
  option: LabelledOption;
  value: string;
}

/** What a layer says, and by which option: a region also by its project's name or its endpoint. */
export const sayings = {
  profile: (layer) => given(layer, "profile") ?? given(layer, "sharedConfigFile"),
  account: ({ credentials }) => (credentials ? { option: "credentials", value: "the keys" } : undefined),
  agency: ({ assumeRole }) => (assumeRole ? { option: "assumeRole", value: assumeRole.agencyName } : undefined),
  project: (layer) => given(layer, "projectId") ?? given(layer, "projectName"),
  region: (layer) => given(layer, "region") ?? regionOf(layer, "projectName") ?? regionOf(layer, "endpoint"),
  domain: (layer) => given(layer, "domain") ?? domainOf(layer, "endpoint"),
} satisfies Record<string, (layer: DlfClientOptions) => Saying | undefined>;

/** A value that is given and not used, since it is of another place. */
export interface LeftOut {
  /** Which one. */
  option: LabelledOption;
  /** Where it stands: `environment DLF_ENDPOINT`. */
  place: string;
  /** What hides it, and where that stands: `region cn-east-3 from code`. */
  because: string;
  /** What the layer above says that hides it. */
  by: PlaceRule["says"];
}

/**
 * One layer over another.
 *
 * @returns the options of both, labelled by `sources`; and what of the lower layer is hidden
 * @throws ConfigurationError when it cannot be known whether two values are of one place: names both
 */
export function layOver(
  upper: DlfClientOptions,
  lower: DlfClientOptions,
): {
  /** Those of both, each labelled by `sources`. */
  options: DlfClientOptions;
  /** What of the lower layer is hidden. */
  leftOut: LeftOut[];
} {
  const over = withoutUndefined(upper);
  const under = withItsPlace(withoutUndefined(lower), over.domain);
  const left = Object.entries(under).filter(([option]) => !(option in over)) as [LabelledOption, unknown][];
  const leftOut = left.flatMap(([option]) => hidden(over, under, option) ?? []);
  const kept = left.filter(([option]) => !leftOut.some((each) => each.option === option));
  const labels = [
    ...kept.map(([option]) => [option, under.sources?.[option]] as const),
    ...Object.entries(over.sources ?? {}).filter(([option]) => option in over),
  ].filter(([, label]) => label !== undefined);
  return { options: { ...Object.fromEntries(kept), ...over, sources: Object.fromEntries(labels) }, leftOut };
}

/** @throws ConfigurationError for two options of which only one can be meant: names both */
export function refuseTwoRegions(options: DlfClientOptions): void {
  const [first, ...others] = [
    given(options, "region"),
    regionOf(options, "projectName"),
    regionOf(options, "endpoint"),
  ].filter((saying) => saying !== undefined);
  const other = others.find(({ value }) => value !== first?.value);
  if (first === undefined || other === undefined) return;
  const shown = ({ option, value }: Saying) =>
    `${value} by ${option}${option === "region" ? "" : ` ${JSON.stringify(options[option])}`} (${labelOf(options, option)})`;
  throw new ConfigurationError(`Two regions: ${shown(first)}, and ${shown(other)}. Only one of them can be meant.`);
}

/** The region's own project is named after it, a sub-project `<region>_<name>`. Other names tell nothing. */
export function regionOfProject(projectName: string | undefined): string | undefined {
  return /^([a-z]{2,}(?:-[a-z]+)+-\d+)(?:_.*)?$/.exec(projectName ?? "")?.[1];
}

/**
 * A layer with the region and domain that its project or endpoint names: they are the layer's also where that project
 * or endpoint is not the one used.
 */
function withItsPlace(layer: DlfClientOptions, otherDomain: string | undefined): DlfClientOptions {
  const seen = { domain: otherDomain, ...layer };
  const region = sayings.region(seen);
  const domain = given(layer, "domain") ?? domainOf(seen, "endpoint");
  const sources = {
    ...layer.sources,
    ...(region && { region: labelOf(layer, region.option) }),
    ...(domain && { domain: labelOf(layer, domain.option) }),
  };
  return { ...layer, ...(region && { region: region.value }), ...(domain && { domain: domain.value }), sources };
}

function hidden(over: DlfClientOptions, under: DlfClientOptions, option: LabelledOption): LeftOut | undefined {
  for (const { says, hides, of, unknown } of placeRules) {
    const saying = hides.includes(option) ? sayings[says](over) : undefined;
    if (saying === undefined) continue;
    const because = `${says} ${saying.value} from ${labelOf(over, saying.option)}`;
    const place = labelOf(under, option);
    // A value that names its place itself is of that, whatever stands beside it.
    const own = of === "region" ? regionOf(under, option) : of === "domain" ? domainOf(under, option) : undefined;
    const here = own ?? (of && sayings[of](under));
    if (of === undefined || (here === undefined ? unknown === "hidden" : here.value !== saying.value)) {
      return { option, place, because, by: says };
    }
    if (here === undefined && unknown === "refused") {
      throw new ConfigurationError(
        `Two places: ${because}, and a project from ${place}, of which nothing tells the region. ` +
          "Name the region beside the project (HW_REGION_NAME in the environment), or the project where the region is named.",
      );
    }
  }
  return undefined;
}

function given(
  layer: DlfClientOptions,
  option: "region" | "domain" | "profile" | "sharedConfigFile" | (typeof project)[number],
) {
  const value = layer[option];
  return value === undefined ? undefined : { option, value };
}

/** The region in the value of an option: `cn-north-4_team`, `https://dayu-dlf.cn-north-4.myhuaweicloud.com`. */
function regionOf(layer: DlfClientOptions, option: LabelledOption): Saying | undefined {
  const value = option === "projectName" ? regionOfProject(layer.projectName) : placeOf(layer, option)?.region;
  return value === undefined ? undefined : { option, value };
}

function domainOf(layer: DlfClientOptions, option: LabelledOption): Saying | undefined {
  const value = placeOf(layer, option)?.domain;
  return value === undefined ? undefined : { option, value };
}

function placeOf(layer: DlfClientOptions, option: LabelledOption) {
  const endpoint = endpoints.find((each) => each === option);
  return endpoint && regionAndDomain(layer[endpoint] ?? "", layer.domain ?? defaultDomain);
}

function labelOf(layer: DlfClientOptions, option: LabelledOption): string {
  return layer.sources?.[option] ?? "code";
}
