import type { Annotation, Cluster, Entity, AnnotateOptions, Tawsim, TawsimError } from './tawsim.js';

/**
 * `<tawsim-annotator>`: a text edited in place, with its entities marked, listed and reviewed.
 *
 * Attributes: `wasm` and `model` (addresses), `lang` ("ar", the default, or "en"), `digits` ("arab" or "latn";
 * by default those of the language), `marks="mark"` for <mark> elements in place of CSS Custom Highlights, and
 * `readonly`, and `hide` (types, between spaces, that are shown only when a person asks for them). Slots: `before` and `after` the text, and `side` above the list.
 *
 * Custom properties: --tawsim-ink, --tawsim-quiet, --tawsim-rule, --tawsim-paper, --tawsim-accent,
 * --tawsim-measure (the width of the text) and --tawsim-size (of its letters).
 */
export class TawsimAnnotator extends HTMLElement {
  /** The text, exactly as it was set or typed. Setting it is an edit, which undo takes back. */
  value: string;
  /** Settles when the engine has loaded, or could not be. */
  readonly ready: Promise<Tawsim>;
  /** Suggestions and what the person decided, as one, with offsets into `value` as it is now. */
  readonly entities: ReviewedEntity[];
  /** Suggestions nobody has looked at, of the types that are shown. */
  readonly queue: ReviewedEntity[];
  /** How many entities there are, and the length of the queue: cheaper than both. */
  readonly progress: { total: number; left: number };
  readonly annotation: Omit<Annotation, 'entities'> & { entities: ReviewedEntity[] };
  /** All there is to keep of this text but its past. Setting it shows another document, with the past it gives or none. */
  state: State;
  /** Every step that undo takes back, and those that redo does again. */
  readonly past: Past;
  /** What the engine gets with every text, such as the `date` it was written. Setting it annotates again. */
  options: AnnotateOptions;
  /** What the host knows of an entity, to be shown in its card. */
  set explain(explain: (entity: NamedEntity) => string[]);
  /** Takes the last step back, of the text or of the review. */
  undo(): void;
  redo(): void;
  /** Tries again what failed: loading the engine, or marking the text. */
  retry(): void;
  /** Annotates the whole text again; what the person has decided stays. */
  again(): void;
  /**
   * The names of the host, which work at once; `again: false` leaves the text that is shown as it is annotated.
   * Resolves to the engine's report, if it takes lists.
   */
  setLists(lists: Lists, again?: boolean): Promise<unknown>;
  /** Scrolls to an entity and opens its card. */
  jump(entity: ReviewedEntity, focus?: boolean): void;
  /** Words and number forms of the interface. */
  readonly words: import('./words/words.js').Words;
}

/** An entity, and whether a person has accepted or made it. Entities of one `key` have one type and name. */
export type ReviewedEntity = Entity & { reviewed: boolean; key: string };

/** What its card speaks of. */
export type NamedEntity = Pick<ReviewedEntity, 'type' | 'start' | 'end' | 'text' | 'norm' | 'score' | 'source' | 'value' | 'id'>;

export interface State {
  text: string;
  /** Missing where the text has yet to be annotated. */
  suggestions?: import('./review/verdicts.js').Suggestion[];
  decisions?: import('./review/verdicts.js').Decisions;
  past?: Past;
}

/** Steps in their order, none of which is ever changed, and how many of them are done. */
export type Past = import('./editor/history.js').Past;

export interface Lists {
  entries: { name: string; type: string; id?: string; aliases?: string[]; priority?: number }[];
  block: { name: string; type?: string }[];
}

declare global {
  interface HTMLElementTagNameMap {
    'tawsim-annotator': TawsimAnnotator;
  }
  interface HTMLElementEventMap {
    'tawsim-annotate': CustomEvent<{ entities: ReviewedEntity[]; clusters: Cluster[] }>;
    /** `learn` is false where an edit of the text has only moved or undone decisions. */
    'tawsim-review': CustomEvent<{
      before: import('./review/verdicts.js').Decisions;
      after: import('./review/verdicts.js').Decisions;
      learn: boolean;
    }>;
    'tawsim-error': CustomEvent<{ error: TawsimError }>;
  }
}
