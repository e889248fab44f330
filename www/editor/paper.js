import { holding, lengthBefore, makeBlock, pointIn } from './blocks.js';
import { fit, parted } from './parts.js';
import { split } from './split.js';

/**
 * @typedef {import('./blocks.js').Block} Block
 * @typedef {{ start: number, end: number, inserted: string, removed: string }} Replaced
 */

/**
 * The text and its blocks. The string is the truth: whatever the browser would do to an editable element,
 * line breaks, tatweel and controls stay as they were given, because only `replace` changes it.
 */
export class Paper {
  /** @type {Block[]} */
  blocks = [];
  /** @type {WeakMap<Node, Block>} */
  #blockOf = new WeakMap();
  #value = '';

  /**
   * @param {HTMLElement} root
   * @param {{ added(blocks: Block[]): void, removed(blocks: Block[]): void }} watcher
   */
  constructor(root, watcher) {
    this.root = root;
    this.watcher = watcher;
    this.#rebuild(0, 0, 0);
  }

  get value() {
    return this.#value;
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {string} inserted
   * @returns {Replaced}
   */
  replace(start, end, inserted) {
    const removed = this.#value.slice(start, end);
    const index = this.indexAt(start);
    const block = this.blocks[index];
    const from = start - this.startOf(block);
    const node = this.pointAt(start).node;
    this.#value = this.#value.slice(0, start) + inserted + this.#value.slice(end);
    if (this.#fitsIn(block, node, from, removed, inserted)) {
      const offset = from - lengthBefore(block.element, node);
      /** @type {Text} */ (node).replaceData(offset, removed.length, inserted);
      block.length += inserted.length - removed.length;
      block.shown += inserted.length - removed.length;
    } else {
      this.#rebuild(Math.max(0, index - 1), this.#indexBehind(index, from + removed.length) + 1, inserted.length - removed.length);
    }
    return { start, end, inserted, removed };
  }

  /** The browser has changed this block's text by itself: take it over, and leave its nodes alone.
   * @param {Block} block @param {string} text */
  adopt(block, text) {
    const start = this.startOf(block);
    this.#value = this.#value.slice(0, start) + text + this.#value.slice(start + block.shown);
    block.element.classList.toggle('blank', !text);
    block.length += text.length - block.shown;
    block.shown = text.length;
  }

  /** Shows a text afresh, whatever the browser has made of the elements. @param {string} text */
  reset(text) {
    const growth = text.length - this.#value.length;
    this.#value = text;
    this.root.replaceChildren();
    this.#rebuild(0, this.blocks.length, growth);
  }

  /** @param {Block} block */
  textOf(block) {
    const start = this.startOf(block);
    return this.#value.slice(start, start + block.shown);
  }

  /** @param {Block | undefined} block */
  startOf(block) {
    let start = 0;
    for (const each of this.blocks) {
      if (each === block) return start;
      start += each.length;
    }
    return start;
  }

  /** @param {number} offset */
  indexAt(offset) {
    let left = offset;
    const index = this.blocks.findIndex((block) => left < block.length || ((left -= block.length), false));
    return index < 0 ? this.blocks.length - 1 : index;
  }

  /** @param {Node | null} node @returns {Block | undefined} */
  blockOf(node) {
    while (node && node !== this.root && !this.#blockOf.has(node)) node = node.parentNode;
    return node ? this.#blockOf.get(node) : undefined;
  }

  /** @param {Element} part @returns {Block[]} */
  blocksIn(part) {
    return Array.from(part.children, (child) => this.#blockOf.get(child)).filter((block) => block !== undefined);
  }

  /** Offset of a DOM position. @param {Node} node @param {number} offset */
  offsetAt(node, offset) {
    const block = this.blockOf(node);
    if (!block) return this.#between(node, offset);
    const before = document.createRange();
    before.selectNodeContents(block.element);
    before.setEnd(node, offset);
    return this.startOf(block) + Math.min(before.toString().length, block.shown);
  }

  /** The start of the block behind a place among parts or blocks. @param {Node} node @param {number} offset */
  #between(node, offset) {
    if (!this.root.contains(node)) return this.#value.length;
    const next = node.childNodes[offset] ?? (node === this.root ? null : node.nextSibling);
    return this.startOf(this.blockOf(next?.firstChild ?? null) ?? this.blockOf(next));
  }

  /** DOM position of an offset. @param {number} offset @returns {{ node: Node, offset: number }} */
  pointAt(offset) {
    const block = this.blocks[this.indexAt(offset)];
    return pointIn(block.element, Math.min(offset - this.startOf(block), block.shown));
  }

  /**
   * An edit inside one line's text keeps its node, and with it every range and mark in that node.
   * @param {Block} block @param {Node} node @param {number} from @param {string} removed @param {string} inserted
   */
  #fitsIn(block, node, from, removed, inserted) {
    const to = from + removed.length;
    const left = block.shown - removed.length + inserted.length;
    const before = lengthBefore(block.element, node);
    // Letters that are put right before a <mark>'s own would be marked with them.
    if (inserted && from === before && node.parentNode !== block.element) return false;
    return (
      node.nodeType === Node.TEXT_NODE && !/[\r\n]/.test(inserted) && to <= block.shown && left > 0 && left < 16_000 &&
      from >= before && to <= before + /** @type {Text} */ (node).length
    );
  }

  /** @param {number} index @param {number} length from the start of that block */
  #indexBehind(index, length) {
    while (index < this.blocks.length && length > 0) length -= this.blocks[index++].length;
    return Math.max(index, 1);
  }

  /**
   * Blocks `first` to `last` are cut anew. Their neighbours are among them because a CR and a LF that
   * meet make one line break.
   * @param {number} first @param {number} last @param {number} growth of the text among them
   */
  #rebuild(first, last, growth) {
    const part = this.blocks[first]?.element.parentElement ?? undefined;
    let pieces = this.#cut(first, last, growth);
    const room = part?.parentNode === this.root && fit([...this.#staying(part, first, last), ...pieces.map(({ length }) => length)]);
    if (!room && part && this.blocks[last]?.element.parentElement === part) {
      // A part that would grow too large is made anew from here to its end.
      while (this.blocks[last]?.element.parentElement === part) last += 1;
      pieces = this.#cut(first, last, growth);
    }
    this.#place(first, last, pieces.map(makeBlock), room ? part : undefined);
  }

  /** Lengths of the blocks that a part keeps. @param {Element} part @param {number} first @param {number} last */
  #staying(part, first, last) {
    const going = new Set(this.blocks.slice(first, last));
    return this.blocksIn(part).filter((block) => !going.has(block)).map(({ length }) => length);
  }

  /** @param {number} first @param {number} last @param {number} growth */
  #cut(first, last, growth) {
    const start = this.startOf(this.blocks[first]);
    const length = this.blocks.slice(first, last).reduce((sum, block) => sum + block.length, growth);
    const pieces = split(this.#value.slice(start, start + length));
    if (last < this.blocks.length && pieces.at(-1) === '') pieces.pop();
    return pieces;
  }

  /** @param {number} first @param {number} last @param {Block[]} fresh @param {Element | undefined} part where there is room for them */
  #place(first, last, fresh, part) {
    const old = this.blocks.slice(first, last);
    const next = this.blocks[last]?.element;
    for (const block of fresh) this.#blockOf.set(block.element, block);
    const elements = fresh.map(({ element }) => element);
    if (!part) this.root.insertBefore(holding(parted(fresh)), next?.parentNode ?? null);
    else part.insertBefore(holding(elements), next?.parentNode === part ? next : null);
    const touched = new Set(old.map(({ element }) => element.parentElement));
    for (const { element } of old) element.remove();
    for (const each of touched) if (!each?.hasChildNodes()) each?.remove();
    this.blocks = [...this.blocks.slice(0, first), ...fresh, ...this.blocks.slice(last)];
    this.watcher.removed(old);
    this.watcher.added(fresh);
  }
}
