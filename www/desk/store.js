// The desk's own storage: one record per submission in IndexedDB.

const NAME = "hegui-desk";
const STORE = "submissions";

/** Milliseconds that a page waits for the desk: a page that is loaded anew has it a moment later. */
const PATIENCE = 1000;

/** @type {Promise<void> | undefined} */
let claiming;
/** @type {Promise<IDBDatabase> | undefined} */
let opening;

/** Keeps other tabs off while this page is open: they would number their submissions as this one does. */
function claim() {
  claiming ??= new Promise((resolve, reject) => {
    // Not there over plain HTTP from another machine, and refused to files on a disk by some browsers.
    if (!navigator.locks) return resolve();
    const held = () => (resolve(), new Promise(() => {}));
    const request = navigator.locks.request(NAME, { signal: AbortSignal.timeout(PATIENCE) }, held);
    request.catch((error) => (error.name === "SecurityError" ? resolve() : reject(error)));
  });
  return claiming;
}

function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

/** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest | void} act */
async function within(mode, act) {
  await claim();
  const transaction = (await database()).transaction(STORE, mode);
  const request = act(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** So many of the submissions that are kept, as they came, behind number `after`. @param {number} after @param {number} count */
export function kept(after, count) {
  return within("readonly", (store) => store.getAll(IDBKeyRange.lowerBound(after, true), count));
}

/** Keeps submissions, new or changed. @param {object[]} submissions */
export function keep(submissions) {
  return within("readwrite", (store) => {
    for (const submission of submissions) store.put(submission);
  });
}

/** Forgets submissions by their numbers; all where there are none given. @param {number[] | null} ids */
export function forget(ids) {
  return within("readwrite", (store) => {
    if (!ids) return store.clear();
    for (const id of ids) store.delete(id);
  });
}
