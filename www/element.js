import { Editor } from './editor/editor.js';
import { reveal } from './editor/selection.js';
import { remap } from './entities.js';
import { Runner } from './runner.js';
import { Marks, canHighlight } from './marks/marks.js';
import { h } from './panel/dom.js';
import { EntityList } from './panel/list.js';
import { Card } from './panel/card.js';
import { Presenter } from './panel/presenter.js';
import { Status } from './panel/status.js';
import { wordsOf } from './strings.js';
import { elementSheet, learnTypes, typeSheet } from './style.js';

/** @typedef {import('./tawsim.js').Entity} Entity */

/**
 * <tawsim-annotator>: a text that is edited in place, with its entities marked and listed.
 * Attributes: `wasm` and `model` (addresses), `lang` (interface: ar or en), `marks="mark"`.
 */
export class TawsimAnnotator extends HTMLElement {
  static observedAttributes = ['lang', 'marks'];

  /** @type {Entity[]} */
  #entities = [];
  /** @type {import('./entities.js').Edit[]} */
  #edits = [];
  #status = new Status();
  #card = new Card();
  #surface = h('div', { class: 'text empty', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false', lang: 'ar', tabindex: '0' });
  #aside = h('aside', { hidden: true, 'aria-labelledby': 'found' });
  #list = new EntityList(this.#aside, this.#listHost());
  /** @type {Marks | undefined} */
  #marks;
  /** @type {Element | null | undefined} */
  #cameFrom;
  /** @type {Presenter | undefined} */
  #presenter;
  #words = wordsOf('ar');
  #editor;
  #runner;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [elementSheet(), typeSheet()];
    const column = h('div', { class: 'column' }, h('slot', { name: 'before' }), this.#status.element, this.#surface, h('slot', { name: 'after' }));
    root.append(h('div', { class: 'room' }, column, this.#aside), this.#card.element);
    this.#editor = new Editor(this.#surface, {
      added: (blocks) => this.#marks?.added(blocks),
      removed: (blocks) => this.#marks?.removed(blocks),
      edited: (edit, typed) => this.#edited(edit, typed),
    });
    this.#runner = new Runner(this, () => this.#editor.composing, this.#status, (entities) => this.#annotated(entities));
    this.#listen();
  }

  connectedCallback() {
    this.#upgrade();
    if (this.#marks) return;
    this.#mark();
    this.#runner.start();
    this.#speak();
  }

  disconnectedCallback() {
    // Being moved in the document disconnects and connects at once: nothing is torn down for that.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#unmark();
      this.#runner.stop();
    });
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (name === 'lang') this.#speak();
    else if (this.#marks) this.#mark();
  }

  /** The text, exactly as it was given or typed. */
  get value() {
    return this.#editor.value;
  }

  set value(text) {
    this.#editor.value = String(text);
  }

  /** Settles when the engine has loaded, or could not be. */
  get ready() {
    return this.#runner.ready;
  }

  /** The entities, with offsets into `value` as it is now. */
  get entities() {
    for (const edit of this.#edits) this.#entities = remap(this.#entities, edit);
    this.#edits = [];
    return this.#entities;
  }

  #visible() {
    const { hidden } = this.#list;
    return hidden.size ? this.entities.filter(({ type }) => !hidden.has(type)) : this.entities;
  }

  get words() {
    return this.#words;
  }

  undo() {
    this.#editor.undo();
  }

  /** Tries again what failed: loading the engine, or marking the text. */
  retry() {
    this.#runner.retry();
  }

  /** Shows a mention: scrolls to it and lifts its mark. @param {Entity} entity @param {boolean} [focus] */
  jump(entity, focus = false) {
    const { paper } = this.#editor;
    const block = paper.blocks[paper.indexAt(entity.start)].element;
    const place = /** @type {Marks} */ (this.#marks).rangeOf(entity);
    reveal(block, place, true);
    if (focus) {
      this.#cameFrom = this.shadowRoot?.activeElement;
      this.#surface.focus({ preventScroll: true });
      this.#editor.selection = entity;
    }
    this.#present(entity, focus);
  }

  /** @returns {import('./panel/list.js').ListHost} */
  #listHost() {
    const element = this;
    return {
      get words() { return element.words; },
      get value() { return element.value; },
      // The list was drawn for the text as annotated; edits since then have moved its entities.
      jump: (entity, byKeyboard) => {
        const now = element.entities.find(({ start, type }) => start === entity.start && type === entity.type);
        if (now) element.jump(now, byKeyboard);
      },
      filter: () => element.#marks?.refresh(),
    };
  }

  #mark() {
    this.#unmark();
    const asElements = this.getAttribute('marks') === 'mark' || !canHighlight();
    this.#marks = new Marks(this.#editor, () => this.#visible(), asElements);
    this.#presenter = new Presenter(this.#surface, this.#marks, this.#card, () => this.words);
  }

  #unmark() {
    this.#presenter?.disconnect();
    this.#marks?.disconnect();
    this.#presenter = this.#marks = undefined;
  }

  #listen() {
    const surface = this.#surface;
    surface.addEventListener('keyup', ({ code }) => code.startsWith('Arrow') && this.#pointAtCaret());
    surface.addEventListener('keydown', ({ code }) => code === 'Escape' && this.#back());
    surface.addEventListener('compositionend', () => this.#runner.schedule(true));
  }

  #pointAtCaret() {
    const { start, end } = this.#editor.selection;
    const found = start === end && this.entities.findLast((entity) => entity.start <= start && start < entity.end);
    if (found) this.#present(found, true);
    else this.#presenter?.dismiss();
  }

  /** @param {Entity} entity @param {boolean} aloud */
  #present(entity, aloud) {
    const said = this.#presenter?.present(entity);
    if (aloud && said) this.#status.say(`${entity.text}: ${said}`);
  }

  /** Escape goes back to where a jump came from. */
  #back() {
    this.#presenter?.dismiss();
    if (this.#cameFrom instanceof HTMLElement) this.#cameFrom.focus();
    this.#cameFrom = undefined;
  }

  /** @param {import('./entities.js').Edit} edit @param {boolean} typed */
  #edited(edit, typed) {
    this.#edits.push(edit);
    this.#marks?.edited(edit);
    this.#presenter?.dismiss();
    this.#surface.classList.toggle('empty', !this.value);
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.#runner.schedule(typed);
  }

  /** @param {Entity[]} entities */
  #annotated(entities) {
    learnTypes(entities.map(({ type }) => type));
    this.#entities = entities;
    this.#edits = [];
    this.#marks?.refresh();
    this.#list.show(entities);
    this.#status.done(this.value.trim() ? `${this.words.found}: ${this.words.count(entities.length)}` : '');
    this.dispatchEvent(new CustomEvent('tawsim-annotate', { bubbles: true, composed: true, detail: { entities } }));
  }

  /** A value set before this class was known would hide the accessor. */
  #upgrade() {
    if (!Object.hasOwn(this, 'value')) return;
    const { value } = this;
    delete (/** @type {any} */ (this).value);
    this.value = value;
  }

  #speak() {
    this.#words = wordsOf(this.getAttribute('lang'));
    const { words } = this;
    this.#surface.setAttribute('aria-label', words.text);
    this.#surface.dataset.placeholder = words.placeholder;
    this.#aside.dir = this.#status.element.dir = this.#card.element.dir = words.dir;
    this.shadowRoot?.querySelector('.room')?.setAttribute('dir', words.dir);
    this.#list.render();
    this.#runner.speak();
  }
}

if (!customElements.get('tawsim-annotator')) customElements.define('tawsim-annotator', TawsimAnnotator);
