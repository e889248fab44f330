import { WorkerBackend } from './channel.js';
import { documentOf, wellFormed } from './entities.js';
import { TawsimError } from './errors.js';
import { exported, imported, reanchored } from './formats.js';
import { LocalBackend } from './local.js';
import { compile, readModel } from './resources.js';

export { TawsimError } from './errors.js';

/** Finds the people, organisations and places in Arabic text. See tawsim.d.ts for the whole interface. */
export class Tawsim {
  #backend;

  /** @param {LocalBackend | WorkerBackend} backend */
  constructor(backend) {
    this.#backend = backend;
  }

  /** @param {import('./tawsim.js').LoadOptions} [options] */
  static async load({
    wasm = new URL('./pkg/tawsim_bg.wasm', import.meta.url),
    model = new URL('./tawsim.model', import.meta.url),
    worker = typeof Worker === 'function',
    onprogress,
    signal,
  } = {}) {
    signal?.throwIfAborted();
    const [module, bytes] = await Promise.all([compile(wasm, signal), readModel(model, signal, onprogress)]);
    const parts = { module, model: bytes };
    const backend = worker === false ? await LocalBackend.load(parts) : await WorkerBackend.load(parts, worker);
    if (signal?.aborted) backend.dispose();
    signal?.throwIfAborted();
    return new Tawsim(backend);
  }

  /** The names of the types this model can find. */
  get types() {
    return [...this.#backend.types];
  }

  /**
   * @param {string} text
   * @param {import('./tawsim.js').AnnotateOptions} [options]
   */
  async annotate(text, options) {
    if (typeof text !== 'string') throw new TawsimError('bad_text', 'annotate() takes a string.');
    const raw = await this.#backend.annotate(wellFormed(text), options);
    return { text, ...documentOf(text, raw, this.#backend.types) };
  }

  /**
   * @param {import('./tawsim.js').EditedAnnotation} annotation
   * @param {import('./tawsim.js').Format} format
   * @param {import('./tawsim.js').ExportOptions} [options]
   */
  export(annotation, format, options) {
    return exported(this.#backend, annotation, format, options);
  }

  /**
   * @param {string} file
   * @param {import('./tawsim.js').Format} format
   * @param {import('./tawsim.js').ImportOptions} [options]
   */
  import(file, format, options) {
    return imported(this.#backend, file, format, options);
  }

  /**
   * @param {string} text
   * @param {string} file
   */
  reanchor(text, file) {
    return reanchored(this.#backend, text, file);
  }

  dispose() {
    this.#backend.dispose();
  }
}
