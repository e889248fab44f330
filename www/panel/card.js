import { h } from './dom.js';
import { label } from './list.js';

/** @typedef {import('../review/verdicts.js').Seen} Seen */

const CLEAR = 16;

/**
 * A small card beside a mark. At a glance it says what the mark is and how sure the engine is; opened, it holds
 * what can be done about it.
 */
export class Card {
  /** @type {Seen | undefined} the one it speaks of */
  entity;
  opened = false;
  element = h('div', { class: 'card', role: 'tooltip', id: 'card', popover: 'manual', tabindex: '-1' });

  /**
   * @param {Seen} entity
   * @param {DOMRect} box of the mark
   * @param {import('../words/words.js').Words} words
   */
  show(entity, box, words) {
    this.#fill(entity, false, box, [summary(entity, words)]);
  }

  /**
   * @param {Seen | undefined} entity none for a mere selection
   * @param {DOMRect} box
   * @param {string} title
   * @param {Node[]} content
   */
  open(entity, box, title, content) {
    this.#fill(entity, true, box, content);
    this.element.setAttribute('aria-label', title);
  }

  /** @param {Seen | undefined} entity @param {boolean} opened @param {DOMRect} box @param {Node[]} content */
  #fill(entity, opened, box, content) {
    const { element } = this;
    const focused = element.matches(':focus-within') ? /** @type {HTMLElement | null} */ (element.querySelector(':focus'))?.dataset.do : undefined;
    this.entity = entity;
    this.opened = opened;
    element.classList.toggle('open', opened);
    element.setAttribute('role', opened ? 'dialog' : 'tooltip');
    if (!opened) element.removeAttribute('aria-label');
    element.replaceChildren(...content);
    element.showPopover?.();
    this.place(box);
    // The same button under the same finger, for another name.
    if (focused !== undefined) (/** @type {HTMLElement | null} */ (element.querySelector(`[data-do="${focused}"]`)) ?? element).focus();
  }

  focus() {
    (this.element.querySelector('button') ?? this.element).focus();
  }

  /** How far down the mark would have to move up to be seen, where the card lies along the lower edge of the window. @param {DOMRect} box */
  hides(box) {
    const { top, bottom, width } = this.element.getBoundingClientRect();
    const along = width > innerWidth - 2 && bottom > innerHeight - 2;
    return along && box.top < innerHeight ? Math.max(0, box.bottom + CLEAR - top) : 0;
  }

  /** Above the mark if there is room, else below it. @param {DOMRect} box */
  place(box) {
    const { element } = this;
    const { width, height } = element.getBoundingClientRect();
    const left = Math.min(Math.max(8, box.left + box.width / 2 - width / 2), innerWidth - width - 8);
    const above = box.top - height - 10;
    const below = Math.min(box.bottom + 10, innerHeight - height - 8);
    element.style.setProperty('left', `${left}px`);
    element.style.setProperty('top', `${above < 8 ? below : above}px`);
  }

  hide() {
    this.entity = undefined;
    this.opened = false;
    this.element.hidePopover?.();
  }
}

/** What it is, how sure, and by whom. @param {Seen} entity @param {import('../words/words.js').Words} words */
export const summary = ({ type, score, source, reviewed }, words) =>
  h('p', { class: 'what' },
    h('b', { 'data-type': type }, label(type, words, 0)),
    ...(source === 'user' ? [] : [h('span', { class: 'score' }, `${words.certainty} ${words.percent(score)}`)]),
    h('span', { class: 'quiet' }, words.source[source]),
    ...(reviewed ? [h('span', { class: 'kept' }, `✓ ${words.card.kept}`)] : []));
