import { InvalidRulesError } from "../errors";
import type { Job } from "../jobs/job";
import { prometheusRules, type AlertingRuleGroup, type PrometheusRulesOptions } from "./prometheusRules";
import { splitByHash } from "./splitByHash";

/** A resource of the Prometheus operator, for Kubernetes. */
export interface PrometheusRule {
  /** Of the operator. */
  apiVersion: "monitoring.coreos.com/v1";
  /** Of the operator. */
  kind: "PrometheusRule";
  /** What the resource is called. */
  metadata: {
    /** Unique among the resources that are made together. */
    name: string;
    /** Absent where none was given. */
    namespace?: string;
  };
  /** What the operator gives to Prometheus. */
  spec: {
    /** As of a rule file. */
    groups: AlertingRuleGroup[];
  };
}

/**
 * Of a resource, as JSON and as YAML. `kubectl apply` keeps a copy in the annotations, which have room for 256 KiB; the
 * operator takes 512 KiB of YAML, etcd 1.5 MiB.
 */
const mostBytes = 240 * 1_024;

/**
 * The alerts of `prometheusRules` as resources of the Prometheus operator, none larger than 240 KiB, which is some 40
 * to 110 jobs. One is called `name`; more are called `name-0`, `name-10`, `name-11` and so on, by the leading bits of a
 * hash of the groups in them. A job that comes or goes changes one of them, whatever the number; where that one becomes
 * too large, two take its place, whose alerts Prometheus takes for new ones.
 *
 * @throws InvalidRulesError (`INVALID_RULES`) for options that cannot be used, and for labels or annotations so long
 *   that the rules of a single job do not fit
 */
export function prometheusRuleResources(
  jobs: readonly Job[],
  { name, namespace, ...options }: PrometheusRulesOptions & { name: string; namespace?: string | undefined },
): PrometheusRule[] {
  const resource = (suffix: string, groups: AlertingRuleGroup[]): PrometheusRule => ({
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    metadata: { name: `${name}${suffix}`, ...(namespace !== undefined && { namespace }) },
    spec: { groups },
  });
  // For any suffix: a hash has 256 bits.
  const room = mostBytes - bytes(resource("-".padEnd(257, "0"), []));
  const sizeOf = (group: AlertingRuleGroup): number => {
    // As deep as in the resource; the brackets around it are more than the comma.
    const size = bytes([[[group]]]);
    if (size > room) throw new InvalidRulesError(`${group.name}: ${size} bytes of rules do not fit into a resource.`);
    return size;
  };
  const { groups } = prometheusRules(jobs, options);
  return splitByHash(groups, sizeOf, room).map(({ bits, items }) => resource(bits === "" ? "" : `-${bits}`, items));
}

/** At most, whether written as JSON, indented or not, or as YAML. */
function bytes(value: unknown): number {
  const text = JSON.stringify(value, undefined, 2);
  // YAML doubles the quote in `'…'`, and some of its writers put `\U0001F680` for what has four bytes.
  const more = text.replace(/[^'\u{10000}-\u{10ffff}]/gu, "");
  return Buffer.byteLength(text) + more.length * 6;
}
