import { pointIn } from '../editor/paper.js';
import { CURRENT, highlightName } from '../types.js';

/** @typedef {import('./marks.js').Painted} Painted */

/**
 * Marks by CSS Custom Highlights. They touch no node, so letters stay joined. The registry belongs to the
 * whole document: other elements and the host have their own ranges in it, so only ours go in and out.
 */
export class HighlightPainter {
  /** @type {Range | undefined} */
  #lifted;

  /** @param {Element} element @param {import('./marks.js').Piece[]} pieces @returns {Painted[]} */
  paint(element, pieces) {
    return pieces.map(({ entity, from, to }) => {
      // A live range, not a static one: it follows the letters while the person types.
      const range = document.createRange();
      const start = pointIn(element, from);
      const end = pointIn(element, to);
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset);
      highlight(highlightName(entity.type)).add(range);
      return { entity, range };
    });
  }

  /** @param {Element} _element @param {Painted[]} painted */
  clear(_element, painted) {
    for (const { entity, range } of painted) remove(highlightName(entity.type), range);
  }

  /** @param {AbstractRange | undefined} place */
  lift(place) {
    if (this.#lifted) remove(CURRENT, this.#lifted);
    this.#lifted = undefined;
    if (!place) return;
    this.#lifted = document.createRange();
    this.#lifted.setStart(place.startContainer, place.startOffset);
    this.#lifted.setEnd(place.endContainer, place.endOffset);
    highlight(CURRENT, 1).add(this.#lifted);
  }
}

/** @param {string} name @param {number} [priority] */
function highlight(name, priority = 0) {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const fresh = new Highlight();
  fresh.priority = priority;
  CSS.highlights.set(name, fresh);
  return fresh;
}

/** @param {string} name @param {AbstractRange} range */
function remove(name, range) {
  const known = CSS.highlights.get(name);
  known?.delete(range);
  if (known?.size === 0) CSS.highlights.delete(name);
}
