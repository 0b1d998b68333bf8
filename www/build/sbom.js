// Writes the software bill of materials, CycloneDX 1.6 as JSON, to standard output. Usage: node www/build/sbom.js
// The same sources give the same bytes.

import { dependencies, key, project } from "./dependencies.js";

const { name, version, licence } = project();
const all = dependencies();
const self = key({ kind: "cargo", name, version });
const needed = new Set(all.flatMap(({ needs }) => [...needs]));
const expression = (/** @type {string} */ licence) => (licence ? { licenses: [{ expression: licence }] } : {});

const component = ({ kind, name, version, licence, home, hash, parts, ...rest }) => {
  const [, group, last] = /^(?:(@[^/]+)\/)?(.*)$/.exec(name);
  return {
    type: "library",
    "bom-ref": key({ kind, name, version }),
    ...(group ? { group } : {}),
    name: last,
    version,
    ...(rest.authors.length ? { authors: rest.authors.map((name) => ({ name })) } : {}),
    ...expression(licence),
    purl: key({ kind, name, version }),
    ...(hash?.content ? { hashes: [{ alg: hash.algorithm, content: hash.content }] } : {}),
    ...(/^https?:/.test(home) ? { externalReferences: [{ type: "website", url: home }] } : {}),
    properties: [...parts].sort().map((part) => ({ name: "hegui:part", value: part })),
  };
};

const bom = {
  $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  metadata: { component: { type: "application", "bom-ref": self, name, version, ...expression(licence), purl: self } },
  components: all.map(component),
  dependencies: [
    // What nothing else needs, the project itself does; what both need is told with the other.
    { ref: self, dependsOn: all.map(key).filter((other) => !needed.has(other)) },
    ...all.map((one) => ({ ref: key(one), dependsOn: [...one.needs].sort() })),
  ],
};
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
