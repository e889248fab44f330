import { h } from '../panel/dom.js';
import { richText } from './html.js';
import { FILE_FORMAT } from '../import/state.js';

/** Each with the end of its file's name and its media type. @type {Record<string, [end: string, type: string]>} */
const FORMATS = {
  tawsim: ['tawsim.json', 'application/json'], json: ['json', 'application/json'], jsonl: ['jsonl', 'application/jsonl'], conll: ['conll', 'text/plain'],
  w3c: ['jsonld', 'application/ld+json'], tei: ['xml', 'application/tei+xml'], brat: ['ann', 'text/plain'], html: ['html', 'text/html'],
};

/** The document as a file of ours: the annotation, and what leads back to the review. @param {import('../element.js').TawsimAnnotator} annotator */
export function fileOf({ annotation, state }) {
  const { decisions, suggestions } = state;
  const entities = annotation.entities.map(({ key: _, ...entity }) => entity);
  return JSON.stringify({ ...annotation, offset_unit: 'utf16', entities, review: { format: FILE_FORMAT, decisions, ...(suggestions && { suggestions }) } }, null, 1);
}

/** The annotation in one of the engine's formats. @param {import('../page/app.js').App} app @param {string} format @returns {Promise<string>} */
export async function exported(app, format) {
  const { annotator } = app;
  if (format === 'tawsim') return fileOf(annotator);
  const engine = /** @type {any} */ (await annotator.ready);
  const { text, entities, clusters } = annotator.annotation;
  return engine.export({ text, entities: entities.map(known), clusters }, format);
}

/** What the engine reads off the text itself is left to it: a person's names never went through it, and sentences and
 * places among the others change with every edit. @param {import('../element.js').ReviewedEntity} entity */
function known({ type, start, end, score, source, cluster, value, id, norm, surface }) {
  return { type, start, end, score, source, ...(cluster !== undefined && { cluster }), ...(value !== undefined && { value }), ...(id !== undefined && { id }), ...(source !== 'user' && { norm, surface }) };
}

/** @param {import('../page/app.js').App} app */
export function exportDialog(app) {
  const dialog = app.dialog('export');
  const nameOf = (/** @type {string} */ end) => `${(app.workspace.title || 'tawsim').replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 60).replace(/[\s.]+$/, '')}.${end}`;

  /** @param {string} format @param {(content: string) => unknown} use */
  async function make(format, use) {
    try {
      await use(await exported(app, format));
    } catch {
      app.say(app.words().out.failed);
    }
  }

  async function copyHtml() {
    const { annotation, words } = app.annotator;
    const html = richText(annotation.text, annotation.entities, words);
    try {
      const blob = (/** @type {string} */ content, /** @type {string} */ type) => new Blob([content], { type });
      await navigator.clipboard.write([new ClipboardItem({ 'text/html': blob(html, 'text/html'), 'text/plain': blob(annotation.text, 'text/plain') })]);
      app.say(app.words().copied);
    } catch {
      app.say(app.words().copyFailed);
    }
  }

  /** @param {string} name @param {string} about @param {Node[]} buttons */
  const line = (name, about, buttons) => h('li', {}, h('div', {}, h('b', { dir: 'auto' }, name), h('p', { class: 'quiet' }, about)), h('span', { class: 'line' }, ...buttons));

  /** @param {HTMLElement} body */
  function fill(body) {
    const { out } = app.words();
    const button = (/** @type {string} */ act, /** @type {string} */ text, /** @type {string} */ what, /** @type {() => unknown} */ click) =>
      h('button', { type: 'button', 'data-do': act, 'aria-label': `${text}: ${what}`, click }, text);
    const formats = Object.keys(FORMATS).filter((format) => format === 'tawsim' || app.can('export'));
    body.replaceChildren(h('ul', { class: 'formats' },
      ...formats.map((format) => {
        const [name, about] = out.formats[/** @type {keyof typeof out.formats} */ (format)];
        const [end, type] = FORMATS[format];
        return line(name, about, [
          button(`copy-${format}`, out.copy, name, () => make(format, app.copy)),
          button(`download-${format}`, out.download, name, () => make(format, (content) => app.download(nameOf(end), type, content))),
        ]);
      }),
      line(out.copyHtml, out.copyHtmlAbout, [button('copy-rich', out.copy, out.copyHtml, copyHtml)]),
      line(out.print, out.printAbout, [button('print', out.print, out.print, () => (dialog.close(), print()))])));
    return out.title;
  }
  return { open: () => dialog.open(fill) };
}
