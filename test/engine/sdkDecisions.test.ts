import { sdkLanguages } from "../../tools/sdks/generateSdk";
import { mavenProject } from "../../tools/sdks/mavenProject";
import { mustRun } from "../../tools/engine/mustRun";
import { withRelease } from "../../tools/sdks/release";

describe("the schema of a release", () => {
  const schema = { name: "dlf", pluginDownloadURL: "github://api.github.com/owner" };

  it("has the version, and what the schema says of the plugin's place", () => {
    expect(withRelease(schema, { version: "1.2.3" })).toEqual({ ...schema, version: "1.2.3" });
  });

  it("names the place that is given", () => {
    const released = withRelease(schema, { version: "1.2.3", pluginDownloadUrl: "http://127.0.0.1:1" });
    expect(released.pluginDownloadURL).toBe("http://127.0.0.1:1");
  });
});

it("there are SDKs for every language that Pulumi has", () => {
  expect([...sdkLanguages].sort()).toEqual(["dotnet", "go", "java", "nodejs", "python", "yaml"]);
});

it("the Maven project of the Java SDK has its coordinates", () => {
  const pom = mavenProject({ groupId: "com.pulumi", artifactId: "dlf", version: "1.2.3" });
  expect(pom).toContain("<groupId>com.pulumi</groupId><artifactId>dlf</artifactId><version>1.2.3</version>\n  <prop");
});

describe("a tool of the generation", () => {
  const options = { cwd: __dirname, env: process.env };

  it("that fails is shown with what it said", async () => {
    const failing = ["-e", "console.log('no module'); process.exitCode = 3"];
    await expect(mustRun(process.execPath, failing, options)).rejects.toThrow(/ended with status 3:\nno module$/);
  });

  it("that is not there is named", async () => {
    await expect(mustRun("no-such-tool", [], options)).rejects.toThrow("no-such-tool is not on PATH");
  });
});
