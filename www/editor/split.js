/** A line longer than this is shown in several blocks, since a browser lays out a block in one go. */
const LONG = 2000;
/** More blocks than this would weigh on the page, so that very many short lines share blocks. */
const MANY = 20_000;
/** How far back a character made of many parts is looked for. */
const REACH = 64;
const clusters = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/**
 * Cuts a text into blocks for display: one a line, its line break included. The blocks put together are
 * the text again; a text that ends in a line break has an empty last block.
 * @param {string} text
 * @returns {string[]} at least one
 */
export function split(text) {
  /** @type {string[]} */
  const blocks = [];
  const least = countLines(text) > MANY ? Math.ceil(text.length / MANY) : 0;
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(/\r\n?|\n/g)) {
    const end = index + mark.length;
    if (end - from < least) continue;
    cut(text, from, end, blocks);
    from = end;
  }
  cut(text, from, text.length, blocks);
  return blocks;
}

/** How much of a block is shown: all but its line break. @param {string} block */
export const shownLength = (block) => block.length - (/\r\n$|[\r\n]$/.exec(block)?.[0].length ?? 0);

/** @param {string} text */
function countLines(text) {
  let count = 1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) count += 1;
  }
  return count;
}

/** @param {string} text @param {number} from @param {number} end @param {string[]} blocks */
function cut(text, from, end, blocks) {
  while (end - from > 2 * LONG) {
    const to = from + seam(text.slice(from, from + LONG));
    blocks.push(text.slice(from, to));
    from = to;
  }
  blocks.push(text.slice(from, end));
}

/** Where to cut a piece of a long line: behind its last space, else where no character is torn.
 * @param {string} piece */
function seam(piece) {
  const tail = piece.slice(LONG / 2);
  const space = Math.max(tail.lastIndexOf(' '), tail.lastIndexOf('\n'));
  if (space >= 0) return LONG / 2 + space + 1;
  const end = [...clusters.segment(piece.slice(-REACH))].at(-1);
  return LONG - REACH + (end?.index || REACH);
}
