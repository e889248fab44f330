import { Tawsim } from './engine.js';
import { disposed } from './errors.js';

/** @typedef {import('./review/spans.js').Span & { whole: boolean }} Part */
/**
 * @typedef {object} RunnerHost
 * @property {boolean} composing an input method is at work
 * @property {Part | undefined} due what is to be annotated
 * @property {import('./tawsim.js').AnnotateOptions} options
 * @property {(annotation: import('./tawsim.js').Annotation, part: Part) => void} annotated
 */

/** Long enough for the next key, short enough to feel at once. */
const REST_MS = 180;

/**
 * Loads the engine for an element and keeps its annotation up with its text: one run at a time, the old
 * one cancelled as soon as the text has changed.
 */
export class Runner {
  #engine = /** @type {Tawsim | undefined} */ (undefined);
  #loading = new AbortController();
  #run = new AbortController();
  #timer = 0;
  #started = false;
  /** What the status line was told last, so that it can be said again in another language. */
  #last = () => {};
  /** @type {PromiseWithResolvers<Tawsim>} */
  #ready = deferred();

  /**
   * @param {HTMLElement & { value: string, words: import('./words/words.js').Words }} element
   * @param {import('./panel/status.js').Status} status
   * @param {RunnerHost} host
   */
  constructor(element, status, host) {
    this.element = element;
    this.status = status;
    this.host = host;
  }

  get ready() {
    return this.#ready.promise;
  }

  /** The engine, once it has loaded. */
  get engine() {
    return this.#engine;
  }

  async start() {
    if (this.#started) return;
    this.#started = true;
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    this.#busy(undefined);
    const options = { wasm: this.#address('wasm'), model: this.#address('model'), signal };
    try {
      this.#engine = await Tawsim.load(options);
      this.#ready.resolve(this.#engine);
      this.#tell(() => this.status.done(''));
      this.schedule(false);
    } catch (error) {
      if (signal.aborted) return;
      this.#started = false;
      this.#ready.reject(error);
      this.#failed(error);
    }
  }

  stop() {
    this.#loading.abort();
    this.#run.abort();
    clearTimeout(this.#timer);
    this.#engine?.dispose();
    this.#engine = undefined;
    this.#started = false;
    this.#ready.reject(disposed());
    this.#ready = deferred();
  }

  retry() {
    if (this.#engine) return this.#annotate();
    this.#ready = deferred();
    return this.start();
  }

  /** The text has changed. @param {boolean} typed then more may follow at once */
  schedule(typed) {
    this.#run.abort();
    clearTimeout(this.#timer);
    if (!this.#engine) return;
    if (typed) this.#timer = setTimeout(() => this.#annotate(), REST_MS);
    else this.#annotate();
  }

  /** The language has changed. */
  speak() {
    this.#last();
  }

  async #annotate() {
    const engine = this.#engine;
    const { composing, due: part, options } = this.host;
    if (!engine || composing || !part) return;
    this.#run.abort();
    const run = (this.#run = new AbortController());
    const { signal } = run;
    const onprogress = (/** @type {number} */ fraction) => !signal.aborted && this.#busy(fraction, () => this.#cancel());
    try {
      const text = this.element.value.slice(part.start, part.end);
      const annotation = await engine.annotate(text, { ...options, signal, onprogress });
      if (signal.aborted) return;
      this.#last = () => {};
      this.host.annotated(annotation, part);
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
    }
  }

  #cancel() {
    this.#run.abort();
    this.#tell(() => {
      const { cancelled, resume } = this.element.words;
      this.status.ask('stopped', cancelled, resume, () => this.retry());
    });
  }

  /** @param {number | undefined} fraction @param {() => void} [cancel] */
  #busy(fraction, cancel) {
    this.#last = () => {};
    this.status.busy(this.element.words, fraction, cancel);
  }

  /** @param {any} error */
  #failed(error) {
    this.#tell(() => {
      const { words } = this.element;
      this.status.ask('error', `${words.error(error.code ?? '')} ${words.safe}`, words.retry, () => this.retry());
    });
    this.element.dispatchEvent(new CustomEvent('tawsim-error', { bubbles: true, composed: true, detail: { error } }));
  }

  /** @param {() => void} say */
  #tell(say) {
    this.#last = say;
    say();
  }

  /** @param {'wasm' | 'model'} name */
  #address(name) {
    const value = this.element.getAttribute(name);
    return value === null ? undefined : new URL(value, document.baseURI);
  }
}

/** A host need not watch `ready`: the element shows what went wrong itself. @returns {PromiseWithResolvers<any>} */
function deferred() {
  /** @type {any} */
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  parts.promise.catch(() => {});
  return parts;
}
