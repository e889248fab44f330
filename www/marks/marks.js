import { firstReaching } from '../review/spans.js';
import { highlightName } from '../types.js';
import { HighlightPainter } from './highlight-painter.js';
import { MarkPainter } from './mark-painter.js';

/**
 * @typedef {import('../review/clusters.js').Reviewed} Entity
 * @typedef {import('../editor/paper.js').Block} Block
 * @typedef {{ entity: Entity, from: number, to: number, name: string, depth: number, outer: boolean }} Piece
 * an entity's part in one block, in offsets of that block; an outer one has others in it
 * @typedef {{ entity: Entity, range: AbstractRange, name: string }} Painted
 */

export const canHighlight = () => typeof Highlight === 'function' && 'highlights' in CSS;

/**
 * Marks the entities of the blocks that are near the window, and only those: a long text has marks
 * wherever one looks, and none to build where nobody does.
 */
export class Marks {
  /** @type {Map<Block, Painted[]>} */
  #painted = new Map();
  /** @type {WeakMap<Element, Block>} */
  #blockOf = new WeakMap();
  /** @type {Set<Block>} */
  #near = new Set();
  /** @type {Block[]} */
  #fresh = [];
  #painter;
  #observer;

  /**
   * @param {import('../editor/editor.js').Editor} editor
   * @param {() => Entity[]} visible the entities to mark, as they stand now, ascending
   * @param {boolean} asElements
   */
  constructor(editor, visible, asElements) {
    this.editor = editor;
    this.visible = visible;
    this.#painter = asElements ? new MarkPainter() : new HighlightPainter();
    this.#observer = new IntersectionObserver((changes) => this.#seen(changes), { rootMargin: '60% 0px' });
    this.added(editor.paper.blocks);
  }

  /** What is visible has changed. */
  refresh() {
    this.#repaint([...this.#near]);
  }

  /** @param {Block[]} blocks */
  added(blocks) {
    for (const block of blocks) {
      this.#blockOf.set(block.element, block);
      // Each one that is watched costs a little in every frame, and in an empty line nothing is ever marked.
      if (block.shown) this.#observer.observe(block.element);
    }
    // Few fresh blocks come from an edit under the person's eyes: no frame may pass without their marks, which
    // wait only until the edit is known and entities have moved with it.
    this.#fresh = blocks.length < 8 ? [...blocks] : [];
  }

  /** @param {Block[]} blocks */
  removed(blocks) {
    for (const block of blocks) {
      this.#observer.unobserve(block.element);
      this.#near.delete(block);
      this.#clear(block);
    }
  }

  /**
   * The text was edited. A live range swallows letters that are put right before it; they are given back.
   * @param {import('../review/follow.js').Edit} edit
   */
  edited({ start, length }) {
    for (const block of this.#fresh) this.#near.add(block);
    this.#repaint(this.#fresh.splice(0));
    if (length === 0 || this.#painter instanceof MarkPainter) return;
    const { paper } = this.editor;
    const { node, offset } = paper.pointAt(start);
    const block = paper.blockOf(node);
    for (const { range } of (block && this.#painted.get(block)) ?? []) {
      if (!(range instanceof Range) || range.startContainer !== node || range.startOffset !== offset) continue;
      const after = paper.pointAt(start + length);
      range.setStart(after.node, after.offset);
    }
  }

  /** The innermost mark under a point. @param {Node} node @param {number} x @param {number} y @returns {Painted | undefined} */
  at(node, x, y) {
    const block = this.editor.paper.blockOf(node);
    return block && this.#painted.get(block)?.findLast(({ range }) =>
      rectsOf(range).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom));
  }

  /** @param {import('../review/spans.js').Span} span */
  rangeOf({ start, end }) {
    const { paper } = this.editor;
    const from = paper.pointAt(start);
    const to = paper.pointAt(end);
    return new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset });
  }

  /** Lifts one mark out of the others, or none. @param {AbstractRange | undefined} place */
  lift(place) {
    this.#painter.lift(place);
  }

  /** @param {import('../review/spans.js').Span[]} spans */
  liftAll(spans) {
    this.#painter.lift(...spans.map((span) => this.rangeOf(span)));
  }

  disconnect() {
    this.#observer.disconnect();
    for (const block of [...this.#painted.keys()]) this.#clear(block);
    this.lift(undefined);
  }

  /** @param {IntersectionObserverEntry[]} changes */
  #seen(changes) {
    /** @type {Block[]} */
    const come = [];
    for (const { target, isIntersecting } of changes) {
      const block = this.#blockOf.get(target);
      if (!block || !target.isConnected) continue;
      if (!isIntersecting) {
        this.#near.delete(block);
        if (!(this.#painter instanceof MarkPainter)) this.#clear(block);
      } else if (!this.#near.has(block)) {
        this.#near.add(block);
        come.push(block);
      }
    }
    this.#repaint(come);
  }

  /** @param {Block[]} blocks */
  #repaint(blocks) {
    if (blocks.length === 0) return;
    const entities = this.visible();
    const work = () => {
      for (const block of blocks) {
        this.#clear(block);
        const pieces = this.#piecesOf(block, entities);
        if (pieces.length) this.#painted.set(block, this.#painter.paint(block.element, pieces));
      }
    };
    if (!(this.#painter instanceof MarkPainter)) work();
    // Elements that move under an input method would break off its composition; marks come when it ends.
    else if (!this.editor.composing) this.editor.keepingSelection(work);
  }

  /** @param {Block} block */
  #clear(block) {
    const painted = this.#painted.get(block);
    if (painted) this.#painter.clear(block.element, painted);
    this.#painted.delete(block);
  }

  /** @param {Block} block @param {Entity[]} entities @returns {Piece[]} */
  #piecesOf(block, entities) {
    const start = this.editor.paper.startOf(block);
    /** @type {Piece[]} */
    const pieces = [];
    /** @type {Piece[]} */
    const around = [];
    for (let index = firstReaching(entities, start); index < entities.length; index += 1) {
      const entity = entities[index];
      if (entity.start >= start + block.shown) break;
      const from = Math.max(0, entity.start - start);
      const to = Math.min(block.shown, entity.end - start);
      if (from >= to) continue;
      while (around.length && around[around.length - 1].to <= from) around.pop();
      const parent = around[around.length - 1];
      if (parent) parent.outer = true;
      const piece = { entity, from, to, name: '', depth: around.length, outer: false };
      around.push(piece);
      pieces.push(piece);
    }
    for (const piece of pieces) piece.name = highlightName(piece.entity.type, piece.entity.reviewed, piece.outer);
    return pieces;
  }
}

/** @param {AbstractRange} range */
export function rectsOf(range) {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return [...live.getClientRects()];
}
