import { Editor } from './editor/editor.js';
import { reveal } from './editor/selection.js';
import { Marks, canHighlight } from './marks/marks.js';
import { Card } from './panel/card.js';
import { h } from './panel/dom.js';
import { EntityList } from './panel/list.js';
import { Presenter } from './panel/presenter.js';
import { Status } from './panel/status.js';
import { Bar } from './review/bar.js';
import { Choice } from './review/choice.js';
import { Pointing } from './review/pointing.js';
import { reviewerHost, runnerHost } from './review/hosts.js';
import { Reviewer } from './review/reviewer.js';
import { Sheet } from './review/sheet.js';
import { Runner } from './runner.js';
import { learnTypes } from './style.js';

/** @typedef {import('./review/clusters.js').Reviewed} Reviewed */
/** @typedef {import('./review/spans.js').Span} Span */

const MANY = 2000;
const LIST_REST_MS = 400;

/** The reading room: a text with its marks, the list of what is in it, and the desk it is reviewed at. */
export class Room {
  status = new Status();
  card = new Card();
  surface = h('div', { class: 'text empty', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false', lang: 'ar', tabindex: '0' });
  aside = h('aside', { hidden: true, 'aria-labelledby': 'found' });
  /** @type {Marks | undefined} */
  marks;
  /** @type {Presenter | undefined} */
  presenter;
  /** @type {import('./tawsim.js').AnnotateOptions} */
  options = {};
  locked = false;
  /** @type {(entity: import('./element.js').NamedEntity) => string[]} */
  explain = () => [];
  #loading = false;
  #listing = 0;

  /** @param {HTMLElement & { value: string, words: import('./words/words.js').Words }} element */
  constructor(element) {
    this.element = element;
    this.editor = new Editor(this.surface, {
      added: (blocks) => this.marks?.added(blocks),
      removed: (blocks) => this.marks?.removed(blocks),
      edited: (edit, typed, change) => this.#edited(edit, typed, change),
      undo: () => this.undo(),
      redo: () => this.redo(),
    });
    this.sheet = new Sheet(() => this.editor.value);
    this.runner = new Runner(element, this.status, runnerHost(this));
    this.reviewer = new Reviewer(this.sheet, reviewerHost(this));
    this.choice = new Choice(this);
    this.bar = new Bar(this);
    this.list = new EntityList(this.aside, this);
    const column = h('div', { class: 'column' },
      h('slot', { name: 'before' }), this.status.element, this.surface, this.choice.handles.element, this.bar.element, h('slot', { name: 'after' }));
    this.root = h('div', { class: 'room' }, column, h('div', { class: 'side' }, h('slot', { name: 'side' }), this.aside));
    this.pointing = new Pointing(this);
  }

  get words() { return this.element.words; }
  get value() { return this.editor.value; }
  get engine() { return this.runner.engine; }
  get types() { return this.engine?.types ?? ['PERS', 'LOC', 'ORG', 'MISC']; }
  get steps() { return this.sheet.steps; }
  get annotation() { return this.sheet.annotation; }

  undo = () => this.#step('undo', 'undone');
  redo = () => this.#step('redo', 'redone');

  /** @param {'undo' | 'redo'} way @param {'undone' | 'redone'} word */
  #step(way, word) {
    if (this.locked) return;
    const { decisions: before } = this.sheet;
    const step = this.sheet[way]((change) => this.editor.restore(change));
    if (!step) return;
    this.choice.close();
    this.shown();
    this.tell(before, !step.change);
    this.status.say(this.words.review[word]);
  }

  /** Another text, with what was found and decided in it. @param {import('./element.js').State & { decisions: import('./review/verdicts.js').Decisions }} state */
  load({ text, suggestions, decisions, past }) {
    this.#loading = true;
    this.editor.restore({ at: 0, removed: this.value, inserted: text });
    this.#loading = false;
    this.sheet.load(suggestions, decisions, past);
    this.choice.close();
    if (suggestions) this.annotated();
    else this.shown();
    this.runner.schedule(false);
  }

  /** Shows a mention: scrolls to it and opens its card. @param {Reviewed} entity @param {boolean} focus */
  jump(entity, focus) {
    if (focus) this.pointing.from = this.element.shadowRoot?.activeElement;
    this.reviewer.choose(entity);
    this.reveal(entity, true);
    if (!focus) return;
    this.surface.focus({ preventScroll: true });
    this.editor.selection = entity;
  }

  /** @param {boolean} locked */
  lock(locked) {
    this.locked = locked;
    this.surface.contentEditable = String(!locked);
    this.surface.setAttribute('aria-readonly', String(locked));
    this.root.classList.toggle('locked', locked);
    if (this.marks) this.shown();
  }

  mark(asElements = this.element.getAttribute('marks') === 'mark' || !canHighlight()) {
    this.unmark();
    this.marks = new Marks(this.editor, () => ({ entities: this.sheet.seen, hidden: this.list.hidden }), asElements);
    this.presenter = new Presenter(this.surface, this.marks, this.card, () => this.words, (entity) => this.pointing.clicked(entity));
  }

  unmark() {
    this.presenter?.disconnect();
    this.marks?.disconnect();
    this.presenter = this.marks = undefined;
  }

  speak() {
    const { words, surface } = this;
    surface.setAttribute('aria-label', words.text);
    surface.dataset.placeholder = words.placeholder;
    for (const element of [this.root, this.card.element]) element.dir = words.dir;
    this.choice.close();
    this.list.render();
    this.bar.render();
    this.runner.speak();
  }

  /** @param {string[]} types not shown until they are asked for */
  hide(types) {
    this.list.hidden = new Set(types);
    this.list.render();
    this.filter();
  }

  filter() {
    this.marks?.refresh();
    this.bar.render();
  }

  /** The types the engine knows. @param {string[]} types */
  learn(types) {
    learnTypes(types);
    this.marks?.expect(types);
  }

  /** @param {Span} span @param {boolean} [centred] */
  reveal(span, centred) {
    const { paper } = this.editor;
    if (this.marks) reveal(paper.blocks[paper.indexAt(span.start)].element, this.marks.rangeOf(span), centred);
  }

  /** @param {import('./review/follow.js').Edit} edit @param {boolean} typed @param {import('./editor/history.js').Change} [change] */
  #edited(edit, typed, change) {
    this.sheet.edited(edit, change, typed);
    this.marks?.edited(edit);
    this.choice.close();
    this.surface.classList.toggle('empty', !this.value);
    if (this.#loading) return;
    this.element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.runner.schedule(typed);
  }

  /** What is marked has changed. */
  shown() {
    this.marks?.refresh();
    clearTimeout(this.#listing);
    // Drawing the list of a book is not for between two keys.
    if (this.sheet.seen.length > MANY) this.#listing = setTimeout(() => this.list.showInTime(this.#toList), LIST_REST_MS);
    else this.list.show(this.#toList);
    this.bar.render();
  }

  /** Of a text that nobody has looked at yet there is nothing to say. */
  get #toList() {
    return this.sheet.due && !this.sheet.seen.length ? undefined : this.annotation;
  }

  annotated() {
    const { seen } = this.sheet;
    this.learn(seen.map(({ type }) => type));
    this.shown();
    this.status.done(this.value.trim() ? `${this.words.found}: ${this.words.count(seen.length)}` : '');
    this.element.dispatchEvent(new CustomEvent('tawsim-annotate', { bubbles: true, composed: true, detail: this.annotation }));
  }

  /** @param {import('./review/verdicts.js').Decisions} before @param {boolean} learn whether a person decided, rather than edited */
  tell(before, learn) {
    const detail = { before, after: this.sheet.decisions, learn };
    this.learn(this.sheet.seen.map(({ type }) => type));
    this.element.dispatchEvent(new CustomEvent('tawsim-review', { bubbles: true, composed: true, detail }));
  }
}
