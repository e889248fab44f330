import { shownLength } from './split.js';

/**
 * One line of the text, and the element that shows it. `length` counts its line break too.
 * @typedef {{ element: HTMLParagraphElement, length: number, shown: number }} Block
 */

/** @param {Element[]} elements */
export function holding(elements) {
  const fragment = document.createDocumentFragment();
  for (const element of elements) fragment.append(element);
  return fragment;
}

/** @param {string} piece @returns {Block} */
export function makeBlock(piece) {
  const element = document.createElement('p');
  const shown = shownLength(piece);
  if (!shown) element.className = 'blank';
  element.append(shown ? piece.slice(0, shown) : document.createElement('br'));
  return { element, length: piece.length, shown };
}

/** @param {Element} element @param {number} offset */
export function pointIn(element, offset) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = texts.nextNode();
  if (!node) return { node: element, offset: 0 };
  for (;;) {
    const length = /** @type {Text} */ (node).length;
    if (offset <= length) return { node, offset };
    const next = texts.nextNode();
    if (!next) return { node, offset: length };
    offset -= length;
    node = next;
  }
}

/** @param {Element} element @param {Node} node */
export function lengthBefore(element, node) {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEndBefore(node === element ? element : node);
  return node === element ? 0 : before.toString().length;
}
