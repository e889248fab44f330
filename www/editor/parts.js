/** @typedef {import('./blocks.js').Block} Block */

/** Blocks and letters of a part; one long block may be a part by itself. */
const MOST = 32;
const LETTERS = 4000;
/** What stands on a line, roughly, to guess how high a part is that was never drawn. */
const LINE = 75;

/**
 * Blocks stand in the text by parts, and the browser leaves out a part that is out of sight as one: its style,
 * its layout and its paint cost nothing, so that a key in a book costs what a key in a page does.
 * @param {Block[]} blocks
 * @returns {HTMLElement[]}
 */
export function parted(blocks) {
  /** @type {HTMLElement[]} */
  const parts = [];
  for (let from = 0; from < blocks.length; ) {
    let to = from + 1;
    for (let left = LETTERS - blocks[from].shown; to < blocks.length && to - from < MOST && left > blocks[to].shown; to += 1) left -= blocks[to].shown;
    parts.push(made(blocks.slice(from, to)));
    from = to;
  }
  return parts;
}

/** @param {Block[]} blocks */
function made(blocks) {
  const part = document.createElement('div');
  part.className = 'part';
  part.append(...blocks.map(({ element }) => element));
  const lines = blocks.reduce((sum, { shown }) => sum + (shown ? Math.ceil(shown / LINE) : 0.5), 0);
  part.style.setProperty('--lines', String(lines));
  return part;
}

/** Whether blocks of these lengths may share a part, as edits make it grow. @param {number[]} lengths */
export const fit = (lengths) => lengths.length <= 2 * MOST && lengths.reduce((sum, length) => sum + length, 0) <= 2 * LETTERS;

/** @param {Node} node */
export const isPart = (node) => node instanceof Element && node.className === 'part';
