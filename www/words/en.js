/** Words of the interface in English. Plurals are keyed by the categories of Intl.PluralRules, with # for the number. */
/** @type {typeof import('./ar.js').AR} */
export const EN = {
  text: 'Article text',
  placeholder: 'Paste an Arabic article here, or type one…',
  found: 'In this text',
  legend: 'Types of names',
  filter: 'Show or hide this type',
  mentions: 'mentions of',
  more: 'More',
  nothing: 'No names were found in this text.',
  loading: 'Loading the engine…',
  working: 'Marking names…',
  cancel: 'Stop',
  cancelled: 'Marking was stopped. The text is as it was.',
  resume: 'Mark names',
  retry: 'Try again',
  certainty: 'Certainty',
  source: { model: 'from the model', gazetteer: 'from a list', pattern: 'from a pattern', user: 'from you' },
  count: { zero: 'no names', one: 'one name', two: 'two names', few: '# names', many: '# names', other: '# names' },
  errors: {
    wasm_missing: 'The engine (tawsim_bg.wasm) did not arrive. Check the connection and try again; if it stays so, the file is missing on the server.',
    wasm_invalid: 'The engine (tawsim_bg.wasm) is damaged, or this browser is too old for it. Update the browser and try again.',
    model_missing: 'The name model (tawsim.model) did not arrive. Check the connection and try again; if it stays so, the file is missing on the server.',
    model_version: 'The name model (tawsim.model) is of a version this engine does not know. Deploy both files of one release and try again.',
    model: 'The name model (tawsim.model) is cut short or damaged. Try again to download it anew; if it stays so, deploy the file again.',
    worker_missing: 'The worker that runs the engine (worker.js) did not start. Reload the page, or use another browser.',
    engine_crashed: 'The engine stopped suddenly and was replaced. Try again.',
    other: 'The names could not be marked. Try again.',
  },
  safe: 'Your text is unchanged.',
  review: {
    bar: 'Review', next: 'Next', previous: 'Previous', accept: 'Accept', reject: 'Reject', undo: 'Undo', redo: 'Redo',
    left: {
      zero: 'review complete', one: 'one suggestion left', two: '# suggestions left', few: '# suggestions left', many: '# suggestions left', other: '# suggestions left',
    },
    bulk: 'Accept in bulk', allTypes: 'All types', threshold: 'Certainty of at least',
    acceptCount: {
      zero: 'Nothing reaches that', one: 'Accept one suggestion', two: 'Accept # suggestions', few: 'Accept # suggestions', many: 'Accept # suggestions', other: 'Accept # suggestions',
    },
    done: 'No suggestion is left.', undone: 'One step was taken back.', redone: 'The step was done again.',
  },
  card: {
    title: 'The chosen name', tag: 'Tag the selection', close: 'Close', type: 'Type', others: 'Other types…', kept: 'accepted', open: 'not reviewed',
    value: 'Value', id: 'Identifier', inside: 'Inside',
    startOut: 'Extend the start', startIn: 'Shorten the start', endOut: 'Extend the end', endIn: 'Shorten the end', ends: 'Ends of the name',
    all: 'All occurrences…', separate: 'Separate this mention', back: 'Back', searching: 'Looking for occurrences…',
    tagCount: {
      zero: 'No other occurrences', one: 'Tag one occurrence', two: 'Tag # occurrences', few: 'Tag # occurrences', many: 'Tag # occurrences', other: 'Tag # occurrences',
    },
  },
  names: {
    acceptAll: 'Accept all', rejectAll: 'Reject all', merge: 'Same as…', choose: 'Choose a name', split: 'Separate', forms: 'Forms of the name', reviewed: 'reviewed',
  },
};
