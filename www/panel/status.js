import { h } from './dom.js';

/**
 * The line above the text: progress with a way to stop it, an error with a way to try again, and for a
 * screen reader what was found.
 */
export class Status {
  #live = h('p', { class: 'sr-only', role: 'status' });
  #box = h('div', { class: 'status', hidden: true });
  /** @type {HTMLProgressElement | undefined} */
  #bar;
  /** @type {HTMLElement | undefined} */
  #share;

  constructor() {
    this.element = h('div', {}, this.#box, this.#live);
  }

  /** @param {string} text */
  done(text) {
    this.#box.hidden = true;
    this.#bar = undefined;
    this.say(text);
  }

  /** For those who hear the page. @param {string} text */
  say(text) {
    this.#live.textContent = text;
  }

  /**
   * @param {import('../words/words.js').Words} words
   * @param {number | undefined} fraction unknown while the engine loads
   * @param {(() => void) | undefined} [cancel]
   */
  busy(words, fraction, cancel) {
    if (!this.#bar) {
      this.#bar = h('progress', { max: 1, 'aria-label': cancel ? words.working : words.loading });
      this.#share = h('span', { class: 'share' });
      const stop = cancel ? [h('button', { type: 'button', 'data-action': 'cancel', click: cancel }, words.cancel)] : [];
      this.#fill('busy', h('span', {}, cancel ? words.working : words.loading), this.#bar, this.#share, ...stop);
    }
    if (fraction === undefined) return;
    this.#bar.value = fraction;
    if (this.#share) this.#share.textContent = words.percent(Math.floor(fraction * 100) / 100);
  }

  /** @param {string} kind @param {string} message @param {string} action @param {() => void} act */
  ask(kind, message, action, act) {
    this.#bar = undefined;
    const button = h('button', { type: 'button', 'data-action': kind === 'error' ? 'retry' : 'resume', click: act }, action);
    this.#fill(kind, h('p', kind === 'error' ? { role: 'alert' } : {}, message), button);
  }

  /** @param {string} kind @param {Node[]} children */
  #fill(kind, ...children) {
    const focused = this.#box.matches(':focus-within');
    this.#box.className = `status ${kind}`;
    // Work that comes and goes must not push the text up and down.
    this.element.classList.toggle('over', kind === 'busy');
    this.#box.replaceChildren(...children);
    this.#box.hidden = false;
    // Whoever pressed the button that was here finds the next one under the same finger.
    if (focused) this.#box.querySelector('button')?.focus();
  }
}
