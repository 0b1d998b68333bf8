// Workers that read and check files. Where the browser allows no workers, the same work is done here, one file after
// the other, so that the page stays alive.

/** Seconds after which a worker is taken for hung on a file. */
const PATIENCE = 60;
const TRAPPED = "这份材料让检查引擎出错，没有读完；引擎已经重新启动，其他材料照常检查。请看看内容是否正常，或分成几份再放上来。";

/**
 * A piece of work for a worker: a name of the program's exports and its arguments.
 *
 * @typedef {object} Job
 * @property {number} id
 * @property {string} call
 * @property {unknown[]} args files among them are read first
 */

/** Lets the page draw and hear between two pieces of work. */
export const rest = () => new Promise((resolve) => setTimeout(resolve));

/**
 * The value of a job; the program only begins with some, and goes on in steps.
 *
 * @param {object} program
 * @param {Job} job
 * @param {() => Promise<void>} [rest] between two steps
 */
async function carryOut(program, { call, args }, rest) {
  const read = args.map(async (arg) => (arg instanceof Blob ? new Uint8Array(await arg.arrayBuffer()) : arg));
  let value = program[call](...(await Promise.all(read)));
  for (; value === undefined; value = program.goOn()) await rest?.();
  return value;
}

/**
 * What runs in a worker; it travels as text, and what it needs with it.
 *
 * @param {typeof carryOut} carryOut
 */
function work(carryOut) {
  let ready;
  // The module was compiled where it cannot be sent on from.
  onmessageerror = () => postMessage({ broken: "no program" });
  onmessage = async ({ data: { wasm, job } }) => {
    if (wasm) {
      ready = self.program.then(async (bindings) => {
        await bindings.default({ module_or_path: wasm });
        return bindings;
      });
      ready.catch((error) => postMessage({ broken: String(error) }));
      return;
    }
    try {
      postMessage({ id: job.id, value: await carryOut(await ready, job) });
    } catch (error) {
      // A module that trapped is of no more use.
      postMessage({ id: job.id, error: String(error?.message ?? error), trapped: error instanceof WebAssembly.RuntimeError });
    }
  };
}

export class Pool {
  /** @param {(id: number, value: unknown, error: string | undefined) => void} done is told of every job, once */
  constructor(done) {
    this.done = done;
    /** @type {Job[]} */
    this.waiting = [];
    /** @type {Set<Worker>} */
    this.workers = new Set();
    /** @type {Map<Worker, {job: Job, timer: number}>} */
    this.busy = new Map();
    // All cores: the page itself has one.
    this.most = Math.max(1, Math.min(16, (navigator.hardwareConcurrency || 2) - 1));
    this.here = false;
    /** @type {Job | undefined} what is done here, unless it was given up */
    this.doing = undefined;
    this.allowed = typeof Worker === "function" && window.hegui?.wasm instanceof WebAssembly.Module;
  }

  /** @param {number} id @param {string} call @param {unknown[]} args */
  add(id, call, args) {
    this.waiting.push({ id, call, args });
    this.next();
  }

  /** Gives up what is not done; nobody is told. */
  cancel() {
    this.waiting.length = 0;
    this.doing = undefined;
    for (const worker of this.busy.keys()) this.dismiss(worker);
  }

  next() {
    while (this.waiting.length) {
      if (!this.allowed) return this.slice();
      const free = [...this.workers].find((worker) => !this.busy.has(worker)) ?? this.hire();
      if (!free) return;
      const job = this.waiting.shift();
      const timer = setTimeout(() => {
        this.dismiss(free);
        this.done(job.id, undefined, `检查超过 ${PATIENCE} 秒没有完成，已放弃。请打开文件看看内容是否正常。`);
        this.next();
      }, PATIENCE * 1000);
      this.busy.set(free, { job, timer });
      free.postMessage({ job });
    }
  }

  /** A new worker, unless there are enough. */
  hire() {
    if (this.workers.size >= this.most) return null;
    try {
      const { worker: program, wasm } = window.hegui;
      const url = URL.createObjectURL(new Blob([program, `\n;(${work})(${carryOut})`], { type: "text/javascript" }));
      const worker = new Worker(url);
      URL.revokeObjectURL(url);
      worker.onmessage = ({ data }) => this.hear(worker, data);
      worker.onerror = (event) => (event.preventDefault(), this.hear(worker, { broken: event.message }));
      worker.postMessage({ wasm });
      this.workers.add(worker);
      return worker;
    } catch {
      this.allowed = false;
      queueMicrotask(() => this.next());
      return null;
    }
  }

  /** @param {Worker} worker @param {{id?: number, value?: unknown, error?: string, trapped?: boolean, broken?: string}} told */
  hear(worker, told) {
    const { job, timer } = this.busy.get(worker) ?? {};
    clearTimeout(timer);
    this.busy.delete(worker);
    if (told.broken !== undefined) {
      // It never began: do its work, and all other, here.
      this.dismiss(worker);
      this.allowed = false;
      if (job) this.waiting.unshift(job);
    } else {
      if (told.trapped) this.dismiss(worker);
      this.done(told.id, told.value, told.trapped ? TRAPPED : told.error);
    }
    this.next();
  }

  /** @param {Worker} worker */
  dismiss(worker) {
    clearTimeout(this.busy.get(worker)?.timer);
    this.busy.delete(worker);
    this.workers.delete(worker);
    worker.terminate();
  }

  /** Does one job here, and then, after a rest, the next. */
  slice() {
    if (this.here || !this.waiting.length) return;
    this.here = true;
    setTimeout(async () => {
      const job = (this.doing = this.waiting.shift());
      const done = (value, error) => this.doing === job && this.done(job.id, value, error);
      const goOn = async () => {
        await rest();
        if (this.doing !== job) throw new Error("given up");
      };
      try {
        done(await carryOut(window.wasmBindings, job, goOn));
      } catch (error) {
        const trapped = error instanceof WebAssembly.RuntimeError;
        // The page's own program is at an end: www/editor/failure.js hears of it.
        if (trapped) return reportError(error);
        done(undefined, String(error?.message ?? error));
      }
      this.here = false;
      this.next();
    });
  }
}
