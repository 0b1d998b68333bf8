// The copy of the page that opens without its server. It holds one version whole or not at all, and a page never gets
// files of two: file names carry their content's hash, and the page itself names the version it belongs to.
//
// VERSION and FILES are put in by www/build/finish.js.

/* global VERSION, FILES */

/** Other copies of the page may live elsewhere on the same server. */
const prefix = `hegui ${self.registration.scope} `;
const own = prefix + VERSION;
const page = new URL("./", self.registration.scope).href;

/** Takes a whole version in; where anything is missing, none of it. */
async function takeIn() {
  const response = await fetch(page, { cache: "no-cache" });
  const text = await response.text();
  if (!response.ok || !text.includes(`data-version="${VERSION}"`)) throw new Error("the server changes its version just now");
  const headers = new Headers(response.headers);
  // They speak of what was sent, not of the text.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  const cache = await caches.open(own);
  await cache.addAll(FILES.map((file) => new URL(file, page).href));
  await cache.put(page, new Response(text, { headers }));
}

/** This page's copies, the newest last. */
async function copies() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/** Lets old versions go, but for one: a tab may still show it. */
async function letGo() {
  const old = (await copies()).filter((name) => name !== own);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function answer(request) {
  const url = request.url.split("#")[0];
  const wanted = url === `${page}index.html` ? page : url;
  for (const name of [own, ...(await copies()).reverse()]) {
    const kept = await (await caches.open(name)).match(wanted);
    if (kept) return kept;
  }
  return fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(takeIn()));
self.addEventListener("activate", (event) => event.waitUntil(letGo().then(() => self.clients.claim())));
self.addEventListener("message", ({ data }) => data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(page)) event.respondWith(answer(event.request));
});
