import { rectsOf } from '../marks/marks.js';
import { same } from '../review/spans.js';

/** @typedef {import('../review/verdicts.js').Seen} Seen */

/** Shows the card of the mark under the pointer at a glance, and opens it for the one that is chosen. */
export class Presenter {
  /** @type {AbstractRange | undefined} */
  #place;
  #leaving = new AbortController();

  /**
   * @param {HTMLElement} surface
   * @param {import('../marks/marks.js').Marks} marks
   * @param {import('./card.js').Card} card
   * @param {() => import('../words/words.js').Words} words
   * @param {(entity: Seen | undefined) => void} clicked a mark, or beside all
   */
  constructor(surface, marks, card, words, clicked) {
    this.marks = marks;
    this.card = card;
    this.words = words;
    const { signal } = this.#leaving;
    surface.addEventListener('pointermove', (event) => event.pointerType === 'mouse' && !event.buttons && this.#point(event), { signal });
    surface.addEventListener('click', (event) => clicked(this.#under(event)?.entity), { signal });
    surface.addEventListener('pointerleave', () => this.card.opened || this.dismiss(), { signal });
    addEventListener('scroll', ({ target }) => target !== card.element && this.#follow(), { signal, passive: true, capture: true });
    addEventListener('resize', () => this.#follow(), { signal, passive: true });
  }

  /** @param {Seen} entity @param {AbstractRange} [place] @returns {string} what the card says */
  present(entity, place = this.marks.rangeOf(entity)) {
    const box = this.#lift(place);
    if (box) this.card.show(entity, box, this.words());
    return this.card.element.innerText;
  }

  /** @param {Seen | undefined} entity @param {import('../review/spans.js').Span} span @param {string} title @param {Node[]} content */
  open(entity, span, title, content) {
    const box = this.#lift(this.marks.rangeOf(span));
    if (!box) return;
    this.card.open(entity, box, title, content);
    const hidden = this.card.hides(box);
    if (hidden) document.scrollingElement?.scrollBy(0, hidden);
  }

  dismiss() {
    if (!this.#place) return;
    this.#place = undefined;
    this.card.hide();
    this.marks.lift(undefined);
  }

  disconnect() {
    this.dismiss();
    this.#leaving.abort();
  }

  /** @param {AbstractRange} place @returns {DOMRect | undefined} */
  #lift(place) {
    this.#place = place;
    this.marks.lift(place);
    return rectsOf(place)[0];
  }

  /** @param {MouseEvent} event */
  #under({ target, clientX, clientY }) {
    return this.marks.at(/** @type {Node} */ (target), clientX, clientY);
  }

  /** @param {MouseEvent} event */
  #point(event) {
    if (this.card.opened) return;
    const found = this.#under(event);
    if (!found) return this.card.entity && this.dismiss();
    if (!this.card.entity || !same(found.entity, this.card.entity)) this.present(found.entity, found.range);
  }

  #follow() {
    const [box] = this.#place ? rectsOf(this.#place) : [];
    if (!box) return;
    const inView = box.bottom > 0 && box.top < innerHeight;
    if (inView) this.card.place(box);
    else if (!this.card.opened) this.dismiss();
  }
}
