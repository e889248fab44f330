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

  /** The names of the types this model can find, such as PERS, LOC, ORG and MISC. */
  readonly types: EntityType[];

  /**
   * Finds the entities of a text. Several texts may be under way at once.
   * @param text any string: empty, without Arabic, or with lone surrogates
   * @throws {TawsimError} engine_crashed, disposed, bad_text or options_invalid
   * @throws {DOMException} AbortError, when `signal` is aborted
   */
  annotate(text: string, options?: AnnotateOptions): Promise<Annotation>;

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
  /** Fewer wrong names, or fewer missed ones; balanced by default. */
  preset?: 'balanced' | 'precision' | 'recall';
}

export interface Annotation {
  /** The document's identifier, where an imported file has one. */
  id?: unknown;
  /** The text as it was passed in. */
  text: string;
  /** Ascending by start; of two with one start, the longer first. */
  entities: Entity[];
  /** Which entities name the same thing, in the order of their first mention. */
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
    | 'options_invalid' | 'format_unknown' | 'annotation_invalid' | 'import_invalid'
    | (string & {});
}
