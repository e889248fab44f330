/** @typedef {import('../editor/blocks.js').Block} Block */

/** How far beyond the window a block is near, so that a turn of the wheel finds it marked. */
const PART_MARGIN = '100% 0px';
const BLOCK_MARGIN = '20% 0px';

/**
 * Which blocks are near the window. The browser looks at everything that is watched in every frame, so that of a
 * long text only parts are watched, and blocks in those parts alone that come near.
 */
export class Watch {
  #parts = new IntersectionObserver((changes) => this.#partsSeen(changes), { rootMargin: PART_MARGIN });
  #blocks = new IntersectionObserver((changes) => this.#blocksSeen(changes), { rootMargin: BLOCK_MARGIN });
  /** @type {Set<Element>} */
  #open = new Set();

  /** @param {import('../editor/paper.js').Paper} paper @param {(come: Block[], gone: Block[]) => void} seen */
  constructor(paper, seen) {
    this.paper = paper;
    this.seen = seen;
  }

  /** @param {Block[]} blocks */
  added(blocks) {
    for (const { element } of blocks) {
      const part = /** @type {Element} */ (element.parentElement);
      if (this.#open.has(part)) this.#blocks.observe(element);
      else this.#parts.observe(part);
    }
  }

  /** @param {Block[]} blocks */
  removed(blocks) {
    for (const { element } of blocks) this.#blocks.unobserve(element);
  }

  disconnect() {
    this.#parts.disconnect();
    this.#blocks.disconnect();
  }

  /** @param {IntersectionObserverEntry[]} changes */
  #partsSeen(changes) {
    /** @type {Block[]} */
    const gone = [];
    for (const { target, isIntersecting } of changes) {
      const blocks = this.paper.blocksIn(target);
      if (isIntersecting) {
        this.#open.add(target);
        // In an empty line nothing is ever marked, but letters may be typed into it.
        for (const { element } of blocks) this.#blocks.observe(element);
      } else {
        this.#open.delete(target);
        for (const { element } of blocks) this.#blocks.unobserve(element);
        gone.push(...blocks);
        if (!target.isConnected) this.#parts.unobserve(target);
      }
    }
    if (gone.length) this.seen([], gone);
  }

  /** @param {IntersectionObserverEntry[]} changes */
  #blocksSeen(changes) {
    /** @type {{ come: Block[], gone: Block[] }} */
    const { come, gone } = { come: [], gone: [] };
    for (const { target, isIntersecting } of changes) {
      const block = target.isConnected ? this.paper.blockOf(target) : undefined;
      if (block) (isIntersecting ? come : gone).push(block);
    }
    this.seen(come, gone);
  }
}
