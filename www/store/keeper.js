import { breather } from '../idle.js';
import { FORMAT, newId, titleOf } from './database.js';
import { bounded, samePast } from './past.js';
import { write } from './shelf.js';

/** Long enough not to write at every key, short enough that a crash costs no sentence. */
const REST_MS = 250;
/** The suggestions of a book are copied only when nobody types: they can be had again, and the text can't. */
const MANY = 2000;
const LONG_REST_MS = 2000;

/** @typedef {import('./shelf.js').Card} Card @typedef {import('../element.js').State} State @typedef {import('../element.js').Past} Past */

/**
 * Keeps the document that is open: whatever of it has changed is written a moment later. What can't be written is
 * kept in memory and tried again at the next change.
 */
export class Keeper {
  #timer = 0;
  #writing = /** @type {Promise<void> | undefined} */ (undefined);
  #due = false;
  #failed = false;
  #changed = 0;
  /** Writes that were begun; only the last one may end. */
  #begun = 0;
  /** What was written last. @type {Partial<State>} */
  #written = {};
  /** @type {Card} */
  card = fresh();
  /** Another tab has the document; nothing of it may be written here. */
  held = false;

  /**
   * @param {() => { state: State & { past: Past }, names: number, left: number }} current
   * @param {{ saved(): void, failed(error: any): void }} tell
   */
  constructor(current, tell) {
    this.current = current;
    this.tell = tell;
    // A page that goes away waits for nothing: this write queues up behind one that is under way.
    addEventListener('pagehide', () => (this.#due || this.#writing) && !this.held && this.#write({ leaving: true }));
    document.addEventListener('visibilitychange', () => document.hidden && this.flush());
    addEventListener('beforeunload', (event) => this.#failed && this.#due && event.preventDefault());
  }

  /** @param {Card} [card] of the document that is open from now on @param {State} [state] as it was read */
  open(card = fresh(), state = undefined) {
    clearTimeout(this.#timer);
    this.#due = false;
    this.card = card;
    this.#written = state ?? {};
  }

  /** The document has changed. */
  save() {
    if (this.held) return;
    this.#due = true;
    this.#changed = performance.now();
    document.documentElement.dataset.draft = 'unsaved';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST_MS);
  }

  get unsaved() {
    return this.#due;
  }

  /** Settles when all that was changed until now is written, or could not be. @returns {Promise<void>} */
  async flush() {
    clearTimeout(this.#timer);
    if (this.#writing) {
      await this.#writing;
      return this.#due ? this.flush() : undefined;
    }
    if (!this.#due || this.held) return undefined;
    this.#writing = this.#write();
    await this.#writing;
    this.#writing = undefined;
  }

  /** @param {{ leaving?: boolean }} [how] a page that goes away waits for nothing */
  async #write({ leaving = false } = {}) {
    this.#due = false;
    const whole = leaving || performance.now() - this.#changed >= LONG_REST_MS;
    const turn = ++this.#begun;
    const { state, names, left } = this.current();
    state.past = bounded(state.past);
    const later = !whole && (state.suggestions?.length ?? 0) > MANY;
    if (later) delete state.suggestions;
    // A page that was only looked at leaves nothing behind.
    if (!state.text && !this.#written.text) return void (document.documentElement.dataset.draft = 'saved');
    const card = { ...this.card, title: titleOf(state.text), changed: Date.now(), names, left };
    /** @type {Partial<State>} */
    const parts = {};
    if (state.text !== this.#written.text) parts.text = state.text;
    if (state.decisions !== this.#written.decisions) parts.decisions = state.decisions;
    if (state.suggestions !== this.#written.suggestions) parts.suggestions = state.suggestions;
    if (!samePast(state.past, this.#written.past)) parts.past = state.past;
    if (!Object.keys(parts).length) {
      document.documentElement.dataset.draft = 'saved';
      return later ? this.#goOn(card) : undefined;
    }
    try {
      await write(card, parts, { was: this.#written.past, breathe: leaving ? undefined : breather(), still: () => turn === this.#begun });
      if (turn !== this.#begun) return undefined;
      if (this.card.id === card.id) {
        this.card = { ...this.card, title: card.title, changed: card.changed, names, left };
        this.#written = state;
      }
      this.#failed = false;
      if (!this.#due) document.documentElement.dataset.draft = 'saved';
      this.tell.saved();
      if (later) this.#goOn(card);
    } catch (error) {
      this.#failed = true;
      document.documentElement.dataset.draft = 'failed';
      this.#due = this.card.id === card.id;
      clearTimeout(this.#timer);
      this.tell.failed(error);
    }
  }

  /** What was put off is written when nobody types. @param {Card} card */
  #goOn({ id }) {
    if (this.#due || this.card.id !== id) return;
    this.#due = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), LONG_REST_MS);
  }
}

/** @returns {Card} */
const fresh = () => ({ id: newId(), format: FORMAT, title: '', created: Date.now(), changed: Date.now(), names: 0, left: 0 });
