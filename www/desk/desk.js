import { settled, transact } from '../store/database.js';
import { entryKey, learn, lessons, listsOf, put } from './entries.js';

/** @typedef {import('./entries.js').Entry} Entry */

const KEY = 'desk';
const FORMAT = 1;
/** Several decisions in one breath reach the engine as one list. */
const REST_MS = 250;

/** The names of the desk, in the browser's database and in the engine. Every tab has the same. */
export class Desk {
  /** @type {Entry[]} */
  entries = [];
  #timer = 0;

  /**
   * @param {object} host
   * @param {(lists: import('../element.js').Lists, annotated?: boolean) => unknown} host.send `annotated`: with this list
   * @param {() => void} host.changed
   * @param {(error: unknown) => void} host.failed
   */
  constructor(host) {
    this.host = host;
  }

  async load() {
    try {
      const kept = await transact(['lists'], 'readonly', (store) => settled(store('lists').get(KEY)));
      if (kept && kept.format <= FORMAT) this.entries = kept.entries;
    } catch {
      // What can't be read can't be written either, which is said when it is tried.
    }
  }

  /** Another tab has changed the list. */
  async reload() {
    await this.load();
    this.#spread();
  }

  /** Gives the engine the list for the first time. A text that was annotated with it need not be again.
   * @param {boolean} annotated */
  greet(annotated) {
    return this.host.send(listsOf(this.entries), annotated);
  }

  get learns() {
    return remembered() !== 'no';
  }

  set learns(value) {
    try {
      localStorage.setItem('tawsim-learn', value ? 'yes' : 'no');
    } catch {
      // It lasts as long as the page.
    }
  }

  /** @param {string} text @param {import('../review/verdicts.js').Decisions} before @param {import('../review/verdicts.js').Decisions} after */
  learn(text, before, after) {
    if (!this.learns) return;
    const change = lessons(text, before, after);
    if (change.learnt.length || change.unlearnt.length) this.change((entries) => learn(entries, change));
  }

  /** @param {Entry[]} added */
  put(added) {
    return this.change((entries) => put(entries, added));
  }

  /** @param {Entry} entry */
  remove(entry) {
    return this.change((entries) => entries.filter((each) => entryKey(each) !== entryKey(entry)));
  }

  /** Another tab may have written meanwhile, so the change is made to what is there.
   * @param {(entries: Entry[]) => Entry[]} work */
  async change(work) {
    this.entries = work(this.entries);
    this.#spread();
    try {
      await transact(['lists'], 'readwrite', async (store) => {
        const kept = await settled(store('lists').get(KEY));
        store('lists').put({ format: FORMAT, entries: work(kept?.entries ?? []) }, KEY);
      });
      this.host.changed();
    } catch (error) {
      this.host.failed(error);
    }
  }

  #spread() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.host.send(listsOf(this.entries)), REST_MS);
  }
}

function remembered() {
  try {
    return localStorage.getItem('tawsim-learn');
  } catch {
    return null;
  }
}
