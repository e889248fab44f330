import { Claim } from '../store/claim.js';
import { titleOf } from '../store/database.js';
import { Keeper } from '../store/keeper.js';
import * as shelf from '../store/shelf.js';

/** @typedef {import('../element.js').State} State */

const TODAY = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** The document that is open in this tab: shown, kept, and given to one tab at a time. */
export class Workspace {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    const { annotator } = app;
    const changed = () => this.keeper.save();
    this.keeper = new Keeper(
      () => ({ state: { ...annotator.state, past: annotator.past }, names: annotator.progress.total, left: annotator.progress.left }),
      { saved: () => this.#saved(), failed: (error) => this.#failed(error) },
    );
    this.keeper.card = { ...this.keeper.card, date: TODAY() };
    this.claim = new Claim({ lost: (id) => this.#lost(id), changed: (what) => this.#elsewhere(what) });
    for (const event of ['input', 'tawsim-annotate', 'tawsim-review']) annotator.addEventListener(event, changed);
  }

  get id() {
    return this.keeper.card.id;
  }

  get title() {
    return titleOf(this.app.annotator.value);
  }

  get date() {
    return this.keeper.card.date ?? TODAY();
  }

  /** The day the text was written, from which relative dates are counted. @param {string} date */
  setDate(date) {
    this.keeper.card = { ...this.keeper.card, date: date || undefined };
    this.app.annotator.options = { date: this.date };
    this.keeper.save();
  }

  /** Opens what this tab, or else any, had open last. @returns {Promise<boolean>} whether there was one */
  async start() {
    try {
      const id = sessionStorage.getItem('tawsim-open') ?? (await shelf.cards())[0]?.id;
      if (id && (await this.show(id))) return true;
    } catch {
      // Where nothing can be read, the page begins empty; that nothing can be kept is said at the first change.
    }
    await this.#own(this.id);
    return false;
  }

  /** @param {string} id @returns {Promise<boolean>} */
  async show(id) {
    await this.keeper.flush();
    const found = await shelf.read(id);
    if (!found) return false;
    this.#show(found.card, found.state);
    await this.#own(id);
    return true;
  }

  /** A document of its own for a new text; the old one is kept. @param {State} state @param {string} [date] */
  async begin(state, date) {
    await this.keeper.flush();
    // What could not be written would be lost with its document.
    if (this.keeper.unsaved && !this.keeper.held) return false;
    this.keeper.open();
    this.keeper.card = { ...this.keeper.card, date: date ?? TODAY() };
    this.#show(this.keeper.card, state, false);
    await this.#own(this.id);
    this.keeper.save();
    return true;
  }

  /** Takes over a document that another tab has. */
  async takeOver() {
    const { id } = this;
    await this.claim.wrest(id);
    const found = await shelf.read(id);
    if (found) this.#show(found.card, found.state);
    this.#hold(false);
  }

  /** @param {string} id */
  async remove(id) {
    if (id === this.id) await this.begin({ text: '' });
    const found = await shelf.read(id);
    await shelf.remove(id);
    this.claim.tell('shelf');
    return found;
  }

  /** @param {import('../store/shelf.js').Card} card @param {State} state @param {boolean} [known] whether it has been written */
  #show(card, state, known = true) {
    const { annotator } = this.app;
    if (known) this.keeper.open(card, state);
    annotator.options = { date: card.date ?? TODAY() };
    annotator.state = state;
    if (known) {
      this.keeper.open(card, { ...annotator.state, past: annotator.past });
      document.documentElement.dataset.draft = 'saved';
    }
    this.app.shown();
  }

  /** @param {string} id */
  async #own(id) {
    try {
      sessionStorage.setItem('tawsim-open', id);
    } catch {
      // A reload then opens the one that was changed last.
    }
    this.#hold(!(await this.claim.take(id)));
  }

  /** @param {boolean} held by another tab */
  #hold(held, why = this.app.words().elsewhere) {
    const { annotator, notice, words } = this.app;
    this.keeper.held = held;
    annotator.toggleAttribute('readonly', held);
    notice('elsewhere', held ? why : '', words().takeOver, () => this.takeOver());
  }

  /** @param {string} id */
  async #lost(id) {
    await this.keeper.flush();
    if (id === this.id) this.#hold(true, this.app.words().lost);
  }

  #saved() {
    this.app.notice('storage');
    this.claim.tell(this.id);
  }

  /** @param {any} error */
  #failed(error) {
    const { notice, words, downloadCopy } = this.app;
    const text = error?.name === 'QuotaExceededError' ? words().full : words().notSaved;
    notice('storage', text, words().downloadCopy, downloadCopy);
  }

  /** Another tab has written: what is only read here is shown as it is now. @param {string} what */
  async #elsewhere(what) {
    if (what === 'names') return this.app.desk.reload();
    if (what !== this.id || !this.keeper.held) return undefined;
    const found = await shelf.read(what).catch(() => undefined);
    if (found && what === this.id && this.keeper.held) this.#show(found.card, found.state);
    return undefined;
  }
}
