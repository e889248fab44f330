/** @typedef {import('./marks.js').Painted} Painted */
/** @typedef {import('./marks.js').Piece} Piece */

/**
 * Marks by <mark> elements, where a browser has no Custom Highlights. They carry a background and an
 * underline and nothing else: padding or an inline block would tear joined letters apart.
 */
export class MarkPainter {
  /** @type {(Element | null | undefined)[]} */
  #lifted = [];

  expect() {}

  leave() {}

  /** @param {Element} element @param {Piece[]} pieces @returns {Painted[]} */
  paint(element, pieces) {
    const text = element.textContent ?? '';
    const around = [{ node: /** @type {ParentNode} */ (document.createDocumentFragment()), to: text.length }];
    let done = 0;
    const writeTo = (/** @type {number} */ offset) => {
      if (offset > done) around[around.length - 1].node.append(text.slice(done, offset));
      done = Math.max(done, offset);
    };
    const leaveAll = (/** @type {number} */ offset) => {
      while (around.length > 1 && around[around.length - 1].to <= offset) {
        writeTo(around[around.length - 1].to);
        around.pop();
      }
    };
    const painted = pieces.map((piece) => {
      const { entity, from, to, outer } = piece;
      leaveAll(from);
      writeTo(from);
      const mark = document.createElement('mark');
      mark.dataset.type = entity.type;
      if (outer) mark.classList.add('outer');
      if (entity.reviewed) mark.classList.add('kept');
      around[around.length - 1].node.append(mark);
      around.push({ node: mark, to });
      return { piece, mark };
    });
    leaveAll(text.length);
    writeTo(text.length);
    element.replaceChildren(/** @type {DocumentFragment} */ (around[0].node));
    return painted.map(({ piece, mark }) => {
      const range = document.createRange();
      range.selectNodeContents(mark);
      return { piece, range };
    });
  }

  /** @param {Element} element */
  clear(element) {
    if (element.querySelector('mark')) element.replaceChildren(element.textContent ?? '');
  }

  /** @param {(AbstractRange | undefined)[]} places */
  lift(...places) {
    for (const mark of this.#lifted) mark?.classList.remove('current');
    this.#lifted = places.map((place) => {
      const node = place?.endContainer;
      return (node instanceof Element ? node : node?.parentElement)?.closest('mark');
    });
    for (const mark of this.#lifted) mark?.classList.add('current');
  }
}
