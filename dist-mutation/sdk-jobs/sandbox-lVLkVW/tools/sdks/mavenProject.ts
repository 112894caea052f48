// @ts-nocheck
interface Artifact {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
}

/** What the generated sources import; `com.pulumi:pulumi` is what they are tested with, and brings its own gson. */
const dependencies: readonly Artifact[] = [
  { groupId: "com.pulumi", artifactId: "pulumi", version: "1.16.0" },
  { groupId: "com.google.code.findbugs", artifactId: "jsr305", version: "3.0.2" },
];

/** A `pom.xml` with which `mvn install` makes the Java SDK available to programs built with Maven. */
export function mavenProject(artifact: Artifact): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  ${coordinates(artifact)}
  <properties>
    <maven.compiler.source>11</maven.compiler.source>
    <maven.compiler.target>11</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
${dependencies.map((dependency) => `    <dependency>${coordinates(dependency)}</dependency>\n`).join("")}  </dependencies>
</project>
`;
}

function coordinates({ groupId, artifactId, version }: Artifact): string {
  return `<groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version>`;
}
