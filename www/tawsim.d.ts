/** Finds the people, organisations and places in Arabic text, in the browser or in Node. */
export class Tawsim {
  private constructor();

  /**
   * Fetches the module and the model, and starts a worker.
   * @throws {TawsimError} wasm_missing, wasm_invalid, model_missing, model_magic, model_version,
   * model_truncated, model_checksum, model_invalid or worker_missing
   * @throws {DOMException} AbortError, when `signal` is aborted
   */
  static load(options?: LoadOptions): Promise<Tawsim>;

  /** The names of the types this model and the lists can find, such as PERS, LOC, ORG and MISC. */
  readonly types: EntityType[];

  /**
   * Finds the entities of a text. Several texts may be under way at once.
   * @param text any string: empty, without Arabic, or with lone surrogates
   * @throws {TawsimError} engine_crashed, disposed, bad_text or options_invalid
   * @throws {DOMException} AbortError, when `signal` is aborted
   */
  annotate(text: string, options?: AnnotateOptions): Promise<Annotation>;

  /**
   * Sets the host's own lists, in place of those set before: names to mark, and names never to mark. Their
   * names match at word boundaries through proclitics («وبالكاظمي») and spelling variants, the longest first.
   * The bad rows are told and the good ones count. The lists survive a worker that is replaced.
   * @throws {TawsimError} bad_list, engine_crashed or disposed
   */
  setGazetteer(entries: GazetteerEntry[], options?: { block?: (string | BlockedName)[] }): Promise<GazetteerReport>;

  /**
   * Folds spelling variants together, and remembers where each part came from.
   * @param options the folds: all of them ("match") by default; a preset, or switches on top of one
   * @throws {TawsimError} engine_crashed, disposed, bad_text or options_invalid
   */
  normalize(text: string, options?: NormalizePreset | NormalizeOptions): Promise<Normalized>;

  /**
   * Cuts a text into sentences, tokens, and clitics by the scheme of the Arabic Treebank.
   * @throws {TawsimError} engine_crashed, disposed or bad_text
   */
  segment(text: string): Promise<Segments>;

  /**
   * Finds a word or phrase in a text: its first word behind proclitics too, and in any spelling.
   * @param phrase its text, or the part of the text that it is
   * @returns ascending and disjoint; each from the first letter after the proclitics to the end of the last word
   * @throws {TawsimError} engine_crashed, disposed or bad_text
   */
  occurrences(
    text: string,
    phrase: string | { start: number; end: number },
    options?: OccurrenceOptions,
  ): Promise<{ start: number; end: number }[]>;

  /**
   * An annotation in another format: what `annotate` gave, or the same as a person has edited it. Of an entity only
   * `type`, `start` and `end` need be there; entities may come in any order, and may nest but not cross.
   * @throws {TawsimError} annotation_invalid, format_unknown, engine_crashed or disposed
   */
  export(annotation: EditedAnnotation, format: Format, options?: ExportOptions): Promise<string>;

  /**
   * Reads what `export` wrote, whole: text, entities, clusters.
   * @throws {TawsimError} import_invalid, with line and column, format_unknown, engine_crashed or disposed
   */
  import(file: string, format: Format, options?: ImportOptions): Promise<Annotation>;

  /**
   * Finds the annotations of a Web Annotation file (`export(…, 'w3c')`, or other programs') in a text that was
   * edited since, by their quotes: as `annotate` folds spelling, by what stands around them, and by where they were.
   * @throws {TawsimError} bad_text, import_invalid, engine_crashed or disposed
   */
  reanchor(text: string, file: string): Promise<Reanchored>;

  /** Ends the worker and rejects what is under way with the code disposed. */
  dispose(): void;
}

export interface LoadOptions {
  /** The module: its address, its bytes, or compiled. By default pkg/tawsim_bg.wasm beside engine.js. */
  wasm?: URL | string | BufferSource | WebAssembly.Module;
  /** The model: its address or its bytes. By default tawsim.model beside engine.js. */
  model?: URL | string | Uint8Array;
  /**
   * Where the work is done. `true` (the default where there are workers): a module worker that is replaced
   * if it crashes. An address: a worker script that imports this package's "./worker". A `Worker`: that
   * one, which can't be replaced. `false`: in place, in slices that leave the event loop free.
   */
  worker?: boolean | URL | string | Worker;
  /** How much of the model has arrived, 0 to 1; called only where the server tells its length. */
  onprogress?: (fraction: number) => void;
  signal?: AbortSignal;
}

export interface AnnotateOptions {
  signal?: AbortSignal;
  /** How much of the text is done, 0 to 1, ascending. */
  onprogress?: (fraction: number) => void;
  /** The day the text was written, YYYY-MM-DD, which «أمس» is counted from. */
  date?: string;
  /** Find names: PERS, LOC, ORG, MISC. On by default, like the other layers. */
  names?: boolean;
  /** Find roles and groups: OCC, NORP, EVENT, FAC, LAW. */
  roles?: boolean;
  /** Find dates, times, amounts and numbers. */
  values?: boolean;
  /** Find links, e-mail addresses, hashtags and handles. */
  technical?: boolean;
  /** Tell which names are the same thing's, and which roles are whose. */
  clusters?: boolean;
  /** Fewer wrong names, or fewer missed ones; balanced by default. */
  preset?: 'balanced' | 'precision' | 'recall';
}

/** A name to mark. */
export interface GazetteerEntry {
  name: string;
  /** One of the engine's types, or one of your own, such as TEAM: up to 40 letters, digits, hyphens, underscores and stops. */
  type: EntityType;
  /** What you call it. Mentions of one id are one cluster. */
  id?: string | number | null;
  /** Other names for it. */
  aliases?: string[];
  /**
   * Its word against the score of a model's entity that it covers or crosses, 0 to 1. At 1, the default, the
   * entry always wins; at 0 the model does. A longer entity of the model that holds the name stays, and the
   * entry stands inside it if its type is another.
   */
  priority?: number;
  /** Where the name counts, if it is an ordinary word elsewhere: in any of the places given. */
  context?: {
    /** Between quotation marks that hold nothing else. */
    quotes?: boolean;
    /** Right after one of these words or phrases, with or without an opening quotation mark. */
    after?: string[];
  };
}

/** A name never to mark, whatever finds it. */
export interface BlockedName {
  name: string;
  /** The types that it is not; all when left out or empty. */
  types?: EntityType[];
}

export interface GazetteerReport {
  /** How many entries there are now to mark. */
  entries: number;
  /** The rows that are not in as they were given, in their order. */
  errors: GazetteerError[];
}

export interface GazetteerError {
  list: 'entries' | 'block';
  /** Its position in the list, from 0. */
  row: number;
  code: 'entry_invalid' | 'entry_name' | 'entry_type' | 'entry_priority' | 'entry_duplicate' | 'list_full' | (string & {});
  message: string;
}

/** "canonical" folds nothing; "search" all but ta marbuta and Persian letters; "match" all that spelling confuses. */
export type NormalizePreset = 'canonical' | 'search' | 'match';

/** Which spelling variants are folded. What is not named is as in the preset. */
export interface NormalizeOptions {
  /** Where the switches start from: "canonical", with all of them off, by default. */
  preset?: NormalizePreset;
  /** «العـــراق» → «العراق» */
  tatweel?: boolean;
  /** Vowel signs and Quranic marks: «عَمَّان» → «عمان» */
  harakat?: boolean;
  /** «هٰذا» → «هذا» */
  superscriptAlef?: boolean;
  /** «أإآٱ» → «اااا», «ؤ» → «و», «ئ» → «ي» */
  hamza?: boolean;
  /** «على» → «علي» */
  alefMaqsura?: boolean;
  /** «مدرسة» → «مدرسه» */
  taMarbuta?: boolean;
  /** Letters of Persian and Urdu: «ک» → «ك», «پ» → «ب» */
  persian?: boolean;
  /** Presentation forms and ligatures: «ﻻ» → «لا» */
  presentation?: boolean;
  /** Alef and a combining madda → «آ» */
  compose?: boolean;
  /** «٣٫٥» → "3.5" */
  digits?: boolean;
  /** Direction marks and zero-width characters are dropped. */
  invisible?: boolean;
  /** Every other space → U+0020 */
  spaces?: boolean;
  /** «؟» → "?", quotes of all shapes → '"' */
  punctuation?: boolean;
  nfc?: boolean;
  nfkc?: boolean;
}

/** A folded text. All offsets count UTF-16 code units. */
export class Normalized {
  private constructor();
  readonly text: string;
  /** The part of the original that became this part of the folded text. It never cuts a character. */
  toOriginal(range: { start: number; end: number }): { start: number; end: number };
  /** The part of the folded text that this part of the original became; empty where all of it was dropped. */
  toNormalised(range: { start: number; end: number }): { start: number; end: number };
}

/**
 * The parts of a text. Each list is one typed array, whose rows become objects where they are looked at: a long
 * text costs no object a word.
 */
export class Segments {
  private constructor();
  /** The text as it was passed in. */
  readonly text: string;
  /** Rows of start, end, first token, one past the last token. */
  readonly sentences: Rows<Sentence>;
  /** Rows of start, end, kind, first piece. */
  readonly tokens: Rows<Token>;
  /** Rows of start, end, role, end of the article or 0. */
  readonly pieces: Rows<Piece>;
}

export interface Rows<T> extends Iterable<T> {
  readonly length: number;
  /** From the end where the index is negative. */
  at(index: number): T | undefined;
  /** Four numbers a row. */
  readonly data: Uint32Array;
}

export interface Sentence {
  start: number;
  end: number;
  text: string;
  /** Positions in `tokens`. */
  firstToken: number;
  endToken: number;
}

export interface Token {
  start: number;
  end: number;
  text: string;
  kind:
    | 'word' | 'latin' | 'number' | 'url' | 'email' | 'hashtag' | 'handle' | 'abbreviation' | 'punctuation' | 'symbol';
  /** One or more; they cover the token. Only words have more than one. */
  pieces: Piece[];
}

export interface Piece {
  start: number;
  end: number;
  text: string;
  role: 'conjunction' | 'preposition' | 'future' | 'stem' | 'pronoun';
  /** The article that a stem begins with: «ال», or the second «ل» of «لل». It is part of the piece. */
  article?: { start: number; end: number };
}

export interface OccurrenceOptions {
  /** Whether the first word must have the article, or lack it, as in the phrase ("same", the default), or may do
   * either ("any"). */
  article?: 'same' | 'any';
  /** Whether a phrase of one word is found before pronouns as well: «رئيسها». On by default; off suits names. */
  pronouns?: boolean;
}

export interface Annotation {
  /** The document's identifier, where an imported file has one. */
  id?: unknown;
  /** The text as it was passed in. */
  text: string;
  /** Ascending by start; of two with one start, the longer first. */
  entities: Entity[];
  /** Which entities name the same thing, in the order of their first mention; none if the options want none. */
  clusters: Cluster[];
}

/**
 * json: an object, offsets in UTF-16 units (annotation.schema.json) · jsonl: the same on a line · conll: tokens and BIO tags ·
 * w3c: Web Annotation in JSON-LD · tei: TEI P5 · brat: the .ann beside a .txt · html: a fragment with `<mark>`.
 */
export type Format = 'json' | 'jsonl' | 'conll' | 'w3c' | 'tei' | 'brat' | 'html';

/** An annotation that may have been edited. What is left out of an entity follows from the text. */
export interface EditedAnnotation {
  /** The document's identifier, if it has one. */
  id?: unknown;
  text: string;
  entities: readonly (Pick<Entity, 'type' | 'start' | 'end'> & Partial<Entity>)[];
  /**
   * Without it, the `cluster` numbers of the entities decide: leave it out after adding or removing entities.
   * With it, the numbers in it must fit the entities.
   */
  clusters?: readonly Cluster[];
}

export interface ExportOptions {
  /** The address of the text, for w3c; "urn:tawsim:document" without it. */
  source?: string;
}

export interface ImportOptions {
  /** The text, for brat, which keeps it in a file of its own. */
  text?: string;
}

export interface Reanchored extends Annotation {
  /** The annotations that were not found: their number in the file, their type and their quote. */
  lost: { item: number; type: EntityType; text: string }[];
}

/** All mentions of one thing. The numbers are positions in `entities`. */
export interface Cluster {
  type: EntityType;
  /** The text of its fullest mention. */
  name: string;
  canonical: number;
  mentions: number[];
  /** The OCC entities that stand beside a mention and speak of it. */
  roles?: number[];
}

/**
 * What an entity stands for: a date, interval or time in ISO 8601 or EDTF ("2021-08"), a number, an amount
 * of money, or of what is measured. An amount in a currency that the text leaves open («500 ريال») is a bare number.
 */
export type Value = string | number | { amount: number; currency: string } | { amount: number; unit: string };

/** A type of entity. A model may bring types that are not named here. */
export type EntityType =
  | 'PERS' | 'LOC' | 'ORG' | 'MISC' | 'OCC' | 'NORP' | 'EVENT' | 'FAC' | 'LAW'
  | 'DATE' | 'TIME' | 'MONEY' | 'PERCENT' | 'QUANTITY' | 'CARDINAL' | 'ORDINAL'
  | 'URL' | 'EMAIL' | 'HASHTAG' | 'HANDLE' | (string & {});

/** All offsets count UTF-16 code units, as JavaScript strings do. */
export interface Entity {
  type: EntityType;
  /** The name itself, without proclitics: `text.slice(start, end) === entity.text`. */
  start: number;
  end: number;
  text: string;
  /** The whole written words around the name. */
  surface: { start: number; end: number };
  /** The folded form: names that differ only in spelling have the same. */
  norm: string;
  /** How sure the source is, 0 to 1. */
  score: number;
  source: 'model' | 'gazetteer' | 'pattern' | 'user';
  /** The number of the sentence, from 0. */
  sentence: number;
  /** The smallest entity around this one, as a position in `entities`. */
  parent?: number;
  /** Its cluster, as a position in `clusters`; values and technical tokens have none. */
  cluster?: number;
  value?: Value;
  /** The identifier that the host's list gives it. */
  id?: string;
}

/** Every failure, but for a cancellation. */
export class TawsimError extends Error {
  constructor(code: string, message: string, cause?: unknown);
  readonly code:
    | 'wasm_missing' | 'wasm_invalid' | 'model_missing' | 'model_magic' | 'model_version' | 'model_truncated'
    | 'model_checksum' | 'model_invalid' | 'worker_missing' | 'engine_crashed' | 'disposed' | 'bad_text'
    | 'options_invalid' | 'bad_list' | 'format_unknown' | 'annotation_invalid' | 'import_invalid'
    | (string & {});
}
