import type { Entity, Tawsim, TawsimError } from './tawsim.js';

/**
 * `<tawsim-annotator>`: a text edited in place, with its entities marked and listed.
 *
 * Attributes: `wasm` and `model` (addresses), `lang` ("ar", the default, or "en"), and `marks="mark"` for
 * <mark> elements in place of CSS Custom Highlights. Slots: `before` and `after` the text.
 *
 * Custom properties: --tawsim-ink, --tawsim-quiet, --tawsim-rule, --tawsim-paper, --tawsim-accent,
 * --tawsim-measure (the width of the text) and --tawsim-size (of its letters).
 */
export class TawsimAnnotator extends HTMLElement {
  /** The text, exactly as it was set or typed. */
  value: string;
  /** Settles when the engine has loaded, or could not be. */
  readonly ready: Promise<Tawsim>;
  /** The entities, with offsets into `value` as it is now. */
  readonly entities: Entity[];
  /** Takes the last change of the text back. */
  undo(): void;
  /** Tries again what failed: loading the engine, or marking the text. */
  retry(): void;
  /** Scrolls to an entity and lifts its mark out of the others. */
  jump(entity: Entity, focus?: boolean): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'tawsim-annotator': TawsimAnnotator;
  }
  interface HTMLElementEventMap {
    'tawsim-annotate': CustomEvent<{ entities: Entity[] }>;
    'tawsim-error': CustomEvent<{ error: TawsimError }>;
  }
}
