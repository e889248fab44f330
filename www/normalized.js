import { TawsimError } from './errors.js';

const FIELDS = 5;

/**
 * A folded text that knows where each part of it came from. The core maps bytes in the same way.
 * @typedef {{ start: number, end: number }} Range
 */
export class Normalized {
  #edits;
  #original;

  /**
   * @param {string} original
   * @param {{ text: string, edits: Uint32Array }} raw five numbers an edit: start and end in the original, start and
   * end in the folded text, 1 if it was dropped with the letter before it
   */
  constructor(original, { text, edits }) {
    this.text = text;
    this.#original = original.length;
    this.#edits = edits;
  }

  /**
   * The part of the original that became this part of the folded text.
   * @param {Range} range @returns {Range}
   */
  toOriginal(range) {
    return clamped(range, this.text.length, ({ start, end }) => {
      const from = this.#place(this.#count((edit) => this.#at(edit, 3) <= start), start, 2);
      let before = this.#count((edit) => this.#at(edit, 3) < end || (this.#at(edit, 3) === end && !this.#dropped(edit)));
      while (before < this.#length && this.#at(before, 3) === end && this.#at(before, 4)) before += 1;
      const inside = before < this.#length && this.#at(before, 2) < end;
      return { start: from, end: inside ? this.#at(before, 1) : this.#shift(before, end, 2) };
    });
  }

  /**
   * The part of the folded text that this part of the original became; empty where all of it was dropped.
   * @param {Range} range @returns {Range}
   */
  toNormalised(range) {
    return clamped(range, this.#original, ({ start, end }) => {
      const from = this.#place(this.#count((edit) => this.#at(edit, 1) <= start), start, 0);
      const before = this.#count((edit) => this.#at(edit, 1) <= end);
      const inside = before < this.#length && this.#at(before, 0) < end;
      return { start: from, end: inside ? this.#at(before, 3) : this.#shift(before, end, 0) };
    });
  }

  get #length() {
    return this.#edits.length / FIELDS;
  }

  /** @param {number} edit @param {number} field */
  #at(edit, field) {
    return this.#edits[edit * FIELDS + field];
  }

  /** @param {number} edit */
  #dropped(edit) {
    return this.#at(edit, 2) === this.#at(edit, 3);
  }

  /** How many edits, from the first on, are `before`. @param {(edit: number) => boolean} before */
  #count(before) {
    let low = 0;
    for (let high = this.#length; low < high; ) {
      const middle = (low + high) >> 1;
      if (before(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where a start goes: to that of the edit it is inside of, or as far as the last one shifts.
   * @param {number} before @param {number} at @param {0 | 2} side of the edit that `at` is on */
  #place(before, at, side) {
    const inside = before < this.#length && this.#at(before, side) < at;
    return inside ? this.#at(before, 2 - side) : this.#shift(before, at, side);
  }

  /** @param {number} before @param {number} at @param {0 | 2} side */
  #shift(before, at, side) {
    return before === 0 ? at : this.#at(before - 1, 3 - side) + at - this.#at(before - 1, side + 1);
  }
}

/** Ends past the text count as its end; an empty range stays empty.
 * @param {Range} range @param {number} length @param {(range: Range) => Range} map @returns {Range} */
function clamped(range, length, map) {
  const end = Math.min(Math.max(range.end, 0), length);
  const start = Math.min(Math.max(range.start, 0), end);
  const mapped = map({ start, end });
  return { start: mapped.start, end: start === end ? mapped.start : Math.max(mapped.start, mapped.end) };
}

/**
 * A preset and the names of what is switched on and off besides, as the core wants them.
 * @param {import('./tawsim.js').NormalizePreset | import('./tawsim.js').NormalizeOptions} [options]
 */
export function switches(options = 'match') {
  const { preset = 'canonical', ...rest } = typeof options === 'string' ? { preset: options } : options;
  const names = (/** @type {boolean} */ state) =>
    Object.entries(rest).flatMap(([name, value]) => (value === state ? [name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)] : []));
  for (const [name, value] of Object.entries(rest)) {
    if (typeof value !== 'boolean' && value !== undefined) throw new TawsimError('options_invalid', `${name} is true or false.`);
  }
  return [String(preset), names(true).join(' '), names(false).join(' ')];
}
