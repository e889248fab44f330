import { textOfHtml } from '../import/html.js';
import { eraseFrom } from './erase.js';
import { NativeEdits } from './native.js';
import { Paper } from './paper.js';
import { reveal, select, selectedRange } from './selection.js';

/**
 * Editing in place. Every wish to change the text is taken from the browser as an event, carried out on
 * the paper, and shown; only an input method's own composition is left to the browser and read back.
 */
export class Editor {
  #composing = false;
  #native;

  /**
   * @param {HTMLElement} surface
   * @param {{
   *   added(blocks: import('./blocks.js').Block[]): void,
   *   removed(blocks: import('./blocks.js').Block[]): void,
   *   edited(edit: import('../review/follow.js').Edit, typed: boolean, change?: import('./history.js').Change): void,
   *   undo(): void,
   *   redo(): void,
   * }} host `change` is what to record; what undo and redo put back has none
   */
  constructor(surface, host) {
    this.surface = surface;
    this.host = host;
    this.paper = new Paper(surface, host);
    this.#native = new NativeEdits(this.paper);
    surface.addEventListener('beforeinput', (event) => this.#beforeInput(event));
    surface.addEventListener('input', () => this.#afterNative());
    surface.addEventListener('compositionstart', () => (this.#composing = true));
    surface.addEventListener('compositionend', () => this.#composed());
    surface.addEventListener('keydown', (event) => this.stepped(event));
    surface.addEventListener('copy', (event) => this.#copy(event));
    surface.addEventListener('cut', (event) => this.#copy(event) && this.#edit(this.selection, ''));
    surface.addEventListener('paste', (event) => this.#paste(event));
    surface.addEventListener('dragstart', (event) => event.preventDefault());
  }

  get value() {
    return this.paper.value;
  }

  /** Replaces the whole text; what was there can be brought back by undo. @param {string} text */
  set value(text) {
    this.#change({ start: 0, end: this.value.length }, text);
  }

  get composing() {
    return this.#composing;
  }

  get selection() {
    const range = selectedRange(/** @type {ShadowRoot} */ (this.surface.getRootNode()));
    if (!range) return { start: this.value.length, end: this.value.length };
    return {
      start: this.paper.offsetAt(range.startContainer, range.startOffset),
      end: this.paper.offsetAt(range.endContainer, range.endOffset),
    };
  }

  /** @param {{ start: number, end: number }} span */
  set selection({ start, end }) {
    select(this.paper.pointAt(start), this.paper.pointAt(end));
  }

  /** Runs `work`, which may replace nodes under the selection, and puts the selection back.
   * @param {() => void} work */
  keepingSelection(work) {
    const kept = this.surface.matches(':focus') ? this.selection : undefined;
    work();
    if (kept) this.selection = kept;
    this.#native.forget();
  }

  /** Puts a step back, and the caret where it was made. @param {import('./history.js').Change} change */
  restore({ at, removed, inserted }) {
    this.#apply({ start: at, end: at + removed.length }, inserted, false);
    this.#caret(at + inserted.length);
  }

  /** @param {{ start: number, end: number }} span @param {string} inserted @param {boolean} [typed] */
  #change({ start, end }, inserted, typed = false) {
    const removed = this.value.slice(start, end);
    this.#apply({ start, end }, inserted, typed, { at: start, removed, inserted });
  }

  /** @param {{ start: number, end: number }} span @param {string} inserted @param {boolean} typed @param {import('./history.js').Change} [change] */
  #apply({ start, end }, inserted, typed, change) {
    this.paper.replace(start, end, inserted);
    this.#native.forget();
    this.host.edited({ start, end, length: inserted.length }, typed, change?.removed || change?.inserted ? change : undefined);
  }

  /** An edit at the selection by the person. @param {{ start: number, end: number }} span @param {string} inserted @param {boolean} [typed] */
  #edit(span, inserted, typed = false) {
    const wasEmpty = !this.value;
    this.#change(span, inserted, typed);
    // Whoever pastes an article into an empty page wants to read it from the top.
    if (wasEmpty && !typed) this.selection = { start: 0, end: 0 };
    else this.#caret(span.start + inserted.length);
  }

  /** @param {number} offset */
  #caret(offset) {
    if (!selectedRange(/** @type {ShadowRoot} */ (this.surface.getRootNode()))) return;
    this.selection = { start: offset, end: offset };
    const { node, offset: at } = this.paper.pointAt(offset);
    const place = new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at });
    reveal(this.paper.blocks[this.paper.indexAt(offset)].element, place);
  }

  /** @param {InputEvent} event */
  #beforeInput(event) {
    if (!event.cancelable || event.isComposing) return;
    event.preventDefault();
    const { inputType } = event;
    if (inputType === 'historyUndo') return this.host.undo();
    if (inputType === 'historyRedo') return this.host.redo();
    const span = this.#target(event);
    if (inputType.startsWith('delete')) return this.#edit(span, '');
    if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') {
      return this.#edit(span, this.value.includes('\r\n') ? '\r\n' : '\n', true);
    }
    if (!inputType.startsWith('insert')) return;
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    this.#edit(span, text, inputType === 'insertText');
  }

  /** The part of the text an event is about. @param {InputEvent} event */
  #target(event) {
    const { start, end } = this.selection;
    if (event.inputType === 'deleteContentBackward' && start === end) return { start: eraseFrom(this.value, end), end };
    const [range] = event.getTargetRanges();
    if (!range || !this.surface.contains(range.startContainer)) return { start, end };
    return {
      start: this.paper.offsetAt(range.startContainer, range.startOffset),
      end: this.paper.offsetAt(range.endContainer, range.endOffset),
    };
  }

  /** Chromium offers undo only for edits it made itself, so the keys are read here. By `code`, because an
   * Arabic keyboard gives other letters. @param {KeyboardEvent} event @returns {boolean} whether it was one of them */
  stepped(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return false;
    const redo = event.code === 'KeyY' || (event.code === 'KeyZ' && event.shiftKey);
    if (!redo && event.code !== 'KeyZ') return false;
    event.preventDefault();
    if (redo) this.host.redo();
    else this.host.undo();
    return true;
  }

  /** @param {ClipboardEvent} event */
  #copy(event) {
    const { start, end } = this.selection;
    event.preventDefault();
    if (start < end) event.clipboardData?.setData('text/plain', this.value.slice(start, end));
    return start < end;
  }

  /** @param {ClipboardEvent} event */
  #paste(event) {
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') || textOfHtml(event.clipboardData?.getData('text/html') ?? '');
    if (text) this.#edit(this.selection, text);
  }

  #afterNative() {
    const change = this.#native.read();
    if (!change) return;
    const { start, end, removed, inserted } = change;
    this.host.edited({ start, end, length: inserted.length }, true, { at: start, removed, inserted });
    if (!this.#composing) this.#caret(start + inserted.length);
  }

  #composed() {
    this.#composing = false;
    this.#afterNative();
  }
}
