// Serves the directory `dist` on the loopback interface, for the tests.
// Usage: node tests/e2e/server.js PORT

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** The built page. */
export const dist = fileURLToPath(new URL("../../dist", import.meta.url));

const types = {
  ".css": "text/css; charset=utf-8",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** How long a file may be kept, as docs/hosting.md says it. @param {string} path */
function keeping(path) {
  return /-[0-9a-f]{16}\.\w+$/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

/**
 * What is served: may be changed while the server runs.
 *
 * @typedef {object} Site
 * @property {string} directory
 * @property {string} [base] the path it is served under, with a slash at both ends
 * @property {Record<string, string>} [headers] sent with every file
 * @property {Record<string, string>} [instead] contents of files that differ from the directory's
 * @property {string[]} [asked] the paths asked for, where they are wanted
 */

/**
 * Starts the server.
 *
 * @param {number} port 0 takes any free one
 * @param {Site} site
 * @returns {Promise<import("node:http").Server>}
 */
export function serve(port, site = { directory: dist }) {
  const server = createServer(async (request, response) => {
    const { directory, base = "/", headers, instead = {}, asked } = site;
    try {
      const { pathname } = new URL(request.url, "http://127.0.0.1");
      asked?.push(pathname);
      if (!pathname.startsWith(base)) throw new Error("another site's");
      // Normalising an absolute path removes every "..", so nothing outside is served.
      let path = normalize(decodeURIComponent(`/${pathname.slice(base.length)}`));
      if (path.endsWith("/")) path += "index.html";
      const name = path.slice(1);
      const body = name in instead ? instead[name] : await readFile(join(directory, path));
      if (body === undefined) throw new Error("taken away");
      const type = types[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": keeping(path), ...headers }).end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** Ends a server at once, connections that are kept alive too. @param {import("node:http").Server} server */
export async function end(server) {
  const ended = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await ended;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve(Number(process.argv[2]));
}
