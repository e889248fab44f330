import { History } from '../editor/history.js';
import { viewed } from './clusters.js';
import { dirtied, follow, remapped, together } from './follow.js';
import { paragraphs, retagged, suggestionsOf } from './retag.js';
import { cross, inTextOrder, overlap, same } from './spans.js';
import { decided, stepped } from './steps.js';
import { UNDECIDED, seen } from './verdicts.js';

/**
 * @typedef {import('./verdicts.js').Decisions} Decisions
 * @typedef {import('./verdicts.js').Suggestion} Suggestion
 * @typedef {import('./verdicts.js').Seen} Seen
 * @typedef {import('./follow.js').Edit} Edit
 * @typedef {import('./spans.js').Span} Span
 * @typedef {import('../editor/history.js').Change} Change
 * @typedef {import('../editor/history.js').Past} Past
 * @typedef {import('./steps.js').Step} Step
 */

/**
 * Everything that is known of one text: what the engine suggests, what the person has decided, and every step
 * that led there. The text itself is the editor's; here are the offsets into it.
 */
export class Sheet {
  /** @type {Suggestion[]} */
  #suggestions = [];
  /** @type {Decisions} */
  #decisions = UNDECIDED;
  #history = new History();
  /** @type {Edit[]} edits the suggestions have yet to follow */
  #edits = [];
  /** What must be looked at again. @type {Span | 'all' | undefined} */
  #stale = 'all';
  /** @type {Seen[] | undefined} */
  #seen;
  /** @type {ReturnType<typeof viewed> | undefined} */
  #view;

  /** @param {() => string} text */
  constructor(text) {
    this.text = text;
  }

  /** @returns {Suggestion[]} */
  get suggestions() {
    const edits = this.#edits.splice(0);
    return (this.#suggestions = remapped(this.#suggestions, edits, this.text()));
  }

  get decisions() {
    return this.#decisions;
  }

  /** Suggestions and decisions as one, in text order. */
  get seen() {
    return (this.#seen ??= seen(this.text(), this.suggestions, this.#decisions));
  }

  /** The annotation as it stands: entities with parents, and clusters. */
  get annotation() {
    return (this.#view ??= viewed(this.seen, this.#decisions.links));
  }

  get steps() {
    return this.#history.depth;
  }

  /** The text has changed. @param {Edit} edit @param {Change} [change] to be recorded as a step @param {boolean} [typed] */
  edited(edit, change, typed) {
    this.#queue(edit);
    this.#stale = this.#stale === 'all' || (edit.start === 0 && this.text().length === edit.length) ? 'all' : dirtied(this.#stale, edit);
    const { verdicts, touched, again } = follow(this.#decisions.verdicts, edit, this.text());
    if (touched.length || verdicts.length) this.#decisions = { ...this.#decisions, verdicts };
    if (again.length) this.#suggestions = beside(this.suggestions, again);
    if (change) this.#history.record({ change, out: touched, in: [], links: [] }, typed);
    this.#changed();
  }

  /** The person has decided. @param {Decisions} decisions */
  decide(decisions) {
    this.#history.record(decided(this.#decisions, decisions));
    this.#decisions = decisions;
    this.#changed();
  }

  /** Takes the last step back. @param {(change: Change) => void} restore puts its text back @returns {Step | undefined} */
  undo(restore) {
    const step = this.#history.undo();
    if (step?.change) restore({ at: step.change.at, removed: step.change.inserted, inserted: step.change.removed });
    return this.#stepped(step, true);
  }

  /** @param {(change: Change) => void} restore @returns {Step | undefined} */
  redo(restore) {
    const step = this.#history.redo();
    if (step?.change) restore(step.change);
    return this.#stepped(step, false);
  }

  /** @param {Step | undefined} step @param {boolean} back */
  #stepped(step, back) {
    if (step) this.#decisions = stepped(this.#decisions, step, back);
    this.#changed();
    return step;
  }

  /** All steps, to be kept with the document. */
  get past() {
    return this.#history.past;
  }

  /** The part of the text to look at: the paragraphs that were edited, or all. @returns {Span & { whole: boolean } | undefined} */
  get due() {
    const { length } = this.text();
    if (!this.#stale) return undefined;
    const part = this.#stale === 'all' ? undefined : paragraphs(this.text(), this.#stale);
    return part && part.end - part.start < length ? { ...part, whole: false } : { start: 0, end: length, whole: true };
  }

  /** @param {import('../tawsim.js').Annotation} found @param {Span & { whole: boolean }} part */
  suggest(found, part) {
    const dirty = typeof this.#stale === 'object' ? this.#stale : part;
    this.#suggestions = part.whole && this.#stale === 'all'
      ? suggestionsOf(found)
      : retagged(this.suggestions, part, dirty, found);
    this.#edits = [];
    this.#stale = undefined;
    this.#changed();
  }

  /** All of the text is to be looked at again, for the lists have changed or because the person wants it. */
  expire() {
    this.#stale = 'all';
  }

  /** Another document. @param {Suggestion[] | undefined} suggestions none: it has yet to be annotated @param {Decisions} decisions @param {Past} [past] */
  load(suggestions, decisions, past) {
    this.#suggestions = suggestions ?? [];
    this.#decisions = decisions;
    this.#history = new History(past);
    this.#edits = [];
    this.#stale = suggestions ? undefined : 'all';
    this.#changed();
  }

  /** Letters typed one after the other move the suggestions once, when somebody looks. @param {Edit} edit */
  #queue(edit) {
    const last = this.#edits.pop();
    const one = last && together(last, edit);
    if (last && !one) this.#edits.push(last);
    this.#edits.push(one ?? edit);
  }

  #changed() {
    this.#seen = this.#view = undefined;
  }
}

/** A name that is asked about again still hides what its decision had hidden. @param {Suggestion[]} suggestions @param {Suggestion[]} again */
const beside = (suggestions, again) => {
  const hidden = (/** @type {Suggestion} */ each) => again.some((one) => cross(one, each) || (overlap(one, each) && (one.type === each.type || same(one, each))));
  return [...suggestions.filter((each) => !hidden(each)), ...again].sort(inTextOrder);
};
