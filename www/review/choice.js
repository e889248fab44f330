import { choices, confirmAll, reasonsOf } from '../panel/choices.js';
import { label } from '../panel/list.js';
import { Handles } from './handles.js';
import { commandOf, obey } from './keys.js';
import { piecesAround, snapped } from './snap.js';
import { same } from './spans.js';

/**
 * @typedef {import('./verdicts.js').Seen} Seen
 * @typedef {import('./spans.js').Span} Span
 */

/**
 * @typedef {object} ChoiceHost
 * @property {import('../words/words.js').Words} words
 * @property {string} value
 * @property {any} engine
 * @property {string[]} types
 * @property {import('../editor/editor.js').Editor} editor
 * @property {import('./reviewer.js').Reviewer} reviewer
 * @property {import('../marks/marks.js').Marks | undefined} marks
 * @property {import('../panel/presenter.js').Presenter | undefined} presenter
 * @property {import('../panel/card.js').Card} card
 * @property {import('../panel/status.js').Status} status
 * @property {(entity: Seen) => string[]} explain what the host knows of an entity
 */

/** The name, or the stretch of text, that the person has before them: its card, its grips, and the keys. */
export class Choice {
  /** @param {ChoiceHost} host */
  constructor(host) {
    this.host = host;
    this.handles = new Handles({
      offsetAt: (x, y) => this.#offsetAt(x, y),
      rangeOf: (span) => /** @type {import('../marks/marks.js').Marks} */ (host.marks).rangeOf(span),
      preview: (span) => host.marks?.lift(host.marks.rangeOf(span)),
      drawn: (span, exact) => this.#drawn(span, exact),
    });
  }

  /** @param {Seen | undefined} entity */
  show(entity) {
    const { presenter, words, reviewer, status } = this.host;
    if (!entity) {
      this.back();
      return status.say(reviewer.progress.left ? '' : words.review.done);
    }
    const { all, ...acts } = this.#acts(entity);
    const reasons = [...reasonsOf(entity, reviewer.around(entity), words), ...this.host.explain(entity)];
    const content = choices(entity, this.host.types, reasons, words, { ...acts, ...(this.host.engine?.occurrences && { all }) });
    presenter?.open(entity, entity, words.card.title, content);
    this.handles.show(entity);
    status.say(this.spoken(entity));
  }

  /** What a screen reader says of it. @param {Seen} entity */
  spoken({ text, type, score, source, reviewed }) {
    const { words, reviewer } = this.host;
    const by = source === 'user' ? '' : `${words.certainty} ${words.percent(score)} `;
    const state = reviewed ? words.card.kept : words.card.open;
    return `${text}: ${label(type, words, 0)}. ${by}${words.source[source]}. ${state}. ${words.plural(words.review.left, reviewer.progress.left)}`;
  }

  /** A stretch that may become a name. @param {Span} span */
  offer(span) {
    const { presenter, words, reviewer, types } = this.host;
    reviewer.leave();
    this.handles.show(undefined);
    const acts = { type: (/** @type {string} */ type, /** @type {boolean} */ exact) => reviewer.tag(type, span, exact), close: () => this.back() };
    presenter?.open(undefined, span, words.card.tag, choices(undefined, types, [], words, acts));
  }

  close() {
    this.host.presenter?.dismiss();
    this.handles.show(undefined);
    this.host.reviewer.leave();
  }

  /** Closes the card and gives the text the focus it took. */
  back() {
    const { element } = this.host.card;
    // A finger that closes the card doesn't want to write: the text would bring up the keyboard with it.
    const focused = element.matches(matchMedia('(pointer: coarse)').matches ? ':has(:focus-visible)' : ':focus-within');
    this.close();
    if (focused) this.host.editor.surface.focus({ preventScroll: true });
  }

  /** @param {Seen} entity @returns {import('../panel/choices.js').Acts} */
  #acts(entity) {
    const { reviewer } = this.host;
    return {
      type: (type) => reviewer.retype(type), close: () => this.back(), accept: () => reviewer.accept(), reject: () => reviewer.reject(),
      resize: (side, step) => reviewer.resize(side, step), separate: () => reviewer.separate(), all: () => this.all(entity),
    };
  }

  /** Every occurrence, counted before any is marked. @param {Seen} entity */
  async all(entity) {
    const { reviewer, presenter, words, marks, card } = this.host;
    const focused = card.element.matches(':focus-within');
    const spans = await reviewer.occurrences(entity);
    if (!reviewer.current || !same(reviewer.current, entity)) return;
    const decided = (/** @type {Span} */ span) => reviewer.find(span, entity.type)?.reviewed;
    const fresh = spans.filter((span) => !decided(span));
    const commit = () => (reviewer.tagAll(entity.type, fresh), reviewer.choose(reviewer.find(entity)));
    const content = confirmAll(entity.type, fresh.length, words, commit, () => this.show(reviewer.current));
    presenter?.open(entity, entity, words.card.all, content);
    marks?.liftAll(fresh);
    this.host.status.say(words.plural(words.card.tagCount, fresh.length));
    if (focused) card.focus();
  }

  /** @param {number} x @param {number} y */
  #offsetAt(x, y) {
    const { surface, paper } = this.host.editor;
    const roots = { shadowRoots: [/** @type {ShadowRoot} */ (surface.getRootNode())] };
    const place = /** @type {any} */ (document).caretPositionFromPoint?.(x, y, roots);
    if (place) return surface.contains(place.offsetNode) ? paper.offsetAt(place.offsetNode, place.offset) : undefined;
    const range = /** @type {any} */ (document).caretRangeFromPoint?.(x, y);
    return range && surface.contains(range.startContainer) ? paper.offsetAt(range.startContainer, range.startOffset) : undefined;
  }

  /** @param {Span} span @param {boolean} exact to the letter */
  async #drawn(span, exact) {
    const { reviewer, value, engine } = this.host;
    const entity = reviewer.current;
    const found = exact ? span : snapped(value, await piecesAround(engine, value, span), span);
    if (entity && found && value === this.host.value) reviewer.span(entity, found);
    if (entity) this.show(reviewer.current);
  }

  /** @param {KeyboardEvent} event @param {boolean} typing whether letters alone are text here */
  key(event, typing) {
    const { reviewer, editor, card } = this.host;
    if (event.code === 'Escape' && card.opened) return (event.preventDefault(), this.back());
    const command = event.altKey === typing && !event.metaKey && !event.getModifierState('AltGraph') ? commandOf(event) : undefined;
    if (event.ctrlKey && !event.shiftKey && !(typing && command?.startsWith('type'))) return;
    if (!command || (!typing && command === 'open')) return;
    if (typing && !reviewer.current) this.#fromCaret(command);
    const { start, end } = editor.selection;
    const chosen = typing && start < end ? { start, end } : undefined;
    const tag = (/** @type {string} */ type) => {
      if (!this.host.types.includes(type)) return;
      if (chosen && !(reviewer.current && same(reviewer.current, chosen))) reviewer.tag(type, chosen, event.ctrlKey);
      else reviewer.retype(type);
    };
    if (command === 'open') {
      if (chosen && !reviewer.current) this.offer(chosen);
      if (card.opened) card.focus();
    } else if (command === 'all') {
      if (reviewer.current && this.host.engine?.occurrences) this.all(reviewer.current);
    } else obey(reviewer, command, event.ctrlKey, tag);
    event.preventDefault();
    event.stopPropagation();
  }

  /** The caret stands in the name that the key is about. @param {string} command */
  #fromCaret(command) {
    const { reviewer, editor } = this.host;
    const { start, end } = editor.selection;
    if (command === 'next' || command === 'previous' || start < end) return;
    const entity = reviewer.sheet.seen.findLast((each) => each.start <= start && start <= each.end);
    if (entity) reviewer.choose(entity);
  }
}
