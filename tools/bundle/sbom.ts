import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import type { LicensedPackage } from "./licences";

/**
 * What a file or package is made of, for tools that look for packages with known holes: a CycloneDX 1.6 bill of
 * materials, in JSON. Neither time nor serial number is in it: the same parts make the same bytes.
 *
 * @param whole the package, or one file of it
 * @param parts the packages whose code is inside
 */
export function sbom(whole: { of: LicensedPackage; file?: string }, parts: readonly LicensedPackage[]): string {
  const subject = component(Enums.ComponentType.Application, whole.of, whole.file);
  const inside = parts.map((part) => component(Enums.ComponentType.Library, part));
  for (const { bomRef } of inside) subject.dependencies.add(bomRef);
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: subject }),
    components: new Models.ComponentRepository(inside),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function component(type: Enums.ComponentType, of: LicensedPackage, file?: string): Models.Component {
  const { name, version, license } = of;
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}${file === undefined ? "" : `#${file}`}`;
  const licenses = new Models.LicenseRepository([new Models.LicenseExpression(license)]);
  return new Models.Component(type, file ?? name, { ...{ version, purl, licenses }, bomRef: purl });
}
