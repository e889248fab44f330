import { isPart } from './parts.js';

/** @typedef {{ start: number, end: number, inserted: string, removed: string }} Replaced */

/**
 * Reads back what the browser has changed by itself, which it does while an input method composes.
 */
export class NativeEdits {
  /** @param {import('./paper.js').Paper} paper */
  constructor(paper) {
    this.paper = paper;
    this.observer = new MutationObserver(() => {});
    this.observer.observe(paper.root, { childList: true, characterData: true, subtree: true });
  }

  /** What the paper itself has just changed is no native edit. */
  forget() {
    this.observer.takeRecords();
  }

  /**
   * A change inside one line leaves the elements alone, since touching them would break off a composition.
   * @returns {Replaced | undefined}
   */
  read() {
    const { paper } = this;
    const records = this.observer.takeRecords();
    if (!records.length) return undefined;
    const blocks = new Set(records.map(({ target }) => paper.blockOf(target)));
    const [block] = blocks;
    const text = block?.element.textContent ?? '';
    if (blocks.size > 1 || !block || /[\r\n]/.test(text)) return this.#readAll();
    const start = paper.startOf(block);
    const change = difference(paper.textOf(block), text, start);
    paper.adopt(block, text);
    return change;
  }

  /** The browser has moved lines about: the text is what the elements now say, with the line breaks of
   * those lines that are still there. */
  #readAll() {
    const { paper } = this;
    const children = [...paper.root.childNodes].flatMap((child) => (isPart(child) ? [...child.childNodes] : [child]));
    const text = children.map((child, index) => {
      const block = paper.blockOf(child);
      const start = paper.startOf(block);
      const lineBreak = block ? paper.value.slice(start + block.shown, start + block.length) : '\n';
      return (child.textContent ?? '') + (index === children.length - 1 ? '' : lineBreak);
    });
    const change = difference(paper.value, text.join(''), 0);
    paper.reset(text.join(''));
    this.forget();
    return change;
  }
}

/**
 * The one stretch in which two texts differ.
 * @param {string} before @param {string} after @param {number} at where both begin
 * @returns {Replaced | undefined}
 */
function difference(before, after, at) {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const removed = before.slice(head, before.length - tail);
  return { start: at + head, end: at + head + removed.length, removed, inserted: after.slice(head, after.length - tail) };
}
