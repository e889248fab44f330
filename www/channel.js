import { TawsimError, crashed, disposed, unpack } from './errors.js';

/** @typedef {import('./local.js').Raw} Raw */
/** @typedef {import('./local.js').RunOptions} RunOptions */
/** @typedef {{ resolve(value: any): void, reject(error: unknown): void, onprogress?: (fraction: number) => void }} Pending */

const spawnDefault = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'tawsim' });

/**
 * The engine in a worker. Every request has an id, so answers may come in any order; a crash rejects what
 * was pending and puts a fresh worker in place.
 */
export class WorkerBackend {
  #spawn;
  #parts;
  #replaceable;
  /** @type {Map<number, Pending>} */
  #pending = new Map();
  #lastId = 0;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<{ types: string[] }>} */
  #loaded;
  /** The host's lists, packed, for a worker that takes the place of another. @type {string | undefined} */
  #lists;
  /** @type {string[]} */
  types = [];

  /**
   * @param {{ module: WebAssembly.Module, model: Uint8Array }} parts
   * @param {true | URL | string | Worker} worker
   */
  constructor(parts, worker) {
    this.#parts = parts;
    this.#replaceable = !(worker instanceof Worker);
    this.#spawn =
      worker === true
        ? spawnDefault
        : () => (worker instanceof Worker ? worker : new Worker(worker, { type: 'module', name: 'tawsim' }));
    this.#loaded = this.#start();
  }

  /**
   * @param {{ module: WebAssembly.Module, model: Uint8Array }} parts
   * @param {true | URL | string | Worker} worker
   */
  static async load(parts, worker) {
    const backend = new WorkerBackend(parts, worker);
    try {
      backend.types = (await backend.#loaded).types;
      return backend;
    } catch (error) {
      backend.#worker?.terminate();
      throw error;
    }
  }

  /**
   * @param {string} text well-formed
   * @param {RunOptions} [options]
   * @returns {Promise<Raw>}
   */
  async annotate(text, { signal, onprogress, ...options } = {}) {
    await this.#loaded;
    signal?.throwIfAborted();
    return this.#request('annotate', { text, options }, onprogress, signal);
  }

  /**
   * @param {string} lists packed
   * @returns {Promise<import('./tawsim.js').GazetteerReport>}
   */
  async setGazetteer(lists) {
    await this.#loaded;
    const { report, types } = await this.#request('setGazetteer', { lists });
    this.#lists = lists;
    this.types = types;
    return report;
  }

  /**
   * @param {string} call
   * @param {unknown[]} request
   * @returns {Promise<any>}
   */
  async ask(call, request) {
    await this.#loaded;
    return this.#request('ask', { call, request });
  }

  dispose() {
    this.#worker?.terminate();
    this.#loaded = Promise.reject(disposed());
    this.#loaded.catch(() => {});
    this.#rejectAll(disposed());
  }

  #start() {
    const worker = (this.#worker = this.#spawn());
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onmessageerror = () => this.#crash();
    worker.onerror = (event) => {
      event.preventDefault();
      this.#crash();
    };
    const loaded = this.#request('load', { ...this.#parts, lists: this.#lists });
    loaded.catch(() => {});
    return loaded;
  }

  /**
   * @param {string} call
   * @param {object} request
   * @param {(fraction: number) => void} [onprogress]
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   */
  #request(call, request, onprogress, signal) {
    const id = ++this.#lastId;
    const worker = /** @type {Worker} */ (this.#worker);
    return new Promise((resolve, reject) => {
      const onabort = () => {
        worker.postMessage({ id, cancel: true });
        this.#settle(id)?.reject(signal?.reason);
      };
      const done = (/** @type {(value: any) => void} */ settle) => (/** @type {any} */ value) => {
        signal?.removeEventListener('abort', onabort);
        settle(value);
      };
      this.#pending.set(id, { resolve: done(resolve), reject: done(reject), onprogress });
      signal?.addEventListener('abort', onabort);
      worker.postMessage({ id, call, request });
    });
  }

  /** @param {{ id: number, value?: any, error?: any, progress?: number }} message */
  #receive({ id, value, error, progress }) {
    if (progress !== undefined) return this.#pending.get(id)?.onprogress?.(progress);
    if (error?.code === 'engine_crashed') return this.#crash();
    const pending = this.#settle(id);
    if (error) pending?.reject(unpack(error));
    else pending?.resolve(value);
  }

  /** @param {number} id */
  #settle(id) {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  /** @param {TawsimError} error */
  #rejectAll(error) {
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of waiting) reject(error);
  }

  /** A worker that never loaded would only fail again; one that worked is replaced. */
  #crash() {
    this.#worker?.terminate();
    const worked = this.types.length > 0;
    this.#rejectAll(worked ? crashed() : workerMissing());
    this.#loaded = worked && this.#replaceable ? this.#start() : Promise.reject(worked ? crashed() : workerMissing());
    this.#loaded.catch(() => {});
  }
}

const workerMissing = () =>
  new TawsimError(
    'worker_missing',
    "The worker could not start. Serve worker.js beside engine.js, allow worker-src 'self', or pass worker: false.",
  );
