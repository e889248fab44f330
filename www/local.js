import { TawsimError, crashed, disposed, wasmInvalid } from './errors.js';

/** One slice of work stays below a frame, so that a page stays awake and a worker hears a cancellation. */
const SLICE_MS = 10;
const FIRST_SLICE_WORDS = 256;

/**
 * What one annotation gives before it is made into entities: 10 numbers an entity, their folded forms, what
 * few of them have, which belong together, and the types that their numbers stand for.
 * @typedef {{ spans: Uint32Array, norms: string, extras: Extra[], clusters: RawCluster[], types: string[] }} Raw
 * @typedef {{ entity: number, value?: import('./tawsim.js').Value, id?: string }} Extra
 * @typedef {{ canonical: number, mentions: number[], roles: number[] }} RawCluster
 * @typedef {import('./tawsim.js').AnnotateOptions} RunOptions
 */

/**
 * The engine in the realm that imports this file: the page, a worker, or Node.
 */
export class LocalBackend {
  #engine;
  #stopped = /** @type {TawsimError | undefined} */ (undefined);

  /** @param {{ types(): string[], setGazetteer(packed: string): any, start(text: string, options?: object): any, free(): void }} engine */
  constructor(engine) {
    this.#engine = /** @type {any} */ (engine);
    this.types = engine.types();
  }

  /**
   * @param {{ module: WebAssembly.Module, model: Uint8Array, lists?: string }} parts
   * @returns {Promise<LocalBackend>}
   */
  static async load({ module, model, lists }) {
    const glue = await import('./pkg/tawsim.js').catch((error) => {
      throw new TawsimError('wasm_missing', 'pkg/tawsim.js could not be read. Deploy www/pkg beside engine.js.', error);
    });
    try {
      await glue.default({ module_or_path: module });
    } catch (error) {
      throw wasmInvalid(error);
    }
    try {
      const backend = new LocalBackend(new glue.Engine(model));
      if (lists) await backend.setGazetteer(lists);
      return backend;
    } catch (error) {
      throw TawsimError.from(error);
    }
  }

  /**
   * @param {string} text well-formed
   * @param {RunOptions} [options]
   * @returns {Promise<Raw>}
   */
  async annotate(text, { signal, onprogress, ...options } = {}) {
    await breathe();
    signal?.throwIfAborted();
    const job = this.#guard(() => this.#engine.start(text, options));
    const { types } = this;
    try {
      for (let words = FIRST_SLICE_WORDS; ; ) {
        const began = performance.now();
        const done = this.#guard(() => job.advance(words));
        words = pace(words, performance.now() - began);
        onprogress?.(done);
        if (done >= 1) return { ...this.#guard(() => job.take()), types };
        await breathe();
        signal?.throwIfAborted();
      }
    } finally {
      if (!this.#stopped) job.free();
    }
  }

  /**
   * @param {string} lists packed
   * @returns {Promise<import('./tawsim.js').GazetteerReport>}
   */
  async setGazetteer(lists) {
    const report = this.#guard(() => this.#engine.setGazetteer(lists));
    this.types = this.#guard(() => this.#engine.types());
    return report;
  }

  /**
   * Work that is done in one go: normalize, segment, occurrences, write, read or reanchor.
   * @param {string} call
   * @param {unknown[]} request
   * @returns {Promise<any>}
   */
  async ask(call, request) {
    return this.#guard(() => this.#engine[call](...request));
  }

  dispose() {
    if (this.#stopped) return;
    this.#stopped = disposed();
    this.#engine.free();
  }

  /**
   * After a trap nothing of the instance may be touched again.
   * @template T
   * @param {() => T} work
   * @returns {T}
   */
  #guard(work) {
    if (this.#stopped) throw this.#stopped;
    try {
      return work();
    } catch (thrown) {
      const error = TawsimError.from(thrown);
      if (error.code === 'engine_crashed') this.#stopped = crashed(thrown);
      throw error;
    }
  }
}

/** @param {number} words @param {number} took */
const pace = (words, took) =>
  Math.round(Math.min(Math.max((words * SLICE_MS) / Math.max(took, 0.5), FIRST_SLICE_WORDS / 4), words * 4));

/**
 * Lets whatever waits in the event loop go first. `setTimeout` would be slowed to 4 ms a turn, and
 * `scheduler.yield` comes back before the message that cancels.
 */
const breathe = () => {
  const { setImmediate } = /** @type {any} */ (globalThis);
  if (setImmediate) return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), resolve(undefined));
    port2.postMessage(null);
  });
};
