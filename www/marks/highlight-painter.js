import { pointIn } from '../editor/paper.js';
import { CURRENT } from '../types.js';

/** @typedef {import('./marks.js').Painted} Painted */

/**
 * Marks by CSS Custom Highlights. They touch no node, so letters stay joined. The registry belongs to the
 * whole document: other elements and the host have their own ranges in it, so only ours go in and out.
 */
export class HighlightPainter {
  /** @type {Range[]} */
  #lifted = [];

  /** @param {Element} element @param {import('./marks.js').Piece[]} pieces @returns {Painted[]} */
  paint(element, pieces) {
    return pieces.map(({ entity, from, to, name, depth }) => {
      // A live range, not a static one: it follows the letters while the person types.
      const range = document.createRange();
      const start = pointIn(element, from);
      const end = pointIn(element, to);
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset);
      highlight(name, depth).add(range);
      return { entity, range, name };
    });
  }

  /** @param {Element} _element @param {Painted[]} painted */
  clear(_element, painted) {
    for (const { name, range } of painted) remove(name, range);
  }

  /** @param {(AbstractRange | undefined)[]} places */
  lift(...places) {
    for (const range of this.#lifted) remove(CURRENT, range);
    this.#lifted = places.filter((place) => place !== undefined).map((place) => {
      const range = document.createRange();
      range.setStart(place.startContainer, place.startOffset);
      range.setEnd(place.endContainer, place.endOffset);
      highlight(CURRENT, 9).add(range);
      return range;
    });
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
