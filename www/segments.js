const FIELDS = 4;
const KINDS = /** @type {const} */ ([
  'word', 'latin', 'number', 'url', 'email', 'hashtag', 'handle', 'abbreviation', 'punctuation', 'symbol',
]);
const ROLES = /** @type {const} */ (['conjunction', 'preposition', 'future', 'stem', 'pronoun']);

/** Rows of four numbers in one typed array, made into objects only where somebody looks.
 * @template T */
class Rows {
  #make;

  /** @param {Uint32Array} data @param {(row: number) => T} make */
  constructor(data, make) {
    this.data = data;
    this.#make = make;
  }

  get length() {
    return this.data.length / FIELDS;
  }

  /** @param {number} index from the end where it is negative @returns {T | undefined} */
  at(index) {
    const row = index < 0 ? this.length + index : index;
    return row >= 0 && row < this.length ? this.#make(row) : undefined;
  }

  *[Symbol.iterator]() {
    for (let row = 0; row < this.length; row += 1) yield this.#make(row);
  }
}

/** The sentences, tokens and clitics of a text. */
export class Segments {
  /**
   * @param {string} text the host's own string, which may hold lone surrogates
   * @param {{ sentences: Uint32Array, tokens: Uint32Array, pieces: Uint32Array }} raw
   */
  constructor(text, { sentences, tokens, pieces }) {
    this.text = text;
    /** @param {Uint32Array} data @param {number} row */
    const span = (data, row) => {
      const [start, end] = data.subarray(row * FIELDS, row * FIELDS + 2);
      return { start, end, text: text.slice(start, end) };
    };
    this.pieces = new Rows(pieces, (row) => {
      const [role, article] = pieces.subarray(row * FIELDS + 2, row * FIELDS + 4);
      const piece = { ...span(pieces, row), role: ROLES[role] };
      return article ? { ...piece, article: { start: piece.start, end: article } } : piece;
    });
    this.tokens = new Rows(tokens, (row) => {
      const [kind, first] = tokens.subarray(row * FIELDS + 2, row * FIELDS + 4);
      const end = tokens[(row + 1) * FIELDS + 3] ?? this.pieces.length;
      const own = Array.from({ length: end - first }, (_, index) => /** @type {any} */ (this.pieces.at(first + index)));
      return { ...span(tokens, row), kind: KINDS[kind], pieces: own };
    });
    this.sentences = new Rows(sentences, (row) => {
      const [firstToken, endToken] = sentences.subarray(row * FIELDS + 2, row * FIELDS + 4);
      return { ...span(sentences, row), firstToken, endToken };
    });
  }
}
