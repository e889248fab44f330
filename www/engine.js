import { WorkerBackend } from './channel.js';
import { documentOf, wellFormed } from './entities.js';
import { TawsimError } from './errors.js';
import { exported, imported, reanchored } from './formats.js';
import { packLists } from './lists.js';
import { LocalBackend } from './local.js';
import { Normalized, switches } from './normalized.js';
import { compile, readModel } from './resources.js';
import { Segments } from './segments.js';

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

  /** The names of the types this model and the lists can find. */
  get types() {
    return [...this.#backend.types];
  }

  /**
   * @param {string} text
   * @param {import('./tawsim.js').AnnotateOptions} [options]
   */
  async annotate(text, options) {
    const raw = await this.#backend.annotate(checked(text, 'annotate'), options);
    return { text, ...documentOf(text, raw, raw.types) };
  }

  /**
   * @param {import('./tawsim.js').GazetteerEntry[]} entries
   * @param {{ block?: (string | import('./tawsim.js').BlockedName)[] }} [options]
   */
  async setGazetteer(entries, { block = [] } = {}) {
    const { packed, errors } = packLists(entries, block);
    const report = await this.#backend.setGazetteer(packed);
    errors.push(...report.errors);
    errors.sort((a, b) => b.list.localeCompare(a.list) || a.row - b.row);
    return { entries: report.entries, errors };
  }

  /**
   * @param {string} text
   * @param {import('./tawsim.js').NormalizePreset | import('./tawsim.js').NormalizeOptions} [options]
   */
  async normalize(text, options) {
    return new Normalized(text, await this.#backend.ask('normalize', [checked(text, 'normalize'), ...switches(options)]));
  }

  /** @param {string} text */
  async segment(text) {
    return new Segments(text, await this.#backend.ask('segment', [checked(text, 'segment')]));
  }

  /**
   * @param {string} text
   * @param {string | { start: number, end: number }} phrase
   * @param {import('./tawsim.js').OccurrenceOptions} [options]
   */
  async occurrences(text, phrase, { article = 'same', pronouns = true } = {}) {
    const [words, { start, end }] = typeof phrase === 'string' ? [checked(phrase, 'occurrences'), NOWHERE] : [undefined, phrase];
    const request = [checked(text, 'occurrences'), words, start, end, article === 'any', pronouns];
    const found = await this.#backend.ask('occurrences', request);
    return Array.from({ length: found.length / 2 }, (_, index) => ({ start: found[2 * index], end: found[2 * index + 1] }));
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

const NOWHERE = { start: 0, end: 0 };

/** @param {unknown} text @param {string} method */
function checked(text, method) {
  if (typeof text !== 'string') throw new TawsimError('bad_text', `${method}() takes a string.`);
  return wellFormed(text);
}
