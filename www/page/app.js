import { Desk } from '../desk/desk.js';
import { deskDialog } from '../desk/dialog.js';
import { entryKey } from '../desk/entries.js';
import { exportDialog, fileOf } from '../export/dialog.js';
import { summaryDialog } from '../summary/dialog.js';
import { AR } from './ar.js';
import { Dialog } from './dialog.js';
import { EN } from './en.js';
import { preference, prefer } from './preferences.js';
import { settingsDialog } from './settings.js';
import { shelfDialog } from './shelf-dialog.js';
import { noticer, toaster } from './toast.js';
import { Workspace } from './workspace.js';

const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const REVOKE_MS = 20_000;

/** The page: the annotator, and around it documents, lists, exports and settings. */
export class App {
  annotator = /** @type {import('../element.js').TawsimAnnotator} */ (document.querySelector('tawsim-annotator'));
  say = toaster(element('toast'));
  notice = noticer(element('notices'));
  version = document.querySelector('meta[name=version]')?.getAttribute('content') ?? '';
  #engine = /** @type {any} */ (undefined);
  /** @type {Dialog[]} */
  #dialogs = [];

  constructor() {
    this.annotator.ready.then((engine) => (this.#engine = engine), () => {});
    this.speak();
    this.desk = new Desk({
      send: (lists, annotated) => this.annotator.setLists(lists, !annotated),
      changed: () => this.workspace.claim.tell('names'),
      failed: () => this.notice('storage', this.words().notSaved, this.words().downloadCopy, this.downloadCopy),
    });
    this.workspace = new Workspace(this);
    this.dialogs = {
      documents: shelfDialog(this), export: exportDialog(this), summary: summaryDialog(this), desk: deskDialog(this), settings: settingsDialog(this),
    };
    this.annotator.explain = (entity) => this.#explain(entity);
    this.annotator.addEventListener('tawsim-review', ({ detail: { before, after, learn } }) => learn && this.desk.learn(this.annotator.value, before, after));
    this.annotator.addEventListener('tawsim-annotate', () => this.dialogs.summary.refresh());
    this.annotator.addEventListener('input', () => this.shown());
  }

  language = () => (preference('language') === 'en' ? 'en' : 'ar');
  words = () => (this.language() === 'en' ? EN : AR);
  /** What this version of the engine can do. @param {string} method */
  can = (method) => typeof this.#engine?.[method] === 'function';

  /** The types it knows. @returns {string[]} */
  get types() {
    return this.#engine?.types ?? ['PERS', 'LOC', 'ORG', 'MISC'];
  }

  /** @param {string} name */
  dialog(name) {
    const dialog = new Dialog(name, this.words);
    this.#dialogs.push(dialog);
    return dialog;
  }

  /** Puts every word of the page into the language, the digits and the colours that are chosen. */
  speak() {
    const words = this.words();
    const language = this.language();
    const root = document.documentElement;
    root.lang = language;
    root.dir = language === 'ar' ? 'rtl' : 'ltr';
    root.dataset.theme = preference('theme');
    document.title = words.title;
    this.annotator.setAttribute('lang', language);
    this.annotator.setAttribute('digits', preference('digits'));
    const switcher = element('language');
    switcher.textContent = words.other;
    switcher.lang = language === 'ar' ? 'en' : 'ar';
    switcher.dir = language === 'ar' ? 'ltr' : 'rtl';
    for (const each of document.querySelectorAll('[data-t]')) each.textContent = String(words[/** @type {keyof typeof words} */ (each.getAttribute('data-t'))]);
    element('tools').setAttribute('aria-label', words.tools);
    this.say('');
  }

  switchLanguage() {
    prefer('language', this.language() === 'ar' ? 'en' : 'ar');
    this.speak();
  }

  /** What is shown has become another text, or none. */
  shown() {
    const empty = this.annotator.value === '';
    const invite = element('invite');
    // A button that goes away takes the focus with it; the text is where the person goes on.
    const focused = invite.contains(document.activeElement);
    if (invite.hidden === empty) invite.hidden = !empty;
    document.documentElement.toggleAttribute('data-empty', empty);
    if (focused && invite.hidden) this.annotator.focus();
  }

  copy = async (/** @type {string} */ text) => {
    try {
      await navigator.clipboard.writeText(text);
      this.say(this.words().copied);
    } catch {
      this.say(this.words().copyFailed);
    }
  };

  /** @param {string} name @param {string} type @param {string} content */
  download(name, type, content) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_MS);
  }

  downloadCopy = () => this.download('tawsim.json', 'application/json', fileOf(this.annotator));

  /** What the desk's list says of a name. @param {import('../element.js').NamedEntity} entity */
  #explain({ text, type, source }) {
    const key = entryKey({ name: text, type, kept: true });
    const entry = source === 'gazetteer' ? this.desk.entries.find((each) => entryKey(each) === key || each.aliases?.includes(text)) : undefined;
    return entry ? [`${this.words().list.why}: ${entry.name}`] : [];
  }
}
