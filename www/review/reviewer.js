import * as commands from './commands.js';
import { isName } from './clusters.js';
import { piecesAround, snapped, stepped } from './snap.js';
import { firstReaching, holds, same, trimmed } from './spans.js';

/**
 * @typedef {import('./sheet.js').Sheet} Sheet
 * @typedef {import('./clusters.js').Reviewed} Reviewed
 * @typedef {import('./verdicts.js').Seen} Seen
 * @typedef {import('./spans.js').Span} Span
 * @typedef {import('./verdicts.js').Decisions} Decisions
 */

/**
 * What the reviewer needs of its surroundings.
 * @typedef {object} Host
 * @property {string} value
 * @property {any} engine what it can do beyond annotating is asked before it is offered
 * @property {Span} selection
 * @property {boolean} locked nothing may be changed
 * @property {Set<string>} hidden types that are not shown
 * @property {(entity: Seen | undefined) => void} chosen
 * @property {(before: Decisions) => void} decided
 */

/** The person's hand: it goes through the suggestions and says what becomes of each. */
export class Reviewer {
  /** @type {(Span & { type: string }) | undefined} */
  #at;

  /** @param {Sheet} sheet @param {Host} host */
  constructor(sheet, host) {
    this.sheet = sheet;
    this.host = host;
  }

  get entities() {
    return this.sheet.annotation.entities;
  }

  /** @returns {Seen | undefined} */
  get current() {
    return this.#at && this.find(this.#at, this.#at.type);
  }

  /** The one on a span, of a type or of any. @param {Span} span @param {string} [type] */
  find(span, type) {
    return this.sheet.seen.find((each) => same(each, span) && (type === undefined || each.type === type));
  }

  /** The innermost one around another. @param {Seen} entity @returns {Seen | undefined} */
  around(entity) {
    const { seen } = this.sheet;
    return seen.slice(firstReaching(seen, entity.start), seen.indexOf(entity)).findLast((each) => holds(each, entity));
  }

  /** @param {Span & { type: string } | undefined} entity */
  choose(entity) {
    this.#at = entity && { start: entity.start, end: entity.end, type: entity.type };
    this.host.chosen(this.current);
  }

  /** Forgets the one chosen without a word. */
  leave() {
    this.#at = undefined;
  }

  /** Suggestions nobody has looked at. @returns {Reviewed[]} */
  get queue() {
    return this.entities.filter((each) => this.#open(each));
  }

  /** @param {Seen} entity */
  #open = ({ reviewed, type }) => !reviewed && !this.host.hidden.has(type);

  /** How many there are, and how many of them nobody has looked at. */
  get progress() {
    const { seen } = this.sheet;
    return { total: seen.length, left: seen.reduce((left, each) => left + Number(this.#open(each)), 0) };
  }

  /** The next suggestion after the one chosen, else after the caret; from the end on to the first. @param {-1 | 1} step */
  go(step) {
    const queue = this.sheet.seen.filter((each) => this.#open(each));
    const from = this.#at?.start ?? this.host.selection.start;
    const past = (/** @type {Seen} */ { start, end }) => (start - from || (this.#at ? this.#at.end - end : 0)) * step > (this.#at ? 0 : -1);
    const next = step > 0 ? queue.find(past) ?? queue[0] : queue.findLast(past) ?? queue.at(-1);
    this.choose(next);
    return next;
  }

  /** @param {Seen[]} [entities] the one chosen by default, after which comes the next */
  accept(entities) {
    this.#rule(entities, commands.accept);
  }

  /** @param {Seen[]} [entities] */
  reject(entities) {
    this.#rule(entities, commands.reject);
  }

  /** @param {Seen[] | undefined} entities @param {(decisions: Decisions, entities: Seen[]) => Decisions} rule */
  #rule(entities, rule) {
    const chosen = entities ?? [this.current].filter((each) => each !== undefined);
    if (!chosen.length) return;
    const onward = !entities && !chosen[0].reviewed;
    this.#decide(rule(this.sheet.decisions, this.#seen(chosen)));
    if (onward) this.go(1);
    else this.choose(this.current);
  }

  /** The type of the one chosen. @param {string} type @param {Seen | undefined} [entity] */
  retype(type, entity = this.current) {
    if (!entity) return;
    this.#decide(commands.retype(this.sheet.decisions, this.#seen([entity]), type));
    this.choose(this.find(entity, type));
  }

  /** Marks the selection, or any span. @param {string} type @param {Span} span @param {boolean} [exact] to the letter */
  async tag(type, span, exact = false) {
    const { value } = this.host;
    const found = exact ? trimmed(value, span) : snapped(value, await piecesAround(this.host.engine, value, span), span);
    if (!found || value !== this.host.value) return;
    const there = this.find(found);
    if (there) return this.retype(type, there);
    this.tagAll(type, [found]);
    this.choose(this.find(found, type));
  }

  /** @param {string} type @param {Span[]} spans */
  tagAll(type, spans) {
    if (spans.length) this.#decide(commands.tag(this.sheet.decisions, this.host.value, spans, type));
  }

  /** Moves one end of the one chosen by a piece of a word, or by a letter.
   * @param {'start' | 'end'} side @param {-1 | 1} step @param {boolean} [byLetter] */
  async resize(side, step, byLetter = false) {
    const entity = this.current;
    if (!entity) return;
    const { value } = this.host;
    const pieces = await piecesAround(this.host.engine, value, entity);
    if (value !== this.host.value) return;
    this.span(entity, { ...{ start: entity.start, end: entity.end }, [side]: stepped(pieces, entity[side], step, side, byLetter) });
  }

  /** @param {Seen} entity @param {Span} wanted */
  span(entity, wanted) {
    const found = trimmed(this.host.value, wanted);
    if (!found || same(found, entity)) return;
    this.#decide(commands.resize(this.sheet.decisions, this.host.value, this.#seen([entity])[0], found));
    this.choose(this.find(found, entity.type));
  }

  /** Where the letters of the one chosen stand, however spelt and whatever is joined to them. @param {Span} span @returns {Promise<Span[]>} */
  async occurrences(span) {
    const { engine, value } = this.host;
    return engine?.occurrences ? engine.occurrences(value, { start: span.start, end: span.end }) : [];
  }

  /** This mention is another one of that name. */
  separate() {
    const entity = this.current;
    if (!entity || !isName(entity.type)) return;
    this.#decide(commands.separate(this.sheet.decisions, this.#seen([entity])[0]));
    this.choose(this.current);
  }

  /** @param {string} a key @param {string} b key */
  merge(a, b) {
    this.#decide(commands.merge(this.sheet.decisions, a, b));
  }

  /** @param {string} key */
  split(key) {
    this.#decide(commands.split(this.sheet.decisions, key));
  }

  /** @param {string} type @param {number} score */
  above(type, score) {
    return commands.above(this.sheet.seen, type, score).filter((each) => each.type === type || !this.host.hidden.has(each.type));
  }

  /** @param {string} type @param {number} score */
  acceptAbove(type, score) {
    const found = this.above(type, score);
    if (found.length) this.#decide(commands.accept(this.sheet.decisions, found));
  }

  /** These as they are seen, with all that is known of them. @param {(Span & { type: string })[]} entities */
  #seen(entities) {
    const signOf = (/** @type {Span & { type: string }} */ { start, end, type }) => `${start} ${end} ${type}`;
    const wanted = new Set(entities.map(signOf));
    const starts = new Set(entities.map(({ start }) => start));
    return this.sheet.seen.filter((each) => starts.has(each.start) && wanted.has(signOf(each)));
  }

  /** @param {Decisions} decisions */
  #decide(decisions) {
    if (this.host.locked) return;
    const before = this.sheet.decisions;
    this.sheet.decide(decisions);
    this.host.decided(before);
  }
}
