import { rectsOf } from '../marks/marks.js';

/** @typedef {import('../tawsim.js').Entity} Entity */

/** Shows the card of the mark under the pointer, or of any other that is to be shown. */
export class Presenter {
  /** @type {AbstractRange | undefined} */
  #place;
  #leaving = new AbortController();

  /**
   * @param {HTMLElement} surface
   * @param {import('../marks/marks.js').Marks} marks
   * @param {import('./card.js').Card} card
   * @param {() => import('../strings.js').Words} words
   */
  constructor(surface, marks, card, words) {
    this.marks = marks;
    this.card = card;
    this.words = words;
    const { signal } = this.#leaving;
    surface.addEventListener('pointermove', (event) => event.pointerType === 'mouse' && this.#point(event), { signal });
    surface.addEventListener('click', (event) => this.#point(event), { signal });
    surface.addEventListener('pointerleave', () => this.dismiss(), { signal });
    addEventListener('scroll', () => this.#follow(), { signal, passive: true, capture: true });
  }

  /** @param {Entity} entity @param {AbstractRange} [place] @returns {string} what the card says */
  present(entity, place = this.marks.rangeOf(entity)) {
    this.#place = place;
    this.marks.lift(place);
    const [box] = rectsOf(place);
    if (box) this.card.show(entity, box, this.words());
    return this.card.element.innerText;
  }

  dismiss() {
    if (!this.card.entity) return;
    this.card.hide();
    this.marks.lift(undefined);
  }

  disconnect() {
    this.dismiss();
    this.#leaving.abort();
  }

  /** @param {MouseEvent} event */
  #point({ target, clientX, clientY }) {
    const found = this.marks.at(/** @type {Node} */ (target), clientX, clientY);
    if (!found) return this.dismiss();
    if (found.entity !== this.card.entity) this.present(found.entity, found.range);
  }

  #follow() {
    const [box] = this.card.entity && this.#place ? rectsOf(this.#place) : [];
    if (box && box.bottom > 0 && box.top < innerHeight) this.card.place(box);
    else this.dismiss();
  }
}
