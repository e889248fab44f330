import { h } from '../panel/dom.js';
import { rectsOf } from '../marks/marks.js';

/** @typedef {import('./spans.js').Span} Span */

/**
 * Two grips at the ends of the chosen mark, to be drawn with the pointer. The keyboard has its own way, so they
 * are nothing to a screen reader.
 */
export class Handles {
  #grips = { start: this.#grip('start'), end: this.#grip('end') };
  element = h('div', { class: 'handles', 'aria-hidden': 'true', hidden: true }, this.#grips.start, this.#grips.end);
  /** @type {Span | undefined} */
  #span;

  /**
   * @param {object} host
   * @param {(x: number, y: number) => number | undefined} host.offsetAt of the text under a point
   * @param {(span: Span) => AbstractRange} host.rangeOf
   * @param {(span: Span) => void} host.preview
   * @param {(span: Span, exact: boolean) => void} host.drawn
   */
  constructor(host) {
    this.host = host;
    addEventListener('resize', () => this.#place());
  }

  /** @param {Span | undefined} span */
  show(span) {
    if (!span && !this.#span) return;
    this.#span = span && { start: span.start, end: span.end };
    this.element.hidden = !span;
    this.#place();
  }

  #place() {
    if (!this.#span || !this.element.isConnected) return;
    const rects = rectsOf(this.host.rangeOf(this.#span)).filter(({ width }) => width > 0);
    const [first, last] = [rects[0], rects[rects.length - 1]];
    if (!first) return void (this.element.hidden = true);
    const origin = /** @type {HTMLElement} */ (this.element.offsetParent ?? document.body).getBoundingClientRect();
    // Names in Latin letters run the other way.
    const latin = /** @type {HTMLElement} */ (this.element.parentElement) && isLatin(this.host.rangeOf(this.#span));
    put(this.#grips.start, latin ? first.left : first.right, first, origin);
    put(this.#grips.end, latin ? last.right : last.left, last, origin);
  }

  /** @param {'start' | 'end'} side */
  #grip(side) {
    const grip = h('span', { class: 'grip', 'data-side': side });
    grip.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const drag = new AbortController();
      const { signal } = drag;
      // Wherever the grip was taken, it is its own line that goes along with the hand.
      const { left, top, width, height } = grip.getBoundingClientRect();
      const held = { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
      grip.addEventListener('pointermove', (move) => this.#draw(side, move, held), { signal });
      grip.addEventListener('pointercancel', () => drag.abort(), { signal });
      grip.addEventListener('pointerup', (up) => {
        drag.abort();
        const span = this.#draw(side, up, held);
        if (span) this.host.drawn(span, up.altKey);
      }, { signal });
    });
    return grip;
  }

  /** @param {'start' | 'end'} side @param {PointerEvent} event @param {{ x: number, y: number }} held @returns {Span | undefined} */
  #draw(side, { clientX, clientY }, held) {
    // The grips lie over the letters that are looked for.
    this.element.classList.add('drawn');
    const offset = this.host.offsetAt(clientX - held.x, clientY - held.y);
    this.element.classList.remove('drawn');
    if (!this.#span || offset === undefined) return undefined;
    const span = { ...this.#span, [side]: offset };
    if (span.start >= span.end) return undefined;
    this.host.preview(span);
    return span;
  }
}

/** @param {AbstractRange} range */
function isLatin({ startContainer, startOffset }) {
  return /^[\p{Script=Latin}\d]/u.test((startContainer.textContent ?? '').slice(startOffset));
}

/** @param {HTMLElement} grip @param {number} x @param {DOMRect} box @param {DOMRect} origin */
function put(grip, x, box, origin) {
  grip.style.setProperty('left', `${x - origin.left}px`);
  grip.style.setProperty('top', `${box.top - origin.top}px`);
  grip.style.setProperty('height', `${box.height}px`);
}
