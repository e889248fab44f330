/** @typedef {import('./marks.js').Painted} Painted */
/** @typedef {import('./marks.js').Piece} Piece */

/**
 * Marks by <mark> elements, where a browser has no Custom Highlights. They carry a background and an
 * underline and nothing else: padding or an inline block would tear joined letters apart.
 */
export class MarkPainter {
  /** @type {Element | null | undefined} */
  #lifted;

  /** @param {Element} element @param {Piece[]} pieces @returns {Painted[]} */
  paint(element, pieces) {
    const text = element.textContent ?? '';
    const nodes = [];
    const painted = [];
    let done = 0;
    for (const { entity, from, to } of pieces) {
      // A nested mark would need nested elements; the outer one stands for both.
      if (from < done) continue;
      const mark = document.createElement('mark');
      mark.dataset.type = entity.type;
      mark.append(text.slice(from, to));
      nodes.push(text.slice(done, from), mark);
      done = to;
      const range = document.createRange();
      range.selectNodeContents(mark);
      painted.push({ entity, range });
    }
    element.replaceChildren(...[...nodes, text.slice(done)].filter((node) => node !== ''));
    return painted;
  }

  /** @param {Element} element */
  clear(element) {
    if (element.querySelector('mark')) element.replaceChildren(element.textContent ?? '');
  }

  /** @param {AbstractRange | undefined} place */
  lift(place) {
    this.#lifted?.classList.remove('current');
    const node = place?.endContainer;
    this.#lifted = (node instanceof Element ? node : node?.parentElement)?.closest('mark');
    this.#lifted?.classList.add('current');
  }
}
