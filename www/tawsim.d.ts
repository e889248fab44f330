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

export interface Annotation {
  /** The text as it was passed in. */
  text: string;
  /** Ascending by start; of two with one start, the longer first. */
  entities: Entity[];
  /** Which entities name the same thing, in the order of their first mention; none if the options want none. */
  clusters: Cluster[];
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
 * of money, or of what is measured.
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
    | 'options_invalid' | 'bad_list'
    | (string & {});
}
