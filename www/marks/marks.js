import { firstReaching } from '../review/spans.js';
import { highlightName } from '../types.js';
import { HighlightPainter } from './highlight-painter.js';
import { MarkPainter } from './mark-painter.js';
import { Watch } from './watch.js';

/**
 * @typedef {import('../review/verdicts.js').Seen} Entity
 * @typedef {import('../editor/blocks.js').Block} Block
 * @typedef {{ entity: Entity, from: number, to: number, name: string, outer: boolean }} Piece
 * an entity's part in one block, in offsets of that block; an outer one has others in it
 * @typedef {{ piece: Piece, range: AbstractRange }} Painted
 */

/** So many blocks come from one key or one small paste. */
const FEW = 8;

export const canHighlight = () => typeof Highlight === 'function' && 'highlights' in CSS;

/**
 * Marks the entities of the blocks that are near the window, and only those: a long text has marks
 * wherever one looks, and none to build where nobody does.
 */
export class Marks {
  /** @type {Map<Block, Painted[]>} */
  #painted = new Map();
  /** @type {Set<Block>} */
  #near = new Set();
  /** Blocks that were edited after they were painted. @type {Set<Block>} */
  #edited = new Set();
  /** @type {Block[]} */
  #fresh = [];
  #painter;
  #watch;

  /**
   * @param {import('../editor/editor.js').Editor} editor
   * @param {() => { entities: Entity[], hidden: Set<string> }} visible the entities as they stand now, ascending, and the types not to be marked
   * @param {boolean} asElements
   */
  constructor(editor, visible, asElements) {
    this.editor = editor;
    this.visible = visible;
    this.#painter = asElements ? new MarkPainter() : new HighlightPainter();
    this.#watch = new Watch(editor.paper, (come, gone) => this.#seen(come, gone));
    this.added(editor.paper.blocks);
  }

  /** Types that will be met. @param {string[]} types */
  expect(types) {
    this.#painter.expect(types);
  }

  /** What is visible has changed. */
  refresh() {
    this.#repaint([...this.#near]);
  }

  /** @param {Block[]} blocks */
  added(blocks) {
    this.#watch.added(blocks);
    // Few fresh blocks come from an edit under the person's eyes: no frame may pass without their marks, which
    // wait only until the edit is known and entities have moved with it.
    this.#fresh = blocks.length < FEW ? [...blocks] : [];
  }

  /** @param {Block[]} blocks */
  removed(blocks) {
    this.#watch.removed(blocks);
    for (const block of blocks) {
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
    const { paper } = this.editor;
    const { node, offset } = paper.pointAt(start);
    const block = paper.blockOf(node);
    if (block) this.#edited.add(block);
    if (length === 0 || this.#painter instanceof MarkPainter) return;
    for (const { range } of (block && this.#painted.get(block)) ?? []) {
      if (!(range instanceof Range) || range.startContainer !== node || range.startOffset !== offset) continue;
      const after = paper.pointAt(start + length);
      range.setStart(after.node, after.offset);
    }
  }

  /** The innermost mark under a point. @param {Node} node @param {number} x @param {number} y @returns {{ entity: Entity, range: AbstractRange } | undefined} */
  at(node, x, y) {
    const block = this.editor.paper.blockOf(node);
    if (!block) return undefined;
    // Edits elsewhere may have moved the entity since it was painted.
    this.#repaint([block]);
    const found = this.#painted.get(block)?.findLast(({ range }) =>
      rectsOf(range).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom));
    return found && { entity: found.piece.entity, range: found.range };
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
    this.#watch.disconnect();
    for (const block of [...this.#painted.keys()]) this.#clear(block);
    this.lift(undefined);
    this.#painter.leave();
  }

  /** @param {Block[]} come into sight @param {Block[]} gone */
  #seen(come, gone) {
    for (const block of gone) {
      this.#near.delete(block);
      if (!(this.#painter instanceof MarkPainter)) this.#clear(block);
    }
    const fresh = come.filter((block) => !this.#near.has(block));
    for (const block of fresh) this.#near.add(block);
    this.#repaint(fresh);
  }

  /** @param {Block[]} blocks */
  #repaint(blocks) {
    if (blocks.length === 0) return;
    const { entities, hidden } = this.visible();
    const changed = blocks.map((block) => ({ block, pieces: this.#piecesOf(block, entities, hidden) })).filter((each) => !this.#stands(each));
    const work = () => {
      for (const { block, pieces } of changed) {
        this.#clear(block);
        if (pieces.length) this.#painted.set(block, this.#painter.paint(block.element, pieces));
      }
    };
    if (changed.length === 0) return;
    if (!(this.#painter instanceof MarkPainter)) work();
    // Elements that move under an input method would break off its composition; marks come when it ends.
    else if (!this.editor.composing) this.editor.keepingSelection(work);
  }

  /** Whether a block is painted so already: then its marks are left alone, and stand for the entities as they are now.
   * @param {{ block: Block, pieces: Piece[] }} wanted */
  #stands({ block, pieces }) {
    const painted = this.#painted.get(block) ?? [];
    if (this.#edited.has(block) || painted.length !== pieces.length) return false;
    if (!painted.every(({ piece: { from, to, name } }, index) => from === pieces[index].from && to === pieces[index].to && name === pieces[index].name)) return false;
    painted.forEach((each, index) => (each.piece = pieces[index]));
    return true;
  }

  /** @param {Block} block */
  #clear(block) {
    const painted = this.#painted.get(block);
    if (painted) this.#painter.clear(block.element, painted);
    this.#painted.delete(block);
    this.#edited.delete(block);
  }

  /** @param {Block} block @param {Entity[]} entities @param {Set<string>} hidden types @returns {Piece[]} */
  #piecesOf(block, entities, hidden) {
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
      if (from >= to || hidden.has(entity.type)) continue;
      while (around.length && around[around.length - 1].to <= from) around.pop();
      const parent = around[around.length - 1];
      if (parent) parent.outer = true;
      const piece = { entity, from, to, name: '', outer: false };
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
