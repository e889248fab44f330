import { Room } from './room.js';
import { UNDECIDED } from './review/verdicts.js';
import { elementSheet, typeSheet } from './style.js';
import { wordsOf } from './words/words.js';

/**
 * <tawsim-annotator>: a text that is edited in place, with its entities marked, listed and reviewed.
 * Attributes: `wasm` and `model` (addresses), `lang` (interface: ar or en), `digits` (arab or latn),
 * `marks="mark"`, `readonly`, `hide` (types, between spaces, that are shown only when asked for).
 */
export class TawsimAnnotator extends HTMLElement {
  static observedAttributes = ['lang', 'digits', 'marks', 'readonly', 'hide'];

  #words = wordsOf('ar');
  #room;
  /** @type {import('./element.js').Lists | undefined} */
  #lists;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [elementSheet(), typeSheet()];
    this.#room = new Room(this);
    root.append(this.#room.root, this.#room.card.element);
  }

  connectedCallback() {
    this.#upgrade();
    if (this.#room.marks) return;
    this.#room.mark();
    this.#room.runner.start();
    this.ready.then(({ types }) => this.#room.learn(types), () => {});
    this.#speak();
    this.#sendLists();
  }

  disconnectedCallback() {
    // Being moved in the document disconnects and connects at once: nothing is torn down for that.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#room.unmark();
      this.#room.runner.stop();
    });
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === 'lang' || name === 'digits') this.#speak();
    else if (name === 'hide') this.#room.hide((this.getAttribute('hide') ?? '').split(/\s+/).filter(Boolean));
    else if (name === 'readonly') this.#room.lock(this.hasAttribute('readonly'));
    else if (this.#room.marks) this.#room.mark();
  }

  /** The text, exactly as it was given or typed. */
  get value() {
    return this.#room.value;
  }

  set value(text) {
    this.#room.editor.value = String(text);
  }

  get ready() {
    return this.#room.runner.ready;
  }

  get entities() {
    return this.#room.annotation.entities;
  }

  /** Suggestions nobody has looked at, of the types that are shown. */
  get queue() {
    return this.#room.reviewer.queue;
  }

  /** How many entities there are, and how many suggestions nobody has looked at. */
  get progress() {
    return this.#room.reviewer.progress;
  }

  get annotation() {
    return { text: this.value, ...this.#room.annotation };
  }

  /** All there is to keep of this text. */
  get state() {
    const { suggestions, decisions, due } = this.#room.sheet;
    return { text: this.value, decisions, ...(!due && { suggestions }) };
  }

  set state({ text, suggestions, decisions, past }) {
    this.#room.learn([...(suggestions ?? []), ...(decisions?.verdicts ?? [])].map(({ type }) => type));
    this.#room.load({ text, suggestions, decisions: decisions ?? UNDECIDED, past });
  }

  /** Every step that led here, and those that were taken back. */
  get past() {
    return this.#room.sheet.past;
  }

  /** What goes to the engine with every text. */
  get options() {
    return this.#room.options;
  }

  set options(options) {
    const same = JSON.stringify(options) === JSON.stringify(this.#room.options);
    this.#room.options = options;
    if (!same) this.again();
  }

  set explain(/** @type {(entity: import('./element.js').NamedEntity) => string[]} */ explain) {
    this.#room.explain = explain;
  }

  get words() {
    return this.#words;
  }

  undo() {
    this.#room.undo();
  }

  redo() {
    this.#room.redo();
  }

  retry() {
    this.#room.runner.retry();
  }

  /** Looks at the whole text again; what the person has decided stays. */
  again() {
    this.#room.sheet.expire();
    this.#room.runner.schedule(false);
  }

  /** @param {import('./element.js').Lists} lists @param {boolean} [again] whether to annotate the text again */
  setLists(lists, again = true) {
    this.#lists = lists;
    return this.#sendLists(again);
  }

  async #sendLists(again = true) {
    const lists = this.#lists;
    if (!lists) return undefined;
    const engine = /** @type {any} */ (await this.ready.catch(() => undefined));
    if (!engine?.setGazetteer || lists !== this.#lists) return undefined;
    const report = await engine.setGazetteer(lists.entries, { block: lists.block });
    if (again) this.again();
    return report;
  }

  /** @param {import('./element.js').ReviewedEntity} entity @param {boolean} [focus] */
  jump(entity, focus = false) {
    this.#room.jump(entity, focus);
  }

  focus() {
    this.#room.surface.focus();
  }

  /** A value set before this class was known would hide the accessor. */
  #upgrade() {
    for (const name of /** @type {const} */ (['options', 'value'])) {
      if (!Object.hasOwn(this, name)) continue;
      const { [name]: given } = this;
      delete (/** @type {any} */ (this)[name]);
      /** @type {any} */ (this)[name] = given;
    }
  }

  #speak() {
    this.#words = wordsOf(this.getAttribute('lang'), this.getAttribute('digits'));
    this.#room.speak();
  }
}

if (!customElements.get('tawsim-annotator')) customElements.define('tawsim-annotator', TawsimAnnotator);
