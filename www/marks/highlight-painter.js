import { pointIn } from '../editor/blocks.js';
import { CURRENT, highlightName } from '../types.js';

/** @typedef {import('./marks.js').Painted} Painted */

/**
 * Marks by CSS Custom Highlights. They touch no node, so letters stay joined. The registry belongs to the
 * whole document: other elements and the host have their own ranges in it, so only ours go in and out. A name
 * that comes into the registry or goes out of it has the browser compute every style of the page anew, so that
 * names come early and stay, with or without ranges.
 */
export class HighlightPainter {
  /** @type {Range[]} */
  #lifted = [];
  /** @type {Set<string>} */
  #known = new Set();

  constructor() {
    highlight(CURRENT);
  }

  /** @param {Iterable<string>} types */
  expect(types) {
    const fresh = [...types].filter((type) => !this.#known.has(type));
    for (const type of fresh) this.#known.add(type);
    for (const name of variants(fresh)) highlight(name);
  }

  /** Lets go of the names nobody uses. */
  leave() {
    for (const name of [CURRENT, ...variants(this.#known)]) if (CSS.highlights.get(name)?.size === 0) CSS.highlights.delete(name);
  }

  /** @param {Element} element @param {import('./marks.js').Piece[]} pieces @returns {Painted[]} */
  paint(element, pieces) {
    this.expect(pieces.map(({ entity }) => entity.type));
    return pieces.map((piece) => {
      const { from, to, name } = piece;
      // A live range, not a static one: it follows the letters while the person types.
      const range = document.createRange();
      const start = pointIn(element, from);
      const end = pointIn(element, to);
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset);
      highlight(name).add(range);
      return { piece, range };
    });
  }

  /** @param {Element} _element @param {Painted[]} painted */
  clear(_element, painted) {
    for (const { piece, range } of painted) CSS.highlights.get(piece.name)?.delete(range);
  }

  /** @param {(AbstractRange | undefined)[]} places */
  lift(...places) {
    for (const range of this.#lifted) CSS.highlights.get(CURRENT)?.delete(range);
    this.#lifted = places.filter((place) => place !== undefined).map((place) => {
      const range = document.createRange();
      range.setStart(place.startContainer, place.startOffset);
      range.setEnd(place.endContainer, place.endOffset);
      highlight(CURRENT).add(range);
      return range;
    });
  }
}

/** @param {string} name */
function highlight(name) {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const fresh = new Highlight();
  // An inner mark lies over its outer one, and the one that is chosen over all.
  fresh.priority = name === CURRENT ? 2 : name.endsWith('--outer') ? 0 : 1;
  CSS.highlights.set(name, fresh);
  return fresh;
}

/** @param {Iterable<string>} types */
const variants = (types) => [...types].flatMap((type) => [false, true].flatMap((reviewed) => [false, true].map((outer) => highlightName(type, reviewed, outer))));
