import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { bin } from "../../package.json";
import { repositoryRoot } from "../../tools/engine/repositoryRoot";
import { runCommand } from "../../tools/engine/runCommand";
import { batchJob, startCommand, startService, until } from "../cli/command";
import { manifestErrors, type Manifest } from "./manifestErrors";

/** Of the example, as far as the tests look at it. */
interface Deployment extends Manifest {
  spec: {
    selector: { matchLabels: Record<string, string> };
    template: { metadata: { labels: Record<string, string> }; spec: { containers: Container[] } };
  };
}
interface Container {
  args: string[];
  env: { name: string; value?: string; valueFrom?: { secretKeyRef: { key: string } } }[];
  ports: { name: string; containerPort: number }[];
  livenessProbe: { httpGet: Probe };
  readinessProbe: { httpGet: Probe };
}
interface Probe {
  path: string;
  port: string;
}
interface Service extends Manifest {
  metadata: { labels: Record<string, string> };
  spec: { selector: Record<string, string>; ports: { name: string; targetPort: string }[] };
}
interface ServiceMonitor extends Manifest {
  spec: { selector: { matchLabels: Record<string, string> }; endpoints: { port: string; honorLabels: boolean }[] };
}

const folder = join(repositoryRoot, "examples/monitoring/kubernetes");
const text = (file: string) => readFileSync(join(folder, file), "utf8");
const exporterYaml = text("exporter.yaml");
const manifestsOf = (yaml: string) => parseAllDocuments(yaml).map((document) => document.toJS() as unknown);
const manifests = manifestsOf(exporterYaml) as [Deployment, Service, ServiceMonitor];
const [deployment, service, monitor] = manifests;
const [container] = deployment.spec.template.spec.containers as [Container];

test("the manifests are what Kubernetes and the Prometheus operator know", async () => {
  expect(manifests.map(({ kind }) => kind)).toEqual(["Deployment", "Service", "ServiceMonitor"]);
  expect(await manifestErrors(manifests)).toEqual([]);
});

test.each([
  ["a field misspelt", "readOnlyRootFilesystem:", "readOnlyRootFileSystem:", '"readOnlyRootFileSystem"'],
  ["a field of another kind", "honorLabels: true", "name: dlf", '"name"'],
  ["a field at the wrong depth", "automountServiceAccountToken: false", "privileged: false", '"privileged"'],
  ["a text for a number", "containerPort: 9471", 'containerPort: "9471"', "containerPort must be integer"],
  ["a value that there is not", "type: RuntimeDefault", "type: Default", '"Default"'],
  ["a duration that is none", "interval: 30s", "interval: half a minute", "interval must match pattern"],
  ["a quantity that is none", "memory: 256Mi", "memory: 256MB", "memory"],
  ["what is required missing", / {2}selector:\n.*\n {2}template/, "  template", "required property selector"],
])("%s is found", async (_, right, wrong, message) => {
  const broken = exporterYaml.replace(right, wrong);
  const errors = await manifestErrors(manifestsOf(broken) as Manifest[]);
  expect(errors.join("\n")).toContain(message);
});

test("they find each other: by labels, and by the names of ports", () => {
  const { labels } = deployment.spec.template.metadata;
  expect(labels).toMatchObject(deployment.spec.selector.matchLabels);
  expect(labels).toMatchObject(service.spec.selector);
  expect(service.metadata.labels).toMatchObject(monitor.spec.selector.matchLabels);
  const ports = container.ports.map(({ name }) => name);
  expect(service.spec.ports.map(({ targetPort }) => targetPort)).toEqual(ports);
  expect(monitor.spec.endpoints).toMatchObject([{ port: service.spec.ports[0]?.name, honorLabels: true }]);
  const probed = [container.livenessProbe, container.readinessProbe].map(({ httpGet }) => httpGet.port);
  expect(ports).toEqual(expect.arrayContaining(probed));
});

/** Of an instruction of the Dockerfile in its JSON form. */
function instruction(name: string): string[] {
  const json = new RegExp(`^${name} (\\[.*\\])$`, "m").exec(text("Dockerfile"))?.[1];
  if (json === undefined) throw new Error(`The Dockerfile has no ${name}.`);
  return JSON.parse(json) as string[];
}

test("the image starts the command of this package, with the port that it says", () => {
  expect(Object.keys(bin)).toEqual(expect.arrayContaining(instruction("ENTRYPOINT")));
  expect(text("Dockerfile")).toContain(`\nEXPOSE ${container.ports[0]?.containerPort}\n`);
});

test.each([
  ["Deployment", container.args],
  ["Dockerfile", instruction("CMD")],
])("as the %s starts it, with the secret's keys alone, the exporter passes the probes", async (_, args) => {
  const emulator = await startService({ jobs: [batchJob("orders")] });
  const secrets: Record<string, string> = emulator.env();
  const given = container.env.map(({ name, value, valueFrom }) => [
    name,
    value ?? secrets[valueFrom?.secretKeyRef.key ?? ""] ?? "",
  ]);
  const { DLF_ENDPOINT, HUAWEICLOUD_SDK_IAM_ENDPOINT } = emulator.env();
  const env = { ...Object.fromEntries(given), DLF_ENDPOINT, HUAWEICLOUD_SDK_IAM_ENDPOINT } as Record<string, string>;
  // The port is the container's own: here another may have it.
  const port = `:${container.ports[0]?.containerPort}`;
  expect(args).toContain(port);
  const { output } = startCommand(
    args.map((each) => (each === port ? "127.0.0.1:0" : each)),
    env,
  );
  const url = await until("an address", () => /listening on (\S+)\/metrics/.exec(output.stderr)?.[1]);
  const status = async ({ httpGet }: { httpGet: Probe }) => (await fetch(`${url}${httpGet.path}`)).status;
  await until("readiness", async () => ((await status(container.readinessProbe)) === 200 ? true : undefined));
  expect(await status(container.livenessProbe)).toBe(200);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('job="orders"');

  const healthCheck = instruction("HEALTHCHECK CMD").map((part) => part.replace(`http://127.0.0.1${port}`, url));
  expect(healthCheck.join()).toContain(url);
  const [command = "", ...rest] = healthCheck;
  const options = { cwd: folder, env: process.env, timeLimit: 30_000 };
  expect(await runCommand(command, rest, options)).toMatchObject({ status: 0 });
  const nobody = rest.map((part) => part.replace(url, "http://127.0.0.1:1"));
  expect(await runCommand(command, nobody, options)).toMatchObject({ status: 1 });
});

test("the readme's secret has the keys that the Deployment takes", () => {
  const created = [...text("README.md").matchAll(/--from-literal=(\w+)=/g)].map(([, key]) => key);
  const taken = container.env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef.key ?? []);
  expect(created).toEqual(taken);
});
