/** @typedef {import('../editor/paper.js').Block} Block */

/**
 * Which blocks are near the window. A browser that skips the content of the far ones (`content-visibility: auto`)
 * knows already, and says so; elsewhere they are watched, which costs a little in every frame.
 */
export class Near {
  #leaving = new AbortController();
  /** @type {IntersectionObserver | undefined} */
  #observer;
  /** @type {Set<Block>} */
  #fresh = new Set();
  #frame = 0;

  /**
   * @param {HTMLElement} root
   * @param {(changes: { element: Element, near: boolean }[]) => void} changed
   */
  constructor(root, changed) {
    this.changed = changed;
    if ('oncontentvisibilityautostatechange' in root) {
      root.addEventListener('contentvisibilityautostatechange', (event) => {
        const { target, skipped } = /** @type {ContentVisibilityAutoStateChangeEvent} */ (event);
        changed([{ element: /** @type {Element} */ (target), near: !skipped }]);
      }, { signal: this.#leaving.signal, capture: true });
    } else {
      const told = (/** @type {IntersectionObserverEntry[]} */ entries) => changed(entries.map(({ target, isIntersecting }) => ({ element: target, near: isIntersecting })));
      this.#observer = new IntersectionObserver(told, { rootMargin: '60% 0px' });
    }
  }

  /** Nothing is ever marked in an empty line. @param {Block[]} blocks */
  watch(blocks) {
    for (const block of blocks) {
      if (!block.shown) continue;
      if (this.#observer) this.#observer.observe(block.element);
      else this.#fresh.add(block);
    }
    // A block that is never skipped, for it was there before or has the caret, is never spoken of.
    if (this.#fresh.size && !this.#frame) this.#frame = requestAnimationFrame(() => (this.#frame = requestAnimationFrame(() => this.#look())));
  }

  #look() {
    this.#frame = 0;
    const there = [...this.#fresh].filter(({ element }) => element.checkVisibility({ contentVisibilityAuto: true }));
    this.#fresh.clear();
    this.changed(there.map(({ element }) => ({ element, near: true })));
  }

  /** @param {Block} block */
  forget(block) {
    this.#fresh.delete(block);
    this.#observer?.unobserve(block.element);
  }

  disconnect() {
    this.#leaving.abort();
    cancelAnimationFrame(this.#frame);
    this.#observer?.disconnect();
  }
}
