// The page's side of its offline copy (service.js): has it made, tells how it stands, changes to a new version only when
// the user says so, and removes it.

/**
 * How the copy stands.
 *
 * - `whole`: this is the single file, which needs none
 * - `none`: this browser or this address allows none
 * - `declined`: the user removed it
 * - `coming`: it is being made
 * - `ready`: the page opens without its server
 * - `newer`: and a newer version waits
 *
 * @typedef {"whole" | "none" | "declined" | "coming" | "ready" | "newer"} Copy
 */

/** Where it is kept that the user wants none. */
const CHOICE = "hegui/offline";
/** Milliseconds after which a page left open asks for a new version. */
const HOUR = 3_600_000;

/** @type {Copy} */
let copy = "coming";
/** @type {Set<(copy: Copy) => void>} */
const listeners = new Set();
/** @type {ServiceWorkerRegistration | undefined} */
let registration;
let begun = false;

/** @param {Copy} now */
function tell(now) {
  copy = now;
  for (const listener of listeners) listener(now);
}

/** Has `listener` told how the copy stands, now and after every change. @param {(copy: Copy) => void} listener */
export function watchCopy(listener) {
  listeners.add(listener);
  if (!begun) begin();
  listener(copy);
}

/** @param {(copy: Copy) => void} listener */
export function unwatchCopy(listener) {
  listeners.delete(listener);
}

function begin() {
  begun = true;
  if (!document.getElementById("program")) return tell("whole");
  if (declined()) return tell("declined");
  // The first visit is for the page itself.
  if (document.readyState === "complete") make();
  else addEventListener("load", make, { once: true });
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration?.update().catch(() => {});
  });
}

async function make() {
  const address = document.getElementById("program")?.dataset.service;
  if (!address || !navigator.serviceWorker) return tell("none");
  try {
    registration = await navigator.serviceWorker.register(address, { updateViaCache: "none" });
  } catch {
    return tell("none");
  }
  if (!registration) return tell("none");
  registration.addEventListener("updatefound", () => follow(registration.installing));
  follow(registration.installing);
  look();
}

/** @param {ServiceWorker | null} worker */
function follow(worker) {
  worker?.addEventListener("statechange", look);
}

function look() {
  const { active, waiting, installing } = registration;
  if (waiting && navigator.serviceWorker.controller) return tell("newer");
  // This page came from the server itself: it is as new.
  if (waiting) waiting.postMessage("take over");
  if (active?.state === "activated") return tell("ready");
  tell(active || waiting || installing ? "coming" : "none");
}

/** Opens the page anew in the version that waits. Other tabs keep theirs until they are opened anew. */
export function changeOver() {
  // Another tab may have changed already.
  if (!registration?.waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage("take over");
}

/** Removes the copy, and makes none again until it is asked for. What was written stays. */
export async function removeCopy() {
  try {
    localStorage.setItem(CHOICE, "off");
  } catch {
    // It will be made again at the next visit.
  }
  const { scope } = registration ?? (await navigator.serviceWorker?.getRegistration()) ?? {};
  await (await navigator.serviceWorker?.getRegistration(scope))?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`hegui ${scope} `)).map((name) => caches.delete(name)));
  registration = undefined;
  tell("declined");
}

/** Makes the copy after all. */
export function makeCopy() {
  try {
    localStorage.removeItem(CHOICE);
  } catch {
    // Then it was never kept either.
  }
  tell("coming");
  make();
}

function declined() {
  try {
    return localStorage.getItem(CHOICE) === "off";
  } catch {
    return false;
  }
}
